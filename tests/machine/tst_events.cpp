// GET /events of whole engines, from "Not started" to the end.
#include "harness/api_client.h"
#include "harness/console_client.h"
#include "harness/engine_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
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

namespace {

constexpr int kPatience = 10000; // ms

/// A listener to an engine's events.
class Listener {
public:
    bool connectTo(const EngineProcess &engine)
    {
        return m_stream.connectTo(engine.socketPath()) && m_stream.type("GET /events HTTP/1.1\r\n\r\n") &&
               waitFor("state");
    }
    /// Waits until an event of that name came after those that were waited for before.
    bool waitFor(const QByteArray &name)
    {
        const auto at = m_stream.waitFor("{\"event\":\"" + name + "\"", kPatience, m_seen);
        m_seen = at.value_or(m_seen);
        return at.has_value();
    }
    bool waitForEnd() { return m_stream.waitForEnd(kPatience); }
    /// Everything that came, out of its chunks; nothing when these are not as they should be, the end of the body
    /// included.
    QList<QJsonObject> events() const
    {
        const QByteArray &all = m_stream.received();
        QByteArray body;
        for (qsizetype at = all.indexOf("\r\n\r\n") + 4;;) {
            const qsizetype end = all.indexOf("\r\n", at);
            bool ok = false;
            const qsizetype size = all.mid(at, end - at).toLongLong(&ok, 16);
            if (end < 0 || !ok || all.mid(end + 2 + size, 2) != "\r\n")
                return {};
            if (size == 0)
                break;
            body += all.mid(end + 2, size);
            at = end + 2 + size + 2;
        }
        QList<QJsonObject> events;
        for (const QByteArray &line : body.split('\n')) {
            if (!line.isEmpty())
                events.append(QJsonDocument::fromJson(line).object());
        }
        return events;
    }

private:
    ConsoleClient m_stream;
    qsizetype m_seen = 0;
};

QStringList names(const QList<QJsonObject> &events)
{
    QStringList all;
    for (const QJsonObject &event : events)
        all << event[QStringLiteral("event")].toString();
    return all;
}

} // namespace

class TestEvents : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void lifeCycle_isToldInOrder();
    void end_isTheLastEvent_data();
    void end_isTheLastEvent();
    void failedStart_isNoEvent();
    void abandonedStream_doesNotDisturbTheEnd();

private:
    static QString guest(const char *name) { return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name); }
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }
    static bool launch(EngineProcess &engine) { return engine.start() && engine.waitForSocket(); }
    static int start(ApiClient &api, const QString &kernel)
    {
        if (api.put("/boot-source", {{QStringLiteral("kernel_image_path"), kernel}}).status != 204)
            return 0;
        return api.put("/actions", {{QStringLiteral("action_type"), QStringLiteral("InstanceStart")}}).status;
    }
    /// Ends the engine by a deadly signal. A request before that: when it is answered, the API thread has done with all
    /// events, and only then the handler of the signal may send the last one.
    static void hangUp(EngineProcess &engine)
    {
        QCOMPARE(ApiClient(engine.socketPath()).get("/").status, 200);
        engine.kill(SIGHUP);
    }
    static int setState(ApiClient &api, const char *state)
    {
        return api.patch("/vm", {{QStringLiteral("state"), QLatin1String(state)}}).status;
    }

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestEvents::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestEvents::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/events-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

