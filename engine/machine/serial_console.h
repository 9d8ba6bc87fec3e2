#pragma once

#include "base/clock.h"
#include "base/fd.h"
#include "events/event_loop.h"
#include "legacy/uart16550.h"
#include "ratelimit/token_bucket.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sparkler {

class ConsoleServer;

/// COM1 and what it is connected to: standard input and output, or a file or FIFO for output only, or a console server
/// (and the file or FIFO too, if there is one). Owns the UART; the guest's output leaves on the vCPU thread that wrote
/// it, input arrives on the VMM thread.
class SerialConsole {
public:
    struct Settings {
        std::optional<std::string> outputPath =
            std::nullopt; ///< an existing file or FIFO; then standard input is not attached
        std::optional<BucketSettings> outputLimit = std::nullopt; ///< bytes; what finds no token is dropped and counted
        ConsoleServer *server = nullptr;   ///< instead of standard input and output; outlives the console
        const Clock *clock = &hostClock(); ///< the limit's; outlives the console
    };

    /// `loop` and `line` must outlive the console. Error: Host when the output cannot be opened.
    static Result<std::unique_ptr<SerialConsole>> create(const Settings &settings, EventLoop &loop,
                                                         InterruptLine &line);
    ~SerialConsole();
    SerialConsole(const SerialConsole &) = delete;
    SerialConsole &operator=(const SerialConsole &) = delete;

    BusDevice &device() { return *m_uart; }
    UartState save() const { return m_uart->save(); }
    /// Error: as Uart16550::restore().
    Result<> restore(const UartState &state) { return m_uart->restore(state); }
    /// Starts reading the console server's viewers, else standard input (raw when it is a terminal), of which only a
    /// terminal or FIFO is read.
    void attachInput();

private:
    SerialConsole(const Settings &settings, EventLoop &loop, Fd output, InterruptLine &line);
    TransmitOutcome transmit(std::uint8_t byte);
    void readInput();
    void feed();

    EventLoop &m_loop;
    ConsoleServer *m_server; ///< null: none
    Fd m_outputFile;         ///< empty: standard output, or the server alone
    int m_outputFd;          ///< -1: the server alone
    const Clock &m_clock;
    std::optional<TokenBucket> m_outputBucket; ///< used under the UART's lock
    std::unique_ptr<Uart16550> m_uart;
    EventLoop::Registration m_input;
    /// What was read but found no room in the UART. Small: reading stops while it is not empty.
    std::vector<std::byte> m_pendingInput;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< for work that is posted to the loop
};

} // namespace sparkler
