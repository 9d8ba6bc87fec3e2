// What a hostile engine would try in a rootless jail. Each attempt is first shown to work outside of it, by an ordinary
// user or, where it needs that, by root: so each row says that the jail is what stops it.
#include "escape_victims.h"
#include "support/eventually.h"

#include <QTest>

#include <atomic>
#include <fcntl.h>
#include <filesystem>
#include <sstream>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

using namespace sparkler::test;
namespace fs = std::filesystem;

namespace {

constexpr int kEscaped = 10;
constexpr int kStopped = 20;
/// The fewest attempts that have to be shown on any host that can show them at all.
constexpr int kFewestShown = 60;

/// In the place of standard input while the object lives.
class StandardInput {
public:
    explicit StandardInput(int fd) : m_saved(::dup(STDIN_FILENO)) { ::dup2(fd, STDIN_FILENO); }
    ~StandardInput()
    {
        ::dup2(m_saved, STDIN_FILENO);
        ::close(m_saved);
    }
    StandardInput(const StandardInput &) = delete;
    StandardInput &operator=(const StandardInput &) = delete;

private:
    int m_saved;
};

Words joined(Words words, const Words &more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

} // namespace

class TestEscape : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void attempt_data();
    void attempt();
    void enoughWereShown();
    void directoryMovedAway_isNoWayOut();
    void exchangedWhileJailsStart_isNoWayIn();
    void cleanupTestCase() { m_victims.reset(); }

private:
    std::unique_ptr<EscapeVictims> m_victims;
    int m_shown = 0;
};

void TestEscape::initTestCase()
{
    NEEDS_JAILS();
    m_victims = std::make_unique<EscapeVictims>();
}

void TestEscape::attempt_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("needsRoot");
    std::istringstream lines(
        Program({m_victims->place().engine("escape_attempts"), "--list"}, As::TheTest).finish().out);
    for (std::string name, needs; lines >> name >> needs;)
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << (needs == "root");
}

void TestEscape::attempt()
{
    QFETCH(const QString, name);
    QFETCH(const bool, needsRoot);
    if (needsRoot && ::geteuid() != 0)
        QSKIP("only root can show that this works outside");
    const Words words{"--try", name.toStdString()};
    const JailPlace &place = m_victims->place();
    const StandardInput terminal(m_victims->terminal());
    const sparkler::Fd leak(::open("/", O_RDONLY | O_DIRECTORY)); // not closed with exec

    Program outside(joined(joined({place.engine("escape_attempts")}, words), m_victims->targets(true)),
                    needsRoot ? As::TheTest : As::OrdinaryUser);
    const Outcome shown = outside.finish();
    QVERIFY2(shown.exitCode == kEscaped || shown.exitCode == kStopped, (shown.out + shown.err).c_str());
    if (shown.exitCode == kStopped)
        QSKIP(("not even outside, on this kernel: " + shown.out).c_str());
    ++m_shown;

    const Outcome inside = place.run(m_victims->shown(), joined(words, m_victims->targets(false)), "escape_attempts");
    // The one that does nothing comes back from under the engine's filter.
    QVERIFY2(inside.exitCode == (name == "filter_nothing" ? kEscaped : kStopped),
             ("ended with " + std::to_string(inside.exitCode) + ": " + inside.out + inside.err).c_str());
}

void TestEscape::enoughWereShown()
{
    if (::geteuid() != 0)
        QSKIP("root can show more");
    if (m_shown == 0)
        QSKIP("single rows were asked for");
    QVERIFY2(m_shown >= kFewestShown, std::to_string(m_shown).c_str());
}

void TestEscape::directoryMovedAway_isNoWayOut()
{
    // What is above a directory changes when it is moved. Outside, that is the way to the secret.
    const JailPlace &place = m_victims->place();
    const auto run = [&](const Words &command) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return -1;
        place.makeDirectory(place.machine("run/inner"));
        const StandardInput input(ends[0]);
        Program program(command, As::OrdinaryUser);
        if (!program.says("ready"))
            return -1;
        fs::rename(place.machine("run/inner"), place.path() + "/inner");
        (void)!::write(ends[1], "\n", 1);
        const int status = program.finish().exitCode;
        fs::remove(place.path() + "/inner");
        ::close(ends[0]);
        ::close(ends[1]);
        return status;
    };
    QCOMPARE(run({place.engine("escape_attempts"), "--wait-and-read", place.machine("run/inner"), "../secret"}),
             kEscaped);
    QCOMPARE(run(place.command(m_victims->shown(), {"--wait-and-read", "/machine/run/inner", "../secret"},
                               "escape_attempts")),
             kStopped);
}

void TestEscape::exchangedWhileJailsStart_isNoWayIn()
{
    // What is to be shown turns into a link to the secret and back, as fast as can be, while jails are built.
    const JailPlace &place = m_victims->place();
    place.makeDirectory(place.machine("snapshots/one"));
    place.write(place.machine("snapshots/one/secret"), "");
    fs::create_directory_symlink(place.path(), place.machine("snapshots/two"));
    std::atomic_bool stop = false;
    std::thread exchanger([&] {
        while (!stop) {
            ::syscall(SYS_renameat2, AT_FDCWD, place.machine("snapshots/one").c_str(), AT_FDCWD,
                      place.machine("snapshots/two").c_str(), 2); // RENAME_EXCHANGE
        }
    });
    const std::string path = place.machine("snapshots/one/secret");
    const bool outside = eventually([&] { return !readFile(path).empty(); });
    int shown = 0;
    int escaped = 0;
    for (int i = 0; i < 60; ++i) {
        const Outcome seen = place.run(
            {"--show", path}, {"--try", "open_absolute", "secret=/machine/snapshots/one/secret"}, "escape_attempts");
        shown += seen.exitCode == kStopped ? 1 : 0; // the empty one
        escaped += seen.exitCode == kEscaped ? 1 : 0;
    }
    stop = true;
    exchanger.join();
    QVERIFY(outside);
    QVERIFY(shown > 0);
    QCOMPARE(escaped, 0);
}

QTEST_GUILESS_MAIN(TestEscape)
#include "tst_escape.moc"
