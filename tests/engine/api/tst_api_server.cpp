#include "api/server.h"
#include "api_client.h"
#include "telemetry/logger.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <latch>
#include <linux/sockios.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <thread>

using namespace sparkler;
using namespace sparkler::api;
using sparkler::test::ApiClient;

namespace {

const QByteArray kGet = "GET / HTTP/1.1\r\n\r\n";
const QByteArray kNoContent = "HTTP/1.1 204 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n\r\n";

QByteArray put(const QByteArray &path, const QByteArray &body)
{
    return "PUT " + path + " HTTP/1.1\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// Runs on the loop's thread; answers with what it was told to.
class FakeHandler : public ActionHandler {
public:
    Result<Reply> handle(const Action &action) override
    {
        lastThread = std::this_thread::get_id();
        ++calls;
        if (onAction)
            onAction(action);
        if (std::holds_alternative<GetInstanceInfo>(action))
            return InstanceInfo{"id", InstanceState::Running, "1.4.0", std::string(nameBytes, 'n')};
        if (std::holds_alternative<GetEvents>(action))
            return EventStream{TRY(hub.subscribe("state", {{"state", "Running"}}))};
        return Done{};
    }
    EventHub hub;
    std::function<void(const Action &)> onAction;
    std::size_t nameBytes = 1;
    std::atomic<int> calls = 0;
    std::thread::id lastThread;
};

/// A VMM loop with its own thread.
class VmmThread {
public:
    VmmThread() : loop(EventLoop::create().value()), m_thread([this] { (void)loop->run(); }) {}
    ~VmmThread() { end(); }
    void end()
    {
        if (!m_thread.joinable())
            return;
        loop->stop();
        m_thread.join();
    }
    std::thread::id id() const { return m_thread.get_id(); }
    std::unique_ptr<EventLoop> loop;

private:
    std::thread m_thread;
};

const QByteArray kGetEvents = "GET /events HTTP/1.1\r\n\r\n";

/// Takes the chunks of an event stream apart, by RFC 9112 and not by our own code.
class EventReader {
public:
    explicit EventReader(ApiClient &client) : m_client(client) {}

    /// Sends the request; whether a stream began.
    bool open()
    {
        return m_client.send(kGetEvents) &&
               m_client.receiveResponse() == "HTTP/1.1 200 \r\nServer: Firecracker API\r\nConnection: close\r\n"
                                             "Content-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n";
    }
    /// The next event; an empty object at the end of the stream.
    QJsonObject next()
    {
        while (!m_lines.contains('\n')) {
            const QByteArray size = m_client.receiveUntil("\r\n");
            bool ok = false;
            const qsizetype bytes = size.chopped(size.isEmpty() ? 0 : 2).toLongLong(&ok, 16);
            m_complete = ok && bytes == 0 && m_client.receiveUntil("\r\n") == "\r\n";
            if (!ok || bytes == 0)
                return {};
            const QByteArray chunk = m_client.receiveBytes(bytes + 2);
            if (!chunk.endsWith("\r\n"))
                return {};
            m_lines += chunk.chopped(2);
        }
        const qsizetype end = m_lines.indexOf('\n');
        const QByteArray line = m_lines.left(end);
        m_lines.remove(0, end + 1);
        return QJsonDocument::fromJson(line).object();
    }
    QString nextName() { return next()[QStringLiteral("event")].toString(); }
    /// Whether the stream ended as it should and the connection after it.
    bool isComplete() { return next().isEmpty() && m_complete && m_client.isAtEnd(); }

private:
    ApiClient &m_client;
    QByteArray m_lines;
    bool m_complete = false;
};

} // namespace

class TestApiServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bind_pathInUse_tellsTheDocumentedText();
    void bind_pathTooLong_fails();
    void bind_modeIs0755WhateverTheUmask();
    void start_threadIsNamedAndHooksRunInOrder();
    void request_isExecutedOnTheVmmThread();
    void connection_isKeptAlive();
    void pipelinedRequests_areAnsweredInOrder();
    void eleventhConnection_isTurnedAway();
    void freedConnection_canBeUsedAgain();
    void slowBody_isAnswered();
    void oversizePayload_getsThe400AndTheConnectionLives();
    void badContentLength_getsThe400AndTheEnd();
    void expectContinue_getsInterimResponse();
    void halfClosedPeer_isDropped();
    void slowReader_isNotServedBeyondItsBuffer();
    void passedDescriptors_areClosed();
    void otherClients_areServedWhileOneIsIdle();
    void eventStream_carriesEventsAsTheyCome();
    void eventStream_isNotCountedAsAConnection();
    void fifthEventStream_isRefusedAndTheConnectionLives();
    void hangUp_freesTheEventStream();
    void slowEventReader_blocksNobodyAndLosesOnlyWhatItMust();
    void lastEvent_isDeliveredAndEndsTheConnection();
    void stop_deliversTheLastEvent();
    void deadlySignal_isTheLastEvent();
    void stop_whileRequestWaitsForTheVmm_returns();
    void stop_afterTheAnswer_stillSendsIt();
    void stop_twice_isFine();

private:
    void startServer(ServerLimits limits = {});
    std::string path() const { return m_dir->filePath("api.socket").toStdString(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<FakeHandler> m_handler;
    std::unique_ptr<VmmThread> m_vmm;
    std::unique_ptr<ApiServer> m_server;
};

void TestApiServer::initTestCase()
{
    QVERIFY(configureLogger({.path = "/dev/null", .level = LogLevel::Debug}).has_value());
}

void TestApiServer::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_handler = std::make_unique<FakeHandler>();
    m_vmm = std::make_unique<VmmThread>();
}

void TestApiServer::cleanup()
{
    m_server.reset();
    m_vmm.reset();
    m_handler.reset();
    m_dir.reset();
}

void TestApiServer::startServer(ServerLimits limits)
{
    m_server = ApiServer::bind(path(), limits).value();
    QVERIFY(m_server->start(*m_vmm->loop, *m_handler).has_value());
}

void TestApiServer::bind_pathInUse_tellsTheDocumentedText()
{
    QFile file(QString::fromStdString(path()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto server = ApiServer::bind(path());
    QVERIFY(!server);
    QCOMPARE(server.error().text,
             "Failed to open the API socket at: " + path() + ". Check that it is not already used.");
}

void TestApiServer::bind_pathTooLong_fails()
{
    QVERIFY(!ApiServer::bind("/tmp/" + std::string(200, 'x')));
    QVERIFY(!ApiServer::bind(""));
}

void TestApiServer::bind_modeIs0755WhateverTheUmask()
{
    const mode_t before = ::umask(0077);
    const auto server = ApiServer::bind(path());
    const mode_t during = ::umask(before);
    QVERIFY(server.has_value());
    QCOMPARE(during, mode_t{0077}); // and the umask is as before
    struct stat info {};
    QCOMPARE(::stat(path().c_str(), &info), 0);
    QCOMPARE(info.st_mode, mode_t{S_IFSOCK | 0755});
}

void TestApiServer::start_threadIsNamedAndHooksRunInOrder()
{
    m_server = ApiServer::bind(path()).value();
    std::string order;
    std::array<char, 16> name{};
    std::latch done(1);
    ServerHooks hooks{.beforeServing =
                          [&] {
                              order += "before ";
                              ::pthread_getname_np(::pthread_self(), name.data(), name.size());
                          },
                      .started =
                          [&] {
                              order += "started";
                              done.count_down();
                          }};
    QVERIFY(m_server->start(*m_vmm->loop, *m_handler, std::move(hooks)).has_value());
    done.wait();
    QCOMPARE(order, std::string("before started"));
    QCOMPARE(std::string(name.data()), std::string("fc_api"));
}

void TestApiServer::request_isExecutedOnTheVmmThread()
{
    startServer();
    ApiClient client(path());
    const QByteArray response = client.exchange(kGet);
    QVERIFY(response.startsWith("HTTP/1.1 200 \r\n"));
    QVERIFY(response.endsWith(R"({"id":"id","state":"Running","vmm_version":"1.4.0","app_name":"n","started":true})"));
    QVERIFY(m_handler->lastThread == m_vmm->id());
}

void TestApiServer::connection_isKeptAlive()
{
    startServer();
    ApiClient client(path());
    const QByteArray request = "PUT /serial HTTP/1.0\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
    QCOMPARE(client.exchange(request), kNoContent);
    QCOMPARE(client.exchange(request), kNoContent);
}

void TestApiServer::pipelinedRequests_areAnsweredInOrder()
{
    startServer();
    ApiClient client(path());
    QVERIFY(client.send(put("/serial", "{}") + kGet + "GET /nothing HTTP/1.1\r\n\r\n"));
    QCOMPARE(client.receiveResponse(), kNoContent);
    QVERIFY(client.receiveResponse().startsWith("HTTP/1.1 200 "));
    QVERIFY(client.receiveResponse().startsWith("HTTP/1.1 400 "));
}

void TestApiServer::eleventhConnection_isTurnedAway()
{
    startServer();
    std::vector<std::unique_ptr<ApiClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<ApiClient>(path()));
        QVERIFY(clients.back()->exchange(kGet).startsWith("HTTP/1.1 200 "));
    }
    ApiClient eleventh(path());
    QVERIFY(eleventh.isConnected());
    QCOMPARE(eleventh.receiveAll(),
             QByteArray("HTTP/1.1 503\r\nServer: Firecracker API\r\nConnection: close\r\nContent-Length: 40\r\n\r\n"
                        "{ \"error\": \"Too many open connections\" }"));
    QVERIFY(clients.front()->exchange(kGet).startsWith("HTTP/1.1 200 "));
}

void TestApiServer::freedConnection_canBeUsedAgain()
{
    startServer({.maxPayloadBytes = 51200, .maxConnections = 1});
    for (int i = 0; i < 20; ++i) {
        ApiClient client(path());
        QVERIFY(client.exchange(kGet).startsWith("HTTP/1.1 200 "));
    }
}

void TestApiServer::slowBody_isAnswered()
{
    startServer();
    ApiClient client(path());
    const QByteArray request = put("/serial", "{" + QByteArray(3000, ' ') + "}");
    for (qsizetype at = 0; at < request.size(); at += 100)
        QVERIFY(client.send(request.mid(at, 100)));
    QCOMPARE(client.receiveResponse(), kNoContent);
}

void TestApiServer::oversizePayload_getsThe400AndTheConnectionLives()
{
    startServer();
    ApiClient client(path());
    QVERIFY(client.send(put("/serial", QByteArray(60000, ' '))));
    const QByteArray response = client.receiveResponse();
    QVERIFY(response.startsWith("HTTP/1.1 400 \r\n"));
    QVERIFY(
        response.contains("Request payload with size 60000 is larger than the limit of 51200 allowed by server.\n"));
    QCOMPARE(client.exchange(put("/serial", "{}")), kNoContent);
    QCOMPARE(m_handler->calls.load(), 1);
}

void TestApiServer::badContentLength_getsThe400AndTheEnd()
{
    startServer();
    ApiClient client(path());
    QVERIFY(client.exchange("PUT / HTTP/1.1\r\nContent-Length: x\r\n\r\n{}").startsWith("HTTP/1.1 400 "));
    QVERIFY(client.isAtEnd());
}

void TestApiServer::expectContinue_getsInterimResponse()
{
    startServer();
    ApiClient client(path());
    QCOMPARE(client.exchange("PUT /serial HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"),
             QByteArray("HTTP/1.1 100 \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n\r\n"));
    QCOMPARE(client.exchange("{}"), kNoContent);
}

void TestApiServer::halfClosedPeer_isDropped()
{
    startServer();
    ApiClient client(path());
    QVERIFY(client.exchange(kGet).startsWith("HTTP/1.1 200 "));
    client.shutdownSending();
    QVERIFY(client.isAtEnd());
}

void TestApiServer::slowReader_isNotServedBeyondItsBuffer()
{
    constexpr std::size_t kNameBytes = 100'000;
    m_handler->nameBytes = kNameBytes;
    startServer();
    ApiClient client(path());
    // Far more answers than socket buffers hold. The server must stop executing, not pile them up.
    constexpr int kRequests = 2000;
    ::fcntl(client.descriptor(), F_SETFL, O_NONBLOCK);
    for (int i = 0; i < kRequests; ++i) {
        if (::send(client.descriptor(), kGet.data(), static_cast<std::size_t>(kGet.size()), MSG_NOSIGNAL) < 0)
            break;
    }
    // Once the socket's buffer is full, another client's request is the only one executed.
    ApiClient other(path());
    int executed = 0;
    do {
        executed = m_handler->calls;
        QVERIFY2(executed < 50, qPrintable(QString::number(executed)));
        QVERIFY(other.exchange(kGet).startsWith("HTTP/1.1 200 "));
    } while (m_handler->calls != executed + 1);
    // And what was held back comes when the reader reads.
    ::fcntl(client.descriptor(), F_SETFL, 0);
    for (int i = 0; i < executed + 10; ++i)
        QVERIFY(client.receiveResponse().size() > static_cast<qsizetype>(kNameBytes));
}

void TestApiServer::passedDescriptors_areClosed()
{
    startServer();
    ApiClient client(path());
    std::array<int, 2> ends{};
    QCOMPARE(::pipe(ends.data()), 0);
    const Fd readEnd(ends[0]);
    Fd writeEnd(ends[1]);
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    iovec data{.iov_base = const_cast<char *>(kGet.data()), .iov_len = static_cast<std::size_t>(kGet.size())};
    msghdr message{};
    message.msg_iov = &data;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(header), &ends[1], sizeof(int));
    QVERIFY(::sendmsg(client.descriptor(), &message, 0) > 0);
    writeEnd.reset();
    QVERIFY(client.receiveResponse().startsWith("HTTP/1.1 200 "));
    char byte = 0;
    QCOMPARE(::read(readEnd.get(), &byte, 1), ssize_t{0}); // no writer is left anywhere
}

