// Real jails, built by the jailer as a program, and what a program in them sees. Without the right to build them the
// tests say why and skip.
#include "jail_runner.h"

#include "jailer/number.h"
#include "support/eventually.h"

#include <QTest>

#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <grp.h>
#include <pty.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sparkler::test;

namespace {

std::string linkOf(pid_t process, const char *name)
{
    std::error_code none;
    return std::filesystem::read_symlink("/proc/" + std::to_string(process) + '/' + name, none).string();
}

/// Everything as it is to be after a start without --daemonize and --new-pid-ns: the program has told, and ended.
std::optional<Seen> seenAfter(JailRunner &runner, const QByteArray &options = {})
{
    const JailerEnd end = runner.run(options);
    if (end.code != 42 || !end.output.isEmpty() || !end.errors.isEmpty()) {
        qWarning("status %d, signal %d, output \"%s\", errors \"%s\"", end.code, end.signal, end.output.constData(),
                 end.errors.constData());
        return std::nullopt;
    }
    return runner.seen();
}

/// A process of another network namespace; ends with the object.
class NetworkNamespace {
public:
    NetworkNamespace()
    {
        int ready[2];
        if (::pipe2(ready, O_CLOEXEC) != 0)
            std::abort();
        m_process = ::fork();
        if (m_process == 0) {
            const char byte = ::unshare(CLONE_NEWNET) == 0 ? 'y' : 'n';
            (void)!::write(ready[1], &byte, 1);
            for (;;)
                ::pause();
        }
        char byte = 'n';
        m_isThere = ::read(ready[0], &byte, 1) == 1 && byte == 'y';
        ::close(ready[0]);
        ::close(ready[1]);
    }
    ~NetworkNamespace()
    {
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
    }
    NetworkNamespace(const NetworkNamespace &) = delete;
    NetworkNamespace &operator=(const NetworkNamespace &) = delete;

    bool isThere() const { return m_isThere; }
    std::string handle() const { return "/proc/" + std::to_string(m_process) + "/ns/net"; }
    std::string name() const { return linkOf(m_process, "ns/net"); }

private:
    pid_t m_process = -1;
    bool m_isThere = false;
};

constexpr const char *kOwner = "12345:54321";

} // namespace

class TestJailRun : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void layout_hasModesAndOwners();
    void program_seesItsCommandLine();
    void program_seesNothingOfItsStarter();
    void program_cannotReachTheHost();
    void limits_areExact_data();
    void limits_areExact();
    void limit_ofFileSize_isASignal();
    void limit_ofThreeDescriptors_isAnError();
    void inPlace_sameProcess();
    void daemon_isTheGrandchild();
    void daemon_asProcessOne_staysInPlace();
    void newPidNamespace_tellsThePidOutside_data();
    void newPidNamespace_tellsThePidOutside();
    void newPidNamespace_survivesItsTerminal();
    void newPidNamespace_withPidFileThere_startsNothing();
    void networkNamespace_isJoined();
    void whatWasThere_survives();
    void mounts_ofTheJail_areVisibleInItOnly();
    void removing_afterTheEnd_meetsNothingBusy();
    void random_missing_isOnlyAWarning();
    void dryRun_printsAndDoesNothing();
    void twoJails_shareTheirBase();
    void error_isOneLineAndStatusOne_data();
    void error_isOneLineAndStatusOne();
    void program_thatCannotRun_isToldSo_data();
    void program_thatCannotRun_isToldSo();
    void information_isPrinted();
};

void TestJailRun::initTestCase()
{
    if (const QByteArray why = whyNoJails(); !why.isEmpty())
        QSKIP(why.constData());
    // Mounts made here stay here.
    QVERIFY(::unshare(CLONE_NEWNS) == 0 && ::mount(nullptr, "/", nullptr, MS_PRIVATE | MS_REC, nullptr) == 0);
    ::umask(022);
}

