// What an engine sees in a real jail, built by an ordinary user, and what becomes of its places on the host.
#include "jail_harness.h"

#include <QTest>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <sys/stat.h>
#include <unistd.h>

using namespace sparkler::test;
namespace fs = std::filesystem;

namespace {

const Words kReport{"--do", "report"};

bool has(const std::string &text, const std::string &line)
{
    return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

/// From the text of /proc/self/mountinfo: a mount's place, and what is told of it from there on.
std::string mountOf(const std::string &mounts, const std::string &place)
{
    std::istringstream lines(mounts);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string field;
        std::string found;
        for (int i = 0; fields >> field; ++i) {
            if (i >= 4)
                found += (i == 4 ? "" : " ") + field;
        }
        if (found.starts_with(place + " "))
            return found;
    }
    return {};
}

} // namespace

class TestRootlessJail : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { NEEDS_JAILS(); }
    void files_onlyWhatIsShown();
    void mounts_haveTheirFlags();
    void process_hasNothingLeft();
    void processOfRoot_hasNothingLeftEither();
    void process_environmentAndDescriptorsAreEmpty();
    void arguments_idAndTimesComeFirst();
    void limits_asAsked();
    void fileSizeLimit_endsAWriter();
    void tmp_isSmall();
    void network_isEmpty_unlessTheHosts();
    void otherProgram_cannotBeExecuted();
    void show_besideTheMachine();
    void show_nestedInAnother();
    void show_overALink();
    void show_aSocket();
    void refused_data();
    void refused();
    void refused_linkUnderWay();
    void refused_linkAtTheEnd();
    void refused_directoryAsStandardInput();
    void refused_dynamicEngine();
    void dryRun_doesNothing();
    void controlGroup_withoutDelegation();
};

void TestRootlessJail::files_onlyWhatIsShown()
{
    const JailPlace place;
    place.write(place.machine("files/disk"), "x");
    place.write(place.machine("files/other"), "x");
    place.write(place.machine("run/old"), "x");
    const Outcome seen =
        place.run({"--show", place.machine("run") + ":rw", "--show", place.machine("files/disk")}, kReport);
    QCOMPARE(seen.err, std::string());
    QCOMPARE(seen.exitCode, 0);
    QCOMPARE(sections(seen.out).at("tree"),
             std::string("/dev/\n/dev/kvm\n/dev/null\n/dev/urandom\n/jail_witness\n/machine/\n/machine/files/\n"
                         "/machine/files/disk\n/machine/run/\n/machine/run/old\n/proc/\n/tmp/\n"));
    QCOMPARE(sections(seen.out).at("proc"), std::string("1\nself\nthread-self\n"));
}

void TestRootlessJail::mounts_haveTheirFlags()
{
    const JailPlace place;
    place.write(place.machine("files/disk"), "x");
    const Outcome seen =
        place.run({"--show", place.machine("run") + ":rw", "--show", place.machine("files/disk")}, kReport);
    const std::string mounts = sections(seen.out).at("mounts");
    QVERIFY(mountOf(mounts, "/").starts_with("/ ro,nosuid,nodev,noexec,"));
    QVERIFY(mountOf(mounts, "/jail_witness").starts_with("/jail_witness ro,nosuid,nodev,"));
    QVERIFY(!mountOf(mounts, "/jail_witness").contains("noexec"));
    QVERIFY(mountOf(mounts, "/machine/files/disk").starts_with("/machine/files/disk ro,nosuid,nodev,noexec,"));
    QVERIFY(mountOf(mounts, "/machine/run").starts_with("/machine/run rw,nosuid,nodev,noexec,"));
    QVERIFY(mountOf(mounts, "/dev/kvm").starts_with("/dev/kvm ro,nosuid,noexec,"));
    QVERIFY(mountOf(mounts, "/tmp").starts_with("/tmp rw,nosuid,nodev,noexec,"));
    const std::string proc = mountOf(mounts, "/proc");
    QVERIFY(proc.starts_with("/proc ro,nosuid,nodev,noexec,"));
    QVERIFY(proc.contains("hidepid=invisible") && proc.contains("subset=pid"));
    QCOMPARE(std::count(mounts.begin(), mounts.end(), '\n'), 9); // no other
}

