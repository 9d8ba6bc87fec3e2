// Control groups: where they are on a host, what the options make of them, and what is written in which order. A
// directory of plain files plays the kernel's part.
#include "command_line.h"

#include "jailer/privileged/cgroup_files.h"

#include <QTest>

#include <filesystem>
#include <sys/stat.h>

using namespace sparkler;
using namespace sparkler::jail;
using test::PretendedHost;

namespace {

constexpr const char *kV1 = "proc /proc proc rw,nosuid 0 0\n"
                            "tmpfs DIR tmpfs rw,mode=755 0 0\n"
                            "cgroup DIR/systemd cgroup rw,xattr,name=systemd 0 0\n"
                            "cgroup DIR/cpu,cpuacct cgroup rw,nosuid,cpu,cpuacct 0 0\n"
                            "cgroup DIR/cpuset cgroup rw,cpuset 0 0\n"
                            "cgroup DIR/a\\040b cgroup rw,memory 0 0\n";
constexpr const char *kV2 = "cgroup2 DIR/unified cgroup2 rw,nosuid,nsdelegate 0 0\n"
                            "cgroup2 DIR/another cgroup2 rw 0 0\n";

std::string contentOf(const std::string &path)
{
    const std::vector<std::byte> bytes = test::readFile(path);
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

/// A hierarchy made of files: every group in it has those named, with that content.
void makeGroup(const std::string &directory, const std::vector<std::pair<std::string, std::string>> &files)
{
    std::filesystem::create_directories(directory);
    for (const auto &[name, content] : files)
        test::writeFile(directory + '/' + name, content);
}

} // namespace

class TestJailCgroups : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void defaultVersion_followsTheHost_data();
    void defaultVersion_followsTheHost();
    void mounts_oddLines_areIgnored();
    void error_ofCgroupOptions_data();
    void error_ofCgroupOptions();
    void layout_v1_groupsByController();
    void layout_v2_isOneGroup();
    void layout_withoutValues_isNothing();
    void write_v1_inheritsThenWrites();
    void write_v1_nothingToInherit_isRefused();
    void write_v2_switchesOnFromTheTop();
    void write_throughLink_isRefused();
    void move_groupThere_elseNothing();
};

void TestJailCgroups::defaultVersion_followsTheHost_data()
{
    QTest::addColumn<QByteArray>("mounts");
    QTest::addColumn<unsigned>("version");
    QTest::newRow("v1") << QByteArray(kV1) << 1U;
    QTest::newRow("v2 alone") << QByteArray(kV2) << 2U;
    QTest::newRow("hybrid") << QByteArray(kV1) + kV2 << 1U;
    QTest::newRow("hybrid, other order") << QByteArray(kV2) + kV1 << 1U;
    QTest::newRow("none") << QByteArray("tmpfs / tmpfs rw 0 0\n") << 1U;
}

void TestJailCgroups::defaultVersion_followsTheHost()
{
    QFETCH(const QByteArray, mounts);
    QFETCH(const unsigned, version);
    QCOMPARE(CgroupMounts::parse(mounts.toStdString()).defaultVersion(), version);
}

void TestJailCgroups::mounts_oddLines_areIgnored()
{
    const CgroupMounts mounts = CgroupMounts::parse("cgroup /a cgroup rw,cpu 0\n\ncgroup\n"
                                                    "x /has\\040cgroup ext4 rw,cpu 0 0\n"
                                                    "cgroup /b\\011c\\0401\\134x\\9 cgroup rw,cpu 0 0\n"
                                                    "cgroup /second cgroup rw,cpu 0 0\ncgroup /cut cgr");
    QCOMPARE(mounts.v1.size(), 2U);
    QVERIFY(mounts.directoryOf("cpu"));
    QCOMPARE(*mounts.directoryOf("cpu"), "/b\tc 1\\x\\9"); // the first counts
    QVERIFY(!mounts.directoryOf("cp") && !mounts.directoryOf(""));
    QVERIFY(!mounts.unified);
}

