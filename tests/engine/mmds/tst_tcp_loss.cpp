#include "guest_client.h"
#include "mmds/http_session.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <map>
#include <random>
#include <utility>

using namespace sparkler;
using namespace sparkler::mmds;
using namespace sparkler::mmds::test;
using namespace std::chrono_literals;

namespace {

using TimePoint = NetworkStack::TimePoint;
using Random = std::mt19937;

std::size_t below(Random &random, std::size_t limit)
{
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

/// A wire that loses, doubles and delays frames (and so changes their order).
class Wire {
public:
    struct Faults {
        unsigned lossPercent = 0, doublePercent = 0, delayPercent = 0;
    };
    Wire(Random &random, const Faults &faults) : m_random(random), m_faults(faults) {}

    void send(const Frame &frame, bool toService, TimePoint now)
    {
        if (hits(m_faults.lossPercent))
            return;
        const auto usual = std::chrono::microseconds(100);
        const auto late = std::chrono::microseconds(100 + below(m_random, 5000));
        m_frames.emplace(now + (hits(m_faults.delayPercent) ? late : usual), std::pair(toService, frame));
        if (hits(m_faults.doublePercent))
            m_frames.emplace(now + late, std::pair(toService, frame));
    }
    std::optional<TimePoint> deadline() const
    {
        return m_frames.empty() ? std::nullopt : std::optional(m_frames.begin()->first);
    }
    std::optional<std::pair<bool, Frame>> take(TimePoint now)
    {
        if (m_frames.empty() || m_frames.begin()->first > now)
            return std::nullopt;
        auto frame = std::move(m_frames.begin()->second);
        m_frames.erase(m_frames.begin());
        return frame;
    }

private:
    bool hits(unsigned percent) { return below(m_random, 100) < percent; }

    Random &m_random;
    const Faults m_faults;
    std::multimap<TimePoint, std::pair<bool, Frame>> m_frames;
};

/// Clients and a stack at the two ends of a wire. Time jumps to whatever comes next.
class Simulation {
public:
    Simulation(NetworkStack &stack, std::vector<GuestClient> &clients, Wire &wire)
        : m_stack(stack), m_clients(clients), m_wire(wire)
    {
    }

    /// "" once all clients are closed, or what went wrong.
    QString run(std::chrono::minutes limit)
    {
        const TimePoint end = now + limit;
        while (now < end) {
            if (const QString error = exchange(); !error.isEmpty())
                return error;
            if (std::ranges::all_of(m_clients, &GuestClient::isClosed) && !m_wire.deadline())
                return {};
            std::optional<TimePoint> next = m_wire.deadline();
            const auto consider = [&next](std::optional<TimePoint> time) {
                if (time && (!next || *time < *next))
                    next = time;
            };
            consider(m_stack.nextDeadline());
            for (const GuestClient &client : m_clients)
                consider(client.deadline());
            if (!next)
                return "nothing will ever happen";
            now = std::max(now, *next);
        }
        return "it takes for ever";
    }

    TimePoint now{1000s};

private:
    QString exchange()
    {
        while (const auto frame = m_wire.take(now)) {
            if (frame->first) {
                if (!m_stack.wants(frame->second))
                    return "a frame that nobody wants";
                m_stack.take(frame->second, now);
                continue;
            }
            const auto read = readServiceFrame(frame->second);
            if (!read)
                return "a broken frame";
            const std::size_t index = read->tcp.destinationPort % m_clients.size();
            m_clients[index].receive(*read, now);
            if (m_clients[index].wasReset() && !m_clients[index].isClosed())
                return "a reset";
        }
        while (const auto frame = takeFrame(m_stack, now))
            m_wire.send(*frame, false, now);
        for (GuestClient &client : m_clients) {
            for (const Frame &frame : client.frames(now))
                m_wire.send(frame, true, now);
        }
        return {};
    }

    NetworkStack &m_stack;
    std::vector<GuestClient> &m_clients;
    Wire &m_wire;
};

constexpr std::array<std::string_view, 7> kRequests{
    "GET /latest HTTP/1.1\r\n\r\n",
    "GET /latest HTTP/1.0\r\nAccept: application/json\r\n\r\n",
    "GET /large HTTP/1.1\r\nHost: 169.254.169.254\r\nUser-Agent: curl/7.88.1\r\nAccept: */*\r\n\r\n",
    "GET /large/none HTTP/1.1\r\n\r\n",
    "PUT /latest/api/token HTTP/1.1\r\nContent-Length: 12\r\n\r\nhello world!",
    "DELETE / HTTP/1.1\r\n\r\n",
    "POST / HTTP/1.1\r\n\r\n",
};

/// What the service says to `requests`, without a network.
std::string answersTo(const std::shared_ptr<MetadataService> &service, std::string_view requests)
{
    HttpSession session(service);
    std::string all;
    while (!requests.empty()) {
        const std::string_view piece = requests.substr(0, session.room());
        session.append(std::as_bytes(std::span(piece)));
        requests.remove_prefix(piece.size());
        while (const auto answer = session.next(TimePoint(1000s))) {
            std::string text(answer->size(), '\0');
            answer->copy(0, std::as_writable_bytes(std::span(text)));
            all += text;
        }
    }
    return all;
}

/// `port` names the client's place in the list.
GuestClient::Settings anySettings(Random &random, bool small, std::uint16_t port)
{
    GuestClient::Settings settings;
    settings.port = port;
    settings.start = {static_cast<std::uint32_t>(random()) | (below(random, 2) == 0 ? 0xffffff00 : 0)};
    settings.mss = static_cast<std::uint16_t>(small ? 1 + below(random, 100) : 536 + below(random, 1000));
    settings.window = static_cast<std::uint16_t>(small ? 1 + below(random, 1000) : 1 + below(random, 65535));
    settings.keepsEarlySegments = below(random, 2) == 0;
    return settings;
}

void sendInPieces(GuestClient &client, std::string_view requests, Random &random)
{
    while (!requests.empty()) {
        const std::size_t piece = std::min(requests.size(), 1 + below(random, below(random, 2) == 0 ? 5 : 200));
        client.send(requests.substr(0, piece));
        requests.remove_prefix(piece);
    }
}

} // namespace

class TestTcpLoss : public QObject {
    Q_OBJECT
private slots:
    void everyAnswerArrives_data();
    void everyAnswerArrives();
};

void TestTcpLoss::everyAnswerArrives_data()
{
    QTest::addColumn<unsigned>("loss");
    QTest::addColumn<unsigned>("twice");
    QTest::addColumn<unsigned>("delay");
    QTest::addColumn<unsigned>("runs");
    QTest::newRow("good wire") << 0U << 0U << 0U << 40U;
    QTest::newRow("loss") << 15U << 0U << 0U << 80U;
    QTest::newRow("reordering") << 0U << 0U << 30U << 80U;
    QTest::newRow("doubles") << 0U << 30U << 0U << 40U;
    QTest::newRow("everything") << 10U << 10U << 20U << 150U;
    QTest::newRow("hardly a wire") << 25U << 10U << 50U << 40U;
}

void TestTcpLoss::everyAnswerArrives()
{
    QFETCH(unsigned, loss);
    QFETCH(unsigned, twice);
    QFETCH(unsigned, delay);
    QFETCH(unsigned, runs);
    for (unsigned seed = 0; seed < runs; ++seed) {
        Random random(seed);
        const auto service = MetadataService::create("anonymous-instance", 51200);
        const bool small = below(random, 2) == 0; // small segments with small answers, to keep the test short
        const std::string text =
            R"({"latest":{"a":"b","c":5},"large":")" + std::string(small ? 300 : 40000, 'x') + "\"}";
        QVERIFY(service->put(JsonValue::parse(text).value()));
        std::vector<GuestClient> clients;
        std::vector<std::string> expected;
        const std::size_t count = 1 + below(random, 3);
        for (std::size_t i = 0; i < count; ++i) {
            GuestClient client(anySettings(random, small, static_cast<std::uint16_t>(300 * count + i)));
            std::string requests;
            const std::size_t number = 1 + below(random, 5);
            for (std::size_t r = 0; r < number; ++r)
                requests += kRequests.at(below(random, kRequests.size()));
            sendInPieces(client, requests, random);
            client.finish();
            clients.push_back(std::move(client));
            expected.push_back(answersTo(service, requests));
        }
        const auto created = metrics().mmds.connectionsCreated.total();
        const auto destroyed = metrics().mmds.connectionsDestroyed.total();
        std::uint32_t start = below(random, 2) == 0 ? 0xfffffff0 : static_cast<std::uint32_t>(random());
        NetworkStack stack(service, [&start](TimePoint) { return Sequence{std::exchange(start, start + 0x10000000)}; });
        Wire wire(random, {.lossPercent = loss, .doublePercent = twice, .delayPercent = delay});
        Simulation simulation(stack, clients, wire);
        const QString error = simulation.run(60min);
        QVERIFY2(error.isEmpty(), qPrintable(QString("seed %1: %2").arg(seed).arg(error)));
        for (std::size_t i = 0; i < count; ++i)
            QVERIFY2(clients[i].received() == expected[i], qPrintable(QString("seed %1, client %2").arg(seed).arg(i)));
        // Whoever does not hear that the guest is done gives up in the end.
        for (int i = 0; i <= TcpConnection::kMaxRetries + 1; ++i) {
            simulation.now += TcpConnection::kRetransmitAfter;
            while (takeFrame(stack, simulation.now)) {
            }
        }
        QCOMPARE(metrics().mmds.connectionsCreated.total() - created,
                 metrics().mmds.connectionsDestroyed.total() - destroyed);
        QVERIFY(!stack.nextDeadline());
    }
}

QTEST_APPLESS_MAIN(TestTcpLoss)
#include "tst_tcp_loss.moc"
