#pragma once

#include "emulator/frame.h"

#include <map>
#include <vector>

namespace sparkler::emulator {

/// Which end of the channel.
enum class Side { Host, Helper };

/// What received bytes mean to the owner of a Mux.
struct MuxEvent {
    enum class Kind {
        Opened,  ///< by the other side: stream, streamKind
        Changed, ///< bytes, credit, end or close of `stream` came
        Control, ///< control, payload
    };
    Kind kind = Kind::Changed;
    StreamId stream = 0;
    StreamKind streamKind = StreamKind::Api;
    ControlKind control = ControlKind::Start;
    std::string payload;
};

/// Many streams over one channel, each with a flow control of its own: a stream that nobody reads holds back neither
/// the others nor more than kWindow bytes of memory. No I/O, no clock: the owner moves the bytes. One thread.
///
/// Whoever sends has credit for kWindow bytes at first and gets more as the other side's owner consumes. The host's
/// streams have even ids, the helper's odd ones, each ascending; none is used twice.
class Mux {
public:
    static constexpr std::uint32_t kWindow = 128u << 10; ///< bytes of a stream on their way or not yet consumed
    static constexpr std::size_t kMaxStreams = 64;       ///< that each side has opened, at the same time
    /// Accepted from the other side: more, because those that it has closed count here until they are drained.
    static constexpr std::size_t kMaxAccepted = 2 * kMaxStreams;
    static constexpr std::size_t kOutputTarget = 64u
                                                 << 10; ///< bytes waiting to be sent, from which on writeRoom() is 0
    static constexpr std::size_t kOutputLimit = 1024u << 10; ///< bytes; beyond it the other side is taken for hostile

    /// The greeting is in output() at once.
    explicit Mux(Side side);

    // The channel.

    /// Bytes from the other side. Appends to `events`. Error: InvalidInput when the protocol was violated; the Mux is
    /// of no more use then. Events before the violation are there.
    Result<> receive(std::span<const std::byte> bytes, std::vector<MuxEvent> &events);
    /// What is to be sent next. Valid until the next call of anything else.
    std::span<const std::byte> output() const;
    /// `count` bytes of output() have been sent.
    void outputSent(std::size_t count);

    // Streams. Unknown ids are as those of a stream that is over: no room, nothing pending, closed.

    /// Nothing when there are kMaxStreams of ours.
    std::optional<StreamId> open(StreamKind kind);
    bool canOpen() const { return countOpenedBy(m_side) < kMaxStreams; }
    std::size_t streamCount() const { return m_streams.size(); }

    /// How many bytes write() takes now.
    std::size_t writeRoom(StreamId id) const;
    /// `bytes`: at most writeRoom().
    void write(StreamId id, std::string_view bytes);
    /// No more bytes will be written.
    void finish(StreamId id);
    /// Forgets the stream; the other side still gets all that was written.
    void close(StreamId id);

    /// Bytes that came and were not consumed. Valid until the next call of anything else.
    std::string_view pending(StreamId id) const;
    /// `count`: at most what is pending.
    void consume(StreamId id, std::size_t count);
    /// The other side sends no more than what is pending.
    bool endReceived(StreamId id) const;
    /// The other side neither sends more than what is pending nor wants anything. The stream stays until close().
    bool closeReceived(StreamId id) const;

    void sendControl(ControlKind kind, std::string_view payload = {});

private:
    struct Stream {
        StreamKind kind = StreamKind::Api;
        std::uint32_t sendCredit = kWindow;
        bool endSent = false;
        std::string received;
        std::size_t consumed = 0;              ///< of `received`, from its front
        std::uint32_t receiveCredit = kWindow; ///< what the other side may still send
        std::uint32_t ungranted = 0;           ///< consumed, and not yet told
        bool endReceived = false;
        bool closeReceived = false;
    };
    const Stream *find(StreamId id) const;
    Stream *find(StreamId id);
    bool isOwn(StreamId id) const { return id % 2 == (m_side == Side::Host ? 0u : 1u); }
    std::size_t countOpenedBy(Side side) const;
    bool mayOpen(StreamKind kind, Side side) const;
    void queue(FrameType type, std::uint8_t kind, StreamId id, std::string_view payload = {});

    Result<> handle(Frame frame, std::vector<MuxEvent> &events);
    Result<> handleOpen(const Frame &frame, std::vector<MuxEvent> &events);
    Result<> handleStream(const Frame &frame, std::vector<MuxEvent> &events);
    static Result<> handleData(Stream &stream, const Frame &frame);
    static Result<> handleCredit(Stream &stream, const Frame &frame);

    const Side m_side;
    FrameReader m_reader;
    bool m_greeted = false;
    std::map<StreamId, Stream> m_streams;
    StreamId m_nextOwn;
    StreamId m_lastOther = 0;
    std::string m_output;
    std::size_t m_outputSent = 0; ///< of m_output, from its front
};

} // namespace sparkler::emulator