void TestRootlessJail::process_hasNothingLeft()
{
    const JailPlace place;
    const Outcome seen = place.run({}, kReport);
    const std::string status = sections(seen.out).at("status");
    for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb", "SigBlk", "SigIgn"})
        QVERIFY2(has(status, std::string(set) + ":\t0000000000000000"), set);
    QVERIFY(has(status, "NoNewPrivs:\t1"));
    const std::string process = sections(seen.out).at("process");
    for (const char *fact : {"pid 1", "parent 0", "session 1", "cwd /machine", "umask 077", "host test",
                             "securebits 0xef", "death-signal 9"})
        QVERIFY2(has(process, fact), fact);
    // The numbers stay, and so does the group that makes /dev/kvm usable, though it has no name in there.
    const bool dropped = ::geteuid() == 0;
    QVERIFY(has(process, "uid " + std::to_string(dropped ? kJailUser : ::geteuid())));
    QVERIFY(has(process, "gid " + std::to_string(dropped ? kJailGroup : ::getegid())));
    if (dropped)
        QVERIFY(has(status, "Groups:\t65534 "));
}

void TestRootlessJail::processOfRoot_hasNothingLeftEither()
{
    // An exec by user 0 would give all capabilities back, were it not for the securebits.
    if (::geteuid() != 0)
        QSKIP("only root can try that");
    const JailPlace place;
    // In the jail's user namespace nobody has power over files of others.
    QCOMPARE(::chown(place.path().c_str(), 0, 0), 0);
    const Outcome seen = Program(place.command({}, kReport), As::RootWithDevices).finish();
    QCOMPARE(seen.err, std::string());
    const std::string status = sections(seen.out).at("status");
    QVERIFY(has(sections(seen.out).at("process"), "uid 0"));
    for (const char *set : {"CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"})
        QVERIFY2(has(status, std::string(set) + ":\t0000000000000000"), set);
}

void TestRootlessJail::process_environmentAndDescriptorsAreEmpty()
{
    const JailPlace place;
    const int leak = ::open("/", O_RDONLY); // without O_CLOEXEC
    Program program(place.command({}, kReport), As::OrdinaryUser, {"SECRET=1", "PATH=/usr/bin:/bin"});
    const Outcome seen = program.finish();
    ::close(leak);
    QCOMPARE(seen.exitCode, 0);
    QVERIFY(!sections(seen.out).contains("environment"));
    QCOMPARE(sections(seen.out).at("descriptors"), std::string("0\n1\n2\n"));
}

void TestRootlessJail::arguments_idAndTimesComeFirst()
{
    const JailPlace place;
    const std::string plain = sections(place.run({}, kReport).out).at("arguments");
    QVERIFY(plain.starts_with("/jail_witness\n--id\ntest\n--start-time-us\n"));
    QVERIFY(plain.contains("\n--start-time-cpu-us\n") && plain.contains("\n--parent-cpu-time-us\n"));
    QVERIFY(plain.ends_with("\n--do\nreport\n"));
    const std::string own = sections(place.run({}, {"--do", "report", "--id", "mine"}).out).at("arguments");
    QVERIFY(own.starts_with("/jail_witness\n--start-time-us\n"));
    QVERIFY(own.ends_with("\n--do\nreport\n--id\nmine\n"));
}

void TestRootlessJail::limits_asAsked()
{
    const JailPlace place;
    const std::string usual = sections(place.run({}, kReport).out).at("limits");
    for (const char *line : {"files 2048 2048", "core 0 0", "processes 512 512"})
        QVERIFY2(has(usual, line), line);
    const Outcome asked = place.run({"--resource-limit", "no-file=100", "--resource-limit", "fsize=123456"}, kReport);
    QVERIFY(has(sections(asked.out).at("limits"), "files 100 100"));
    QVERIFY(has(sections(asked.out).at("limits"), "fsize 123456 123456"));
}

