#include "legacy/uart16550.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <memory>
#include <string>
#include <thread>

using namespace sparkler;

namespace {

enum Register : std::uint64_t { Data = 0, Ier = 1, Iir = 2, Lcr = 3, Mcr = 4, Lsr = 5, Msr = 6, Scr = 7 };
constexpr std::uint8_t kLoopback = 0x10;

struct Port {
    std::uint8_t read(std::uint64_t offset)
    {
        std::array<std::byte, 1> data{};
        uart.read(offset, data);
        return std::to_integer<std::uint8_t>(data[0]);
    }
    void write(std::uint64_t offset, unsigned value)
    {
        const std::array data{static_cast<std::byte>(value)};
        uart.write(offset, data);
    }
    std::size_t feed(const std::string &text) { return uart.enqueueInput(std::as_bytes(std::span(text))); }
    std::string readAll()
    {
        std::string text;
        while (read(Lsr) & 1)
            text += static_cast<char>(read(Data));
        return text;
    }

    std::string sent;
    TransmitOutcome outcome = TransmitOutcome::Sent;
    int interrupts = 0;
    int drained = 0;
    Uart16550 uart{{.transmit =
                        [this](std::uint8_t byte) {
                            sent += static_cast<char>(byte);
                            return outcome;
                        },
                    .raiseInterrupt = [this] { ++interrupts; },
                    .inputDrained = [this] { ++drained; }}};
};

} // namespace

class TestUart16550 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_port = std::make_unique<Port>(); }
    void powerOn_registerValues_data();
    void powerOn_registerValues();
    void write_registerReadsBack_data();
    void write_registerReadsBack();
    void divisor_hidesDataAndInterruptEnable();
    void access_wrongSizeOrOffset_isCountedAndIgnored_data();
    void access_wrongSizeOrOffset_isCountedAndIgnored();
    void transmit_sendsTheByteAndInterrupts();
    void transmit_outcome_data();
    void transmit_outcome();
    void transmit_withoutPorts_isHarmless();
    void thrEmpty_enabledWhileIdle_interruptsAtOnce();
    void thrEmpty_disabled_isWithdrawn();
    void iir_readResets();
    void iir_receivedAndEmptyTogether();
    void iir_received_staysWhileThereIsInput();
    void iir_received_comesBeforeEmpty();
    void input_interruptsOnceAndIsReadInOrder();
    void input_beforeEnabling_interruptsOnEnable();
    void input_empty_readsZero();
    void input_overLimit_isRefused();
    void input_full_hookFiresOnceWhenDrained();
    void input_notFull_hookIsSilent();
    void inputSpace_zero_armsTheHook();
    void loopback_returnsBytesAndKeepsThemInside();
    void loopback_overflow_dropsBytes();
    void loopback_turnsInputAway_untilItEnds();
    void loopback_modemStatusMirrorsControl_data();
    void loopback_modemStatusMirrorsControl();
    void state_roundTrip_isEqual();
    void state_restored_behavesTheSame();
    void state_invalid_isRefused_data();
    void state_invalid_isRefused();
    void threads_loseNoInput();

private:
    std::unique_ptr<Port> m_port;
};

void TestUart16550::powerOn_registerValues_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("value");
    QTest::newRow("RBR") << 0 << 0;
    QTest::newRow("IER") << 1 << 0;
    QTest::newRow("IIR") << 2 << 0xc1;
    QTest::newRow("LCR") << 3 << 0x03;
    QTest::newRow("MCR") << 4 << 0x08;
    QTest::newRow("LSR") << 5 << 0x60;
    QTest::newRow("MSR") << 6 << 0xb0;
    QTest::newRow("SCR") << 7 << 0;
}

void TestUart16550::powerOn_registerValues()
{
    QFETCH(int, offset);
    QFETCH(int, value);
    QCOMPARE(static_cast<int>(m_port->read(static_cast<std::uint64_t>(offset))), value);
}

void TestUart16550::write_registerReadsBack_data()
{
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("written");
    QTest::addColumn<int>("value");
    QTest::newRow("IER keeps four bits") << 1 << 0xff << 0x0f;
    QTest::newRow("FCR is ignored") << 2 << 0xc7 << 0xc1;
    QTest::newRow("LCR") << 3 << 0x1b << 0x1b;
    QTest::newRow("MCR keeps five bits") << 4 << 0xef << 0x0f;
    QTest::newRow("LSR is read-only") << 5 << 0xff << 0x60;
    QTest::newRow("MSR is read-only") << 6 << 0x00 << 0xb0;
    QTest::newRow("SCR") << 7 << 0xa5 << 0xa5;
}

