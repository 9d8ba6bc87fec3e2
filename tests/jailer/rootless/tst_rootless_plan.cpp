// The steps and their order; what is told apart on hosts where a jail cannot be built.
#include "jailer/rootless/diagnosis.h"
#include "jailer/rootless/plan.h"

#include <QTest>

#include <algorithm>
#include <cerrno>
#include <map>

using namespace sparkler;
using namespace sparkler::jail;

namespace {

RootlessOptions someOptions()
{
    RootlessOptions options;
    options.id = "one";
    options.execFile = "/usr/bin/engine";
    options.machineDirectory = "/m/one";
    options.shows = {{"/m/one/files/disk", "/machine/files/disk", ShowMode::ReadOnly},
                     {"/m/one/run", "/machine/run", ShowMode::ReadWrite}};
    options.engineArguments = {"--api-sock", "/machine/run/api.sock"};
    return options;
}

RootlessHost someHost()
{
    RootlessHost host;
    host.user = 1000;
    host.group = 100;
    host.devices = {"/dev/kvm"};
    host.landlockAbi = 6;
    return host;
}

std::vector<std::string> names(const Plan &plan)
{
    std::vector<std::string> found;
    for (const Step &step : plan)
        found.emplace_back(step.name);
    return found;
}

/// Where a step is in the plan; fails the test when it is not.
std::ptrdiff_t position(const std::vector<std::string> &plan, std::string_view name)
{
    const auto at = std::ranges::find(plan, name);
    if (at == plan.end())
        qFatal("no step %s", std::string(name).c_str());
    return at - plan.begin();
}

SysctlReader sysctls(std::map<std::string, std::string> values)
{
    return [values = std::move(values)](const std::string &name) {
        const auto found = values.find(name);
        return found == values.end() ? std::string() : found->second;
    };
}

} // namespace

class TestRootlessPlan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inside_inOrder();
    void outside_passtBeforeTheEngine();
    void describe_tellsEverything();
    void engineCommand_keepsWhatIsGiven();
    void landlockRules_followTheShows();
    void passtCommand_forwards();
    void passt_listens();
    void passt_lastWords();
    void controlGroup_found();
    void diagnosis_namespaces();
    void diagnosis_mountsAndKvm();
};

void TestRootlessPlan::inside_inOrder()
{
    const RootlessOptions options = someOptions();
    const RootlessHost host = someHost();
    JailState state;
    const auto plan = names(planInside(options, host, state));
    QCOMPARE(plan.front(), "map the user");
    // Whatever needs capabilities comes before they go; Landlock needs no_new_privs, and files as the engine names
    // them.
    for (const auto &[before, after] : std::initializer_list<std::pair<const char *, const char *>>{
             {"die with the lid", "make the root directory"},
             {"forbid user namespaces", "make the root directory"},
             {"mount a private /proc", "enter the root directory"},
             {"enter the root directory", "drop privileges"},
             {"set resource limits", "drop privileges"},
             {"drop privileges", "restrict by Landlock"},
             {"restrict by Landlock", "leave nothing behind"}})
        QVERIFY2(position(plan, before) < position(plan, after), before);
    QCOMPARE(std::ranges::count(plan, "show"), 2);
}

void TestRootlessPlan::outside_passtBeforeTheEngine()
{
    RootlessOptions options = someOptions();
    const RootlessHost host = someHost();
    JailState state;
    QCOMPARE(names(planOutside(options, host, state)),
             (std::vector<std::string>{"check the host", "make a control group", "start the first process"}));
    options.network = NetworkMode::User;
    QCOMPARE(names(planOutside(options, host, state)),
             (std::vector<std::string>{"check the host", "make a control group", "start passt", "wait for passt",
                                       "start the first process"}));
}

void TestRootlessPlan::describe_tellsEverything()
{
    const std::string text = describeRootless(someOptions(), someHost());
    for (const char *line :
         {"make a control group  parent=\"no delegation\"\n",
          "start the first process  namespaces=user,mount,pid,ipc,uts,network\n",
          "map the user  user=1000  group=100\n", "show the engine  path=/usr/bin/engine  at=/engine  mode=ro\n",
          "show  path=/m/one/files/disk  at=/machine/files/disk  mode=ro\n",
          "show  path=/m/one/run  at=/machine/run  mode=rw\n", "show a device  path=/dev/kvm\n",
          "restrict by Landlock  version=6\n", "become the engine  command=\"/engine --id one "})
        QVERIFY2(text.find(line) != std::string::npos, line);
    RootlessOptions shared = someOptions();
    shared.network = NetworkMode::Host;
    QVERIFY(describeRootless(shared, someHost()).find("namespaces=user,mount,pid,ipc,uts\n") != std::string::npos);
}

void TestRootlessPlan::engineCommand_keepsWhatIsGiven()
{
    RootlessOptions options = someOptions();
    RootlessHost host = someHost();
    host.startMicros = 77;
    const auto words = engineCommand(options, host, 5);
    QVERIFY((std::vector<std::string>(words.begin(), words.begin() + 5) ==
             std::vector<std::string>{"/engine", "--id", "one", "--start-time-us", "77"}));
    QCOMPARE(words.back(), "/machine/run/api.sock");
    options.engineArguments = {"--id", "other", "--start-time-us", "1"};
    const auto given = engineCommand(options, host, 5);
    QCOMPARE(std::ranges::count(given, "--id"), 1);
    QCOMPARE(std::ranges::count(given, "--start-time-us"), 1);
    QCOMPARE(std::ranges::count(given, "--parent-cpu-time-us"), 1);
}

