// The whole program on both ends, with the helper machine's end as a process of this host instead of a machine.
#include <QLocalSocket>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/socket.h>

namespace {

constexpr int kLimitMs = 20000;

/// sparkler-emulator with a fake QEMU, which runs a fake engine.
class Emulator {
public:
    bool start(const QStringList &options = {}, const QStringList &engineArguments = {}, const QString &mode = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("FAKE_MODE"), mode);
        environment.insert(QStringLiteral("EMULATOR"), QStringLiteral(EMULATOR));
        environment.insert(QStringLiteral("FAKE_ENGINE"), QStringLiteral(FAKE_ENGINE));
        environment.insert(QStringLiteral("FAKE_RUN"), m_directory.path());
        m_process.setProcessEnvironment(environment);
        const QStringList arguments{QStringLiteral("--directory"),    m_directory.path(),
                                    QStringLiteral("--kernel"),       QStringLiteral("k"),
                                    QStringLiteral("--initrd"),       QStringLiteral("i"),
                                    QStringLiteral("--qemu"),         QStringLiteral(FAKE_QEMU),
                                    QStringLiteral("--api-sock"),     path("host-api"),
                                    QStringLiteral("--console-sock"), path("host-console")};
        m_process.start(QStringLiteral(EMULATOR),
                        arguments + options + QStringList{QStringLiteral("--")} + engineArguments);
        return m_process.waitForStarted();
    }
    ~Emulator()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString path(const char *name) const { return m_directory.filePath(QString::fromLatin1(name)); }
    QProcess &process() { return m_process; }
    int status()
    {
        // It may have ended while the event loop ran for something else.
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kLimitMs))
            return -1;
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -2;
    }

    bool connect(QLocalSocket &socket, const char *name = "host-api")
    {
        bool connected = false;
        const auto attempt = [&] {
            socket.connectToServer(path(name));
            return connected = socket.waitForConnected(1000);
        };
        return QTest::qWaitFor(attempt, kLimitMs) && connected;
    }
    /// One line to the engine over a connection of its own, one line back.
    QByteArray ask(const QByteArray &line)
    {
        QLocalSocket socket;
        if (!connect(socket))
            return "no connection";
        socket.write(line + '\n');
        return readLine(socket);
    }
    static QByteArray readLine(QLocalSocket &socket)
    {
        const auto complete = [&] { return socket.canReadLine(); };
        return QTest::qWaitFor(complete, kLimitMs) ? socket.readLine().trimmed() : QByteArray("no answer");
    }

private:
    QTemporaryDir m_directory;
    QProcess m_process;
};

QByteArray readAll(QLocalSocket &socket)
{
    QByteArray all;
    const auto closed = [&] {
        all += socket.readAll();
        return socket.state() == QLocalSocket::UnconnectedState;
    };
    return QTest::qWaitFor(closed, kLimitMs) ? all + socket.readAll() : QByteArray("still open");
}

/// Whether a process of this command line's part is there.
bool isRunning(const QString &part)
{
    QProcess pgrep;
    pgrep.start(QStringLiteral("pgrep"), {QStringLiteral("-f"), QStringLiteral("--"), part});
    pgrep.waitForFinished();
    return pgrep.exitCode() == 0;
}

} // namespace

class TestEmulatorProgram : public QObject {
    Q_OBJECT
private slots:
    void exitStatus_isTheEngines_data();
    void exitStatus_isTheEngines();
    void engineArguments_arrive();
    void outputs_areTheEngines();
    void clientBeforeEngine_waits();
    void manyClients_areServed();
    void stalledClient_holdsBackNoOther();
    void halfClose_passesThrough();
    void engineClose_reachesClient();
    void console_isConnected();
    void sigterm_reachesEngine();
    void sigtermIgnored_endsBySecondWay();
    void sigtermBeforeStart_ends();
    void killedEmulator_takesMachineAlong();
    void deadMachine_is125_data();
    void deadMachine_is125();
    void usedSocketPath_isAnError();
    void wrongCommandLine_is153();
};

void TestEmulatorProgram::exitStatus_isTheEngines_data()
{
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<int>("status");
    QTest::newRow("zero") << QByteArray("exit 0") << 0;
    QTest::newRow("seven") << QByteArray("exit 7") << 7;
    QTest::newRow("largest") << QByteArray("exit 255") << 255;
    QTest::newRow("killed") << QByteArray("raise 9") << 128 + 9;
}