void TestApiServer::otherClients_areServedWhileOneIsIdle()
{
    startServer();
    ApiClient idle(path());
    QVERIFY(idle.send("PUT /serial HTTP/1.1\r\nContent-Le"));
    ApiClient other(path());
    QVERIFY(other.exchange(kGet).startsWith("HTTP/1.1 200 "));
    QCOMPARE(idle.exchange("ngth: 2\r\n\r\n{}"), kNoContent);
}

void TestApiServer::eventStream_carriesEventsAsTheyCome()
{
    startServer();
    ApiClient client(path());
    EventReader events(client);
    QVERIFY(events.open());
    const QJsonObject first = events.next();
    QCOMPARE(first["event"].toString(), QString("state"));
    QCOMPARE(first["state"].toString(), QString("Running"));
    for (int i = 0; i < 100; ++i) {
        m_handler->hub.publish("number", {{"number", static_cast<std::uint64_t>(i)}});
        QCOMPARE(events.next()["number"].toInt(), i);
    }
    ApiClient other(path());
    QVERIFY(other.exchange(kGet).startsWith("HTTP/1.1 200 "));
}

void TestApiServer::eventStream_isNotCountedAsAConnection()
{
    startServer({.maxPayloadBytes = 51200, .maxConnections = 1});
    ApiClient watcher(path());
    EventReader events(watcher);
    QVERIFY(events.open());
    QCOMPARE(events.nextName(), QString("state"));
    ApiClient plain(path());
    QVERIFY(plain.exchange(kGet).startsWith("HTTP/1.1 200 "));
    ApiClient second(path());
    QVERIFY(second.receiveAll().startsWith("HTTP/1.1 503"));
}

