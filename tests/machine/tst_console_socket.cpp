// The serial console as a socket, and the metrics over the API: whole engines with hand-written guests.
#include "harness/api_client.h"
#include "harness/console_client.h"
#include "harness/engine_process.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace harness;

#define VERIFY_ENGINE(condition, engine)                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            QFAIL((#condition "\nlog: " + (engine).log().right(3000)).constData());                                    \
    } while (false)

class TestConsoleSocket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void output_reachesTwoViewersAndNotStandardOutput();
    void lateViewer_getsTheScrollback();
    void input_ofEachViewer_isEchoed();
    void input_beyondTheUartsRoom_isEchoedWhole();
    void viewerThatDiesWhileTheGuestWrites_harmsNobody();
    void viewerThatNeverReads_doesNotStopTheGuest();
    void serialFile_getsTheOutputToo();
    void lastWords_reachTheViewer();
    void noApi_hasTheConsoleToo();
    void socketInUse_isRefused();
    void failedStart_leavesTheConsoleUsable();
    void metrics_totalsStayAfterAFlush();
    void metrics_withoutAcceptHeader_areForPrometheus();

private:
    static QString guest(const char *name) { return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name); }
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }
    QString consolePath() const { return path("console.sock"); }
    bool launch(EngineProcess &engine)
    {
        return engine.start({QStringLiteral("--console-sock"), consolePath()}) && engine.waitForSocket();
    }
    static bool boot(EngineProcess &engine, const QString &kernel)
    {
        ApiClient api(engine.socketPath());
        return api.put("/boot-source", {{QStringLiteral("kernel_image_path"), kernel}}).status == 204 &&
               action(engine, "InstanceStart") == 204;
    }
    static int action(EngineProcess &engine, const char *type)
    {
        return ApiClient(engine.socketPath())
            .put("/actions", {{QStringLiteral("action_type"), QLatin1String(type)}})
            .status;
    }

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestConsoleSocket::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestConsoleSocket::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/console-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

void TestConsoleSocket::output_reachesTwoViewersAndNotStandardOutput()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    QVERIFY(engine.log().contains("Listening on console socket"));
    ConsoleClient first;
    ConsoleClient second;
    QVERIFY(first.connectTo(consolePath()) && second.connectTo(consolePath())); // before the start
    VERIFY_ENGINE(boot(engine, guest("hello")), engine);
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
    QVERIFY(first.waitForEnd(5000) && second.waitForEnd(5000));
    QCOMPARE(first.received(), QByteArray("HELLO FROM THE GUEST\n"));
    QCOMPARE(second.received(), QByteArray("HELLO FROM THE GUEST\n"));
    QVERIFY(!engine.console().contains("HELLO"));
    QVERIFY(QFile::exists(consolePath())); // as the API's socket: whoever starts engines removes it
}

void TestConsoleSocket::lateViewer_getsTheScrollback()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    ConsoleClient early;
    QVERIFY(early.connectTo(consolePath()));
    VERIFY_ENGINE(early.waitFor("READY\n", 10000).has_value(), engine);
    early.close();
    ConsoleClient late;
    QVERIFY(late.connectTo(consolePath()));
    VERIFY_ENGINE(late.waitFor("READY\n", 10000).has_value(), engine);
    QCOMPARE(late.received(), QByteArray("READY\n"));
    QVERIFY(late.type("AB"));
    VERIFY_ENGINE(late.waitFor("READY\nBC", 10000).has_value(), engine);
}

void TestConsoleSocket::input_ofEachViewer_isEchoed()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    ConsoleClient first;
    ConsoleClient second;
    QVERIFY(first.connectTo(consolePath()) && second.connectTo(consolePath()));
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    VERIFY_ENGINE(first.waitFor("READY\n", 10000).has_value(), engine);
    QVERIFY(first.type("AAA"));
    VERIFY_ENGINE(second.waitFor("READY\nBBB", 10000).has_value(), engine);
    QVERIFY(second.type("CCC"));
    VERIFY_ENGINE(first.waitFor("READY\nBBBDDD", 10000).has_value(), engine);
    QVERIFY(engine.type("\n")); // standard input is not the console's
    QVERIFY(second.type("E"));
    VERIFY_ENGINE(first.waitFor("READY\nBBBDDDF", 10000).has_value(), engine);
    QVERIFY(second.type("\n"));
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