void TestJailCgroups::error_ofCgroupOptions_data()
{
    QTest::addColumn<QByteArray>("mounts");
    QTest::addColumn<QByteArray>("options");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *mounts, const char *options, const char *error) {
        QTest::newRow(name) << QByteArray(mounts) << QByteArray(options) << QByteArray(error);
    };
    row("no equals sign", kV1, "--cgroup cpu.shares", "Invalid format for cgroups: cpu.shares");
    row("two equals signs", kV1, "--cgroup cpu.shares=2=3", "Invalid format for cgroups: cpu.shares=2=3");
    row("no value", kV1, "--cgroup cpu.shares=", "Invalid format for cgroups: cpu.shares=");
    row("no file", kV1, "--cgroup =2", "Cgroup invalid file: ");
    row("no controller", kV1, "--cgroup cpushares=2", "Cgroup invalid file: cpushares");
    row("absolute", kV1, "--cgroup /cpu.shares=2", "Cgroup invalid file: /cpu.shares=2");
    row("up", kV1, "--cgroup ../cpu.shares=2", "Cgroup invalid file: ../cpu.shares=2");
    row("up later", kV1, "--cgroup cpu.x/../cpu.shares=2", "Cgroup invalid file: cpu.x/../cpu.shares=2");
    row("stays", kV1, "--cgroup ./cpu.shares=2", "Cgroup invalid file: ./cpu.shares=2");
    row("v1: unknown controller", kV1, "--cgroup blkio.weight=2", "Controller blkio is unavailable");
    row("v2: unknown controller", kV2, "--cgroup-version 2 --cgroup cpuset.cpus=0", "Controller cpuset is unavailable");
    row("v2: part of a name", kV2, "--cgroup-version 2 --cgroup memo.max=0", "Controller memo is unavailable");
    row("second one wrong", kV1, "--cgroup cpu.shares=2 --cgroup x", "Invalid format for cgroups: x");
    const char *none = "Hierarchy not found: No hierarchy found for this cgroup version.";
    row("v1 asked for, v2 there", kV2, "--cgroup-version 1 --cgroup cpu.shares=2", none);
    row("v2 asked for, v1 there", kV1, "--cgroup-version 2 --cgroup cpu.weight=2", none);
    row("v2 without values, v1 there", kV1, "--cgroup-version 2", none);
    row("neither", "", "--cgroup cpu.weight=2", none);
    row("version 3", kV1, "--cgroup-version 3 --cgroup cpu.shares=2", none);
    row("hierarchy before format", "", "--cgroup x", none);
    row("v1 found by itself", kV1, "--cgroup cpu.shares=2", "no error");
    row("v2 found by itself", kV2, "--cgroup cpu.weight=2 --cgroup memory.max=1", "no error");
    row("value with blanks and commas", kV1, "--cgroup cpuset.cpus=0,2-3", "no error");
}

void TestJailCgroups::error_ofCgroupOptions()
{
    QFETCH(const QByteArray, mounts);
    QFETCH(const QByteArray, options);
    QFETCH(const QByteArray, error);
    const PretendedHost host;
    makeGroup(host.file("unified"), {{"cgroup.controllers", "cpu memory\n"}});
    host.setMounts(mounts.toStdString());
    QCOMPARE(host.errorOf("--id a --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir BASE " + options.toStdString()),
             error.toStdString());
}

void TestJailCgroups::layout_v1_groupsByController()
{
    const CgroupMounts mounts = CgroupMounts::parse(kV1);
    const auto layout = layOutCgroups(
        1, mounts, "",
        {"cpu.shares=2", "cpuset.mems=0", "cpu.cfs_period_us=200000", "memory.limit_in_bytes=3", "cpuset.cpus=0-1"},
        "custom//group2/", "id");
    QVERIFY(layout.has_value());
    QCOMPARE(layout->groups.size(), 3U);
    QCOMPARE(layout->groups[0].directory(), "DIR/cpu,cpuacct/custom/group2/id");
    QCOMPARE(layout->groups[0].values.size(), 2U);
    QCOMPARE(layout->groups[0].values[1].file, "cpu.cfs_period_us");
    QCOMPARE(layout->groups[0].values[1].value, "200000");
    QCOMPARE(layout->groups[1].directory(), "DIR/cpuset/custom/group2/id");
    QCOMPARE(layout->groups[1].values[0].file, "cpuset.mems");
    QCOMPARE(layout->groups[1].values[1].file, "cpuset.cpus");
    QCOMPARE(layout->groups[2].directory(), "DIR/a b/custom/group2/id");
}