void TestUart16550::write_registerReadsBack()
{
    QFETCH(int, offset);
    QFETCH(int, written);
    QFETCH(int, value);
    m_port->write(static_cast<std::uint64_t>(offset), static_cast<unsigned>(written));
    QCOMPARE(static_cast<int>(m_port->read(static_cast<std::uint64_t>(offset))), value);
}

void TestUart16550::divisor_hidesDataAndInterruptEnable()
{
    m_port->write(Lcr, 0x83);
    QCOMPARE(m_port->read(Data), 12);
    m_port->write(Data, 0x34);
    m_port->write(Ier, 0x12);
    QCOMPARE(m_port->read(Data), 0x34);
    QCOMPARE(m_port->read(Ier), 0x12);
    m_port->write(Lcr, 0x03);
    QCOMPARE(m_port->read(Ier), 0);
    QCOMPARE(m_port->sent, std::string());
}

void TestUart16550::access_wrongSizeOrOffset_isCountedAndIgnored_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("offset");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("two bytes") << 2 << 0;
    QTest::newRow("four bytes") << 4 << 3;
    QTest::newRow("eight bytes") << 8 << 0;
    QTest::newRow("beyond the window") << 1 << 8;
}

void TestUart16550::access_wrongSizeOrOffset_isCountedAndIgnored()
{
    QFETCH(int, size);
    QFETCH(int, offset);
    const std::uint64_t reads = metrics().uart.missedReadCount.total();
    const std::uint64_t writes = metrics().uart.missedWriteCount.total();
    std::vector<std::byte> data(static_cast<std::size_t>(size), std::byte{0x41});
    m_port->uart.write(static_cast<std::uint64_t>(offset), data);
    m_port->uart.read(static_cast<std::uint64_t>(offset), data);
    QCOMPARE(metrics().uart.missedReadCount.total(), reads + 1);
    QCOMPARE(metrics().uart.missedWriteCount.total(), writes + 1);
    QCOMPARE(m_port->sent, std::string());
    QCOMPARE(m_port->uart.save(), UartState{});
}

void TestUart16550::transmit_sendsTheByteAndInterrupts()
{
    m_port->write(Data, 'a');
    QCOMPARE(m_port->interrupts, 0);
    m_port->write(Ier, 0x02);
    m_port->interrupts = 0;
    m_port->write(Data, 'b');
    QCOMPARE(m_port->sent, std::string("ab"));
    QCOMPARE(m_port->interrupts, 1);
    QCOMPARE(m_port->read(Iir), 0xc2);
    QCOMPARE(m_port->read(Lsr), 0x60);
}

void TestUart16550::transmit_outcome_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QList<quint64>>("growth"); // write_count, error_count, missed_write_count, dropped_bytes
    QTest::newRow("sent") << static_cast<int>(TransmitOutcome::Sent) << QList<quint64>{1, 0, 0, 0};
    QTest::newRow("lost") << static_cast<int>(TransmitOutcome::Lost) << QList<quint64>{0, 1, 1, 0};
    QTest::newRow("limited") << static_cast<int>(TransmitOutcome::Limited) << QList<quint64>{0, 0, 0, 1};
}

void TestUart16550::transmit_outcome()
{
    QFETCH(int, outcome);
    QFETCH(QList<quint64>, growth);
    UartMetrics &counters = metrics().uart;
    const auto now = [&counters] {
        return QList<quint64>{counters.writeCount.total(), counters.errorCount.total(),
                              counters.missedWriteCount.total(), counters.rateLimiterDroppedBytes.total()};
    };
    const QList<quint64> before = now();
    m_port->outcome = static_cast<TransmitOutcome>(outcome);
    m_port->write(Ier, 0x02);
    m_port->interrupts = 0;
    m_port->write(Data, 'x');
    QList<quint64> difference;
    for (int i = 0; i < before.size(); ++i)
        difference << now().at(i) - before.at(i);
    QCOMPARE(difference, growth);
    QCOMPARE(m_port->interrupts, 1); // whatever became of the byte, the guest may go on
}

void TestUart16550::transmit_withoutPorts_isHarmless()
{
    Uart16550 uart{{}};
    const std::array byte{std::byte{0x0f}};
    uart.write(Ier, byte);
    uart.write(Data, byte);
    QCOMPARE(uart.enqueueInput(byte), std::size_t{1});
}

void TestUart16550::thrEmpty_enabledWhileIdle_interruptsAtOnce()
{
    m_port->write(Ier, 0x02);
    QCOMPARE(m_port->interrupts, 1);
    QCOMPARE(m_port->read(Iir), 0xc2);
    m_port->write(Ier, 0x02); // already on: no edge
    QCOMPARE(m_port->interrupts, 1);
    m_port->write(Ier, 0x00);
    m_port->write(Ier, 0x02); // Linux checks that it comes again
    QCOMPARE(m_port->interrupts, 2);
    QCOMPARE(m_port->read(Iir), 0xc2);
}