void TestEmulatorProgram::exitStatus_isTheEngines()
{
    QFETCH(QByteArray, command);
    QFETCH(int, status);
    Emulator emulator;
    QVERIFY(emulator.start());
    QLocalSocket socket;
    QVERIFY(emulator.connect(socket));
    socket.write(command + '\n');
    QCOMPARE(readAll(socket), QByteArray());
    QCOMPARE(emulator.status(), status);
}

void TestEmulatorProgram::engineArguments_arrive()
{
    Emulator emulator;
    QVERIFY(emulator.start({}, {QStringLiteral("--id"), QStringLiteral("a b"), QString(), QStringLiteral("ä")}));
    const QByteArray arguments = emulator.ask("args");
    const QByteArray expected = "--api-sock|" + emulator.path("api.sock").toUtf8() + "|--console-sock|" +
                                emulator.path("console.sock").toUtf8() + "|--id|a b||ä";
    QCOMPARE(arguments, expected);
}

void TestEmulatorProgram::outputs_areTheEngines()
{
    Emulator emulator;
    QVERIFY(emulator.start({QStringLiteral("--log"), emulator.path("log")}));
    QCOMPARE(emulator.ask("echo there"), QByteArray("there"));
    QLocalSocket socket;
    QVERIFY(emulator.connect(socket));
    socket.write("exit 3\n");
    QCOMPARE(readAll(socket), QByteArray());
    QCOMPARE(emulator.status(), 3);
    QCOMPARE(emulator.process().readAllStandardOutput(), QByteArray("output of the engine\n"));
    QCOMPARE(emulator.process().readAllStandardError(), QByteArray("error of the engine\n"));
    QFile log(emulator.path("log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray text = log.readAll();
    for (const char *line : {"helper machine started", "engine started", "engine ended with status 3"})
        QVERIFY2(text.contains(line), text.constData());
}

void TestEmulatorProgram::clientBeforeEngine_waits()
{
    Emulator emulator;
    QVERIFY(emulator.start({}, {QStringLiteral("--delay"), QStringLiteral("1000")}));
    QLocalSocket early;
    QVERIFY(emulator.connect(early));
    early.write("echo early\n");
    QCOMPARE(Emulator::readLine(early), QByteArray("early"));
}

void TestEmulatorProgram::manyClients_areServed()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    // More at once than there may be streams: the last ones wait for the first to go.
    constexpr int kClients = 80;
    std::vector<std::unique_ptr<QLocalSocket>> clients;
    for (int i = 0; i < kClients; ++i) {
        clients.push_back(std::make_unique<QLocalSocket>());
        QVERIFY(emulator.connect(*clients.back()));
        clients.back()->write("echo " + QByteArray::number(i) + '\n');
    }
    for (int i = 0; i < kClients; ++i) {
        QCOMPARE(Emulator::readLine(*clients[static_cast<std::size_t>(i)]), QByteArray::number(i));
        clients[static_cast<std::size_t>(i)]->disconnectFromServer();
    }
    QCOMPARE(emulator.ask("echo still"), QByteArray("still"));
}

void TestEmulatorProgram::stalledClient_holdsBackNoOther()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QLocalSocket stalled;
    stalled.setReadBufferSize(1000);
    QVERIFY(emulator.connect(stalled));
    stalled.write("flood 20000000\n");
    QVERIFY(stalled.waitForReadyRead(kLimitMs));
    for (int i = 0; i < 20; ++i)
        QCOMPARE(emulator.ask("echo " + QByteArray::number(i)), QByteArray::number(i));
    stalled.setReadBufferSize(0);
    const QByteArray flood = readAll(stalled);
    QCOMPARE(flood.size(), qsizetype(20000000));
    QCOMPARE(flood.count('f'), flood.size());
}

void TestEmulatorProgram::halfClose_passesThrough()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QLocalSocket socket;
    QVERIFY(emulator.connect(socket));
    socket.write("count\n" + QByteArray(300000, 'x'));
    while (socket.bytesToWrite() > 0)
        QVERIFY(socket.waitForBytesWritten(kLimitMs));
    QCOMPARE(::shutdown(static_cast<int>(socket.socketDescriptor()), SHUT_WR), 0);
    QCOMPARE(Emulator::readLine(socket), QByteArray("300000"));
    QCOMPARE(readAll(socket), QByteArray());
}

