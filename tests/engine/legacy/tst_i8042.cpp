#include "legacy/i8042.h"
#include "telemetry/metrics.h"

#include <QTest>

#include <memory>

using namespace sparkler;

namespace {

constexpr std::uint64_t kData = 0;
constexpr std::uint64_t kCommand = 4;

struct Controller {
    int read(std::uint64_t offset)
    {
        std::array<std::byte, 1> data{};
        device.read(offset, data);
        return std::to_integer<int>(data[0]);
    }
    void write(std::uint64_t offset, unsigned value)
    {
        const std::array data{static_cast<std::byte>(value)};
        device.write(offset, data);
    }
    QList<int> readAll()
    {
        QList<int> bytes;
        while (read(kCommand) & 1)
            bytes << read(kData);
        return bytes;
    }

    int interrupts = 0;
    int resets = 0;
    bool resetWorks = true;
    I8042 device{{.raiseKeyboardInterrupt = [this] { ++interrupts; },
                  .requestReset =
                      [this] {
                          ++resets;
                          return resetWorks;
                      }}};
};

} // namespace

class TestI8042 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_controller = std::make_unique<Controller>(); }
    void powerOn_statusAndControl();
    void command_register_readsAndWrites_data();
    void command_register_readsAndWrites();
    void command_statusBit_untilData();
    void command_flushesTheBuffer_data();
    void command_flushesTheBuffer();
    void command_unknown_isCountedAsMissed();
    void reset_asksOnceAndCounts();
    void reset_failure_isCounted();
    void data_outsideCommand_isAcknowledged();
    void data_interruptsWhileBytesRemain();
    void identifyKeyboard_answersWithItsId();
    void data_empty_readsZero();
    void keyboardInterrupt_disabled_isSkipped();
    void keyboardInterrupt_enabledWithKeysWaiting_isRaised();
    void access_wrongSizeOrOffset_isMissed_data();
    void access_wrongSizeOrOffset_isMissed();
    void ctrlAltDel_sendsTheScanCodes();
    void ctrlAltDel_fullBuffer_fails();
    void ctrlAltDel_interruptsDisabled_succeeds();
    void state_roundTrip_isEqual();
    void state_waitingKeys_areToldAgain_data();
    void state_waitingKeys_areToldAgain();
    void state_invalid_isRefused_data();
    void state_invalid_isRefused();

private:
    std::unique_ptr<Controller> m_controller;
};

void TestI8042::powerOn_statusAndControl()
{
    QCOMPARE(m_controller->read(kCommand), 0x10);
    m_controller->write(kCommand, 0x20);
    QCOMPARE(m_controller->read(kData), 0x05);
}

void TestI8042::command_register_readsAndWrites_data()
{
    QTest::addColumn<unsigned>("writeCommand");
    QTest::addColumn<unsigned>("readCommand");
    QTest::newRow("control byte") << 0x60u << 0x20u;
    QTest::newRow("output port") << 0xd1u << 0xd0u;
}

void TestI8042::command_register_readsAndWrites()
{
    QFETCH(unsigned, writeCommand);
    QFETCH(unsigned, readCommand);
    m_controller->write(kCommand, writeCommand);
    m_controller->write(kData, 0x52);
    QCOMPARE(m_controller->readAll(), QList<int>()); // no acknowledgement
    m_controller->write(kCommand, readCommand);
    QCOMPARE(m_controller->readAll(), QList<int>{0x52});
    QCOMPARE(m_controller->interrupts, 0);
}

void TestI8042::command_statusBit_untilData()
{
    m_controller->write(kCommand, 0x60);
    QCOMPARE(m_controller->read(kCommand), 0x18);
    m_controller->write(kData, 0x05);
    QCOMPARE(m_controller->read(kCommand), 0x10);
}

void TestI8042::command_flushesTheBuffer_data()
{
    QTest::addColumn<unsigned>("command");
    QTest::addColumn<QList<int>>("left");
    QTest::newRow("read control") << 0x20u << QList<int>{0x05};
    QTest::newRow("write control") << 0x60u << QList<int>{};
    QTest::newRow("read output port") << 0xd0u << QList<int>{0x03};
    QTest::newRow("write output port keeps it") << 0xd1u << QList<int>{0x14, 0x11, 0xe0, 0x71};
}