void TestApiServer::fifthEventStream_isRefusedAndTheConnectionLives()
{
    startServer();
    std::vector<std::unique_ptr<ApiClient>> watchers;
    for (std::size_t i = 0; i < EventHub::kMostSubscriptions; ++i) {
        watchers.push_back(std::make_unique<ApiClient>(path()));
        QVERIFY(EventReader(*watchers.back()).open());
    }
    ApiClient fifth(path());
    const QByteArray refused = fifth.exchange(kGetEvents);
    QVERIFY(refused.startsWith("HTTP/1.1 400 "));
    QVERIFY(refused.endsWith(R"({"fault_message":"Too many event streams: 4 are open already."})"));
    QVERIFY(fifth.exchange(kGet).startsWith("HTTP/1.1 200 "));
}

void TestApiServer::hangUp_freesTheEventStream()
{
    startServer({.maxPayloadBytes = 51200, .maxConnections = 1});
    for (int i = 0; i < 20; ++i) {
        ApiClient watcher(path());
        EventReader events(watcher);
        QVERIFY(events.open());
        QCOMPARE(events.nextName(), QString("state"));
        watcher.shutdownSending();
        QVERIFY(watcher.isAtEnd());
    }
}

void TestApiServer::slowEventReader_blocksNobodyAndLosesOnlyWhatItMust()
{
    startServer();
    ApiClient slowClient(path());
    EventReader slow(slowClient);
    QVERIFY(slow.open());
    QCOMPARE(slow.nextName(), QString("state"));
    // Far more than the buffers of hub, connection and socket hold together.
    const std::string text(1000, 'x');
    constexpr std::uint64_t kPublished = 5000;
    for (std::uint64_t i = 0; i < kPublished; ++i)
        m_handler->hub.publish("x", {{"number", i}, {"text", text}});
    ApiClient other(path());
    QVERIFY(other.exchange(kGet).startsWith("HTTP/1.1 200 "));
    m_handler->hub.publishLast("stopping", {});
    // Each event comes, in order, or is counted.
    std::uint64_t counted = 0;
    bool lost = false;
    for (QJsonObject event = slow.next(); event["event"].toString() != "stopping"; event = slow.next()) {
        QVERIFY(!event.isEmpty());
        if (event["event"].toString() == "lost") {
            lost = true;
            counted += static_cast<std::uint64_t>(event["lost"].toInteger());
        } else {
            QCOMPARE(static_cast<std::uint64_t>(event["number"].toInteger()), counted);
            ++counted;
        }
    }
    QVERIFY(lost);
    QCOMPARE(counted, kPublished);
    QVERIFY(slow.isComplete());
}

