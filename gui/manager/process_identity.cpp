#include "manager/process_identity.h"

#include "manager/proc_stat.h"

#include <QFile>
#include <QSocketNotifier>

#include <cerrno>
#include <cstring>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

// The name came to glibc's headers with 2.36.
#ifndef P_PIDFD
#define P_PIDFD 3
#endif

namespace sparkler::gui {
namespace {

std::optional<ProcessIdentity> identify(qint64 pid, bool zombies)
{
    if (pid <= 0)
        return std::nullopt;
    const auto stat = readProcStat(pid);
    if (!stat || (!zombies && (stat->state == 'Z' || stat->state == 'X')))
        return std::nullopt;
    return ProcessIdentity{pid, stat->startTicks, ProcessIdentity::currentBootId()};
}

} // namespace

QString ProcessIdentity::currentBootId()
{
    static const QString bootId = [] {
        QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
        return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
    }();
    return bootId;
}

std::optional<ProcessIdentity> ProcessIdentity::of(qint64 pid)
{
    return identify(pid, false);
}

std::optional<ProcessIdentity> ProcessIdentity::ofChild(qint64 pid)
{
    return identify(pid, true);
}

std::optional<ProcessIdentity> ProcessIdentity::child(qint64 childPid) const
{
    const auto found = of(childPid);
    const auto stat = found ? readProcStat(childPid) : std::nullopt;
    // Looked at last: while we live a child's parent cannot be anybody else who has our number.
    if (!stat || stat->parent != pid || stat->startTicks != found->startTicks || stat->startTicks < startTicks ||
        !alive())
        return std::nullopt;
    return found;
}

bool ProcessIdentity::alive() const
{
    return of(pid) == *this;
}

struct ProcessWatch::Private {
    int pidfd = -1;
    QSocketNotifier *notifier = nullptr;
    std::optional<ExitStatus> status;

    void reap()
    {
        siginfo_t info{};
        if (::waitid(static_cast<idtype_t>(P_PIDFD), static_cast<id_t>(pidfd), &info, WEXITED | WNOHANG) != 0 ||
            info.si_pid == 0)
            return; // not our child
        status = info.si_code == CLD_EXITED ? ExitStatus{info.si_status, 0} : ExitStatus{-1, info.si_status};
    }
};

ProcessWatch *ProcessWatch::start(const ProcessIdentity &process, QObject *parent)
{
    if (process.pid <= 0)
        return nullptr;
    const long fd = ::syscall(SYS_pidfd_open, static_cast<pid_t>(process.pid), 0u);
    if (fd < 0)
        return nullptr;
    // Looked at only now: from here on the descriptor names one process, and this is the one if the pid's owner is.
    if (ProcessIdentity::ofChild(process.pid) != process) {
        ::close(static_cast<int>(fd));
        return nullptr;
    }
    return new ProcessWatch(static_cast<int>(fd), parent);
}

ProcessWatch::ProcessWatch(int pidfd, QObject *parent) : QObject(parent), d(std::make_unique<Private>())
{
    d->pidfd = pidfd;
    d->notifier = new QSocketNotifier(pidfd, QSocketNotifier::Read, this);
    connect(d->notifier, &QSocketNotifier::activated, this, [this] {
        d->notifier->setEnabled(false);
        d->reap();
        emit exited();
    });
}

ProcessWatch::~ProcessWatch()
{
    delete d->notifier; // before its descriptor
    ::close(d->pidfd);
}

std::expected<void, QString> ProcessWatch::sendSignal(int signal)
{
    if (::syscall(SYS_pidfd_send_signal, d->pidfd, signal, nullptr, 0u) != 0)
        return std::unexpected(QString::fromLocal8Bit(std::strerror(errno)));
    return {};
}

std::optional<ExitStatus> ProcessWatch::exitStatus() const
{
    return d->status;
}

} // namespace sparkler::gui