void TestI8042::command_flushesTheBuffer()
{
    QFETCH(unsigned, command);
    QFETCH(QList<int>, left);
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    m_controller->write(kCommand, command);
    QCOMPARE(m_controller->readAll(), left);
}

void TestI8042::command_unknown_isCountedAsMissed()
{
    const std::uint64_t missed = metrics().i8042.missedWriteCount.total();
    const std::uint64_t handled = metrics().i8042.writeCount.total();
    m_controller->write(kCommand, 0xaa);
    QCOMPARE(metrics().i8042.missedWriteCount.total(), missed + 1);
    QCOMPARE(metrics().i8042.writeCount.total(), handled);
    QCOMPARE(m_controller->readAll(), QList<int>());
}

void TestI8042::reset_asksOnceAndCounts()
{
    const std::uint64_t resets = metrics().i8042.resetCount.total();
    m_controller->write(kCommand, 0xfe);
    QCOMPARE(m_controller->resets, 1);
    QCOMPARE(metrics().i8042.resetCount.total(), resets + 1);
}

void TestI8042::reset_failure_isCounted()
{
    const std::uint64_t errors = metrics().i8042.errorCount.total();
    m_controller->resetWorks = false;
    m_controller->write(kCommand, 0xfe);
    QCOMPARE(metrics().i8042.errorCount.total(), errors + 1);
}

void TestI8042::data_outsideCommand_isAcknowledged()
{
    m_controller->write(kData, 0xed);
    QCOMPARE(m_controller->interrupts, 1);
    QCOMPARE(m_controller->read(kCommand), 0x11);
    QCOMPARE(m_controller->readAll(), QList<int>{0xfa});
    QCOMPARE(m_controller->interrupts, 1);
    QCOMPARE(m_controller->read(kCommand), 0x10);
}

void TestI8042::data_interruptsWhileBytesRemain()
{
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    m_controller->interrupts = 0;
    m_controller->read(kData);
    QCOMPARE(m_controller->interrupts, 1);
    m_controller->read(kData);
    m_controller->read(kData);
    QCOMPARE(m_controller->interrupts, 3);
    m_controller->read(kData);
    QCOMPARE(m_controller->interrupts, 3);
}

void TestI8042::identifyKeyboard_answersWithItsId()
{
    m_controller->write(kData, 0xf2);
    QCOMPARE(m_controller->interrupts, 1);
    QCOMPARE(m_controller->readAll(), (QList<int>{0xfa, 0xab, 0x83}));
    QCOMPARE(m_controller->interrupts, 3); // one more per byte that is left
}

void TestI8042::data_empty_readsZero()
{
    QCOMPARE(m_controller->read(kData), 0);
    QCOMPARE(m_controller->interrupts, 0);
}

void TestI8042::keyboardInterrupt_enabledWithKeysWaiting_isRaised()
{
    // Keys that were pressed while a driver changes the control byte: nothing else would make it look.
    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, 0x04);
    m_controller->write(kCommand, 0x60);
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    QCOMPARE(m_controller->interrupts, 0);
    m_controller->write(kData, 0x05);
    QCOMPARE(m_controller->interrupts, 1);
    QCOMPARE(m_controller->readAll(), (QList<int>{0x14, 0x11, 0xe0, 0x71}));
    QCOMPARE(m_controller->interrupts, 4); // one more per byte that is left

    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, 0x04);
    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, 0x05); // nothing waits: nothing to tell
    QCOMPARE(m_controller->interrupts, 4);
}

void TestI8042::keyboardInterrupt_disabled_isSkipped()
{
    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, 0x04);
    m_controller->write(kData, 0xed);
    QCOMPARE(m_controller->interrupts, 0);
    QCOMPARE(m_controller->readAll(), QList<int>{0xfa});
}

void TestI8042::access_wrongSizeOrOffset_isMissed_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("offset");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("two bytes") << 2 << 0;
    QTest::newRow("four bytes of command") << 4 << 4;
    QTest::newRow("port 0x61") << 1 << 1;
    QTest::newRow("port 0x63") << 1 << 3;
    QTest::newRow("beyond the window") << 1 << 5;
}

