#include "virtio/vsock/handshake.h"

#include <algorithm>
#include <cerrno>
#include <charconv>

namespace sparkler::virtio {
namespace {

constexpr std::string_view kSpace = " \t\n\v\f\r";
constexpr std::string_view kKeyword = "connect";

/// The next word of `line`, taken off it; empty at the end.
std::string_view takeWord(std::string_view &line)
{
    line.remove_prefix(std::min(line.find_first_not_of(kSpace), line.size()));
    const std::string_view word = line.substr(0, line.find_first_of(kSpace));
    line.remove_prefix(word.size());
    return word;
}

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

} // namespace

std::optional<std::uint32_t> parseConnectLine(std::string_view line)
{
    if (!std::ranges::equal(takeWord(line), kKeyword, {}, lower))
        return std::nullopt;
    const std::string_view number = takeWord(line);
    std::uint32_t port = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), port);
    if (number.empty() || error != std::errc() || end != number.data() + number.size() || !takeWord(line).empty())
        return std::nullopt;
    return port;
}

VsockHandshake::Step VsockHandshake::advance()
{
    for (;;) {
        const std::span room = std::span(m_line).subspan(m_length);
        const std::ptrdiff_t seen = m_stream->peek(std::as_writable_bytes(room));
        if (seen == -EAGAIN)
            return Step::Waiting;
        if (seen <= 0 || (m_length == 0 && static_cast<std::size_t>(seen) < kMinFirstBytes))
            return Step::Refused;

        const std::string_view fresh(room.data(), static_cast<std::size_t>(seen));
        const std::size_t newline = fresh.find('\n');
        const bool complete = newline != std::string_view::npos;
        const std::size_t wanted = complete ? newline + 1 : fresh.size();
        const iovec piece{room.data(), wanted};
        if (m_stream->read(std::span(&piece, 1)) != static_cast<std::ptrdiff_t>(wanted))
            return Step::Refused;
        m_length += wanted;
        if (complete)
            return parse();
        if (m_length == kMaxBytes)
            return Step::Refused;
    }
}

VsockHandshake::Step VsockHandshake::parse()
{
    const auto port = parseConnectLine({m_line.data(), m_length});
    if (!port)
        return Step::Refused;
    m_port = *port;
    return Step::Done;
}

} // namespace sparkler::virtio