void TestConsoleSocket::input_beyondTheUartsRoom_isEchoedWhole()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    const QByteArray sent = QByteArray("ABCDEFGH").repeated(50);
    QByteArray expected = sent;
    for (char &letter : expected)
        ++letter;
    ConsoleClient viewer;
    QVERIFY(viewer.connectTo(consolePath()));
    QVERIFY(viewer.type(sent));
    VERIFY_ENGINE(viewer.waitFor(expected, 20000).has_value(), engine);
}

void TestConsoleSocket::viewerThatDiesWhileTheGuestWrites_harmsNobody()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    VERIFY_ENGINE(boot(engine, guest("ticker")), engine);
    ConsoleClient stays;
    QVERIFY(stays.connectTo(consolePath()));
    for (int round = 0; round < 20; ++round) {
        ConsoleClient dies;
        QVERIFY(dies.connectTo(consolePath()));
        VERIFY_ENGINE(dies.waitFor(".", 10000).has_value(), engine);
        QVERIFY(dies.type("garbage"));
        dies.close(); // with output unread and input not taken
        VERIFY_ENGINE(stays.waitFor(".", 10000, stays.received().size()).has_value(), engine);
    }
    QVERIFY(engine.isRunning());
    ApiClient api(engine.socketPath());
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
}

void TestConsoleSocket::viewerThatNeverReads_doesNotStopTheGuest()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    ConsoleClient stuck;
    ConsoleClient reads;
    QVERIFY(stuck.connectTo(consolePath()) && reads.connectTo(consolePath()));
    VERIFY_ENGINE(boot(engine, guest("ticker")), engine);
    // Bytes that are sent one by one fill the stuck viewer's socket after less than 300.
    VERIFY_ENGINE(reads.waitFor(QByteArray(500, '.'), 60000).has_value(), engine);
    VERIFY_ENGINE(stuck.waitFor("TICKING\n", 10000).has_value(), engine);
}

