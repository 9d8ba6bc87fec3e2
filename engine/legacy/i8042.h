#pragma once

#include "base/result.h"
#include "bus/bus.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <vector>

namespace sparkler {

/// Registers and queued bytes, as a snapshot keeps them. Defaults: after power-on.
struct I8042State {
    std::uint8_t status = 0x10;       ///< without the output-buffer bit; keyboard enabled
    std::uint8_t control = 0x05;      ///< system flag and keyboard interrupt
    std::uint8_t outputPort = 0x03;   ///< not in reset, A20 open
    std::uint8_t command = 0;         ///< the command that waits for its data byte, 0 for none
    std::vector<std::uint8_t> output; ///< for the guest to read, oldest first; at most I8042::kOutputBytes
    bool operator==(const I8042State &) const = default;
};

/// Called with the controller's lock held, on the thread of the access: they must neither block nor call back. Empty
/// ones are skipped.
struct I8042Ports {
    std::move_only_function<void()> raiseKeyboardInterrupt;
    /// The guest asked for a CPU reset; false when that could not be passed on.
    std::move_only_function<bool()> requestReset;
};

/// The part of a PC's keyboard controller that Linux needs to reboot and to see Ctrl-Alt-Del. Ports 0x60..0x64, of
/// which 0x60 (data) and 0x64 (status and commands) act, one byte at a time. Any thread: a mutex keeps vCPU threads and
/// the VMM thread apart.
class I8042 final : public BusDevice {
public:
    static constexpr std::uint64_t kBytes = 5;      ///< size of the port window
    static constexpr std::size_t kOutputBytes = 16; ///< output buffer

    explicit I8042(I8042Ports ports);

    void read(std::uint64_t offset, std::span<std::byte> data) override;
    void write(std::uint64_t offset, std::span<const std::byte> data) override;

    /// Presses Ctrl, Alt and Delete. Succeeds also while the guest has keyboard interrupts off. Error: Host
    /// "i8042 internal buffer full.", then no key is pressed.
    Result<> sendCtrlAltDel();

    I8042State save() const;
    /// Raises the interrupt again for bytes that wait: the one before may be lost with the machine that was saved.
    /// Error: InvalidInput for a state that a running controller cannot be in; the controller then stays as it is.
    Result<> restore(const I8042State &state);

private:
    bool writeCommand(std::uint8_t command);
    void writeData(std::uint8_t value);
    std::uint8_t pop();
    void push(std::uint8_t value);
    void clear();
    void triggerKeyboard();

    mutable std::mutex m_lock; ///< guards all below
    I8042Ports m_ports;
    I8042State m_registers; ///< its `output` stays empty: the ring below holds it
    std::array<std::uint8_t, kOutputBytes> m_ring{};
    std::size_t m_ringStart = 0;
    std::size_t m_ringSize = 0;
};

} // namespace sparkler
