// The console on a terminal: what goes through, how it is left, and that the terminal is afterwards what it was.

#include "ctl_fixture.h"

#include "support/stub_console.h"

#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A pseudo terminal with sparklectl on it. The slave stays open here, so its settings can be looked at afterwards.
class Terminal {
public:
    explicit Terminal(const CtlFixture &user, const QStringList &arguments)
    {
        if (openpty(&m_master, &m_slave, nullptr, nullptr, nullptr) != 0)
            qFatal("no pseudo terminal");
        fcntl(m_master, F_SETFL, O_NONBLOCK);
        m_process.setProcessEnvironment(user.environment());
        m_process.setProgram(QStringLiteral(SPARKLECTL_PROGRAM));
        m_process.setArguments(arguments);
        m_process.setChildProcessModifier([slave = m_slave] {
            setsid();
            for (int fd = 0; fd <= 2; ++fd)
                dup2(slave, fd);
        });
        m_before = settings();
        m_process.start();
    }
    ~Terminal()
    {
        m_process.kill();
        m_process.waitForFinished();
        close(m_master);
        close(m_slave);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;

    void type(const QByteArray &keys) const
    {
        if (write(m_master, keys.constData(), static_cast<size_t>(keys.size())) != keys.size())
            qFatal("the terminal takes no keys");
    }
    QByteArray shown()
    {
        char bytes[4096];
        for (ssize_t got = read(m_master, bytes, sizeof bytes); got > 0; got = read(m_master, bytes, sizeof bytes))
            m_shown.append(bytes, got);
        return m_shown;
    }
    bool waitFor(const QByteArray &text)
    {
        return QTest::qWaitFor([&] { return shown().contains(text); }, 20'000);
    }
    bool raw() const { return (settings().c_lflag & (ICANON | ECHO | ISIG)) == 0; }
    bool asBefore() const
    {
        const termios now = settings();
        return now.c_iflag == m_before.c_iflag && now.c_oflag == m_before.c_oflag && now.c_cflag == m_before.c_cflag &&
               now.c_lflag == m_before.c_lflag && std::memcmp(now.c_cc, m_before.c_cc, sizeof now.c_cc) == 0;
    }
    QProcess &process() { return m_process; }

private:
    termios settings() const
    {
        termios now{};
        tcgetattr(m_slave, &now);
        return now;
    }

    int m_master = -1;
    int m_slave = -1;
    termios m_before{};
    QProcess m_process;
    QByteArray m_shown;
};

} // namespace

class TestCtlConsole : public QObject {
    Q_OBJECT

    std::unique_ptr<CtlFixture> m_user;
    std::unique_ptr<stub::Console> m_guest;
    QString m_id;

private slots:
    void init()
    {
        m_user = std::make_unique<CtlFixture>();
        m_id = m_user->create(u"one"_s);
        VERIFY_CODE(m_user->run({u"start"_s, m_id}), 0);
        m_guest = std::make_unique<stub::Console>(m_user->directory(m_id) + u"/run/console.sock"_s);
        m_guest->print("login: ");
    }
    void cleanup()
    {
        m_guest.reset();
        m_user.reset();
    }

    void keysAndOutput_goThrough_untilTheEscape()
    {
        Terminal terminal(*m_user, {u"console"_s, m_id});
        QVERIFY2(terminal.waitFor("login: "), terminal.shown().constData());
        QVERIFY(terminal.shown().contains("Ctrl-] q leaves it."));
        QVERIFY(terminal.raw());
        terminal.type("root\r\x03\x1a"); // what a terminal would make signals of, too
        QTRY_COMPARE_WITH_TIMEOUT(m_guest->typed(), QByteArray("root\r\x03\x1a"), 20'000);
        terminal.type("\x1d]");
        QTRY_COMPARE_WITH_TIMEOUT(m_guest->typed(), QByteArray("root\r\x03\x1a\x1d"), 20'000);
        terminal.type("\x1d?");
        QVERIFY(terminal.waitFor("sends Ctrl-]."));
        terminal.type("\x1dq");
        QTRY_COMPARE_WITH_TIMEOUT(terminal.process().state(), QProcess::NotRunning, 20'000);
        QCOMPARE(terminal.process().exitCode(), 0);
        QVERIFY(terminal.asBefore());
        QCOMPARE(m_user->state(m_id), u"running"_s);
    }

    void killed_terminalIsAsBefore_data()
    {
        QTest::addColumn<int>("number");
        QTest::newRow("TERM") << SIGTERM;
        QTest::newRow("HUP") << SIGHUP;
        QTest::newRow("INT") << SIGINT;
        QTest::newRow("KILL") << SIGKILL;
        QTest::newRow("SEGV") << SIGSEGV;
    }

    void killed_terminalIsAsBefore()
    {
        QFETCH(const int, number);
        Terminal terminal(*m_user, {u"console"_s, m_id});
        QVERIFY2(terminal.waitFor("login: "), terminal.shown().constData());
        QVERIFY(terminal.raw());
        ::kill(static_cast<pid_t>(terminal.process().processId()), number);
        QTRY_COMPARE_WITH_TIMEOUT(terminal.process().state(), QProcess::NotRunning, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(terminal.asBefore(), 20'000); // after KILL by somebody else, a moment later
        QCOMPARE(m_user->engines(m_id), 1);
    }

    void machineEnds_soDoesTheConsole()
    {
        Terminal terminal(*m_user, {u"console"_s, m_id});
        QVERIFY2(terminal.waitFor("login: "), terminal.shown().constData());
        VERIFY_CODE(m_user->run({u"stop"_s, m_id}), 0);
        QTRY_COMPARE_WITH_TIMEOUT(terminal.process().state(), QProcess::NotRunning, 20'000);
        QVERIFY(terminal.waitFor("“one” has ended."));
        QVERIFY(terminal.asBefore());
    }

    void input_thatIsNoTerminal_isSentAndEndsIt()
    {
        const auto result = m_user->run({u"console"_s, m_id}, "halt\x1dq\n");
        VERIFY_CODE(result, 0);
        QTRY_COMPARE(m_guest->typed(), QByteArray("halt\x1dq\n"));
    }

    void noInput_onlyShows()
    {
        const auto viewer = m_user->begin({u"console"_s, u"--no-input"_s, m_id});
        QByteArray seen;
        QTRY_VERIFY_WITH_TIMEOUT((seen += viewer->readAllStandardOutput()).contains("login: "), 20'000);
        viewer->write("ignored\n");
        m_guest->print("more");
        QTRY_VERIFY_WITH_TIMEOUT((seen += viewer->readAllStandardOutput()).contains("more"), 20'000);
        QCOMPARE(m_guest->typed(), QByteArray());
        ::kill(static_cast<pid_t>(viewer->processId()), SIGTERM);
        VERIFY_CODE(CtlFixture::end(*viewer), 0);
    }

    void guestThatDoesNotRead_losesNothing()
    {
        m_guest->setReading(false);
        const auto writer = m_user->begin({u"console"_s, m_id});
        const QByteArray much(300'000, 'x');
        writer->write(much);
        writer->closeWriteChannel();
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->viewers() > 0, 20'000);
        // It reads from the next connection on.
        m_guest->setReading(true);
        m_guest->disconnectViewers();
        QTRY_VERIFY_WITH_TIMEOUT(m_guest->typed().endsWith("xxx"), 20'000);
        VERIFY_CODE(CtlFixture::end(*writer), 0);
    }
};

QTEST_GUILESS_MAIN(TestCtlConsole)
#include "tst_ctl_console.moc"