void TestRootlessJail::fileSizeLimit_endsAWriter()
{
    const JailPlace place;
    // Nobody handles the signal, and process 1 does not die of it: the write fails.
    const Outcome seen = place.run({"--show", place.machine("run") + ":rw", "--resource-limit", "fsize=200000"},
                                   {"--do", "fill", "/machine/run/file"});
    QCOMPARE(seen.exitCode, EFBIG);
    QCOMPARE(fs::file_size(place.machine("run/file")), 200000U);
    QCOMPARE(fs::status(place.machine("run/file")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

void TestRootlessJail::tmp_isSmall()
{
    const JailPlace place;
    QCOMPARE(place.run({}, {"--do", "fill", "/tmp/file"}).exitCode, ENOSPC);
    QCOMPARE(place.run({}, {"--do", "fill", "/file"}).exitCode, EROFS);
    QCOMPARE(place.run({}, {"--do", "fill", "/machine/file"}).exitCode, EROFS);
}

void TestRootlessJail::network_isEmpty_unlessTheHosts()
{
    const JailPlace place;
    const auto link = [](const char *path) { return fs::read_symlink(path).string(); };
    const auto program = place.start({}, {"--do", "hold"});
    QVERIFY(program->says("ready"));
    const std::vector<pid_t> engine = childrenOf(program->pid());
    QCOMPARE(engine.size(), 1U);
    for (const char *kind : {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup"})
        QVERIFY2(fs::read_symlink(fs::path("/proc") / std::to_string(engine[0]) / "ns" / kind) !=
                     link((std::string("/proc/self/ns/") + kind).c_str()),
                 kind);
    const auto other = place.start({"--network", "host"}, {"--do", "hold"});
    QVERIFY(other->says("ready"));
    const std::vector<pid_t> networked = childrenOf(other->pid());
    QCOMPARE(networked.size(), 1U);
    const fs::path network = fs::path("/proc") / std::to_string(networked[0]) / "ns/net";
    QCOMPARE(fs::read_symlink(network).string(), link("/proc/self/ns/net"));
    // For taps.
    const std::string tree = sections(place.run({"--network", "host"}, kReport).out).at("tree");
    QVERIFY(has(tree, "/dev/net/tun"));
}

void TestRootlessJail::otherProgram_cannotBeExecuted()
{
    const JailPlace place;
    fs::copy_file(place.engine("jail_witness"), place.machine("files/program"));
    const Words shown{"--show", place.machine("files")};
    QCOMPARE(place.run(shown, {"--do", "exec", "/jail_witness"}).exitCode, 7);
    QCOMPARE(place.run(shown, {"--do", "exec", "/machine/files/program"}).exitCode, EACCES);
}

void TestRootlessJail::show_besideTheMachine()
{
    const JailPlace place;
    place.write(place.path() + "/kernel=6:1", "x");
    const Outcome seen = place.run({"--show", place.path() + "/kernel=6:1=/machine/files/kernel:ro"}, kReport);
    QCOMPARE(seen.err, std::string());
    QVERIFY(has(sections(seen.out).at("tree"), "/machine/files/kernel"));
}

void TestRootlessJail::show_nestedInAnother()
{
    const JailPlace place;
    place.write(place.machine("run/fixed"), "x");
    const Words shown{"--show", place.machine("run/fixed") + ":ro", "--show", place.machine("run") + ":rw"};
    QCOMPARE(place.run(shown, {"--do", "fill", "/machine/run/fixed"}).exitCode, EROFS);
    // Where there is no place for it, none is made on the host.
    place.write(place.path() + "/more", "x");
    const Outcome missing = place.run(
        {"--show", place.machine("run") + ":rw", "--show", place.path() + "/more=/machine/run/more"}, kReport);
    QCOMPARE(missing.exitCode, 1);
    QVERIFY2(missing.err.contains("no such entry"), missing.err.c_str());
    QVERIFY(!fs::exists(place.machine("run/more")));
}

void TestRootlessJail::show_overALink()
{
    // As the manager keeps a file of the library in a machine's directory: a link, and the file shown in its place.
    const JailPlace place;
    place.write(place.path() + "/kernel", "linux");
    fs::create_symlink(place.path() + "/kernel", place.machine("files/kernel"));
    const Words link{"--show", place.machine("files") + ":rw"};
    Words both = link;
    both.insert(both.end(), {"--show", place.path() + "/kernel=/machine/files/kernel:ro"});
    const Words read{"--try", "open_absolute", "secret=/machine/files/kernel"};
    QCOMPARE(place.run(link, read, "escape_attempts").exitCode, 20); // it leads nowhere in there
    QCOMPARE(place.run(both, read, "escape_attempts").exitCode, 10);
    const int written = place.run(both, {"--do", "fill", "/machine/files/kernel"}).exitCode;
    QVERIFY(written == EROFS || written == EACCES);
    QVERIFY(fs::is_symlink(place.machine("files/kernel")));
}

void TestRootlessJail::show_aSocket()
{
    const JailPlace place;
    QCOMPARE(::mkfifo(place.machine("logs/fifo").c_str(), 0600), 0);
    place.giveToUser(place.machine("logs/fifo"));
    const Outcome seen = place.run({"--show", place.machine("logs/fifo") + ":rw"}, kReport);
    QCOMPARE(seen.err, std::string());
    QVERIFY(has(sections(seen.out).at("tree"), "/machine/logs/fifo"));
}

void TestRootlessJail::refused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("why");
    const QString machine = "MACHINE";
    QTest::newRow("missing") << QStringList{"--show", machine + "/files/nothing"} << "No such file or directory";
    QTest::newRow("device") << QStringList{"--show", "/dev/null=/machine/null"} << "it is a device";
    QTest::newRow("the machine itself") << QStringList{"--show", machine} << "what no engine may see";
    QTest::newRow("above the machine") << QStringList{"--show", "/=/machine/all"} << "has to be absolute";
    QTest::newRow("passt without network") << QStringList{"--forward", "tcp:80"} << "need --network user";
    QTest::newRow("unknown option") << QStringList{"--shwo", "x"} << "wasn't expected";
    QTest::newRow("id") << QStringList{"--id", "again"} << "more than once";
}

void TestRootlessJail::refused()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, why);
    const JailPlace place;
    Words words;
    for (QString option : options)
        words.push_back(option.replace("MACHINE", QString::fromStdString(place.machine())).toStdString());
    const Outcome seen = place.run(words, {"--do", "exit", "0"});
    QCOMPARE(seen.exitCode, 1);
    QCOMPARE(seen.out, std::string());
    QVERIFY2(seen.err.contains(why.toStdString()), seen.err.c_str());
    QCOMPARE(std::count(seen.err.begin(), seen.err.end(), '\n'), 1);
}

void TestRootlessJail::refused_linkUnderWay()
{
    // As an engine that was jailed before could have left it in a place where it may write.
    const JailPlace place;
    place.makeDirectory(place.path() + "/home");
    place.write(place.path() + "/home/key", "secret");
    fs::create_directory_symlink(place.path() + "/home", place.machine("snapshots/first"));
    const Outcome seen = place.run({"--show", place.machine("snapshots/first/key")}, kReport);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("a symbolic link is on the way"), seen.err.c_str());
}

void TestRootlessJail::refused_linkAtTheEnd()
{
    const JailPlace place;
    place.write(place.path() + "/key", "secret");
    fs::create_symlink(place.path() + "/key", place.machine("files/below"));
    fs::create_symlink(place.path() + "/key", place.path() + "/beside");
    for (const std::string &link : {place.machine("files/below"), place.path() + "/beside=/machine/files/beside"}) {
        const Outcome seen = place.run({"--show", link}, kReport);
        QCOMPARE(seen.exitCode, 1);
        QVERIFY2(seen.err.contains("symbolic link"), seen.err.c_str());
    }
}

void TestRootlessJail::refused_directoryAsStandardInput()
{
    const JailPlace place;
    const int saved = ::dup(STDIN_FILENO);
    const int directory = ::open("/", O_RDONLY | O_DIRECTORY);
    ::dup2(directory, STDIN_FILENO);
    const Outcome seen = place.run({}, kReport);
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    ::close(directory);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("Descriptor 0 is a directory"), seen.err.c_str());
}