void TestUart16550::thrEmpty_disabled_isWithdrawn()
{
    m_port->write(Ier, 0x02);
    m_port->write(Ier, 0x00);
    QCOMPARE(m_port->read(Iir), 0xc1);
}

void TestUart16550::iir_readResets()
{
    m_port->write(Ier, 0x02);
    QCOMPARE(m_port->read(Iir), 0xc2);
    QCOMPARE(m_port->read(Iir), 0xc1);
}

void TestUart16550::iir_receivedAndEmptyTogether()
{
    m_port->write(Ier, 0x03);
    m_port->feed("x");
    m_port->read(Data); // takes back "received", keeps "empty"
    QCOMPARE(m_port->read(Iir), 0xc2);
}

void TestUart16550::iir_received_staysWhileThereIsInput()
{
    // A driver that gives up on a long read goes by this register when it comes back: no further edge will tell it.
    m_port->write(Ier, 0x01);
    m_port->feed("abc");
    QCOMPARE(m_port->read(Iir), 0xc4);
    QCOMPARE(m_port->read(Iir), 0xc4);
    m_port->read(Data);
    m_port->read(Data);
    QCOMPARE(m_port->read(Iir), 0xc4);
    m_port->read(Data);
    QCOMPARE(m_port->read(Iir), 0xc1);
}

void TestUart16550::iir_received_comesBeforeEmpty()
{
    m_port->write(Ier, 0x03); // raises "empty"
    m_port->feed("x");
    QCOMPARE(m_port->read(Iir), 0xc4);
    m_port->read(Data);
    QCOMPARE(m_port->read(Iir), 0xc2);
    QCOMPARE(m_port->read(Iir), 0xc1);
}

void TestUart16550::input_interruptsOnceAndIsReadInOrder()
{
    m_port->write(Ier, 0x01);
    const std::uint64_t readBefore = metrics().uart.readCount.total();
    QCOMPARE(m_port->feed("abc"), std::size_t{3});
    QCOMPARE(m_port->interrupts, 1);
    QCOMPARE(m_port->read(Lsr), 0x61);
    QCOMPARE(m_port->read(Iir), 0xc4);
    QCOMPARE(m_port->readAll(), std::string("abc"));
    QCOMPARE(m_port->read(Lsr), 0x60);
    QCOMPARE(metrics().uart.readCount.total() - readBefore, 3u);
}

void TestUart16550::input_beforeEnabling_interruptsOnEnable()
{
    m_port->feed("x");
    QCOMPARE(m_port->interrupts, 0);
    m_port->write(Ier, 0x01);
    QCOMPARE(m_port->interrupts, 1);
    QCOMPARE(m_port->read(Iir), 0xc4);
}

void TestUart16550::input_empty_readsZero()
{
    const std::uint64_t readBefore = metrics().uart.readCount.total();
    QCOMPARE(m_port->read(Data), 0);
    QCOMPARE(metrics().uart.readCount.total(), readBefore);
}

void TestUart16550::input_overLimit_isRefused()
{
    QCOMPARE(m_port->feed(std::string(60, 'x')), std::size_t{60});
    QCOMPARE(m_port->uart.inputSpace(), std::size_t{4});
    QCOMPARE(m_port->feed("abcdefgh"), std::size_t{4});
    QCOMPARE(m_port->feed("z"), std::size_t{0});
    QCOMPARE(m_port->readAll(), std::string(60, 'x') + "abcd");
}

void TestUart16550::input_full_hookFiresOnceWhenDrained()
{
    QCOMPARE(m_port->feed(std::string(64, 'x')), std::size_t{64});
    m_port->read(Data);
    QCOMPARE(m_port->drained, 0);
    m_port->readAll();
    QCOMPARE(m_port->drained, 1);
    m_port->feed("y");
    m_port->readAll();
    QCOMPARE(m_port->drained, 1);
}

void TestUart16550::input_notFull_hookIsSilent()
{
    m_port->feed(std::string(63, 'x'));
    m_port->readAll();
    QCOMPARE(m_port->drained, 0);
}

void TestUart16550::inputSpace_zero_armsTheHook()
{
    m_port->write(Mcr, kLoopback);
    QCOMPARE(m_port->uart.inputSpace(), std::size_t{0});
    m_port->write(Mcr, 0x08);
    QCOMPARE(m_port->drained, 1);
    QCOMPARE(m_port->uart.inputSpace(), Uart16550::kInputBytes);
}

void TestUart16550::loopback_returnsBytesAndKeepsThemInside()
{
    m_port->write(Ier, 0x01);
    m_port->write(Mcr, kLoopback);
    m_port->write(Data, 'q');
    QCOMPARE(m_port->sent, std::string());
    QCOMPARE(m_port->interrupts, 1);
    QCOMPARE(m_port->readAll(), std::string("q"));
}