void TestI8042::access_wrongSizeOrOffset_isMissed()
{
    QFETCH(int, size);
    QFETCH(int, offset);
    const std::uint64_t reads = metrics().i8042.missedReadCount.total();
    const std::uint64_t writes = metrics().i8042.missedWriteCount.total();
    std::vector<std::byte> data(static_cast<std::size_t>(size), std::byte{0xfe});
    m_controller->device.read(static_cast<std::uint64_t>(offset), data);
    m_controller->device.write(static_cast<std::uint64_t>(offset), data);
    QCOMPARE(metrics().i8042.missedReadCount.total(), reads + 1);
    QCOMPARE(metrics().i8042.missedWriteCount.total(), writes + 1);
    QCOMPARE(m_controller->device.save(), I8042State{});
    QCOMPARE(m_controller->resets, 0);
}

void TestI8042::ctrlAltDel_sendsTheScanCodes()
{
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    QCOMPARE(m_controller->interrupts, 3);
    QCOMPARE(m_controller->readAll(), (QList<int>{0x14, 0x11, 0xe0, 0x71}));
}

void TestI8042::ctrlAltDel_fullBuffer_fails()
{
    for (int i = 0; i < 4; ++i)
        QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    const auto failed = m_controller->device.sendCtrlAltDel();
    QVERIFY(!failed);
    QCOMPARE(failed.error().text, std::string("i8042 internal buffer full."));
    QCOMPARE(m_controller->readAll().size(), 16);
}

void TestI8042::ctrlAltDel_interruptsDisabled_succeeds()
{
    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, 0x00);
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    QCOMPARE(m_controller->interrupts, 0);
    QCOMPARE(m_controller->readAll().size(), 4);
}

void TestI8042::state_roundTrip_isEqual()
{
    QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    m_controller->read(kData);
    m_controller->write(kCommand, 0xd1);
    const I8042State state = m_controller->device.save();
    QCOMPARE(state.output.size(), std::size_t{3});
    Controller other;
    QVERIFY(other.device.restore(state).has_value());
    QCOMPARE(other.device.save(), state);
    other.write(kData, 0x99); // goes to the output port, as the command asked before the snapshot
    QCOMPARE(other.device.save().outputPort, 0x99);
}

void TestI8042::state_waitingKeys_areToldAgain_data()
{
    QTest::addColumn<unsigned>("control");
    QTest::addColumn<bool>("keys");
    QTest::addColumn<int>("interrupts");
    QTest::newRow("keys") << 0x01u << true << 1;
    // An answer that the driver polls for: it must not meet an interrupt that the controller would not raise.
    QTest::newRow("keys, interrupts off") << 0x00u << true << 0;
    QTest::newRow("no keys") << 0x01u << false << 0;
}

void TestI8042::state_waitingKeys_areToldAgain()
{
    QFETCH(const unsigned, control);
    QFETCH(const bool, keys);
    QFETCH(const int, interrupts);
    m_controller->write(kCommand, 0x60);
    m_controller->write(kData, control);
    if (keys)
        QVERIFY(m_controller->device.sendCtrlAltDel().has_value());
    Controller other;
    QVERIFY(other.device.restore(m_controller->device.save()).has_value());
    QCOMPARE(other.interrupts, interrupts);
}

void TestI8042::state_invalid_isRefused_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("command");
    QTest::addColumn<int>("outputBytes");
    QTest::newRow("output too long") << 0x10 << 0 << 17;
    QTest::newRow("command without data byte") << 0x10 << 0x20 << 0;
    QTest::newRow("status bits") << 0x11 << 0 << 0;
}

void TestI8042::state_invalid_isRefused()
{
    QFETCH(int, status);
    QFETCH(int, command);
    QFETCH(int, outputBytes);
    I8042State state;
    state.control = 0x77;
    state.status = static_cast<std::uint8_t>(status);
    state.command = static_cast<std::uint8_t>(command);
    state.output.resize(static_cast<std::size_t>(outputBytes));
    QVERIFY(!m_controller->device.restore(state).has_value());
    QCOMPARE(m_controller->device.save(), I8042State{});
}

QTEST_APPLESS_MAIN(TestI8042)
#include "tst_i8042.moc"