void TestJailRun::layout_hasModesAndOwners()
{
    JailRunner runner;
    QVERIFY(seenAfter(runner));
    const std::string owner = kOwner;
    for (const char *directory : {"/", "/dev", "/dev/net", "/run"})
        QCOMPARE(describeEntry(runner.jail(directory)), "d0700 " + owner);
    QCOMPARE(describeEntry(runner.jail("/dev/net/tun")), "c0600 " + owner + " 10:200");
    QCOMPARE(describeEntry(runner.jail("/dev/kvm")), "c0600 " + owner + " 10:232");
    QCOMPARE(describeEntry(runner.jail("/dev/urandom")), "c0600 " + owner + " 1:9");
    QCOMPARE(describeEntry(runner.jail("/firecracker")), "-0755 " + owner);
    QCOMPARE(describeEntry(runner.jail("/firecracker.pid")), "-0644 0:0");
    QCOMPARE(describeEntry(runner.jail("/old_root")), "missing");
    const QByteArray misc = contentOf("/proc/misc");
    const QByteArray line = misc.left(misc.indexOf(" userfaultfd\n"));
    const QByteArray minor = line.mid(line.lastIndexOf('\n') + 1).trimmed();
    QCOMPARE(describeEntry(runner.jail("/dev/userfaultfd")),
             misc.contains(" userfaultfd\n") ? "c0600 " + owner + " 10:" + minor.toStdString() : "missing");
    QCOMPARE(contentOf(runner.jail("/firecracker")), contentOf(runner.program()));
}

void TestJailRun::program_seesItsCommandLine()
{
    JailRunner runner;
    const auto seen = seenAfter(runner, "-- --no-api --id again --api-sock=x -- --");
    QVERIFY(seen);
    const QByteArrayList words = seen->values("argument");
    QCOMPARE(words.size(), 15);
    QCOMPARE(words[0], "/firecracker");
    QCOMPARE(words[1], "--id");
    QCOMPARE(words[2], "jail-1");
    QCOMPARE(words[3], "--start-time-us");
    QCOMPARE(words[5], "--start-time-cpu-us");
    QCOMPARE(words[7], "--parent-cpu-time-us");
    QVERIFY(words.mid(9) == (QByteArrayList{"--no-api", "--id", "again", "--api-sock=x", "--", "--"}));
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const qlonglong start = words[4].toLongLong();
    QVERIFY(start > 0 && start <= now.tv_sec * 1'000'000 + now.tv_nsec / 1000);
    // One process: what it used up to the exec was the jailer's, less what was before its main().
    QVERIFY(words[6].toLongLong() >= words[8].toLongLong() && words[8].toLongLong() > 0);
}

void TestJailRun::program_seesNothingOfItsStarter()
{
    // Whoever starts the jailer has much that could leak.
    const std::vector<gid_t> groups{0, 7, 8};
    QCOMPARE(::setgroups(groups.size(), groups.data()), 0);
    const int low = ::open("/", O_RDONLY);
    const int high = ::fcntl(low, F_DUPFD, 1000);
    QVERIFY(low > 2 && high >= 1000);
    qputenv("SECRET", "value");
    ::signal(SIGPIPE, SIG_IGN);
    sigset_t blocked;
    sigset_t before;
    ::sigfillset(&blocked);
    ::sigdelset(&blocked, SIGCHLD);
    ::sigprocmask(SIG_BLOCK, &blocked, &before);
    ::umask(027);

    JailRunner runner;
    const auto seen = seenAfter(runner);
    ::sigprocmask(SIG_SETMASK, &before, nullptr);
    ::umask(022);
    ::close(low);
    ::close(high);
    QVERIFY(seen);
    QVERIFY2(seen->values("variable").isEmpty(), seen->text().constData());
    QVERIFY(seen->values("descriptor") == (QByteArrayList{"0 null", "1 other", "2 other"}) ||
            seen->values("descriptor") == (QByteArrayList{"0 other", "1 other", "2 other"}));
    QCOMPARE(seen->value("users"), "12345 12345 12345");
    QCOMPARE(seen->value("groups"), "54321 54321 54321");
    QCOMPARE(seen->value("supplementary"), "0");
    QCOMPARE(seen->value("signals"), "default 0");
    QCOMPARE(seen->value("directory"), "/");
    QCOMPARE(seen->value("umask"), "27"); // inherited
}

