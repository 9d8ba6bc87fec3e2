// Nothing stalls and nothing is lost, whatever the order of events: a driver, a tap, a limiter's timer and the
// continuation event act at random, and only what really would wake the device wakes it.

#include "net_rig.h"
#include "support/fake_driver.h"
#include "support/fake_guest.h"
#include "support/fake_tap.h"
#include "virtio/net/features.h"
#include "virtio/net/receiver.h"
#include "virtio/net/transmitter.h"

#include <QTest>

#include <chrono>
#include <map>
#include <random>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::virtio;
using namespace std::chrono_literals;

namespace {

constexpr std::uint32_t kLeastFrame = kNetHeaderBytes + 14;
constexpr std::byte kFromTap{0x11}, kFromDetour{0x22};

/// One way of setting things up.
struct Setting {
    std::uint64_t features;
    std::uint16_t queueSize;
    std::uint32_t leastBuffer, mostBuffer, mostFrame;
    LimiterSettings limiter;
};

/// The guest's half of a queue: notifies only when the device asked for it, and looks at used buffers only after an
/// interrupt.
class GuestQueue {
public:
    GuestQueue(FakeDriver &driver, std::uint64_t features)
        : m_driver(driver), m_eventIndex(features & kFeatureEventIndex)
    {
    }
    bool hasSpace() const { return m_driver.outstanding() < m_driver.config().size; }
    /// After chains were added: whether the device gets a notification.
    bool notifies()
    {
        const auto now = m_driver.availableIndex();
        const auto before = std::exchange(m_announced, now);
        return !m_eventIndex || static_cast<std::uint16_t>(now - m_driver.availableEvent() - 1) <
                                    static_cast<std::uint16_t>(now - before);
    }
    void interrupt() { m_interrupted = true; }
    /// Calls handle(used) for what is there, if there was an interrupt.
    template <typename Handle>
    bool serve(Handle handle)
    {
        bool any = false;
        if (!std::exchange(m_interrupted, false))
            return any;
        do {
            while (const auto used = m_driver.takeUsed()) {
                handle(*used);
                ++m_seen;
                any = true;
            }
            m_driver.setUsedEvent(m_seen);
        } while (m_driver.usedIndex() != m_seen);
        return any;
    }

private:
    FakeDriver &m_driver;
    bool m_eventIndex;
    bool m_interrupted = false;
    std::uint16_t m_announced = 0;
    std::uint16_t m_seen = 0;
};

/// What may wake a direction, besides notifications.
struct Wakeups {
    bool again = false;
    std::optional<TimePoint> timer;

    void note(const NetPass &pass)
    {
        again = again || pass.again;
        if (pass.retryAt)
            timer = pass.retryAt;
    }
};

class ReceiveWorld {
public:
    ReceiveWorld(const Setting &setting, unsigned seed)
        : m_setting(setting), m_random(seed), m_guest(160), m_driver(m_guest, setting.queueSize),
          m_queue(m_driver, setting.features), m_receiver(m_tap, m_metrics, m_id, setting.limiter, m_now)
    {
        m_receiver.setDetour(&m_detour);
        m_receiver.start(m_driver.queue(setting.features), m_guest.memory(), setting.features);
        for (unsigned i = 0; i < setting.queueSize; ++i)
            m_freeSlots.push_back(kSlots + std::uint64_t{i} * kSlotBytes);
    }

