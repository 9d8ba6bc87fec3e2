#include "manager/jail_checks.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using State = ReadinessCheck::State;
using Step = UserNamespaceFacts::Step;

struct JailCheckText {
    Q_DECLARE_TR_FUNCTIONS(JailCheckText)
};

constexpr qint64 kMostOfASwitch = 4096;

/// Null: there is no such file.
QByteArray smallFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.read(kMostOfASwitch).trimmed();
    return text.isNull() ? QByteArray("") : text;
}

struct Attempt {
    Step failed;
    int error;
};

/// In the child: only system calls from here on.
[[noreturn]] void attempt(int results, const char *identity, std::size_t length)
{
    const auto tell = [results](Step step) {
        const Attempt end{step, step == Step::None ? 0 : errno};
        [[maybe_unused]] const ssize_t told = ::write(results, &end, sizeof end);
        ::_exit(0);
    };
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNS | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWPID) != 0)
        tell(Step::Namespaces);
    const int map = ::open("/proc/self/uid_map", O_WRONLY | O_CLOEXEC);
    if (map < 0 || ::write(map, identity, length) != static_cast<ssize_t>(length))
        tell(Step::Identity);
    if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0)
        tell(Step::Mount);
    tell(Step::None);
    ::_exit(0);
}

Attempt tryNamespaces()
{
    std::array<char, 64> identity;
    const int length =
        std::snprintf(identity.data(), identity.size(), "%u %u 1\n", unsigned{::geteuid()}, unsigned{::geteuid()});
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return {Step::Fork, errno};
    const pid_t child = ::fork();
    if (child == 0)
        attempt(ends[1], identity.data(), static_cast<std::size_t>(length));
    Attempt end{Step::Fork, errno};
    ::close(ends[1]);
    if (child > 0) {
        if (::read(ends[0], &end, sizeof end) != static_cast<ssize_t>(sizeof end))
            end = {Step::Fork, ECHILD};
        while (::waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    ::close(ends[0]);
    return end;
}

/// What the kernel's switches say about an attempt that failed, most telling first.
void explain(const UserNamespaceFacts &facts, ReadinessCheck &check)
{
    check.help = HelpTopic::UserNamespaces;
    check.remedy = ReadinessCheck::Remedy::CopyCommand;
    if (facts.unprivileged == "0") {
        check.reason = JailCheckText::tr("This host allows namespaces to root only.");
        check.remedyText =
            JailCheckText::tr("Allow them to all users, or let root’s leave be asked for, on the machine’s Jail page.");
        check.remedyCommand = u"sudo sysctl -w kernel.unprivileged_userns_clone=1"_s;
    } else if (facts.mostNamespaces == "0") {
        check.reason = JailCheckText::tr("This host allows no user namespaces at all.");
        check.remedyText = JailCheckText::tr("Allow some.");
        check.remedyCommand = u"sudo sysctl -w user.max_user_namespaces=10000"_s;
    } else if (!facts.appArmor.isNull() && facts.appArmor != "0") {
        check.reason = JailCheckText::tr("AppArmor allows user namespaces only to programs that it knows.");
        check.remedyText =
            JailCheckText::tr("Lift the restriction, or let root’s leave be asked for, on the machine’s Jail page.");
        check.remedyCommand = u"sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0"_s;
    } else {
        check.remedy = ReadinessCheck::Remedy::None;
        check.reason =
            JailCheckText::tr("Namespaces cannot be made: %1.").arg(QString::fromLocal8Bit(std::strerror(facts.error)));
        check.remedyText = JailCheckText::tr("Inside of a container, let it make user namespaces.");
    }
}

} // namespace

UserNamespaceFacts UserNamespaceFacts::ofThisHost(const QString &proc)
{
    UserNamespaceFacts facts;
    facts.mostNamespaces = smallFile(proc + u"/sys/user/max_user_namespaces"_s);
    facts.unprivileged = smallFile(proc + u"/sys/kernel/unprivileged_userns_clone"_s);
    facts.appArmor = smallFile(proc + u"/sys/kernel/apparmor_restrict_unprivileged_userns"_s);
    const Attempt end = tryNamespaces();
    facts.failed = end.failed;
    facts.error = end.error;
    return facts;
}

void judge(const UserNamespaceFacts &facts, ReadinessCheck &check)
{
    check.remedy = ReadinessCheck::Remedy::None;
    check.remedyText.clear();
    check.remedyCommand.clear();
    if (facts.failed == Step::None) {
        check.state = State::Good;
        check.reason = JailCheckText::tr("Machines can be jailed without root.");
        return;
    }
    check.state = State::Problem;
    explain(facts, check);
}

std::optional<QString> unifiedGroup(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("0::/"))
            return QFile::decodeName(line.mid(3));
    }
    return std::nullopt;
}

ControlGroupFacts ControlGroupFacts::ofThisHost(const QString &proc, const QString &groups)
{
    ControlGroupFacts facts;
    facts.ownGroups = smallFile(proc + u"/self/cgroup"_s);
    facts.unified = QFileInfo::exists(groups + u"/cgroup.controllers"_s);
    const auto own = unifiedGroup(facts.ownGroups);
    if (!facts.unified || !own)
        return facts;
    const QString folder = groups + *own;
    facts.writable = ::access(QFile::encodeName(folder).constData(), W_OK) == 0 &&
                     ::access(QFile::encodeName(folder + u"/cgroup.procs"_s).constData(), W_OK) == 0;
    facts.controllers = smallFile(folder + u"/cgroup.controllers"_s);
    return facts;
}

void judge(const ControlGroupFacts &facts, ReadinessCheck &check)
{
    check.state = State::Warning;
    check.remedy = ReadinessCheck::Remedy::None;
    check.remedyText.clear();
    if (!facts.unified) {
        check.reason =
            JailCheckText::tr("This host has control groups of version 1, which are not delegated to users.");
        check.remedyText = JailCheckText::tr("Machines run all the same; boot with systemd.unified_cgroup_hierarchy=1 "
                                             "to change it.");
    } else if (!unifiedGroup(facts.ownGroups)) {
        check.reason = JailCheckText::tr("In which control group this session runs cannot be told.");
        check.remedyText = JailCheckText::tr("Machines run all the same.");
    } else if (!facts.writable || facts.controllers.isEmpty()) {
        check.reason = JailCheckText::tr("This session may make no control groups.");
        check.remedyText =
            JailCheckText::tr("Machines run all the same. A session of systemd’s for the user, as desktops "
                              "have it, delegates them.");
    } else {
        check.state = State::Good;
        check.reason = JailCheckText::tr("This session may limit: %1").arg(QString::fromUtf8(facts.controllers));
    }
}

} // namespace sparkler::gui
