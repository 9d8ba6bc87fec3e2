#include "framework_jail.h"

#include "harness/engine_process.h"
#include "harness/host_network.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace harness;

namespace {

const QString kDefaultBase = QStringLiteral("/srv/jailer");

QByteArray reason(const char *what)
{
    return QByteArray(what) + ": " + std::strerror(errno);
}

/// What is to be read of `fd` now; closes it at its end.
void drain(int &fd, QByteArray &into)
{
    std::array<char, 4096> buffer{};
    const ssize_t got = ::read(fd, buffer.data(), buffer.size());
    if (got > 0) {
        into.append(buffer.data(), got);
        return;
    }
    ::close(fd);
    fd = -1;
}

} // namespace

QByteArray whyNoFramework()
{
    if (::geteuid() != 0)
        return "jails are built by root, and this is not root";
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_PRIVATE | MS_REC, nullptr) != 0)
        return reason("no mount namespace of our own");
    // For ip netns, screen and the default base: what they leave there goes with the namespace.
    for (const char *directory : {"/run", "/srv"}) {
        if (::mount("framework", directory, "tmpfs", 0, "mode=755") != 0)
            return reason(directory);
    }
    if (!enterNetworkNamespace())
        return reason("no network namespace of our own");
    qputenv("SCREENDIR", "/run/screen");
    if (::mkdir("/run/screen", 0700) != 0)
        return reason("/run/screen");
    ::umask(022);
    // Engines outlive those who start them; with a machine's init as their parent they would be reaped.
    ::prctl(PR_SET_CHILD_SUBREAPER, 1);
    return {};
}

DriverOutput runAsDriver(const QStringList &words, int timeoutMs)
{
    std::vector<QByteArray> arguments;
    for (const QString &word : words)
        arguments.push_back(word.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &argument : arguments)
        argv.push_back(argument.data());
    argv.push_back(nullptr);
    int output[2];
    int errors[2];
    if (::pipe2(output, O_CLOEXEC) != 0 || ::pipe2(errors, O_CLOEXEC) != 0)
        return {};
    DriverOutput result;
    result.pid = ::fork();
    if (result.pid == 0) {
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(errors[1], STDERR_FILENO);
        ::execvp(argv.front(), argv.data());
        ::_exit(127);
    }
    ::close(output[1]);
    ::close(errors[1]);

    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    while ((output[0] >= 0 || errors[0] >= 0) && !deadline.hasExpired()) {
        std::array<pollfd, 2> waiting{{{output[0], POLLIN, 0}, {errors[0], POLLIN, 0}}};
        ::poll(waiting.data(), waiting.size(), 100);
        if (waiting[0].revents)
            drain(output[0], result.out);
        if (waiting[1].revents)
            drain(errors[0], result.err);
    }
    result.ended = output[0] < 0 && errors[0] < 0;
    for (const int fd : {output[0], errors[0]}) {
        if (fd >= 0)
            ::close(fd);
    }
    int status = 0;
    while (::waitpid(result.pid, &status, WNOHANG) != result.pid) {
        if (deadline.hasExpired())
            return result; // it goes on: whoever wants that has its pid
        ::poll(nullptr, 0, 5);
    }
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return result;
}

FrameworkJail::FrameworkJail(const QString &jailId, const QString &base) : id(jailId), netns(jailId)
{
    // Drivers and threads go by the name of the file.
    const QDir directory(base);
    directory.mkpath(QStringLiteral("bin"));
    execFile = directory.filePath(QStringLiteral("bin/firecracker"));
    if (!QFile::exists(execFile) && QFile::copy(EngineProcess::enginePath(), execFile))
        ::chmod(QFile::encodeName(execFile).constData(), 0755);
    chrootBase = directory.filePath(QStringLiteral("jailer"));
}

QString FrameworkJail::jailerPath()
{
    return hostTool(QStringLiteral("sparkler-jailer"));
}

