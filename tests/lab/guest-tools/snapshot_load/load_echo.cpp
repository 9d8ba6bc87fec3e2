#include "../byte_sequence.h"
#include "../stream_address.h"
#include "loads.h"

#include <cerrno>
#include <fcntl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

constexpr std::size_t kUnderWay = 32 << 10; ///< bytes
constexpr std::size_t kPiece = 4096;
constexpr int kLookMs = 500;

/// One connection from its beginning to its end.
class Echo {
public:
    Echo(Check &check, int fd, std::uint64_t seed) : m_check(check), m_fd(fd), m_sending(seed), m_expected(seed) {}

    void run()
    {
        while (running()) {
            const bool maySend = m_at < m_filled || m_sent - m_received < kUnderWay;
            pollfd waiting{m_fd, static_cast<short>(POLLIN | (maySend ? POLLOUT : 0)), 0};
            if (::poll(&waiting, 1, kLookMs) < 0)
                return;
            if ((waiting.revents & (POLLIN | POLLHUP | POLLERR)) != 0 && !receive())
                return;
            if ((waiting.revents & POLLOUT) != 0 && maySend && !send())
                return;
        }
    }

private:
    bool send()
    {
        if (m_at == m_filled) {
            for (char &byte : m_buffer)
                byte = m_sending.next();
            m_at = 0;
            m_filled = sizeof m_buffer;
        }
        const ssize_t done = ::send(m_fd, m_buffer + m_at, m_filled - m_at, MSG_NOSIGNAL);
        if (done < 0)
            return errno == EAGAIN;
        m_at += static_cast<std::size_t>(done);
        m_sent += static_cast<std::uint64_t>(done);
        return true;
    }

    bool receive()
    {
        char buffer[kPiece];
        const ssize_t got = ::read(m_fd, buffer, sizeof buffer);
        if (got <= 0)
            return got < 0 && errno == EAGAIN;
        for (ssize_t i = 0; i < got; ++i, ++m_received) {
            if (buffer[i] != m_expected.next()) {
                m_check.wrong("a stream differs at byte %llu", static_cast<unsigned long long>(m_received));
                return false;
            }
            if ((m_received + 1) % kPiece == 0)
                m_check.did();
        }
        if (m_received > m_sent) {
            m_check.wrong("more came back than was sent: %llu bytes", static_cast<unsigned long long>(m_received));
            return false;
        }
        // A breath after each window, so that one stream leaves something to the others.
        if (m_received / kUnderWay != m_breath) {
            m_breath = m_received / kUnderWay;
            rest(std::chrono::milliseconds(5));
        }
        return true;
    }

    Check &m_check;
    int m_fd;
    ByteSequence m_sending, m_expected;
    char m_buffer[kPiece];
    std::size_t m_at = 0, m_filled = 0;
    std::uint64_t m_sent = 0, m_received = 0, m_breath = 0;
};

} // namespace

void loadEcho(Check &check, const std::string &address)
{
    for (std::uint64_t seed = 1; running(); ++seed) {
        const int fd = tryToConnectTo(address.c_str());
        if (fd < 0) {
            rest(std::chrono::milliseconds(200));
            continue;
        }
        if (seed > 1)
            check.beganAnew();
        if (::fcntl(fd, F_SETFL, O_NONBLOCK) != 0)
            check.wrong("O_NONBLOCK cannot be set");
        Echo(check, fd, seed).run();
        ::close(fd);
    }
}