void TestConsoleSocket::serialFile_getsTheOutputToo()
{
    QFile file(path("serial.out"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/serial", {{QStringLiteral("serial_out_path"), file.fileName()}}).status, 204);
    ConsoleClient viewer;
    QVERIFY(viewer.connectTo(consolePath()));
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    VERIFY_ENGINE(viewer.waitFor("READY\n", 10000).has_value(), engine);
    QVERIFY(viewer.type("A\n"));
    VERIFY_ENGINE(engine.waitForExit(10000).has_value(), engine);
    QVERIFY(viewer.waitForEnd(5000));
    QCOMPARE(viewer.received(), QByteArray("READY\nB"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("READY\nB"));
}

void TestConsoleSocket::lastWords_reachTheViewer()
{
    for (int round = 0; round < 10; ++round) {
        init();
        EngineProcess engine(m_directory->path());
        VERIFY_ENGINE(launch(engine), engine);
        ConsoleClient viewer;
        QVERIFY(viewer.connectTo(consolePath()));
        VERIFY_ENGINE(boot(engine, guest("echo")), engine);
        const QByteArray text = QByteArray("ABCD").repeated(100);
        QByteArray answer = text;
        for (char &letter : answer)
            ++letter;
        QVERIFY(viewer.type(text + "\n")); // the newline ends the machine
        VERIFY_ENGINE(viewer.waitForEnd(20000), engine);
        QCOMPARE(viewer.received(), "READY\n" + answer);
    }
}

void TestConsoleSocket::noApi_hasTheConsoleToo()
{
    QFile file(path("vm.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(R"({"boot-source": {"kernel_image_path": ")" + guest("echo").toLocal8Bit() + R"("}, "drives": []})");
    file.close();
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.startWith({QStringLiteral("--no-api"), QStringLiteral("--config-file"), file.fileName(),
                              QStringLiteral("--console-sock"), consolePath(), QStringLiteral("--log-path"),
                              engine.logPath()}));
    ConsoleClient viewer;
    QVERIFY(viewer.connectTo(consolePath()));
    VERIFY_ENGINE(viewer.waitFor("READY\n", 10000).has_value(), engine);
    QVERIFY(viewer.type("x\n"));
    const auto end = engine.waitForExit(10000);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
    QVERIFY(viewer.waitForEnd(5000));
    QCOMPARE(viewer.received(), QByteArray("READY\ny"));
}

void TestConsoleSocket::socketInUse_isRefused()
{
    EngineProcess first(m_directory->path());
    VERIFY_ENGINE(launch(first), first);
    EngineProcess second(m_directory->path());
    QVERIFY(second.startWith({QStringLiteral("--api-sock"), path("other.sock"), QStringLiteral("--log-path"),
                              path("other.log"), QStringLiteral("--console-sock"), consolePath()}));
    const auto end = second.waitForExit(10000);
    QVERIFY(end.has_value());
    QCOMPARE(end->code, 1);
    QFile log(path("other.log"));
    QVERIFY(log.open(QIODevice::ReadOnly));
    QVERIFY(log.readAll().contains("Failed to open the console socket at: " + consolePath().toLocal8Bit() +
                                   ". Check that it is not already used."));
    QVERIFY(!QFile::exists(path("other.sock"))); // the console comes first
}

void TestConsoleSocket::failedStart_leavesTheConsoleUsable()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    ConsoleClient viewer;
    QVERIFY(viewer.connectTo(consolePath()));
    QFile noKernel(path("no-kernel"));
    QVERIFY(noKernel.open(QIODevice::WriteOnly));
    noKernel.write("nothing bootable");
    noKernel.close();
    QVERIFY(!boot(engine, noKernel.fileName()));
    QVERIFY(viewer.type("A"));
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    VERIFY_ENGINE(viewer.waitFor("READY\nB", 10000).has_value(), engine);
}

void TestConsoleSocket::metrics_totalsStayAfterAFlush()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    ApiClient api(engine.socketPath());
    const Response before = api.get("/metrics"); // neither a target nor a machine is needed
    QCOMPARE(before.status, 200);
    QCOMPARE(before.headers.value("content-type"), QByteArray("application/json"));
    QVERIFY(before.json()[QStringLiteral("utc_timestamp_ms")].toDouble() > 1.6e12);
    const auto written = [](const QJsonObject &metrics) {
        return metrics[QStringLiteral("uart")].toObject()[QStringLiteral("write_count")].toInt(-1);
    };
    QCOMPARE(written(before.json()), 0);

    QCOMPARE(api.put("/metrics", {{QStringLiteral("metrics_path"), path("metrics")}}).status, 204);
    VERIFY_ENGINE(boot(engine, guest("echo")), engine);
    ConsoleClient viewer;
    QVERIFY(viewer.connectTo(consolePath()));
    VERIFY_ENGINE(viewer.waitFor("READY\n", 10000).has_value(), engine);
    QTRY_COMPARE(written(api.get("/metrics").json()), 6);
    QCOMPARE(action(engine, "FlushMetrics"), 204);
    QCOMPARE(action(engine, "FlushMetrics"), 204);
    QCOMPARE(written(api.get("/metrics").json()), 6);

    QFile file(path("metrics"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    int sum = 0;
    QJsonObject last;
    while (!file.atEnd()) {
        last = QJsonDocument::fromJson(file.readLine()).object();
        sum += written(last);
    }
    QCOMPARE(sum, 6); // the increases, told once each
    QCOMPARE(written(last), 0);
    QCOMPARE(api.get("/metrics").json().keys(), last.keys());
}

void TestConsoleSocket::metrics_withoutAcceptHeader_areForPrometheus()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.start({QStringLiteral("--id"), QStringLiteral("vm-7")}) && engine.waitForSocket());
    const Response text = ApiClient(engine.socketPath()).raw("GET /metrics HTTP/1.1\r\nAccept: */*\r\n\r\n");
    QCOMPARE(text.status, 200);
    QCOMPARE(text.headers.value("content-type"), QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    QVERIFY(text.body.contains("\n# TYPE sparkler_vcpu_exit_io_out_total counter\n"
                               "sparkler_vcpu_exit_io_out_total{instance_id=\"vm-7\"} 0\n"));
}

QTEST_GUILESS_MAIN(TestConsoleSocket)
#include "tst_console_socket.moc"
