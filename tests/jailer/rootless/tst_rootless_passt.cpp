// passt beside a jail: there before the engine, gone with it.
#include "jail_harness.h"
#include "support/eventually.h"

#include <QTest>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <netinet/in.h>
#include <sched.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace sparkler::test;
namespace fs = std::filesystem;

namespace {

const Words kHold{"--do", "hold"};
constexpr std::uint16_t kPort = 8099;

std::string nameOf(pid_t process)
{
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name;
}

/// The lid's child of that name; 0 when there is none.
pid_t childNamed(pid_t lid, std::string_view prefix)
{
    const auto children = childrenOf(lid);
    const auto found = std::ranges::find_if(children, [&](pid_t child) { return nameOf(child).starts_with(prefix); });
    return found == children.end() ? 0 : *found;
}

bool canConnect(std::uint16_t port)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // SAFETY: the socket API takes every address family through sockaddr.
    const bool connected = ::connect(fd, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(fd);
    return connected;
}

} // namespace

class TestRootlessPasst : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void listens_beforeTheEngineRuns();
    void forwardedPort_isOpenOnTheHost();
    void endsWithTheEngine();
    void lidKilled_endsPasst();
    void missingProgram_isToldWithTheRemedy();
    void itsOwnWords_areTold();
    void directoryThatIsNotThere_isTold();

private:
    Words network(const JailPlace &place, const Words &more = {}) const
    {
        Words words{"--show",         place.machine("run") + ":rw", "--network", "user",
                    "--passt-socket", place.machine("run/net.sock")};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
};

void TestRootlessPasst::initTestCase()
{
    NEEDS_JAILS();
    if (!fs::exists("/usr/bin/passt"))
        QSKIP("the package passt is not installed");
    if (::geteuid() != 0)
        QSKIP("only root can make a network with a way out");
    // passt wants a network with a default route; this one leads nowhere.
    QVERIFY(::unshare(CLONE_NEWNET) == 0);
    QVERIFY(std::system("ip link set lo up && ip tuntap add up0 mode tap && ip addr add 203.0.113.2/24 dev up0 && "
                        "ip link set up0 up && ip route add default via 203.0.113.1") == 0);
}

void TestRootlessPasst::listens_beforeTheEngineRuns()
{
    const JailPlace place;
    const auto lid = place.start(network(place), {"--do", "connect", "/machine/run/net.sock"});
    QVERIFY(lid->says("ready")); // so the socket was there
    QVERIFY(childNamed(lid->pid(), "passt") != 0);
    QVERIFY(childNamed(lid->pid(), "jail_witness") != 0);
}

void TestRootlessPasst::forwardedPort_isOpenOnTheHost()
{
    const JailPlace place;
    QVERIFY(!canConnect(kPort));
    const auto lid = place.start(network(place, {"--forward", "tcp:8099:80", "--forward", "udp:8099"}), kHold);
    QVERIFY(lid->says("ready"));
    QVERIFY(canConnect(kPort));
    lid->signal(SIGTERM);
    QCOMPARE(lid->finish().signal, SIGTERM);
    QVERIFY(!canConnect(kPort));
}

void TestRootlessPasst::endsWithTheEngine()
{
    const JailPlace place;
    const auto lid = place.start(network(place), kHold);
    QVERIFY(lid->says("ready"));
    const pid_t passt = childNamed(lid->pid(), "passt");
    QVERIFY(passt != 0);
    QVERIFY(fs::exists(place.machine("run/net.sock")));
    ::kill(childNamed(lid->pid(), "jail_witness"), SIGKILL);
    const Outcome end = lid->finish();
    QCOMPARE(end.signal, SIGKILL);
    QCOMPARE(end.err, std::string());
    QVERIFY(!isAlive(passt));
    QVERIFY(!fs::exists(place.machine("run/net.sock")));
}

void TestRootlessPasst::lidKilled_endsPasst()
{
    const JailPlace place;
    // Nobody has connected, so passt would wait for ever.
    const auto lid = place.start(network(place), kHold);
    QVERIFY(lid->says("ready"));
    const pid_t passt = childNamed(lid->pid(), "passt");
    QVERIFY(passt != 0);
    lid->signal(SIGKILL);
    (void)lid->finish();
    QVERIFY(eventually([passt] { return !isAlive(passt); }));
}

void TestRootlessPasst::missingProgram_isToldWithTheRemedy()
{
    const JailPlace place;
    const Outcome seen = place.run(network(place, {"--passt", "/nowhere/passt"}), kHold);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("install the package passt"), seen.err.c_str());
}

void TestRootlessPasst::itsOwnWords_areTold()
{
    const JailPlace place;
    // A port of the system's, which an ordinary user cannot have.
    const Outcome seen = place.run(network(place, {"--forward", "tcp:1:80"}), kHold);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("passt did not start: Failed to bind any port"), seen.err.c_str());
    QCOMPARE(std::ranges::count(seen.err, '\n'), 1);
}

void TestRootlessPasst::directoryThatIsNotThere_isTold()
{
    const JailPlace place;
    const Outcome seen = place.run({"--network", "user", "--passt-socket", place.machine("nowhere/net.sock")}, kHold);
    QCOMPARE(seen.exitCode, 1);
    QVERIFY2(seen.err.contains("Cannot use "), seen.err.c_str());
}

QTEST_GUILESS_MAIN(TestRootlessPasst)
#include "tst_rootless_passt.moc"