void TestJailRun::program_cannotReachTheHost()
{
    JailRunner runner;
    const auto seen = seenAfter(runner);
    QVERIFY(seen);
    for (const QByteArray &line : seen->values("reaches"))
        QVERIFY2(line == ".. 1" || line.endsWith(" 0"), line.constData()); // ".." is the root itself
    QVERIFY(seen->values("reaches").size() > 5);
    QVERIFY(seen->values("opens").contains("/dev/urandom 1"));
    if (::access("/dev/kvm", F_OK) == 0)
        QVERIFY(seen->values("opens").contains("/dev/kvm 1"));
}

void TestJailRun::limits_areExact_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("files");
    QTest::addColumn<QByteArray>("fileSize");
    rlimit unlimited{};
    ::getrlimit(RLIMIT_FSIZE, &unlimited);
    const QByteArray untouched =
        QByteArray::number(qulonglong(unlimited.rlim_cur)) + ' ' + QByteArray::number(qulonglong(unlimited.rlim_max));
    QTest::newRow("default") << QByteArray() << QByteArray("2048 2048") << untouched;
    QTest::newRow("files") << QByteArray("--resource-limit no-file=1024") << QByteArray("1024 1024") << untouched;
    QTest::newRow("file size") << QByteArray("--resource-limit fsize=1048576") << QByteArray("2048 2048")
                               << QByteArray("1048576 1048576");
    QTest::newRow("the last one") << QByteArray("--resource-limit no-file=9 --resource-limit fsize=2097152 "
                                                "--resource-limit no-file=99")
                                  << QByteArray("99 99") << QByteArray("2097152 2097152");
    QTest::newRow("new PID namespace") << QByteArray("--new-pid-ns --resource-limit no-file=77") << QByteArray("77 77")
                                       << untouched;
    QTest::newRow("daemon") << QByteArray("--daemonize --resource-limit no-file=77") << QByteArray("77 77")
                            << untouched;
}

void TestJailRun::limits_areExact()
{
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, files);
    QFETCH(const QByteArray, fileSize);
    JailRunner runner;
    (void)runner.run(options);
    const auto seen = runner.seen();
    QVERIFY(seen);
    QCOMPARE(seen->value("files"), files);
    QCOMPARE(seen->value("file-size"), fileSize);
}

void TestJailRun::limit_ofFileSize_isASignal()
{
    JailRunner runner;
    const JailerEnd end = runner.run("--resource-limit fsize=65536 -- --grow 65536");
    QCOMPARE(end.signal, SIGXFSZ);
    QCOMPARE(std::filesystem::file_size(runner.jail("/grown")), 65536U);
}

void TestJailRun::limit_ofThreeDescriptors_isAnError()
{
    JailRunner runner;
    const JailerEnd end = runner.run("--resource-limit no-file=3");
    QCOMPARE(end.code, 1);
    QVERIFY2(end.errors.contains("No file descriptors available (os error 24)"), end.errors.constData());
}

void TestJailRun::inPlace_sameProcess()
{
    JailRunner runner;
    runner.start("-- --stay");
    const auto seen = runner.seen();
    QVERIFY(seen);
    QCOMPARE(runner.pidFile(), runner.pid());
    QCOMPARE(contentOf("/proc/" + std::to_string(runner.pid()) + "/comm"), "firecracker\n");
    QCOMPARE(seen->value("processes"), QByteArray::number(runner.pid()) + ' ' + QByteArray::number(::getsid(0)) + ' ' +
                                           QByteArray::number(::getpgrp()));
    QCOMPARE(statusOf(runner.pid(), "CapEff"), "0000000000000000");
    QCOMPARE(statusOf(runner.pid(), "CapPrm"), "0000000000000000");
    QCOMPARE(statusOf(runner.pid(), "Groups"), "");
    QVERIFY(linkOf(runner.pid(), "ns/mnt") != linkOf(::getpid(), "ns/mnt"));
    for (const char *name : {"ns/pid", "ns/net", "ns/ipc", "ns/uts", "ns/user"})
        QCOMPARE(linkOf(runner.pid(), name), linkOf(::getpid(), name));
    for (const char *name : {"cwd", "root"})
        QVERIFY(std::filesystem::equivalent("/proc/" + std::to_string(runner.pid()) + '/' + name, runner.jail()));
}

