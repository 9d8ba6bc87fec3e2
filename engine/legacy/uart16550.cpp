#include "legacy/uart16550.h"

#include "telemetry/metrics.h"

#include <algorithm>

namespace sparkler {
namespace {

// Register offsets.
constexpr std::uint64_t kData = 0; // RBR and THR; DLL while the divisor is selected
constexpr std::uint64_t kIer = 1;  // DLM while the divisor is selected
constexpr std::uint64_t kIir = 2;  // FCR when written
constexpr std::uint64_t kLcr = 3;
constexpr std::uint64_t kMcr = 4;
constexpr std::uint64_t kLsr = 5;
constexpr std::uint64_t kMsr = 6;
constexpr std::uint64_t kScr = 7;

// Interrupt enable.
constexpr std::uint8_t kIerReceived = 0x01;
constexpr std::uint8_t kIerThrEmpty = 0x02;
constexpr std::uint8_t kIerMask = 0x0f;
// Interrupt identification.
constexpr std::uint8_t kIirNone = 0x01;
constexpr std::uint8_t kIirThrEmpty = 0x02;
constexpr std::uint8_t kIirReceived = 0x04;
constexpr std::uint8_t kIirFifos = 0xc0;
// Line control and status.
constexpr std::uint8_t kLcrDivisor = 0x80;
constexpr std::uint8_t kLsrDataReady = 0x01;
constexpr std::uint8_t kLsrTransmitterIdle = 0x60; // THR empty and shift register empty: output is immediate
// Modem control and status.
constexpr std::uint8_t kMcrMask = 0x1f;
constexpr std::uint8_t kMcrLoopback = 0x10;
constexpr std::uint8_t kMcrDtr = 0x01;
constexpr std::uint8_t kMcrRts = 0x02;
constexpr std::uint8_t kMcrOut1 = 0x04;
constexpr std::uint8_t kMcrOut2 = 0x08;
constexpr std::uint8_t kMsrCts = 0x10;
constexpr std::uint8_t kMsrDsr = 0x20;
constexpr std::uint8_t kMsrRing = 0x40;
constexpr std::uint8_t kMsrCarrier = 0x80;

} // namespace

Uart16550::Uart16550(UartPorts ports) : m_ports(std::move(ports)) {}

void Uart16550::read(std::uint64_t offset, std::span<std::byte> data)
{
    if (data.size() != 1 || offset >= kBytes) {
        metrics().uart.missedReadCount.add();
        return;
    }
    const std::lock_guard guard(m_lock);
    data[0] = static_cast<std::byte>(readRegister(offset));
}

void Uart16550::write(std::uint64_t offset, std::span<const std::byte> data)
{
    if (data.size() != 1 || offset >= kBytes) {
        metrics().uart.missedWriteCount.add();
        return;
    }
    const std::lock_guard guard(m_lock);
    writeRegister(offset, std::to_integer<std::uint8_t>(data[0]));
}

std::uint8_t Uart16550::readRegister(std::uint64_t offset)
{
    switch (offset) {
    case kData:
        return divisorSelected() ? m_registers.divisorLow : popInput();
    case kIer:
        return divisorSelected() ? m_registers.divisorHigh : m_registers.interruptEnable;
    case kIir:
        return static_cast<std::uint8_t>(identifyInterrupt() | kIirFifos);
    case kLcr:
        return m_registers.lineControl;
    case kMcr:
        return m_registers.modemControl;
    case kLsr:
        return static_cast<std::uint8_t>(kLsrTransmitterIdle | (m_ringSize > 0 ? kLsrDataReady : 0));
    case kMsr:
        return modemStatus();
    case kScr:
        return m_registers.scratch;
    default:
        return 0;
    }
}

void Uart16550::writeRegister(std::uint64_t offset, std::uint8_t value)
{
    switch (offset) {
    case kData:
        if (divisorSelected())
            m_registers.divisorLow = value;
        else
            transmit(value);
        break;
    case kIer:
        if (divisorSelected())
            m_registers.divisorHigh = value;
        else
            setInterruptEnable(value & kIerMask);
        break;
    case kLcr:
        m_registers.lineControl = value;
        break;
    case kMcr:
        setModemControl(value & kMcrMask);
        break;
    case kScr:
        m_registers.scratch = value;
        break;
    default: // FIFO control, line status and modem status ignore writes
        break;
    }
}

/// The most urgent cause. Telling it takes "empty" back; "received" stays until the input is read, as on hardware: a
/// driver that returned early finds the rest by it, since edges that came meanwhile are spent.
std::uint8_t Uart16550::identifyInterrupt()
{
    if (m_registers.interruptIdentification & kIirNone)
        return kIirNone;
    if (m_registers.interruptIdentification & kIirReceived)
        return kIirReceived;
    withdraw(kIirThrEmpty);
    return kIirThrEmpty;
}

std::uint8_t Uart16550::popInput()
{
    if (m_ringSize <= 1)
        withdraw(kIirReceived);
    if (m_ringSize == 0)
        return 0;
    const std::uint8_t value = m_ring[m_ringStart];
    m_ringStart = (m_ringStart + 1) % kInputBytes;
    --m_ringSize;
    metrics().uart.readCount.add();
    if (m_ringSize == 0 && !loopback())
        notifyDrainedOnce();
    return value;
}

/// In loopback mode the modem's outputs are wired to its inputs.
std::uint8_t Uart16550::modemStatus() const
{
    if (!loopback())
        return m_registers.modemStatus;
    const std::uint8_t outputs = m_registers.modemControl;
    std::uint8_t inputs = 0;
    if (outputs & kMcrRts)
        inputs |= kMsrCts;
    if (outputs & kMcrDtr)
        inputs |= kMsrDsr;
    if (outputs & kMcrOut1)
        inputs |= kMsrRing;
    if (outputs & kMcrOut2)
        inputs |= kMsrCarrier;
    return inputs;
}

void Uart16550::transmit(std::uint8_t value)
{
    UartMetrics &counters = metrics().uart;
    if (loopback()) {
        if (m_ringSize < kInputBytes) {
            pushInput(value);
            raise(kIirReceived);
        }
    } else {
        switch (m_ports.transmit ? m_ports.transmit(value) : TransmitOutcome::Sent) {
        case TransmitOutcome::Sent:
            counters.writeCount.add();
            break;
        case TransmitOutcome::Lost:
            counters.errorCount.add();
            counters.missedWriteCount.add();
            break;
        case TransmitOutcome::Limited:
            counters.rateLimiterDroppedBytes.add();
            break;
        }
    }
    raise(kIirThrEmpty); // after a lost byte too: the guest must not wait for ever
}

/// As on hardware, enabling an interrupt whose condition holds raises it at once, and disabling one withdraws it.
void Uart16550::setInterruptEnable(std::uint8_t value)
{
    const auto enabled = static_cast<std::uint8_t>(value & ~m_registers.interruptEnable);
    m_registers.interruptEnable = value;
    if (!(value & kIerThrEmpty))
        withdraw(kIirThrEmpty);
    if (!(value & kIerReceived))
        withdraw(kIirReceived);
    if (enabled & kIerThrEmpty)
        raise(kIirThrEmpty);
    if ((enabled & kIerReceived) && m_ringSize > 0)
        raise(kIirReceived);
}

void Uart16550::setModemControl(std::uint8_t value)
{
    const bool wasLoopback = loopback();
    m_registers.modemControl = value;
    if (wasLoopback && !loopback() && m_ringSize < kInputBytes)
        notifyDrainedOnce();
}

/// `cause`: one bit of the identification register. Nothing happens while the guest has it disabled.
void Uart16550::raise(std::uint8_t cause)
{
    const std::uint8_t enable = cause == kIirReceived ? kIerReceived : kIerThrEmpty;
    if (!(m_registers.interruptEnable & enable))
        return;
    m_registers.interruptIdentification =
        static_cast<std::uint8_t>((m_registers.interruptIdentification & ~kIirNone) | cause);
    if (m_ports.raiseInterrupt)
        m_ports.raiseInterrupt();
}

void Uart16550::withdraw(std::uint8_t causes)
{
    const auto left = static_cast<std::uint8_t>(m_registers.interruptIdentification & ~(causes | kIirNone));
    m_registers.interruptIdentification = left == 0 ? kIirNone : left;
}

void Uart16550::notifyDrainedOnce()
{
    if (!m_feederWaits)
        return;
    m_feederWaits = false;
    if (m_ports.inputDrained)
        m_ports.inputDrained();
}

bool Uart16550::divisorSelected() const
{
    return (m_registers.lineControl & kLcrDivisor) != 0;
}

bool Uart16550::loopback() const
{
    return (m_registers.modemControl & kMcrLoopback) != 0;
}

void Uart16550::pushInput(std::uint8_t value)
{
    m_ring[(m_ringStart + m_ringSize) % kInputBytes] = value;
    ++m_ringSize;
}

std::size_t Uart16550::inputSpace()
{
    const std::lock_guard guard(m_lock);
    const std::size_t space = loopback() ? 0 : kInputBytes - m_ringSize;
    m_feederWaits = m_feederWaits || space == 0;
    return space;
}

std::size_t Uart16550::enqueueInput(std::span<const std::byte> bytes)
{
    const std::lock_guard guard(m_lock);
    const std::size_t space = loopback() ? 0 : kInputBytes - m_ringSize;
    const std::size_t taken = std::min(bytes.size(), space);
    for (const std::byte value : bytes.first(taken))
        pushInput(std::to_integer<std::uint8_t>(value));
    if (taken > 0)
        raise(kIirReceived);
    m_feederWaits = m_feederWaits || taken == space;
    return taken;
}

UartState Uart16550::save() const
{
    const std::lock_guard guard(m_lock);
    UartState state = m_registers;
    state.input.reserve(m_ringSize);
    for (std::size_t index = 0; index < m_ringSize; ++index)
        state.input.push_back(m_ring[(m_ringStart + index) % kInputBytes]);
    return state;
}

Result<> Uart16550::restore(const UartState &state)
{
    const std::uint8_t pending = state.interruptIdentification;
    const bool pendingValid = pending == kIirNone || (pending != 0 && (pending & ~(kIirThrEmpty | kIirReceived)) == 0);
    if (state.input.size() > kInputBytes || (state.interruptEnable & ~kIerMask) != 0 ||
        (state.modemControl & ~kMcrMask) != 0 || !pendingValid)
        return fail(ErrorKind::InvalidInput, "The saved state of the serial device is invalid.");
    const std::lock_guard guard(m_lock);
    m_registers = state;
    m_registers.input.clear();
    std::ranges::copy(state.input, m_ring.begin());
    m_ringStart = 0;
    m_ringSize = state.input.size();
    return {};
}

} // namespace sparkler