void TestRootlessJail::refused_dynamicEngine()
{
    const JailPlace place;
    fs::copy_file("/bin/true", place.engine("dynamic"));
    const Outcome seen = place.run({}, {}, "dynamic");
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("not a static program"), seen.err.c_str());
}

void TestRootlessJail::dryRun_doesNothing()
{
    const JailPlace place;
    const Outcome seen = place.run({"--show", place.machine("files/nothing"), "--dry-run"}, {"--do", "fill", "x"});
    QCOMPARE(seen.exitCode, 0);
    QCOMPARE(seen.err, std::string());
    QVERIFY(has(seen.out, "show  path=" + place.machine("files/nothing") + "  at=/machine/files/nothing  mode=ro"));
    QVERIFY(seen.out.contains("\nbecome the engine  command=\"/jail_witness --id test "));
}

void TestRootlessJail::controlGroup_withoutDelegation()
{
    // An ordinary user started by the test's session: nothing is delegated to it.
    if (::geteuid() != 0)
        QSKIP("whether this user's session delegates is not known");
    const JailPlace place;
    QVERIFY(has(place.run({"--dry-run"}, {}).out, "make a control group  parent=\"no delegation\""));
    const Outcome seen = place.run({"--cgroup", "pids.max=100"}, kReport);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("Delegate=yes"), seen.err.c_str());
}

QTEST_GUILESS_MAIN(TestRootlessJail)
#include "tst_rootless_jail.moc"
