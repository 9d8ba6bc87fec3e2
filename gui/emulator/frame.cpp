#include "emulator/frame.h"

#include "base/format.h"

#include <algorithm>

namespace sparkler::emulator {
namespace {

void appendU32(std::string &out, std::uint32_t value)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<char>(value >> shift & 0xffu));
}

std::uint32_t u32At(std::string_view bytes, std::size_t at)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

struct Header {
    FrameType type;
    std::uint8_t kind;
    StreamId stream;
    std::uint32_t length;
};

/// Which kinds and lengths a type allows; what a frame means in its place is the Mux's business.
bool plausible(const Header &header)
{
    const bool ofStream = header.stream != 0 && header.kind == 0;
    switch (header.type) {
    case FrameType::Hello:
        return header.stream == 0 && header.kind == 0 && header.length == kHello.size();
    case FrameType::Open:
        return header.stream != 0 && header.kind >= 1 && header.kind <= 4 && header.length == 0;
    case FrameType::Data:
        return ofStream && header.length > 0;
    case FrameType::Credit:
        return ofStream && header.length == 4;
    case FrameType::End:
    case FrameType::Close:
        return ofStream && header.length == 0;
    case FrameType::Control:
        return header.stream == 0 && header.kind >= 1 && header.kind <= 5;
    }
    return false;
}

} // namespace

void appendFrame(std::string &out, FrameType type, std::uint8_t kind, StreamId stream, std::string_view payload)
{
    out.push_back(static_cast<char>(type));
    out.push_back(static_cast<char>(kind));
    out.append(2, '\0');
    appendU32(out, stream);
    appendU32(out, static_cast<std::uint32_t>(payload.size()));
    out.append(payload);
}

std::string u32Payload(std::uint32_t value)
{
    std::string payload;
    appendU32(payload, value);
    return payload;
}

std::optional<std::uint32_t> payloadU32(std::string_view payload)
{
    if (payload.size() != 4)
        return std::nullopt;
    return u32At(payload, 0);
}

Result<std::optional<Frame>> FrameReader::next(std::span<const std::byte> &bytes)
{
    const auto fill = [&](std::size_t wanted) {
        const std::size_t count = std::min(bytes.size(), wanted - m_buffer.size());
        m_buffer.append(reinterpret_cast<const char *>(bytes.data()), count);
        bytes = bytes.subspan(count);
        return m_buffer.size() == wanted;
    };
    if (m_buffer.size() < kFrameHeaderBytes && !fill(kFrameHeaderBytes))
        return std::optional<Frame>{};
    const auto byteAt = [&](std::size_t at) { return static_cast<std::uint8_t>(m_buffer[at]); };
    const Header header{static_cast<FrameType>(byteAt(0)), byteAt(1), u32At(m_buffer, 4), u32At(m_buffer, 8)};
    if (byteAt(2) != 0 || byteAt(3) != 0 || header.length > kMaxPayload || !plausible(header)) {
        return fail(ErrorKind::InvalidInput,
                    fmt::format("bytes that are no frame: type {}, kind {}, stream {}, length {}", byteAt(0),
                                header.kind, header.stream, header.length));
    }
    if (!fill(kFrameHeaderBytes + header.length))
        return std::optional<Frame>{};
    Frame frame{header.type, header.kind, header.stream, m_buffer.substr(kFrameHeaderBytes)};
    m_buffer.clear();
    return std::optional<Frame>(std::move(frame));
}

} // namespace sparkler::emulator
