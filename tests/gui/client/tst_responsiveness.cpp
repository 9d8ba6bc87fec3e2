#include "client/engine_client.h"

#include "support/stub_engine.h"

#include <QFile>
#include <QTest>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using Manner = stub::Engine::Manner;

namespace {

/// A frozen engine: it listens, accepts nobody, and its queue of connections is full.
class FullQueue {
public:
    explicit FullQueue(const QString &path)
    {
        const QByteArray name = QFile::encodeName(path);
        std::copy(name.begin(), name.end(), m_address.sun_path);
        const int server = open();
        if (::bind(server, where(), sizeof m_address) != 0 || ::listen(server, 0) != 0)
            qFatal("no socket");
        while (::connect(open(), where(), sizeof m_address) == 0) {
        }
        if (errno != EAGAIN)
            qFatal("the queue does not fill up");
    }
    ~FullQueue()
    {
        for (const int fd : m_open)
            ::close(fd);
    }
    Q_DISABLE_COPY_MOVE(FullQueue)

private:
    int open()
    {
        m_open.push_back(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        return m_open.back();
    }
    const sockaddr *where() const { return reinterpret_cast<const sockaddr *>(&m_address); }

    sockaddr_un m_address{.sun_family = AF_UNIX, .sun_path = {}};
    std::vector<int> m_open;
};

/// Counts the turns of the event loop.
class Turns {
public:
    Turns()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { ++count; });
        m_timer.start(0);
    }
    int count = 0;

private:
    QTimer m_timer;
};

} // namespace

/// The thread that asks an engine goes on whatever that engine does: nothing here measures time, it is the order that
/// counts. A call that waited would come back with its outcome.
class TestResponsiveness : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void silentEngine_request_loopGoesOn_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::addColumn<int>("manner");
        QTest::newRow("never answers") << false << static_cast<int>(Manner::Never);
        QTest::newRow("accepts nobody") << true << 0;
    }

    void silentEngine_request_loopGoesOn()
    {
        QFETCH(const bool, frozen);
        QFETCH(const int, manner);
        QTemporaryDir directory;
        const QString path = directory.filePath(u"api.sock"_s);
        std::optional<FullQueue> queue;
        std::optional<stub::Engine> engine;
        if (frozen) {
            queue.emplace(path);
        } else {
            engine.emplace(path);
            engine->setManner(static_cast<Manner>(manner));
        }
        EngineClient client(path);
        int outcomes = 0;
        for (int i = 0; i < 5; ++i)
            client.instanceInfo(&client, [&](const ApiResult<InstanceInfo> &) { ++outcomes; });
        QCOMPARE(client.connection()->pending(), 5);
        // The first request is on its way for all these turns.
        Turns turns;
        QTRY_VERIFY(turns.count >= 1000);
        QCOMPARE(outcomes, 0);
        QCOMPARE(client.connection()->pending(), 5);
    }

    void byteByByteEngine_answer_leavesTurnsBetween()
    {
        stub::Engine engine;
        engine.setManner(Manner::Split);
        EngineClient client(engine.socketPath());
        bool answered = false;
        int turnsUntilThen = 0;
        Turns turns;
        client.instanceInfo(&client, [&](const ApiResult<InstanceInfo> &info) {
            answered = info.has_value();
            turnsUntilThen = turns.count;
        });
        QTRY_VERIFY(answered);
        QVERIFY2(turnsUntilThen >= 50, qPrintable(QString::number(turnsUntilThen)));
    }

    void deadEngine_request_failsLater()
    {
        stub::Engine engine;
        engine.die();
        EngineClient client(engine.socketPath());
        int failures = 0;
        client.instanceInfo(&client, [&](const ApiResult<InstanceInfo> &info) { failures += !info; });
        QCOMPARE(failures, 0);
        QTRY_COMPARE(failures, 1);
    }

    void silentEngine_clientDestroyed_doesNotWaitForIt()
    {
        stub::Engine engine;
        engine.setManner(Manner::Never);
        int outcomes = 0;
        {
            EngineClient client(engine.socketPath());
            client.instanceInfo(&client, [&](const ApiResult<InstanceInfo> &) { ++outcomes; });
            QTRY_COMPARE(engine.requests().size(), 1);
        }
        QCOMPARE(outcomes, 0);
        QTRY_COMPARE(engine.connections(), 0);
    }
};

QTEST_GUILESS_MAIN(TestResponsiveness)
#include "tst_responsiveness.moc"