void TestApiServer::lastEvent_isDeliveredAndEndsTheConnection()
{
    startServer();
    ApiClient client(path());
    EventReader events(client);
    QVERIFY(events.open());
    m_handler->hub.publishLast("stopping", {{"exit_code", std::uint64_t{0}}});
    QCOMPARE(events.nextName(), QString("state"));
    QCOMPARE(events.nextName(), QString("stopping"));
    QVERIFY(events.isComplete());
    // The slot is free again, and who comes now is told as well.
    ApiClient late(path());
    EventReader lateEvents(late);
    QVERIFY(lateEvents.open());
    QCOMPARE(lateEvents.nextName(), QString("state"));
    QCOMPARE(lateEvents.nextName(), QString("stopping"));
    QVERIFY(lateEvents.isComplete());
}

void TestApiServer::stop_deliversTheLastEvent()
{
    startServer();
    ApiClient client(path());
    EventReader events(client);
    QVERIFY(events.open());
    QCOMPARE(events.nextName(), QString("state"));
    m_handler->hub.publish("paused");
    m_handler->hub.publishLast("stopping", {});
    m_server->stop();
    QCOMPARE(events.nextName(), QString("paused"));
    QCOMPARE(events.nextName(), QString("stopping"));
    QVERIFY(events.isComplete());
}

