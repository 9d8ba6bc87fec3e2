#pragma once

#include "virtio/vsock/host_streams.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace sparkler::virtio {

/// The guest port that a line like "CONNECT 52\n" asks for: keyword in any case, decimal 32-bit number, white space
/// between and around them, nothing else.
std::optional<std::uint32_t> parseConnectLine(std::string_view line);

/// A program of the host that has connected and not said yet where to. What it sends after the line stays in the
/// stream.
class VsockHandshake {
public:
    enum class Step {
        Waiting, ///< for the rest of the line
        Done,    ///< port() is known
        Refused, ///< no such request; to be closed
    };
    static constexpr std::size_t kMinFirstBytes = 10; ///< must be there at the first look
    static constexpr std::size_t kMaxBytes = 32;

    VsockHandshake(std::unique_ptr<HostStream> stream, VsockTimePoint deadline)
        : m_stream(std::move(stream)), m_deadline(deadline)
    {
    }
    /// Reads on; when something may be there.
    Step advance();

    std::uint32_t port() const { return m_port; }
    std::unique_ptr<HostStream> takeStream() { return std::move(m_stream); }
    VsockTimePoint deadline() const { return m_deadline; }

private:
    Step parse();

    std::unique_ptr<HostStream> m_stream;
    VsockTimePoint m_deadline;
    std::array<char, kMaxBytes> m_line{};
    std::size_t m_length = 0;
    std::uint32_t m_port = 0;
};

} // namespace sparkler::virtio
