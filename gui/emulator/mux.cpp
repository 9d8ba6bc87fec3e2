#include "emulator/mux.h"

#include "base/format.h"

#include <algorithm>
#include <cassert>

namespace sparkler::emulator {

Mux::Mux(Side side) : m_side(side), m_nextOwn(side == Side::Host ? 2 : 1)
{
    queue(FrameType::Hello, 0, 0, kHello);
}

void Mux::queue(FrameType type, std::uint8_t kind, StreamId id, std::string_view payload)
{
    appendFrame(m_output, type, kind, id, payload);
}

const Mux::Stream *Mux::find(StreamId id) const
{
    const auto found = m_streams.find(id);
    return found == m_streams.end() ? nullptr : &found->second;
}

Mux::Stream *Mux::find(StreamId id)
{
    const auto found = m_streams.find(id);
    return found == m_streams.end() ? nullptr : &found->second;
}

bool Mux::mayOpen(StreamKind kind, Side side) const
{
    const bool hosts = kind == StreamKind::Api || kind == StreamKind::Console;
    return hosts == (side == Side::Host);
}

// One side's streams must not keep the other from opening its own.
std::size_t Mux::countOpenedBy(Side side) const
{
    const bool own = side == m_side;
    return static_cast<std::size_t>(
        std::ranges::count_if(m_streams, [&](const auto &entry) { return isOwn(entry.first) == own; }));
}

// ---- the channel -------------------------------------------------------------------------------

std::span<const std::byte> Mux::output() const
{
    return std::as_bytes(std::span(m_output)).subspan(m_outputSent);
}

void Mux::outputSent(std::size_t count)
{
    assert(count <= m_output.size() - m_outputSent);
    m_outputSent += count;
    if (m_outputSent == m_output.size() || m_outputSent >= kOutputTarget) {
        m_output.erase(0, m_outputSent);
        m_outputSent = 0;
    }
}

Result<> Mux::receive(std::span<const std::byte> bytes, std::vector<MuxEvent> &events)
{
    for (;;) {
        auto frame = TRY(m_reader.next(bytes));
        if (!frame)
            return {};
        TRY(handle(std::move(*frame), events));
        // Answers pile up only behind a reader that asks and does not read.
        if (m_output.size() - m_outputSent > kOutputLimit)
            return fail(ErrorKind::InvalidInput, "the other side does not read");
    }
}

Result<> Mux::handle(Frame frame, std::vector<MuxEvent> &events)
{
    if (frame.type == FrameType::Hello) {
        if (m_greeted || frame.payload != kHello)
            return fail(ErrorKind::InvalidInput, "the other side is of another version");
        m_greeted = true;
        return {};
    }
    if (!m_greeted)
        return fail(ErrorKind::InvalidInput, "a frame before the greeting");
    if (frame.type == FrameType::Control) {
        const auto kind = static_cast<ControlKind>(frame.kind);
        const bool hosts = kind == ControlKind::Start || kind == ControlKind::Signal;
        if (hosts == (m_side == Side::Host))
            return fail(ErrorKind::InvalidInput, fmt::format("control frame {} from the wrong side", frame.kind));
        events.push_back({MuxEvent::Kind::Control, 0, {}, kind, std::move(frame.payload)});
        return {};
    }
    return frame.type == FrameType::Open ? handleOpen(frame, events) : handleStream(frame, events);
}

Result<> Mux::handleOpen(const Frame &frame, std::vector<MuxEvent> &events)
{
    const auto kind = static_cast<StreamKind>(frame.kind);
    const Side other = m_side == Side::Host ? Side::Helper : Side::Host;
    if (isOwn(frame.stream) || frame.stream <= m_lastOther || !mayOpen(kind, other))
        return fail(ErrorKind::InvalidInput,
                    fmt::format("stream {} of kind {} must not be opened", frame.stream, frame.kind));
    m_lastOther = frame.stream;
    if (countOpenedBy(other) >= kMaxAccepted) {
        // Possible without any fault, when nobody reads what came over streams that are closed by now.
        queue(FrameType::Close, 0, frame.stream);
        return {};
    }
    m_streams[frame.stream].kind = kind;
    events.push_back({MuxEvent::Kind::Opened, frame.stream, kind, {}, {}});
    return {};
}

Result<> Mux::handleStream(const Frame &frame, std::vector<MuxEvent> &events)
{
    Stream *const stream = find(frame.stream);
    if (!stream) {
        // What was on its way when we closed the stream is of no interest; what never was a stream is an error.
        const bool known = isOwn(frame.stream) ? frame.stream < m_nextOwn : frame.stream <= m_lastOther;
        if (known)
            return {};
        return fail(ErrorKind::InvalidInput, fmt::format("stream {} does not exist", frame.stream));
    }
    if (stream->closeReceived)
        return fail(ErrorKind::InvalidInput, fmt::format("a frame for stream {} after its close", frame.stream));
    if (frame.type == FrameType::Data)
        TRY(handleData(*stream, frame));
    else if (frame.type == FrameType::Credit)
        TRY(handleCredit(*stream, frame));
    else if (frame.type == FrameType::End && stream->endReceived)
        return fail(ErrorKind::InvalidInput, fmt::format("stream {} ended twice", frame.stream));
    if (frame.type == FrameType::End || frame.type == FrameType::Close)
        stream->endReceived = true;
    if (frame.type == FrameType::Close)
        stream->closeReceived = true;
    events.push_back({MuxEvent::Kind::Changed, frame.stream, stream->kind, {}, {}});
    return {};
}

Result<> Mux::handleData(Stream &stream, const Frame &frame)
{
    if (stream.endReceived)
        return fail(ErrorKind::InvalidInput, fmt::format("bytes for stream {} after its end", frame.stream));
    if (frame.payload.size() > stream.receiveCredit)
        return fail(ErrorKind::InvalidInput, fmt::format("more bytes for stream {} than were granted", frame.stream));
    stream.receiveCredit -= static_cast<std::uint32_t>(frame.payload.size());
    stream.received += frame.payload;
    return {};
}

Result<> Mux::handleCredit(Stream &stream, const Frame &frame)
{
    const std::uint32_t granted = payloadU32(frame.payload).value_or(0);
    if (granted == 0 || granted > kWindow - stream.sendCredit)
        return fail(ErrorKind::InvalidInput,
                    fmt::format("impossible credit of {} for stream {}", granted, frame.stream));
    stream.sendCredit += granted;
    return {};
}

// ---- streams -----------------------------------------------------------------------------------

std::optional<StreamId> Mux::open(StreamKind kind)
{
    assert(mayOpen(kind, m_side));
    if (!canOpen())
        return std::nullopt;
    const StreamId id = m_nextOwn;
    m_nextOwn += 2;
    m_streams[id].kind = kind;
    queue(FrameType::Open, static_cast<std::uint8_t>(kind), id);
    return id;
}

std::size_t Mux::writeRoom(StreamId id) const
{
    const Stream *const stream = find(id);
    const std::size_t waiting = m_output.size() - m_outputSent;
    if (!stream || stream->endSent || stream->closeReceived || waiting >= kOutputTarget)
        return 0;
    return std::min<std::size_t>(stream->sendCredit, kOutputTarget - waiting);
}

void Mux::write(StreamId id, std::string_view bytes)
{
    assert(bytes.size() <= writeRoom(id));
    if (bytes.empty())
        return;
    find(id)->sendCredit -= static_cast<std::uint32_t>(bytes.size());
    static_assert(kOutputTarget <= kMaxPayload);
    queue(FrameType::Data, 0, id, bytes);
}

void Mux::finish(StreamId id)
{
    Stream *const stream = find(id);
    if (!stream || stream->endSent)
        return;
    stream->endSent = true;
    if (!stream->closeReceived)
        queue(FrameType::End, 0, id);
}

void Mux::close(StreamId id)
{
    const auto found = m_streams.find(id);
    if (found == m_streams.end())
        return;
    if (!found->second.closeReceived)
        queue(FrameType::Close, 0, id);
    m_streams.erase(found);
}

std::string_view Mux::pending(StreamId id) const
{
    const Stream *const stream = find(id);
    return stream ? std::string_view(stream->received).substr(stream->consumed) : std::string_view();
}

void Mux::consume(StreamId id, std::size_t count)
{
    Stream *const stream = find(id);
    if (!stream || count == 0)
        return;
    assert(count <= stream->received.size() - stream->consumed);
    stream->consumed += count;
    if (stream->consumed == stream->received.size() || stream->consumed >= kWindow / 4) {
        stream->received.erase(0, stream->consumed);
        stream->consumed = 0;
    }
    stream->ungranted += static_cast<std::uint32_t>(count);
    if (stream->ungranted < kWindow / 2 || stream->endReceived)
        return;
    queue(FrameType::Credit, 0, id, u32Payload(stream->ungranted));
    stream->receiveCredit += stream->ungranted;
    stream->ungranted = 0;
}

bool Mux::endReceived(StreamId id) const
{
    const Stream *const stream = find(id);
    return !stream || stream->endReceived;
}

bool Mux::closeReceived(StreamId id) const
{
    const Stream *const stream = find(id);
    return !stream || stream->closeReceived;
}

void Mux::sendControl(ControlKind kind, std::string_view payload)
{
    assert(payload.size() <= kMaxPayload);
    queue(FrameType::Control, static_cast<std::uint8_t>(kind), 0, payload);
}

} // namespace sparkler::emulator