void TestRootlessPlan::landlockRules_followTheShows()
{
    using enum LandlockAccess;
    QVERIFY((landlockRules(someOptions(), someHost()) == std::vector<LandlockRule>{{"/", List},
                                                                                   {"/engine", Execute},
                                                                                   {"/proc", Read},
                                                                                   {"/tmp", ReadWrite},
                                                                                   {"/machine/files/disk", Read},
                                                                                   {"/machine/run", ReadWrite},
                                                                                   {"/dev/kvm", Device}}));
}

void TestRootlessPlan::passtCommand_forwards()
{
    RootlessOptions options = someOptions();
    options.passtProgram = "passt";
    options.passtSocket = "/m/one/run/n.sock";
    options.forwards = {{Transport::Tcp, "127.0.0.1", 8080, 80}, {Transport::Udp, "::1", 53, 53}};
    const auto words = passtCommand(options);
    const std::vector<std::string> tail{"--socket",          "/m/one/run/n.sock", "--tcp-ports",
                                        "127.0.0.1/8080:80", "--udp-ports",       "::1/53:53"};
    QVERIFY(words.size() > tail.size());
    QVERIFY(std::equal(tail.rbegin(), tail.rend(), words.rbegin()));
    for (const char *word : {"--foreground", "--no-map-gw"})
        QVERIFY2(std::ranges::find(words, word) != words.end(), word);
}

void TestRootlessPlan::passt_listens()
{
    const std::string table = "Num       RefCount Protocol Flags    Type St Inode Path\n"
                              "00000000a2a7fa2c: 00000003 00000000 00000000 0001 03 1 /a/connected\n"
                              "00000000a2a7fa2d: 00000002 00000000 00000000 0001 01 2 /a/bound\n"
                              "00000000a2a7fa2e: 00000002 00000000 00010000 0001 01 3 /a/listens\n"
                              "00000000a2a7fa2f: 00000002 00000000 00010000 0001 01 4 /b/a/bound\n";
    QVERIFY(isListening(table, "/a/listens"));
    for (const char *path : {"/a/bound", "/a/connected", "/listens", "/a/listen", ""})
        QVERIFY2(!isListening(table, path), path);
}

void TestRootlessPlan::passt_lastWords()
{
    QCOMPARE(lastWords("No external routable interface for IPv4\nFailed to send 36 bytes to syslog\n"
                       "External interface not usable\nFailed to send 9 bytes to syslog\n"),
             "External interface not usable");
    QCOMPARE(lastWords(""), "it said nothing");
    QCOMPARE(lastWords("without a new line"), "without a new line");
}

void TestRootlessPlan::controlGroup_found()
{
    const char *mounts = "30 23 0:26 / /sys/fs/cgroup rw,nosuid shared:4 - cgroup2 cgroup2 rw\n";
    QCOMPARE(ownControlGroup("0::/user.slice/a.scope\n", mounts), "/sys/fs/cgroup/user.slice/a.scope");
    QCOMPARE(ownControlGroup("0::/\n", mounts), "/sys/fs/cgroup");
    QCOMPARE(ownControlGroup("1:cpu:/x\n0::/y\n", mounts), "/sys/fs/cgroup/y");
    QCOMPARE(ownControlGroup("1:cpu:/x\n", mounts), "");
    QCOMPARE(ownControlGroup("0::/x\n", "30 23 0:26 / /sys rw - sysfs sysfs rw\n"), "");
    // Only a part of the tree is mounted: where the group is in it cannot be told.
    QCOMPARE(ownControlGroup("0::/x\n", "30 23 0:26 /x /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n"), "");
}

void TestRootlessPlan::diagnosis_namespaces()
{
    const auto explain = [](int error, std::map<std::string, std::string> values) {
        return explainNamespaceFailure(error, sysctls(std::move(values)));
    };
    QVERIFY(explain(EPERM, {{"kernel/unprivileged_userns_clone", "0"}})
                .ends_with("As root: sysctl kernel.unprivileged_userns_clone=1"));
    QVERIFY(explain(EPERM, {{"kernel/apparmor_restrict_unprivileged_userns", "1"}}).contains("AppArmor"));
    QVERIFY(explain(ENOSPC, {{"user/max_user_namespaces", "0"}})
                .ends_with("As root: sysctl user.max_user_namespaces=10000"));
    QVERIFY(explain(ENOSPC, {{"user/max_net_namespaces", "0"}}).contains("user.max_net_namespaces=10000"));
    QVERIFY(explain(ENOSPC, {{"user/max_user_namespaces", "9"}}).contains("as many as this host allows"));
    QVERIFY(explain(EINVAL, {}).contains("this kernel"));
    QVERIFY(explain(EPERM, {}).ends_with("Operation not permitted (os error 1)"));
}

void TestRootlessPlan::diagnosis_mountsAndKvm()
{
    QVERIFY(explainMountFailure(EACCES, sysctls({{"kernel/apparmor_restrict_unprivileged_userns", "1"}}))
                .contains("AppArmor"));
    QVERIFY(explainMountFailure(ENOSYS, sysctls({})).contains("Linux 5.12"));
    QVERIFY(explainKvmFailure(EACCES).contains("usermod -a -G kvm"));
    QVERIFY(explainKvmFailure(ENOENT).contains("no /dev/kvm"));
}

QTEST_APPLESS_MAIN(TestRootlessPlan)
#include "tst_rootless_plan.moc"