void TestApiServer::deadlySignal_isTheLastEvent()
{
    startServer();
    ApiClient client(path());
    EventReader events(client);
    QVERIFY(events.open());
    QCOMPARE(events.nextName(), QString("state"));
    // Once the server has nothing more to send, the handler's bytes are a chunk and the end of the stream.
    pollfd readable{.fd = client.descriptor(), .events = POLLIN, .revents = 0};
    QTRY_VERIFY((m_handler->hub.publishLastFromSignal("signal", SIGHUP, 156), ::poll(&readable, 1, 0) == 1));
    const QJsonObject event = events.next();
    QCOMPARE(event["event"].toString(), QString("stopping"));
    QCOMPARE(event["signal"].toInt(), SIGHUP);
    QCOMPARE(event["exit_code"].toInt(), 156);
    // The server leaves the socket alone from now on: the process ends.
    m_handler->hub.publish("paused");
    m_server->stop();
    QVERIFY(events.isComplete());
}

void TestApiServer::stop_whileRequestWaitsForTheVmm_returns()
{
    m_vmm->end(); // nobody runs the loop any more
    startServer();
    ApiClient client(path());
    QVERIFY(client.send(kGet));
    // The request has to be on its way: the server posts to the loop only after it has read everything.
    int unread = 1;
    while (unread > 0)
        QCOMPARE(::ioctl(client.descriptor(), SIOCOUTQ, &unread), 0);
    m_server->stop();
    QCOMPARE(client.receiveAll(), QByteArray());
    QCOMPARE(m_handler->calls.load(), 0);
}

void TestApiServer::stop_afterTheAnswer_stillSendsIt()
{
    startServer();
    std::latch executing(1);
    m_handler->onAction = [&](const Action &) {
        executing.count_down();
        m_vmm->loop->stop();
    };
    ApiClient client(path());
    QVERIFY(client.send(put("/serial", "{}")));
    executing.wait();
    m_vmm->end(); // the action has been executed by now
    m_server->stop();
    QCOMPARE(client.receiveAll(), kNoContent);
}

void TestApiServer::stop_twice_isFine()
{
    startServer();
    m_server->stop();
    m_server->stop();
    QCOMPARE(m_handler->calls.load(), 0);
}

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_api_server.moc"