void TestJailRun::daemon_isTheGrandchild()
{
    JailRunner runner;
    const JailerEnd end = runner.run("--daemonize -- --stay");
    QCOMPARE(end.code, 0);
    QVERIFY(end.output.isEmpty() && end.errors.isEmpty()); // and both pipes have ended: nobody holds them
    const auto seen = runner.seen();
    QVERIFY(seen);
    const pid_t engine = runner.pidFile();
    QVERIFY(engine > 1 && engine != runner.pid());
    QVERIFY(seen->values("descriptor") == (QByteArrayList{"0 null", "1 null", "2 null"}));
    QCOMPARE(seen->value("leads-session"), "0");
    QVERIFY(::getsid(engine) != ::getsid(0));
    QVERIFY(::getsid(engine) != engine);
    QCOMPARE(contentOf("/proc/" + std::to_string(engine) + "/comm"), "firecracker\n");
    // CPU time before the last fork was that of others.
    const QByteArrayList words = seen->values("argument");
    QVERIFY2(words[8].toLongLong() > words[6].toLongLong(), seen->text().constData());
    runner.kill(engine);
    QVERIFY(eventually([&] { return ::kill(engine, 0) != 0; }));
}

void TestJailRun::daemon_asProcessOne_staysInPlace()
{
    JailRunner runner;
    runner.launcher = "/usr/bin/unshare --pid --fork --kill-child=KILL";
    runner.start("--daemonize -- --stay");
    const auto seen = runner.seen();
    QVERIFY(seen);
    QVERIFY(seen->value("processes").startsWith("1 "));
    QVERIFY(seen->values("descriptor") == (QByteArrayList{"0 null", "1 null", "2 null"}));
    QCOMPARE(seen->value("leads-session"), "1");
    // A driver would kill whom the file names, and 1 is not who it means outside.
    QVERIFY(!std::filesystem::exists(runner.jail("/firecracker.pid")));
}

void TestJailRun::newPidNamespace_tellsThePidOutside_data()
{
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("launcher");
    QTest::addColumn<bool>("leadsSession");
    QTest::newRow("alone") << QByteArray("--new-pid-ns") << QByteArray() << false;
    // Its end would hang up the child.
    QTest::newRow("leader of a session") << QByteArray("--new-pid-ns") << QByteArray("/usr/bin/setsid --wait") << true;
    QTest::newRow("daemon") << QByteArray("--new-pid-ns --daemonize") << QByteArray() << false;
}

void TestJailRun::newPidNamespace_tellsThePidOutside()
{
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, launcher);
    QFETCH(const bool, leadsSession);
    JailRunner runner;
    runner.launcher = launcher;
    runner.start(options + " -- --stay");
    const auto seen = runner.seen();
    QVERIFY(seen);
    const pid_t engine = runner.pidFile();
    QVERIFY(engine > 1);
    QCOMPARE(statusOf(engine, "NStgid"), QByteArray::number(engine) + " 1");
    QVERIFY(seen->value("processes").startsWith("1 "));
    QCOMPARE(seen->value("leads-session"), leadsSession ? "1" : "0");
    QCOMPARE(describeEntry(runner.jail("/firecracker.pid")), "-0644 0:0");
    const QByteArrayList words = seen->values("argument");
    QVERIFY(words[8].toLongLong() > words[6].toLongLong());
    runner.kill(engine);
    QCOMPARE(runner.waitForEnd().code, 0); // with the pipes, which the engine has
}

