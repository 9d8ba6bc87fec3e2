#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sparkler::emulator {

/// What goes over the channel between host and helper machine. README.md has the layout.
enum class FrameType : std::uint8_t {
    Hello = 1,   ///< first in each direction; payload: kHello
    Open = 2,    ///< a new stream; kind: StreamKind
    Data = 3,    ///< bytes of a stream, at least one
    Credit = 4,  ///< the receiver takes so many more bytes; payload: u32
    End = 5,     ///< the sender has no more bytes for this stream (half-close)
    Close = 6,   ///< the sender has gone: nothing more to send and nothing more wanted
    Control = 7, ///< stream 0; kind: ControlKind
};

enum class StreamKind : std::uint8_t {
    Api = 1,     ///< opened by the host
    Console = 2, ///< opened by the host
    Output = 3,  ///< the engine's standard output; opened by the helper machine
    Error = 4,   ///< the engine's standard error; likewise
};

enum class ControlKind : std::uint8_t {
    Start = 1,   ///< host: run the engine; payload: StartOrder
    Started = 2, ///< helper: it runs; no payload
    Signal = 3,  ///< host: signal the engine; payload: u32
    Exit = 4,    ///< helper, its last frame: the engine's exit status; payload: u32
    Failed = 5,  ///< helper, its last frame: there will be no engine; payload: the reason
};

using StreamId = std::uint32_t;

inline constexpr std::size_t kFrameHeaderBytes = 12;
inline constexpr std::size_t kMaxPayload = 64u << 10; ///< bytes
inline constexpr std::string_view kHello = "sparkler-emulator 1";

struct Frame {
    FrameType type = FrameType::Hello;
    std::uint8_t kind = 0; ///< StreamKind, ControlKind or 0, by type
    StreamId stream = 0;
    std::string payload;
};

/// Appends a frame to `out`. `payload` holds at most kMaxPayload bytes.
void appendFrame(std::string &out, FrameType type, std::uint8_t kind, StreamId stream, std::string_view payload = {});

/// Numbers on the channel are little-endian.
std::string u32Payload(std::uint32_t value);
/// Nothing when `payload` is not four bytes long.
std::optional<std::uint32_t> payloadU32(std::string_view payload);

/// Cuts a sequence of bytes into frames, however it arrives. Holds at most one frame's worth.
class FrameReader {
public:
    /// Takes bytes from the front of `bytes`. Nothing: all are taken and the next frame is not complete.
    /// Error: InvalidInput for bytes that cannot be a frame; nothing may be read after that.
    Result<std::optional<Frame>> next(std::span<const std::byte> &bytes);

private:
    std::string m_buffer;
};

} // namespace sparkler::emulator