void TestEmulatorProgram::engineClose_reachesClient()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QLocalSocket socket;
    QVERIFY(emulator.connect(socket));
    socket.write("unknown\n");
    QCOMPARE(readAll(socket), QByteArray());
    QCOMPARE(emulator.ask("echo alive"), QByteArray("alive"));
}

void TestEmulatorProgram::console_isConnected()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QLocalSocket first;
    QLocalSocket second;
    QVERIFY(emulator.connect(first, "host-console"));
    QVERIFY(emulator.connect(second, "host-console"));
    QCOMPARE(Emulator::readLine(first), QByteArray("welcome"));
    QCOMPARE(Emulator::readLine(second), QByteArray("welcome"));
    second.write("typed\n");
    QCOMPARE(Emulator::readLine(second), QByteArray("typed"));
}

void TestEmulatorProgram::sigterm_reachesEngine()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QCOMPARE(emulator.ask("echo there"), QByteArray("there"));
    emulator.process().terminate();
    QCOMPARE(emulator.status(), 128 + SIGTERM);
}

void TestEmulatorProgram::sigtermIgnored_endsBySecondWay()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QCOMPARE(emulator.ask("deaf"), QByteArray("deaf"));
    emulator.process().terminate();
    QCOMPARE(emulator.ask("echo still there"), QByteArray("still there"));
    ::kill(static_cast<pid_t>(emulator.process().processId()), SIGINT);
    QCOMPARE(emulator.status(), 128 + SIGINT);
}

void TestEmulatorProgram::sigtermBeforeStart_ends()
{
    Emulator emulator;
    QVERIFY(emulator.start({}, {}, QStringLiteral("silent")));
    QLocalSocket socket;
    QVERIFY(emulator.connect(socket));
    emulator.process().terminate();
    QCOMPARE(emulator.status(), 128 + SIGTERM);
}

void TestEmulatorProgram::killedEmulator_takesMachineAlong()
{
    Emulator emulator;
    QVERIFY(emulator.start());
    QCOMPARE(emulator.ask("echo there"), QByteArray("there"));
    const QString mark = QStringLiteral("--run-directory ") + QFileInfo(emulator.path("x")).path();
    QVERIFY(isRunning(mark));
    emulator.process().kill();
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(mark), kLimitMs);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(emulator.path("api.sock")), kLimitMs);
}

void TestEmulatorProgram::deadMachine_is125_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("dies") << QStringLiteral("dies") << QStringList() << QByteArray("the fake machine panics");
    QTest::newRow("status") << QStringLiteral("dies") << QStringList() << QByteArray("QEMU ended with status 3");
    QTest::newRow("garbage") << QStringLiteral("garbage") << QStringList() << QByteArray("faulty");
    QTest::newRow("silent") << QStringLiteral("silent")
                            << QStringList{QStringLiteral("--boot-timeout"), QStringLiteral("1")}
                            << QByteArray("did not start within 1 seconds");
}

void TestEmulatorProgram::deadMachine_is125()
{
    QFETCH(QString, mode);
    QFETCH(QStringList, options);
    QFETCH(QByteArray, text);
    Emulator emulator;
    QVERIFY(emulator.start(options, {}, mode));
    QCOMPARE(emulator.status(), 125);
    const QByteArray said = emulator.process().readAllStandardError();
    QVERIFY2(said.contains(text), said.constData());
}

void TestEmulatorProgram::usedSocketPath_isAnError()
{
    Emulator emulator;
    QFile file(emulator.path("host-api"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(emulator.start());
    QCOMPARE(emulator.status(), 125);
    QVERIFY(emulator.process().readAllStandardError().contains("Failed to open the API socket"));
}

void TestEmulatorProgram::wrongCommandLine_is153()
{
    Emulator emulator;
    QVERIFY(emulator.start({QStringLiteral("--memory"), QStringLiteral("much")}));
    QCOMPARE(emulator.status(), 153);
}

QTEST_GUILESS_MAIN(TestEmulatorProgram)
#include "tst_emulator_program.moc"