void TestJailRun::newPidNamespace_survivesItsTerminal()
{
    // As under screen: the jailer leads the session of a terminal, and its end hangs up whoever is left there.
    JailRunner runner;
    std::vector<std::string> words = runner.commandLine("--new-pid-ns -- --stay");
    int terminal = -1;
    const pid_t jailer = ::forkpty(&terminal, nullptr, nullptr, nullptr);
    if (jailer == 0) {
        std::vector<char *> argv;
        for (std::string &word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    QVERIFY(jailer > 0);
    int status = -1;
    QVERIFY(eventually([&] { return ::waitpid(jailer, &status, WNOHANG) == jailer; }));
    QCOMPARE(status, 0);
    QVERIFY(runner.seen());
    ::close(terminal);
    const pid_t engine = runner.pidFile();
    QVERIFY(!eventually([&] { return ::kill(engine, 0) != 0; }, std::chrono::milliseconds(100)));
    QCOMPARE(statusOf(engine, "SigPnd"), "0000000000000000");
}

void TestJailRun::newPidNamespace_withPidFileThere_startsNothing()
{
    JailRunner runner;
    std::filesystem::create_directories(runner.jail());
    writeFile(runner.jail("/firecracker.pid"), "old");
    const JailerEnd end = runner.run("--new-pid-ns -- --stay");
    QCOMPARE(end.code, 1);
    QCOMPARE(end.errors, "Jailer error: Failed to open file /firecracker.pid: File exists (os error 17)\n");
    QCOMPARE(contentOf(runner.jail("/firecracker.pid")), "old");
    QVERIFY(!std::filesystem::exists(runner.jail("/seen")));
}

void TestJailRun::networkNamespace_isJoined()
{
    const NetworkNamespace other;
    if (!other.isThere())
        QSKIP("no network namespace can be had");
    JailRunner runner;
    runner.start(("--netns " + other.handle() + " -- --stay").c_str());
    const auto seen = runner.seen();
    QVERIFY(seen);
    QVERIFY(seen->values("interface") == QByteArrayList{"lo"});
    QCOMPARE(linkOf(runner.pid(), "ns/net"), other.name());
}

void TestJailRun::whatWasThere_survives()
{
    JailRunner runner;
    std::filesystem::create_directories(runner.jail("/run/mine"));
    std::filesystem::create_directories(runner.jail("/etc"));
    writeFile(runner.jail("/rootfs.ext4"), "disk");
    writeFile(runner.jail("/firecracker"), std::string(std::size_t{4} << 20, 'x')); // an older, longer program
    QVERIFY(seenAfter(runner));
    QCOMPARE(contentOf(runner.jail("/rootfs.ext4")), "disk");
    QVERIFY(std::filesystem::is_directory(runner.jail("/run/mine")));
    QVERIFY(std::filesystem::is_directory(runner.jail("/etc")));
    QCOMPARE(contentOf(runner.jail("/firecracker")), contentOf(runner.program()));
    QCOMPARE(describeEntry(runner.jail("/run")), std::string("d0700 ") + kOwner);
}

void TestJailRun::mounts_ofTheJail_areVisibleInItOnly()
{
    JailRunner runner;
    std::filesystem::create_directories(runner.jail("/inside"));
    QCOMPARE(::mount("test", runner.jail("/inside").c_str(), "tmpfs", 0, "size=64k"), 0);
    writeFile(runner.jail("/inside/file"), "x");
    const QByteArray before = contentOf("/proc/self/mountinfo");
    runner.start("-- --stay");
    const auto seen = runner.seen();
    QVERIFY(seen);
    QCOMPARE(contentOf("/proc/self/mountinfo"), before);
    const QByteArrayList mounts =
        contentOf("/proc/" + std::to_string(runner.pid()) + "/mountinfo").trimmed().split('\n');
    QCOMPARE(mounts.size(), 2);
    QVERIFY2(mounts[0].contains(" / ") && mounts[1].contains(" /inside "), mounts.join('\n').constData());
    QCOMPARE(::umount2(runner.jail("/inside").c_str(), 0), 0); // not busy here
    QVERIFY(seen->values("reaches").contains("/inside/file 1"));
}

void TestJailRun::removing_afterTheEnd_meetsNothingBusy()
{
    JailRunner runner;
    QCOMPARE(runner.run("--daemonize --new-pid-ns -- --stay").code, 0);
    QVERIFY(runner.seen());
    const pid_t engine = runner.pidFile();
    runner.kill(engine);
    QVERIFY(eventually([&] { return ::kill(engine, 0) != 0; }));
    std::error_code error;
    std::filesystem::remove_all(runner.base() + "/firecracker", error);
    QCOMPARE(error.value(), 0);
    QVERIFY(!std::filesystem::exists(runner.base() + "/firecracker"));
}

void TestJailRun::random_missing_isOnlyAWarning()
{
    JailRunner runner;
    std::filesystem::create_directories(runner.jail("/dev"));
    writeFile(runner.jail("/dev/urandom"), "");
    const JailerEnd end = runner.run();
    QCOMPARE(end.code, 42);
    QCOMPARE(end.errors, "");
    QCOMPARE(end.output, "Warning! Could not create /dev/urandom device inside jailer: Failed to create /dev/urandom "
                         "via mknod inside the jail: File exists (os error 17).\n"
                         "MMDS version 2 will not be available to use.\n");
}

void TestJailRun::dryRun_printsAndDoesNothing()
{
    JailRunner runner;
    const JailerEnd end = runner.run("--dry-run --daemonize --netns /nowhere");
    QCOMPARE(end.code, 0);
    QCOMPARE(end.errors, "");
    QVERIFY(end.output.startsWith("make jail directory  path=" + QByteArray(runner.jail().c_str()) + '\n'));
    QVERIFY(end.output.contains("\njoin network namespace  path=/nowhere\n"));
    QVERIFY(end.output.endsWith("\nbecome engine  program=/firecracker\n"));
    QVERIFY(std::filesystem::is_empty(runner.base()));
}

void TestJailRun::twoJails_shareTheirBase()
{
    JailRunner runner;
    QVERIFY(seenAfter(runner));
    runner.id = "jail-2";
    QVERIFY(seenAfter(runner));
    // The first again: its nodes are still there.
    runner.id = "jail-1";
    const JailerEnd again = runner.run();
    QCOMPARE(again.code, 1);
    QCOMPARE(again.errors,
             "Jailer error: Failed to create /dev/net/tun via mknod inside the jail: File exists (os error 17)\n");
    // Reused once the nodes and the PID file are gone.
    for (const char *path : {"/dev", "/firecracker.pid", "/seen"})
        std::filesystem::remove_all(runner.jail(path));
    QVERIFY(seenAfter(runner));
}

void TestJailRun::error_isOneLineAndStatusOne_data()
{
    QTest::addColumn<QByteArray>("prepare"); // in the jail: "link PATH TO", "hard PATH", "dir PATH", "file PATH"
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *prepare, const char *options, const char *error) {
        QTest::newRow(name) << QByteArray(prepare) << QByteArray(options) << QByteArray(error);
    };
    row("executable is a link", "link /firecracker /etc/victim", "",
        "Failed to open JAIL/firecracker: Symbolic link loop (os error 40)");
    row("executable has another name", "hard /firecracker", "", "Detected hard link at: JAIL/firecracker");
    row("executable is a directory", "dir /firecracker", "", "JAIL/firecracker is not a file");
    row("no network namespace", "", "--netns /none",
        "Failed to open file /none: No such file or directory (os error 2)");
    row("other than a network namespace", "", "--netns /etc/passwd",
        "Failed to join network namespace: netns: Invalid argument (os error 22)");
    row("directory is a link", "link /dev /etc", "",
        "Failed to create directory /dev: Symbolic link loop (os error 40)");
    row("directory is a file", "file /run", "", "Failed to create directory /run: Not a directory (os error 20)");
    row("inner directory is a link", "dir /dev,link /dev/net /etc", "",
        "Failed to create directory /dev/net: Symbolic link loop (os error 40)");
    row("device is there", "dir /dev,file /dev/kvm", "",
        "Failed to create /dev/kvm via mknod inside the jail: File exists (os error 17)");
    row("device is a link", "dir /dev,dir /dev/net,link /dev/net/tun /etc/victim", "",
        "Failed to create /dev/net/tun via mknod inside the jail: File exists (os error 17)");
    row("PID file is there", "file /firecracker.pid", "",
        "Failed to open file /firecracker.pid: File exists (os error 17)");
    row("PID file is a link", "link /firecracker.pid /etc/victim", "",
        "Failed to open file /firecracker.pid: File exists (os error 17)");
    row("too many descriptors", "", "--resource-limit no-file=18446744073709551615",
        "Failed to set limit for resource: number of file descriptors");
}

void TestJailRun::error_isOneLineAndStatusOne()
{
    QFETCH(const QByteArray, prepare);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, error);
    JailRunner runner;
    std::filesystem::create_directories(runner.jail());
    for (const QByteArray &action : prepare.split(',')) {
        const QByteArrayList words = action.split(' ');
        const std::string path = runner.jail(words.value(1).toStdString());
        if (words[0] == "link")
            std::filesystem::create_symlink(words[2].toStdString(), path);
        else if (words[0] == "dir")
            std::filesystem::create_directory(path);
        else if (words[0] == "file" || words[0] == "hard")
            writeFile(path, "old");
        if (words[0] == "hard")
            std::filesystem::create_hard_link(path, runner.path("other-name"));
    }
    const JailerEnd end = runner.run(options);
    QCOMPARE(end.code, 1);
    QCOMPARE(end.output, "");
    QCOMPARE(end.errors, "Jailer error: " + QByteArray(error).replace("JAIL", runner.jail().c_str()) + '\n');
    QVERIFY(!std::filesystem::exists(runner.jail("/seen")));
}