void TestUart16550::loopback_overflow_dropsBytes()
{
    m_port->write(Mcr, kLoopback);
    for (int i = 0; i < 100; ++i)
        m_port->write(Data, 'q');
    QCOMPARE(m_port->readAll(), std::string(64, 'q'));
}

void TestUart16550::loopback_turnsInputAway_untilItEnds()
{
    m_port->write(Mcr, kLoopback);
    QCOMPARE(m_port->feed("x"), std::size_t{0});
    QCOMPARE(m_port->drained, 0);
    m_port->write(Mcr, 0x08);
    QCOMPARE(m_port->drained, 1);
    QCOMPARE(m_port->feed("x"), std::size_t{1});
}

void TestUart16550::loopback_modemStatusMirrorsControl_data()
{
    QTest::addColumn<int>("control");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << 0x10 << 0x00;
    QTest::newRow("DTR to DSR") << 0x11 << 0x20;
    QTest::newRow("RTS to CTS") << 0x12 << 0x10;
    QTest::newRow("OUT1 to RI") << 0x14 << 0x40;
    QTest::newRow("OUT2 to DCD") << 0x18 << 0x80;
    QTest::newRow("all") << 0x1f << 0xf0;
}

void TestUart16550::loopback_modemStatusMirrorsControl()
{
    QFETCH(int, control);
    QFETCH(int, status);
    m_port->write(Mcr, static_cast<unsigned>(control));
    QCOMPARE(static_cast<int>(m_port->read(Msr)), status);
}

void TestUart16550::state_roundTrip_isEqual()
{
    m_port->write(Lcr, 0x9b);
    m_port->write(Data, 1);
    m_port->write(Ier, 2);
    m_port->write(Lcr, 0x1b);
    m_port->write(Ier, 0x03);
    m_port->write(Scr, 0x77);
    m_port->write(Mcr, 0x0b);
    m_port->feed("dropped");
    m_port->readAll();
    m_port->feed(std::string(60, 'w')); // wraps around inside
    const UartState state = m_port->uart.save();
    Port other;
    QVERIFY(other.uart.restore(state).has_value());
    QCOMPARE(other.uart.save(), state);
}

void TestUart16550::state_restored_behavesTheSame()
{
    UartState state;
    state.interruptEnable = 0x03;
    state.input = {'h', 'i'};
    QVERIFY(m_port->uart.restore(state).has_value());
    QCOMPARE(m_port->readAll(), std::string("hi"));
    m_port->write(Data, 'o');
    QCOMPARE(m_port->interrupts, 1);
}

void TestUart16550::state_invalid_isRefused_data()
{
    QTest::addColumn<int>("enable");
    QTest::addColumn<int>("identification");
    QTest::addColumn<int>("control");
    QTest::addColumn<int>("inputBytes");
    QTest::newRow("input too long") << 0 << 1 << 8 << 65;
    QTest::newRow("enable bits") << 0x10 << 1 << 8 << 0;
    QTest::newRow("identification zero") << 0 << 0 << 8 << 0;
    QTest::newRow("none and pending") << 0 << 3 << 8 << 0;
    QTest::newRow("unknown cause") << 0 << 8 << 8 << 0;
    QTest::newRow("control bits") << 0 << 1 << 0x28 << 0;
}

void TestUart16550::state_invalid_isRefused()
{
    QFETCH(int, enable);
    QFETCH(int, identification);
    QFETCH(int, control);
    QFETCH(int, inputBytes);
    UartState state;
    state.scratch = 9;
    state.interruptEnable = static_cast<std::uint8_t>(enable);
    state.interruptIdentification = static_cast<std::uint8_t>(identification);
    state.modemControl = static_cast<std::uint8_t>(control);
    state.input.resize(static_cast<std::size_t>(inputBytes));
    QVERIFY(!m_port->uart.restore(state).has_value());
    QCOMPARE(m_port->uart.save(), UartState{});
}

void TestUart16550::threads_loseNoInput()
{
    constexpr std::size_t kTotal = 100'000;
    std::thread feeder([this] {
        for (std::size_t fed = 0; fed < kTotal;) {
            const std::size_t space = m_port->uart.inputSpace();
            fed += m_port->feed(std::string(std::min(space, kTotal - fed), 'x'));
            if (space == 0)
                std::this_thread::yield();
        }
    });
    std::size_t got = 0;
    while (got < kTotal) {
        if (m_port->read(Lsr) & 1)
            got += m_port->read(Data) == 'x' ? 1u : 0u;
        else
            std::this_thread::yield();
    }
    feeder.join();
    QCOMPARE(got, kTotal);
    QCOMPARE(m_port->read(Lsr), 0x60);
}

QTEST_APPLESS_MAIN(TestUart16550)
#include "tst_uart16550.moc"