QStringList FrameworkJail::parameters() const
{
    QStringList words{QStringLiteral("--id"),        id,
                      QStringLiteral("--exec-file"), execFile,
                      QStringLiteral("--uid"),       QString::number(uid),
                      QStringLiteral("--gid"),       QString::number(gid)};
    if (chrootBase)
        words << QStringLiteral("--chroot-base-dir") << *chrootBase;
    if (!netns.isEmpty())
        words << QStringLiteral("--netns") << netnsFile();
    if (daemonize)
        words << QStringLiteral("--daemonize");
    if (newPidNs)
        words << QStringLiteral("--new-pid-ns");
    if (!parentCgroup.isEmpty())
        words << QStringLiteral("--parent-cgroup") << parentCgroup;
    if (cgroupVersion != 0)
        words << QStringLiteral("--cgroup-version") << QString::number(cgroupVersion);
    for (const QString &cgroup : cgroups)
        words << QStringLiteral("--cgroup") << cgroup;
    for (const QString &limit : resourceLimits)
        words << QStringLiteral("--resource-limit") << limit;
    if (!extraArguments.isEmpty())
        words << QStringLiteral("--");
    for (const auto &[key, value] : extraArguments) {
        words << QStringLiteral("--") + key;
        if (value)
            words << *value;
    }
    return words;
}

QString FrameworkJail::chrootBaseWithId() const
{
    return chrootBase.value_or(kDefaultBase) + QLatin1Char('/') + QFileInfo(execFile).fileName() + QLatin1Char('/') +
           id;
}

QString FrameworkJail::apiSocketPath() const
{
    QString name = QStringLiteral("run/firecracker.socket");
    for (const auto &[key, value] : extraArguments) {
        if (key == QLatin1String("api-sock") && value)
            name = *value;
    }
    return chrootPath() + QLatin1Char('/') + name;
}

QString FrameworkJail::jailedPath(const QString &file, bool createJail)
{
    if (createJail && !QDir().mkpath(chrootPath()))
        return {};
    const QString name = QFileInfo(file).fileName();
    const QByteArray source = QFile::encodeName(file);
    const QByteArray target = QFile::encodeName(chrootPath() + QLatin1Char('/') + name);
    struct stat from {};
    struct stat jail {};
    if (::stat(source.constData(), &from) != 0 || ::stat(QFile::encodeName(chrootPath()).constData(), &jail) != 0)
        return {};
    bool made = false;
    if (S_ISBLK(from.st_mode)) {
        made = ::mknod(target.constData(), S_IFBLK | 0600, from.st_rdev) == 0;
    } else if (from.st_dev == jail.st_dev) {
        ::unlink(target.constData());
        made = ::link(source.constData(), target.constData()) == 0;
    } else if (S_ISREG(from.st_mode)) {
        made = QFile::copy(file, QFile::decodeName(target));
    }
    return made && ::chown(target.constData(), uid, gid) == 0 ? QLatin1Char('/') + name : QString();
}

bool FrameworkJail::copyIntoRoot(const QString &source, const QString &path)
{
    const QString target = chrootPath() + path;
    return QDir().mkpath(QFileInfo(target).path()) && QFile::copy(source, target) &&
           ::chown(QFile::encodeName(target).constData(), uid, gid) == 0;
}

bool FrameworkJail::setup(bool useRamdisk)
{
    if (!QDir().mkpath(chrootBase.value_or(kDefaultBase)))
        return false;
    if (useRamdisk) {
        const QByteArray ramfs = QFile::encodeName(ramfsPath());
        m_hasRamfs = QDir().mkpath(ramfsPath()) && ::mount("ramfs", ramfs.constData(), "ramfs", 0, "size=1M") == 0;
        if (!m_hasRamfs || ::chown(ramfs.constData(), uid, gid) != 0)
            return false;
    }
    if (!netns.isEmpty() && !QFile::exists(netnsFile()))
        m_hasNetns = runOnHost(QStringLiteral("ip netns add ") + netns).status == 0;
    return netns.isEmpty() || QFile::exists(netnsFile());
}

QByteArray FrameworkJail::cleanup()
{
    QByteArray failures;
    if (std::exchange(m_hasRamfs, false) && ::umount(QFile::encodeName(ramfsPath()).constData()) != 0)
        failures += reason("umount ramfs") + '\n';
    if (!QDir(chrootBaseWithId()).removeRecursively())
        failures += reason("remove the jail") + '\n';
    if (std::exchange(m_hasNetns, false)) {
        const HostOutput deleted = runOnHost(QStringLiteral("ip netns del ") + netns);
        if (deleted.status != 0)
            failures += "ip netns del: " + deleted.text + '\n';
    }
    return failures;
}