void TestJailRun::program_thatCannotRun_isToldSo_data()
{
    QTest::addColumn<unsigned>("mode");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("not executable") << 0600U << QByteArray("Permission denied (os error 13)");
    QTest::newRow("no program") << 0755U << QByteArray("Exec format error (os error 8)");
}

void TestJailRun::program_thatCannotRun_isToldSo()
{
    QFETCH(const unsigned, mode);
    QFETCH(const QByteArray, reason);
    JailRunner runner;
    writeFile(runner.program(), "only text");
    QCOMPARE(::chmod(runner.program().c_str(), mode), 0);
    const JailerEnd end = runner.run();
    QCOMPARE(end.errors, "Jailer error: Failed to exec into Firecracker: " + reason + '\n');
    QCOMPARE(end.code, 1);
}

void TestJailRun::information_isPrinted()
{
    JailRunner runner;
    const JailerEnd version = runner.run("--version");
    QCOMPARE(version.code, 0);
    QVERIFY2(version.output.startsWith("Jailer v") && version.output.endsWith("\n\n"), version.output.constData());
    const JailerEnd help = runner.run("--nonsense -h");
    QCOMPARE(help.code, 0);
    QVERIFY(help.output.startsWith(version.output + "required arguments:\n"));
    QVERIFY(
        help.output.endsWith("\n\nAny arguments after the -- separator will be supplied to the jailed binary.\n\n"));
    const JailerEnd wrong = runner.run("--nonsense");
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.output, "");
    QCOMPARE(wrong.errors, "Failed to parse arguments: Found argument 'nonsense' which wasn't expected, or isn't valid "
                           "in this context.\nError: ArgumentParsing(UnexpectedArgument(\"nonsense\"))\n");
}

QTEST_APPLESS_MAIN(TestJailRun)
#include "tst_jail_run.moc"
