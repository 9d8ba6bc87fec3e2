// guest_streams - many streams at a time between a guest and its host, every byte checked in both directions.
//
// Usage:  guest_streams listen ADDRESS COUNT              waits for COUNT streams
//         guest_streams connect ADDRESS COUNT BYTES       opens them; BYTES go each way in each
//         (addresses: stream_address.h)
//
// Each side sends a sequence that depends on the stream and the direction, and compares what it receives with what it
// should be. When a listener has sent and received everything it says so with one more byte; the other side then
// closes, and the listener wants to see exactly that. Status 0 and one line when all was well; 60 seconds without any
// progress end it.

#include "byte_sequence.h"
#include "stream_address.h"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr int kPatienceMs = 60000;
constexpr std::size_t kChunk = 8192;
constexpr char kDone = 'K';

/// What a listener learns of a stream before anything else.
struct Opening {
    std::uint32_t stream;
    std::uint32_t bytes;
};

struct Stream {
    int fd;
    bool connecter;
    std::uint32_t number;
    std::uint32_t toSend, toReceive;
    ByteSequence sending, expected;
    bool doneSent = false;
    std::vector<char> pending{}; ///< produced, not yet taken by the socket
    std::size_t pendingAt = 0;

    Stream(int socket, bool isConnecter, const Opening &opening)
        : fd(socket), connecter(isConnecter), number(opening.stream), toSend(opening.bytes), toReceive(opening.bytes),
          sending(seed(opening.stream, isConnecter)), expected(seed(opening.stream, !isConnecter))
    {
    }
    static std::uint64_t seed(std::uint32_t stream, bool fromConnecter)
    {
        return std::uint64_t{stream} << 1 | (fromConnecter ? 1 : 0);
    }
    bool wantsToSend() const { return toSend > 0 || pendingAt < pending.size() || mayConfirm(); }
    bool mayConfirm() const { return !connecter && toSend == 0 && toReceive == 0 && !doneSent; }
};

[[noreturn]] void fail(const Stream &stream, const char *what)
{
    std::printf("STREAMS failed: stream %u: %s (%s), %u to send, %u to receive\n", stream.number, what,
                std::strerror(errno), stream.toSend, stream.toReceive);
    std::exit(2);
}

void send(Stream &stream)
{
    if (stream.pendingAt == stream.pending.size()) {
        stream.pending.clear();
        stream.pendingAt = 0;
        const std::uint32_t count = std::min<std::uint32_t>(stream.toSend, kChunk);
        for (std::uint32_t i = 0; i < count; ++i)
            stream.pending.push_back(stream.sending.next());
        stream.toSend -= count;
        if (count == 0) {
            stream.pending.push_back(kDone);
            stream.doneSent = true;
        }
    }
    const ssize_t done = ::send(stream.fd, stream.pending.data() + stream.pendingAt,
                                stream.pending.size() - stream.pendingAt, MSG_NOSIGNAL);
    if (done > 0)
        stream.pendingAt += static_cast<std::size_t>(done);
    else if (errno != EAGAIN)
        fail(stream, "write");
}

/// False when the stream has ended as it should.
bool receive(Stream &stream)
{
    char buffer[kChunk];
    const ssize_t got = ::read(stream.fd, buffer, sizeof buffer);
    if (got < 0 && errno == EAGAIN)
        return true;
    if (got < 0)
        fail(stream, "read");
    if (got == 0) {
        if (stream.connecter || stream.wantsToSend() || stream.toReceive > 0)
            fail(stream, "ended too early");
        return false;
    }
    for (ssize_t i = 0; i < got; ++i) {
        if (stream.toReceive == 0) {
            if (!stream.connecter || buffer[i] != kDone || i + 1 != got)
                fail(stream, "more bytes than announced");
            return false;
        }
        if (buffer[i] != stream.expected.next())
            fail(stream, "a wrong byte");
        --stream.toReceive;
    }
    return true;
}

void serve(std::vector<Stream> &streams)
{
    std::vector<pollfd> waiting;
    while (!streams.empty()) {
        waiting.clear();
        for (const Stream &stream : streams)
            waiting.push_back({stream.fd, static_cast<short>(POLLIN | (stream.wantsToSend() ? POLLOUT : 0)), 0});
        if (::poll(waiting.data(), waiting.size(), kPatienceMs) <= 0)
            fail(streams.front(), "stuck");
        for (std::size_t i = waiting.size(); i-- > 0;) {
            Stream &stream = streams[i];
            if ((waiting[i].revents & POLLOUT) != 0 && stream.wantsToSend())
                send(stream);
            if ((waiting[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive(stream)) {
                ::close(stream.fd);
                streams.erase(streams.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    const bool listener = argc == 4 && std::strcmp(argv[1], "listen") == 0;
    if (!listener && !(argc == 5 && std::strcmp(argv[1], "connect") == 0)) {
        std::fputs("usage: guest_streams listen ADDRESS COUNT | connect ADDRESS COUNT BYTES\n", stderr);
        return 1;
    }
    const auto count = static_cast<std::uint32_t>(std::strtoul(argv[3], nullptr, 10));
    std::vector<Stream> streams;
    std::uint64_t bytes = 0;
    const int acceptor = listener ? listenAt(argv[2]) : -1;
    if (listener) {
        std::puts("STREAMS listening");
        std::fflush(stdout);
    }
    for (std::uint32_t i = 0; i < count; ++i) {
        Opening opening{i, listener ? 0 : static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10))};
        const int fd = listener ? acceptFrom(acceptor) : connectTo(argv[2]);
        if (listener)
            readAll(fd, &opening, sizeof opening);
        else
            writeAll(fd, &opening, sizeof opening);
        if (::fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
            die("fcntl");
        streams.emplace_back(fd, !listener, opening);
        bytes += opening.bytes;
    }
    serve(streams);
    std::printf("STREAMS %u verified, %llu bytes each way\n", count, static_cast<unsigned long long>(bytes));
    return 0;
}