void TestJailCgroups::layout_v2_isOneGroup()
{
    const auto layout = layOutCgroups(2, CgroupMounts::parse(kV2), "cpuset cpu io memory\n",
                                      {"cpu.weight=2", "memory.max=9", "cpu.weight.nice=10"}, "firecracker", "id");
    QVERIFY(layout.has_value());
    QCOMPARE(layout->groups.size(), 1U);
    QCOMPARE(layout->groups[0].directory(), "DIR/unified/firecracker/id");
    QCOMPARE(layout->groups[0].values.size(), 3U);
    QVERIFY(layout->groups[0].controllers() == (std::vector<std::string_view>{"cpu", "memory"}));
    // A parent of no name: right below the hierarchy.
    QCOMPARE(layOutCgroups(2, CgroupMounts::parse(kV2), "cpu", {"cpu.weight=2"}, "", "id")->groups[0].directory(),
             "DIR/unified/id");
}

void TestJailCgroups::layout_withoutValues_isNothing()
{
    // A host with version 2 alone makes no difference to those who ask for nothing, as with Firecracker.
    const PretendedHost host;
    host.setMounts(kV2);
    const std::string line = "--id a --exec-file ENGINE --uid 1 --gid 2 --chroot-base-dir BASE --parent-cgroup p";
    const auto silent = host.settings(line);
    QVERIFY(silent && !silent->cgroups && !silent->moveInto);
    const auto first = host.settings(line + " --cgroup-version 1");
    QVERIFY(first && !first->cgroups && !first->moveInto);
    const auto second = host.settings(line + " --cgroup-version 2");
    QVERIFY(second && !second->cgroups && second->moveInto);
    QCOMPARE(second->moveInto->directory(), host.file("unified/p"));
}

void TestJailCgroups::write_v1_inheritsThenWrites()
{
    const test::TempDir directory;
    const std::string top = directory.path();
    // The kernel gives each group its files; here they are there before. The top has values, the parents have none.
    makeGroup(top, {{"cpuset.mems", "0-1\n"}, {"cpuset.cpus", "0-7\nsecond line\n"}});
    makeGroup(top + "/a", {{"cpuset.mems", ""}, {"cpuset.cpus", "3\n"}});
    makeGroup(top + "/a/b", {{"cpuset.mems", ""}, {"cpuset.cpus", "\n"}});
    makeGroup(top + "/a/b/id", {{"cpuset.mems", ""}, {"cpuset.cpus", ""}, {"tasks", ""}});
    const CgroupGroup group{top, {"a", "b", "id"}, {{"cpuset.mems", "1"}, {"cpuset.cpus", "3 and more"}}};
    const auto written = writeCgroup(1, group);
    QVERIFY2(written, written ? "" : written.error().text.c_str());
    QCOMPARE(contentOf(top + "/cpuset.mems"), "0-1\n"); // never touched
    QCOMPARE(contentOf(top + "/a/cpuset.mems"), "0-1\n");
    QCOMPARE(contentOf(top + "/a/b/cpuset.mems"), "0-1\n");
    QCOMPARE(contentOf(top + "/a/b/id/cpuset.mems"), "1\n");
    QCOMPARE(contentOf(top + "/a/cpuset.cpus"), "3\n"); // the nearest that has any
    QCOMPARE(contentOf(top + "/a/b/cpuset.cpus"), "3\n");
    QCOMPARE(contentOf(top + "/a/b/id/cpuset.cpus"), "3 and more\n");
    QCOMPARE(contentOf(top + "/a/b/id/tasks"), ""); // that is a step of its own
    QVERIFY(attachToCgroup(1, group, 4711).has_value());
    QCOMPARE(contentOf(top + "/a/b/id/tasks"), "4711\n");
}

