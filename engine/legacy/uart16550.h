#pragma once

#include "base/result.h"
#include "bus/bus.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace sparkler {

/// What became of a byte that the guest sent.
enum class TransmitOutcome {
    Sent,
    Lost,    ///< the output could not take it
    Limited, ///< the output's rate limiter had no token for it
};

/// Registers and pending input, as a snapshot keeps them. Defaults: after power-on.
struct UartState {
    std::uint8_t divisorLow = 12; ///< 9600 baud; not enforced
    std::uint8_t divisorHigh = 0;
    std::uint8_t interruptEnable = 0;
    std::uint8_t interruptIdentification = 0x01; ///< without the FIFO bits
    std::uint8_t lineControl = 0x03;             ///< 8 data bits
    std::uint8_t modemControl = 0x08;            ///< OUT2
    std::uint8_t modemStatus = 0xb0;             ///< carrier, data set ready, clear to send
    std::uint8_t scratch = 0;
    std::vector<std::uint8_t> input; ///< received and not read yet, oldest first; at most Uart16550::kInputBytes
    bool operator==(const UartState &) const = default;
};

/// How the UART reaches the world. All are called with the UART's lock held, on the thread of the access: they must
/// neither block nor call back into the UART. Empty ones are skipped (an empty `transmit` swallows the byte).
struct UartPorts {
    std::move_only_function<TransmitOutcome(std::uint8_t)> transmit; ///< one byte, to be flushed at once
    std::move_only_function<void()> raiseInterrupt;
    /// The guest made room after input had been turned away or had filled the buffer: feeding may go on.
    std::move_only_function<void()> inputDrained;
};

/// A serial port as Linux's 8250 driver knows it: 16550A registers at offsets 0..7, one byte each. Any thread: vCPU
/// threads come in through the bus, the VMM thread feeds input; a mutex keeps them apart. Spec: PC16550D data sheet.
class Uart16550 final : public BusDevice {
public:
    static constexpr std::uint64_t kBytes = 8;     ///< size of the register window
    static constexpr std::size_t kInputBytes = 64; ///< receive buffer

    explicit Uart16550(UartPorts ports);

    void read(std::uint64_t offset, std::span<std::byte> data) override;
    void write(std::uint64_t offset, std::span<const std::byte> data) override;

    /// How many bytes enqueueInput() would take now. After 0, inputDrained tells when to ask again.
    std::size_t inputSpace();
    /// Takes as much of `bytes` as there is room for and interrupts the guest; the count of bytes taken. After a short
    /// count, or once the buffer is full, inputDrained tells when to go on. Takes nothing while the port is in loopback
    /// mode.
    std::size_t enqueueInput(std::span<const std::byte> bytes);

    UartState save() const;
    /// Error: InvalidInput for a state that a running UART cannot be in; the UART then stays as it is.
    Result<> restore(const UartState &state);

private:
    std::uint8_t readRegister(std::uint64_t offset);
    void writeRegister(std::uint64_t offset, std::uint8_t value);
    std::uint8_t identifyInterrupt();
    std::uint8_t popInput();
    std::uint8_t modemStatus() const;
    void transmit(std::uint8_t value);
    void setInterruptEnable(std::uint8_t value);
    void setModemControl(std::uint8_t value);
    void raise(std::uint8_t cause);
    void withdraw(std::uint8_t causes);
    void notifyDrainedOnce();
    bool divisorSelected() const;
    bool loopback() const;
    void pushInput(std::uint8_t value);

    mutable std::mutex m_lock; ///< guards all below
    UartPorts m_ports;
    UartState m_registers; ///< its `input` stays empty: the ring below holds it
    std::array<std::uint8_t, kInputBytes> m_ring{};
    std::size_t m_ringStart = 0;
    std::size_t m_ringSize = 0;
    bool m_feederWaits = false; ///< the feeder has seen the buffer full
};

} // namespace sparkler