void TestEvents::lifeCycle_isToldInOrder()
{
    QFile disk(path("disk"));
    QVERIFY(disk.open(QIODevice::WriteOnly) && disk.resize(1 << 20));
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    Listener listener;
    VERIFY_ENGINE(listener.connectTo(engine), engine);
    ApiClient api(engine.socketPath());
    QCOMPARE(api.put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                      {QStringLiteral("path_on_host"), disk.fileName()},
                                      {QStringLiteral("is_root_device"), false}})
                 .status,
             204);
    QCOMPARE(start(api, guest("spin")), 204);
    VERIFY_ENGINE(listener.waitFor("started"), engine);
    QCOMPARE(setState(api, "Resumed"), 204); // it runs: no event
    QCOMPARE(setState(api, "Paused"), 204);
    QCOMPARE(setState(api, "Paused"), 204);
    Listener late;
    VERIFY_ENGINE(late.connectTo(engine), engine);
    QCOMPARE(setState(api, "Resumed"), 204);
    const QJsonObject limiter{
        {QStringLiteral("ops"), QJsonObject{{QStringLiteral("size"), 10}, {QStringLiteral("refill_time"), 100}}}};
    QCOMPARE(api.patch("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                        {QStringLiteral("path_on_host"), disk.fileName()},
                                        {QStringLiteral("rate_limiter"), limiter}})
                 .status,
             204);
    VERIFY_ENGINE(listener.waitFor("rate_limiter_patched") && late.waitFor("rate_limiter_patched"), engine);
    hangUp(engine);
    VERIFY_ENGINE(listener.waitForEnd() && late.waitForEnd(), engine);

    const auto events = listener.events();
    QVERIFY(!events.isEmpty() && !late.events().isEmpty());
    QCOMPARE(names(events).join(QLatin1Char(' ')),
             QStringLiteral("state started paused resumed drive_patched rate_limiter_patched stopping"));
    QCOMPARE(events[0][QStringLiteral("state")].toString(), QStringLiteral("Not started"));
    QCOMPARE(events[4][QStringLiteral("drive_id")].toString(), QStringLiteral("disk"));
    QCOMPARE(events[4][QStringLiteral("path_on_host")].toString(), disk.fileName());
    QCOMPARE(events[5][QStringLiteral("drive_id")].toString(), QStringLiteral("disk"));
    QCOMPARE(events[6][QStringLiteral("reason")].toString(), QStringLiteral("signal"));
    QCOMPARE(events[6][QStringLiteral("signal")].toInt(), SIGHUP);
    QCOMPARE(events[6][QStringLiteral("exit_code")].toInt(), 156);
    QCOMPARE(late.events()[0][QStringLiteral("state")].toString(), QStringLiteral("Paused"));
    QCOMPARE(names(late.events()).value(1), QStringLiteral("resumed"));
    const auto end = engine.waitForExit(kPatience);
    QVERIFY(end.has_value());
    QCOMPARE(end->code, 156);
}

void TestEvents::end_isTheLastEvent_data()
{
    QTest::addColumn<QString>("kernel");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("reset") << guest("hello") << QStringLiteral("guest reset") << 0;
    QTest::newRow("power-off") << guest("power_off") << QStringLiteral("guest power-off") << 0;
    QTest::newRow("triple fault") << guest("triple_fault") << QStringLiteral("vCPU error") << 1;
}

void TestEvents::end_isTheLastEvent()
{
    QFETCH(QString, kernel);
    QFETCH(QString, reason);
    QFETCH(int, exitCode);
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    Listener listener;
    VERIFY_ENGINE(listener.connectTo(engine), engine);
    {
        ApiClient api(engine.socketPath());
        (void)start(api, kernel); // the guest may be done before the answer is out
    }
    VERIFY_ENGINE(listener.waitForEnd(), engine);
    const auto events = listener.events();
    QVERIFY(events.size() >= 2);
    const QJsonObject last = events.last();
    QCOMPARE(last[QStringLiteral("event")].toString(), QStringLiteral("stopping"));
    QCOMPARE(last[QStringLiteral("reason")].toString(), reason);
    QCOMPARE(last[QStringLiteral("exit_code")].toInt(), exitCode);
    const auto end = engine.waitForExit(kPatience);
    QVERIFY(end.has_value());
    QCOMPARE(end->code, exitCode);
}

void TestEvents::failedStart_isNoEvent()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    Listener listener;
    VERIFY_ENGINE(listener.connectTo(engine), engine);
    ApiClient api(engine.socketPath());
    QFile bad(path("bad"));
    QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write("no kernel") > 0 && bad.flush());
    QCOMPARE(start(api, bad.fileName()), 400);
    QCOMPARE(start(api, guest("spin")), 204);
    VERIFY_ENGINE(listener.waitFor("started"), engine);
    hangUp(engine);
    VERIFY_ENGINE(listener.waitForEnd(), engine);
    QCOMPARE(names(listener.events()).join(QLatin1Char(' ')), QStringLiteral("state started stopping"));
}

void TestEvents::abandonedStream_doesNotDisturbTheEnd()
{
    EngineProcess engine(m_directory->path());
    VERIFY_ENGINE(launch(engine), engine);
    for (int i = 0; i < 10; ++i) {
        Listener listener;
        VERIFY_ENGINE(listener.connectTo(engine), engine);
    }
    Listener silent;
    VERIFY_ENGINE(silent.connectTo(engine), engine);
    ApiClient api(engine.socketPath());
    (void)start(api, guest("hello"));
    const auto end = engine.waitForExit(kPatience);
    VERIFY_ENGINE(end.has_value(), engine);
    QCOMPARE(end->code, 0);
}

QTEST_APPLESS_MAIN(TestEvents)
#include "tst_events.moc"