void TestJailCgroups::write_v1_nothingToInherit_isRefused()
{
    const test::TempDir directory;
    const std::string top = directory.path();
    makeGroup(top, {{"x.y", ""}});
    makeGroup(top + "/a", {{"x.y", ""}});
    const CgroupGroup group{top, {"a", "id"}, {{"x.y", "1"}}};
    const auto empty = writeCgroup(1, group);
    QVERIFY(!empty);
    QCOMPARE(empty.error().text, "Failed to inherit cgroups configurations from file x.y in path " + top + "/a");
    const auto missing = writeCgroup(1, {top, {"b", "id"}, {{"x.y", "1"}}});
    QVERIFY(!missing);
    QCOMPARE(missing.error().text,
             "Failed to read line from " + top + "/b/x.y: No such file or directory (os error 2)");
    QVERIFY(std::filesystem::is_directory(top + "/b/id"));
}

void TestJailCgroups::write_v2_switchesOnFromTheTop()
{
    const test::TempDir directory;
    const std::string top = directory.path();
    makeGroup(top, {{"cgroup.subtree_control", ""}});
    makeGroup(top + "/p", {{"cgroup.subtree_control", ""}});
    makeGroup(top + "/p/q", {}); // none there: passed over
    makeGroup(top + "/p/q/id",
              {{"cpu.weight", ""}, {"memory.max", ""}, {"cgroup.subtree_control", ""}, {"cgroup.procs", ""}});
    const CgroupGroup group{top, {"p", "q", "id"}, {{"cpu.weight", "2"}, {"memory.max", "max"}}};
    const auto written = writeCgroup(2, group);
    QVERIFY2(written, written ? "" : written.error().text.c_str());
    QCOMPARE(contentOf(top + "/cgroup.subtree_control"), "+memory\n"); // the last of two writes
    QCOMPARE(contentOf(top + "/p/cgroup.subtree_control"), "+memory\n");
    QCOMPARE(contentOf(top + "/p/q/id/cgroup.subtree_control"), ""); // the machine's own has no children
    QCOMPARE(contentOf(top + "/p/q/id/cpu.weight"), "2\n");
    QCOMPARE(contentOf(top + "/p/q/id/memory.max"), "max\n");
    QVERIFY(attachToCgroup(2, group, 12).has_value());
    QCOMPARE(contentOf(top + "/p/q/id/cgroup.procs"), "12\n");

    std::filesystem::remove(top + "/p/q/id/cpu.weight");
    const auto refused = writeCgroup(2, group);
    QVERIFY(!refused);
    QCOMPARE(refused.error().text,
             "Failed to write to " + top + "/p/q/id/cpu.weight: No such file or directory (os error 2)");
}

void TestJailCgroups::write_throughLink_isRefused()
{
    const test::TempDir directory;
    const std::string top = directory.path();
    std::filesystem::create_directory_symlink("/tmp", top + "/p");
    const auto refused = writeCgroup(2, {top, {"p", "id"}, {{"cpu.weight", "2"}}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().text, "Failed to create directory " + top + "/p/id: Symbolic link loop (os error 40)");
    makeGroup(top + "/q/id", {});
    std::filesystem::create_symlink("/tmp/x", top + "/q/id/cpu.weight");
    QCOMPARE(writeCgroup(2, {top, {"q", "id"}, {{"cpu.weight", "2"}}}).error().text,
             "Failed to write to " + top + "/q/id/cpu.weight: Symbolic link loop (os error 40)");
}

void TestJailCgroups::move_groupThere_elseNothing()
{
    const test::TempDir directory;
    const std::string top = directory.path();
    QVERIFY(moveToCgroup({top, {"p"}, {}}, 5).has_value());
    QVERIFY(!std::filesystem::exists(top + "/p"));
    makeGroup(top + "/p", {{"cgroup.procs", ""}});
    QVERIFY(moveToCgroup({top, {"p"}, {}}, 5).has_value());
    QCOMPARE(contentOf(top + "/p/cgroup.procs"), "5");
    std::filesystem::remove(top + "/p/cgroup.procs");
    const auto refused = moveToCgroup({top, {"p"}, {}}, 5);
    QVERIFY(!refused);
    QCOMPARE(refused.error().text, "Failed to move process to cgroup (" + top +
                                       "/p): No such file or directory (os error 2).\nHint: If you intended to create "
                                       "a child cgroup under " +
                                       top + "/p, pass any --cgroup parameters.");
}

QTEST_APPLESS_MAIN(TestJailCgroups)
#include "tst_jail_cgroups.moc"
