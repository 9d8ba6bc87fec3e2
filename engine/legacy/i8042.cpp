#include "legacy/i8042.h"

#include "telemetry/log.h"
#include "telemetry/metrics.h"

#include <algorithm>

namespace sparkler {
namespace {

constexpr std::uint64_t kDataOffset = 0;
constexpr std::uint64_t kStatusOffset = 4; // commands when written

constexpr std::uint8_t kReadControl = 0x20;
constexpr std::uint8_t kWriteControl = 0x60;
constexpr std::uint8_t kReadOutputPort = 0xd0;
constexpr std::uint8_t kWriteOutputPort = 0xd1;
constexpr std::uint8_t kResetCpu = 0xfe;

constexpr std::uint8_t kStatusOutputFull = 0x01;
constexpr std::uint8_t kStatusCommand = 0x08;
constexpr std::uint8_t kStatusKeyboardEnabled = 0x10;
constexpr std::uint8_t kControlKeyboardInterrupt = 0x01;

constexpr std::uint8_t kAcknowledge = 0xfa;
constexpr std::uint8_t kIdentifyKeyboard = 0xf2;
constexpr std::array<std::uint8_t, 2> kKeyboardId{0xab, 0x83}; ///< an ordinary AT keyboard
// Scan code set 2.
constexpr std::uint8_t kKeyCtrl = 0x14;
constexpr std::uint8_t kKeyAlt = 0x11;
constexpr std::array<std::uint8_t, 2> kKeyDelete{0xe0, 0x71};

} // namespace

I8042::I8042(I8042Ports ports) : m_ports(std::move(ports)) {}

void I8042::read(std::uint64_t offset, std::span<std::byte> data)
{
    I8042Metrics &counters = metrics().i8042;
    if (data.size() != 1 || (offset != kDataOffset && offset != kStatusOffset)) {
        counters.missedReadCount.add();
        return;
    }
    const std::lock_guard guard(m_lock);
    if (offset == kStatusOffset) {
        data[0] = static_cast<std::byte>(m_registers.status | (m_ringSize > 0 ? kStatusOutputFull : 0));
    } else {
        data[0] = static_cast<std::byte>(pop());
        if (m_ringSize > 0)
            triggerKeyboard();
    }
    counters.readCount.add();
}

void I8042::write(std::uint64_t offset, std::span<const std::byte> data)
{
    I8042Metrics &counters = metrics().i8042;
    if (data.size() != 1 || (offset != kDataOffset && offset != kStatusOffset)) {
        counters.missedWriteCount.add();
        return;
    }
    const auto value = std::to_integer<std::uint8_t>(data[0]);
    const std::lock_guard guard(m_lock);
    bool known = true;
    if (offset == kStatusOffset)
        known = writeCommand(value);
    else
        writeData(value);
    (known ? counters.writeCount : counters.missedWriteCount).add();
}

/// false for a command that is not known; it is ignored.
bool I8042::writeCommand(std::uint8_t command)
{
    m_registers.status |= kStatusCommand;
    switch (command) {
    case kReadControl:
        clear();
        push(m_registers.control);
        return true;
    case kReadOutputPort:
        clear();
        push(m_registers.outputPort);
        return true;
    case kWriteControl:
        clear();
        m_registers.command = command;
        return true;
    case kWriteOutputPort:
        m_registers.command = command;
        return true;
    case kResetCpu: {
        I8042Metrics &counters = metrics().i8042;
        counters.resetCount.add();
        if (m_ports.requestReset && !m_ports.requestReset()) {
            counters.errorCount.add();
            logError("Failed to trigger the i8042 reset event");
        }
        return true;
    }
    default:
        return false;
    }
}

void I8042::writeData(std::uint8_t value)
{
    m_registers.status &= static_cast<std::uint8_t>(~kStatusCommand);
    switch (m_registers.command) {
    case kWriteControl: {
        const bool wasEnabled = (m_registers.control & kControlKeyboardInterrupt) != 0;
        m_registers.control = value;
        // As on hardware: keys that came while it was off are told now, or nobody would ever fetch them.
        if (!wasEnabled && (value & kControlKeyboardInterrupt) && m_ringSize > 0)
            triggerKeyboard();
        break;
    }
    case kWriteOutputPort:
        m_registers.outputPort = value;
        break;
    default: // a command to the keyboard itself: every one is acknowledged and, but for one, forgotten
        clear();
        push(kAcknowledge);
        if (value == kIdentifyKeyboard) {
            // Without an answer a driver waits half a second and then guesses, and where that guess times out as well
            // (a busy host), the guest is left without a keyboard and Ctrl-Alt-Del does nothing.
            for (const std::uint8_t byte : kKeyboardId)
                push(byte);
        }
        triggerKeyboard();
        break;
    }
    m_registers.command = 0;
}

Result<> I8042::sendCtrlAltDel()
{
    const std::lock_guard guard(m_lock);
    if (kOutputBytes - m_ringSize < 2 + kKeyDelete.size())
        return fail(ErrorKind::Host, "i8042 internal buffer full.");
    push(kKeyCtrl);
    triggerKeyboard();
    push(kKeyAlt);
    triggerKeyboard();
    push(kKeyDelete[0]);
    push(kKeyDelete[1]);
    triggerKeyboard();
    return {};
}

void I8042::triggerKeyboard()
{
    if (!(m_registers.control & kControlKeyboardInterrupt)) {
        logWarn("Failed to trigger i8042 kbd interrupt (disabled by guest OS)");
        return;
    }
    if (m_ports.raiseKeyboardInterrupt)
        m_ports.raiseKeyboardInterrupt();
}

std::uint8_t I8042::pop()
{
    if (m_ringSize == 0)
        return 0;
    const std::uint8_t value = m_ring[m_ringStart];
    m_ringStart = (m_ringStart + 1) % kOutputBytes;
    --m_ringSize;
    return value;
}

/// The caller has made sure that there is room.
void I8042::push(std::uint8_t value)
{
    m_ring[(m_ringStart + m_ringSize) % kOutputBytes] = value;
    ++m_ringSize;
}

void I8042::clear()
{
    m_ringStart = 0;
    m_ringSize = 0;
}

I8042State I8042::save() const
{
    const std::lock_guard guard(m_lock);
    I8042State state = m_registers;
    state.output.reserve(m_ringSize);
    for (std::size_t index = 0; index < m_ringSize; ++index)
        state.output.push_back(m_ring[(m_ringStart + index) % kOutputBytes]);
    return state;
}

Result<> I8042::restore(const I8042State &state)
{
    const bool commandValid = state.command == 0 || state.command == kWriteControl || state.command == kWriteOutputPort;
    if (state.output.size() > kOutputBytes || !commandValid ||
        (state.status & ~(kStatusCommand | kStatusKeyboardEnabled)) != 0)
        return fail(ErrorKind::InvalidInput, "The saved state of the keyboard controller is invalid.");
    const std::lock_guard guard(m_lock);
    m_registers = state;
    m_registers.output.clear();
    std::ranges::copy(state.output, m_ring.begin());
    m_ringStart = 0;
    m_ringSize = state.output.size();
    if (m_ringSize > 0 && (m_registers.control & kControlKeyboardInterrupt))
        triggerKeyboard();
    return {};
}

} // namespace sparkler