    /// Empty: all is well.
    std::string run(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            switch (below(9)) {
            case 0:
            case 1:
                arrive(1 + below(6));
                break;
            case 2:
                refill(1 + below(m_setting.queueSize));
                break;
            case 3:
                serve();
                break;
            case 4:
                tapEvent();
                break;
            case 5:
                againEvent();
                break;
            case 6:
                timerEvent();
                break;
            case 7:
                m_now += std::chrono::microseconds(below(20'000));
                if (below(4) == 0)
                    arrive(1 + below(90)); // more than one wake-up may move
                break;
            default:
                detourAnswers();
                break;
            }
        }
        // The guest is patient and gives what it has; whatever the device then does not ask for must not be needed.
        for (int round = 0; round < 20'000 && !allDelivered(); ++round) {
            bool anything = serve();
            anything = refill(m_setting.queueSize) || anything;
            anything = tapEvent() || anything;
            anything = againEvent() || anything;
            anything = timerEvent() || anything;
            if (!anything)
                return "stalled: " + std::to_string(m_fromTap.size()) + " frames of the tap and " +
                       std::to_string(m_fromDetour.size()) + " of the detour are missing";
            if (!m_fault.empty())
                return m_fault;
        }
        if (!m_fault.empty())
            return m_fault;
        return allDelivered() ? std::string() : "never comes to an end";
    }

private:
    static constexpr std::uint64_t kSlots = 32u << 20;
    static constexpr std::uint64_t kSlotBytes = 72u << 10;

    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
    bool allDelivered() const { return m_fromTap.empty() && m_fromDetour.empty(); }

    Bytes newFrame(std::byte origin, std::size_t bytes)
    {
        Bytes frame = netFrame(bytes, ++m_counter);
        frame[kNetHeaderBytes] = origin;
        return frame;
    }
    void arrive(unsigned count)
    {
        for (unsigned i = 0; i < count; ++i) {
            const unsigned most = below(8) == 0 ? m_setting.mostFrame : 300;
            const Bytes frame = newFrame(kFromTap, kLeastFrame + below(most - kLeastFrame + 1));
            m_fromTap.push_back(payload(frame));
            m_tap.arrive(frame);
        }
        m_tapEdge = true;
    }
    /// The guest sent something the detour answers: the device looks at once.
    void detourAnswers()
    {
        const Bytes frame = payload(newFrame(kFromDetour, 60 + below(1400)));
        m_fromDetour.push_back(frame);
        m_detour.answers.push_back(frame);
        process();
    }
    bool refill(unsigned count)
    {
        bool any = false;
        for (unsigned i = 0; i < count && m_queue.hasSpace(); ++i, any = true) {
            const std::uint64_t at = m_freeSlots.back();
            m_freeSlots.pop_back();
            const std::uint32_t bytes = m_setting.leastBuffer + below(m_setting.mostBuffer - m_setting.leastBuffer + 1);
            auto builder = m_driver.chain();
            if (below(3) == 0) {
                const std::uint32_t first = 1 + below(bytes - 1);
                builder.raw(at, first, kDescriptorWrite).raw(at + first, bytes - first, kDescriptorWrite).indirect();
            } else {
                builder.raw(at, bytes, kDescriptorWrite);
            }
            m_slotOf[builder.submit()] = at;
        }
        if (any && m_queue.notifies())
            process();
        return any;
    }
    bool serve()
    {
        return m_queue.serve([this](const FakeDriver::Used &used) {
            m_freeSlots.push_back(m_slotOf.at(used.head));
            if (!m_assembler.add(used))
                m_fault = "broken merged buffers";
            while (!m_assembler.frames.empty()) {
                const Bytes frame = payload(m_assembler.frames.front().bytes);
                m_assembler.frames.pop_front();
                auto &expected = !frame.empty() && frame[0] == kFromDetour ? m_fromDetour : m_fromTap;
                if (expected.empty() || expected.front() != frame)
                    m_fault = "a frame came twice, out of order or damaged";
                else
                    expected.pop_front();
            }
        });
    }
    bool tapEvent()
    {
        if (!std::exchange(m_tapEdge, false))
            return false;
        m_receiver.backendReadable();
        process();
        return true;
    }
    bool againEvent()
    {
        if (!std::exchange(m_wakeups.again, false))
            return false;
        process();
        return true;
    }
    bool timerEvent()
    {
        if (!m_wakeups.timer)
            return false;
        m_now = std::max(m_now, *m_wakeups.timer);
        m_wakeups.timer.reset();
        process();
        return true;
    }
    void process()
    {
        const int before = m_tap.reads;
        const NetPass pass = m_receiver.process(m_now);
        if (m_tap.reads - before > 64)
            m_fault = "too much work in one wake-up";
        if (pass.fault)
            m_fault = pass.fault->text;
        if (pass.interrupt)
            m_queue.interrupt();
        m_wakeups.note(pass);
    }

    Setting m_setting;
    std::minstd_rand m_random;
    FakeGuest m_guest;
    FakeDriver m_driver;
    GuestQueue m_queue;
    FakeTap m_tap;
    FakeDetour m_detour;
    NetMetrics m_metrics;
    std::string m_id = "flow";
    TimePoint m_now = TimePoint{} + 1h;
    Receiver m_receiver;
    FrameAssembler m_assembler;
    std::deque<Bytes> m_fromTap, m_fromDetour; ///< sent, not yet delivered
    std::vector<std::uint64_t> m_freeSlots;
    std::map<std::uint16_t, std::uint64_t> m_slotOf;
    Wakeups m_wakeups;
    bool m_tapEdge = false;
    unsigned m_counter = 0;
    std::string m_fault;
};

class TransmitWorld {
public:
    TransmitWorld(const Setting &setting, unsigned seed)
        : m_setting(setting), m_random(seed), m_guest(64), m_driver(m_guest, setting.queueSize),
          m_queue(m_driver, setting.features),
          m_transmitter(m_tap, m_metrics, m_id, std::nullopt, setting.limiter, m_now)
    {
        m_transmitter.setDetour(&m_detour);
        m_transmitter.start(m_driver.queue(setting.features), m_guest.memory());
    }
    std::string run(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            switch (below(6)) {
            case 0:
            case 1:
                submit(1 + below(m_setting.queueSize));
                break;
            case 2:
                serve();
                break;
            case 3:
                againEvent();
                break;
            case 4:
                timerEvent();
                break;
            default:
                m_now += std::chrono::microseconds(below(20'000));
                break;
            }
        }
        while (serve() || againEvent() || timerEvent()) {
        }
        if (!m_fault.empty())
            return m_fault;
        if (!m_expected.empty() || !m_expectedByDetour.empty())
            return "stalled: " + std::to_string(m_expected.size() + m_expectedByDetour.size()) + " frames are missing";
        if (m_driver.outstanding() != 0)
            return "chains are missing";
        return {};
    }

private:
    unsigned below(unsigned limit) { return static_cast<unsigned>(m_random() % limit); }
    void submit(unsigned count)
    {
        bool any = false;
        for (unsigned i = 0; i < count && m_queue.hasSpace(); ++i, any = true) {
            Bytes frame = netFrame(27 + below(below(6) == 0 ? m_setting.mostFrame - 27 : 300), ++m_counter);
            const bool detoured = below(4) == 0;
            frame[kNetHeaderBytes] = detoured ? m_detour.wanted : kFromTap;
            if (detoured)
                m_expectedByDetour.push_back(payload(frame));
            else
                m_expected.push_back(frame);
            m_driver.chain().readable(frame).submit();
        }
        if (any && m_queue.notifies())
            process();
    }
    bool serve()
    {
        return m_queue.serve([this](const FakeDriver::Used &used) {
            if (used.written != 0)
                m_fault = "a length for a transmitted chain";
        });
    }
    bool againEvent()
    {
        if (!std::exchange(m_wakeups.again, false))
            return false;
        process();
        return true;
    }
    bool timerEvent()
    {
        if (!m_wakeups.timer)
            return false;
        m_now = std::max(m_now, *m_wakeups.timer);
        m_wakeups.timer.reset();
        process();
        return true;
    }
    void process()
    {
        const NetPass pass = m_transmitter.process(m_now);
        if (m_tap.sent.size() + m_detour.taken.size() > 256)
            m_fault = "too much work in one wake-up";
        if (pass.fault)
            m_fault = pass.fault->text;
        if (pass.interrupt)
            m_queue.interrupt();
        m_wakeups.note(pass);
        compare(m_tap.sent, m_expected);
        compare(m_detour.taken, m_expectedByDetour);
    }
    void compare(std::deque<Bytes> &got, std::deque<Bytes> &expected)
    {
        for (; !got.empty(); got.pop_front(), expected.pop_front()) {
            if (expected.empty() || expected.front() != got.front()) {
                m_fault = "a frame came twice, out of order or damaged";
                return;
            }
        }
    }

    Setting m_setting;
    std::minstd_rand m_random;
    FakeGuest m_guest;
    FakeDriver m_driver;
    GuestQueue m_queue;
    FakeTap m_tap;
    FakeDetour m_detour;
    NetMetrics m_metrics;
    std::string m_id = "flow";
    TimePoint m_now = TimePoint{} + 1h;
    Transmitter m_transmitter;
    std::deque<Bytes> m_expected, m_expectedByDetour;
    Wakeups m_wakeups;
    unsigned m_counter = 0;
    std::string m_fault;
};

void addSettings()
{
    QTest::addColumn<qulonglong>("features");
    QTest::addColumn<int>("queueSize");
    QTest::addColumn<int>("leastBuffer");
    QTest::addColumn<int>("mostBuffer");
    QTest::addColumn<int>("mostFrame");
    QTest::addColumn<int>("bytesPer100ms");
    QTest::addColumn<int>("opsPer100ms");
    constexpr qulonglong kEvent = kFeatureEventIndex;
    constexpr qulonglong kSingle = kFeatureVersion1 | kFeatureIndirect;
    const auto add = [](const char *name, qulonglong features, int size, int least, int most, int frame, int bytes,
                        int ops) { QTest::newRow(name) << features << size << least << most << frame << bytes << ops; };
    add("merged", kNetBase | kNetGuestOffloads | kEvent, 256, 1500, 4096, 65562, 0, 0);
    add("merged, no event index", kNetBase | kNetGuestOffloads, 256, 1500, 4096, 65562, 0, 0);
    add("merged, small buffers", kNetBase | kNetGuestOffloads | kEvent, 128, 700, 900, 65562, 0, 0);
    add("merged, small ring", kNetBase | kNetGuestOffloads | kEvent, 4, 20'000, 30'000, 65562, 0, 0);
    add("merged, ring of one", kNetBase | kNetGuestOffloads | kEvent, 1, 66'000, 66'000, 65562, 0, 0);
    add("merged, no offloads, jumbo", kNetBase | kEvent, 64, 600, 1600, 9030, 0, 0);
    add("merged, bytes limited", kNetBase | kNetGuestOffloads | kEvent, 64, 1500, 4096, 65562, 100'000, 0);
    add("merged, operations limited", kNetBase | kNetGuestOffloads | kEvent, 64, 1500, 4096, 65562, 0, 7);
    add("merged, both limited", kNetBase | kNetGuestOffloads | kEvent, 64, 1500, 4096, 65562, 90'000, 9);
    add("merged, bucket below a frame", kNetBase | kNetGuestOffloads | kEvent, 64, 1500, 4096, 65562, 9'000, 0);
    add("single", kSingle | kNetGuestOffloads | kEvent, 64, 65562, 73'000, 65562, 0, 0);
    add("single, no offloads", kSingle | kEvent, 64, 1526, 1600, 1526, 0, 0);
    add("single, limited", kSingle | kNetGuestOffloads | kEvent, 8, 65562, 65562, 65562, 100'000, 20);
    add("single, ring of one", kSingle, 1, 1526, 1526, 1526, 0, 0);
}

Setting fetchSetting()
{
    QFETCH(const qulonglong, features);
    QFETCH(const int, queueSize);
    QFETCH(const int, leastBuffer);
    QFETCH(const int, mostBuffer);
    QFETCH(const int, mostFrame);
    QFETCH(const int, bytesPer100ms);
    QFETCH(const int, opsPer100ms);
    Setting setting{features,
                    static_cast<std::uint16_t>(queueSize),
                    static_cast<std::uint32_t>(leastBuffer),
                    static_cast<std::uint32_t>(mostBuffer),
                    static_cast<std::uint32_t>(mostFrame),
                    {}};
    if (bytesPer100ms)
        setting.limiter.bandwidth = BucketSettings{static_cast<std::uint64_t>(bytesPer100ms), 0, 100};
    if (opsPer100ms)
        setting.limiter.ops = BucketSettings{static_cast<std::uint64_t>(opsPer100ms), 0, 100};
    return setting;
}

} // namespace

class TestNetFlow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void receive_deliversAllOnceAndInOrder_data() { addSettings(); }
    void receive_deliversAllOnceAndInOrder();
    void transmit_deliversAllOnceAndInOrder_data() { addSettings(); }
    void transmit_deliversAllOnceAndInOrder();
};

void TestNetFlow::receive_deliversAllOnceAndInOrder()
{
    const Setting setting = fetchSetting();
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const std::string problem = ReceiveWorld(setting, seed).run(250);
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

void TestNetFlow::transmit_deliversAllOnceAndInOrder()
{
    const Setting setting = fetchSetting();
    for (unsigned seed = 1; seed <= 12; ++seed) {
        const std::string problem = TransmitWorld(setting, seed).run(250);
        QVERIFY2(problem.empty(), ("seed " + std::to_string(seed) + ": " + problem).c_str());
    }
}

QTEST_GUILESS_MAIN(TestNetFlow)
#include "tst_net_flow.moc"
