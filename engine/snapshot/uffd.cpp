#include "snapshot/uffd.h"

#include "base/format.h"
#include "base/named_thread.h"
#include "base/os_error.h"
#include "snapshot/pagemap.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include <linux/userfaultfd.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace sparkler {
namespace {

constexpr timeval kPatience{5, 0};

std::unexpected<Error> because(std::string_view what, const Error &reason)
{
    return fail(ErrorKind::Host, fmt::format("{}: {}", what, reason.text), reason.hostErrno);
}

Result<Fd> connectTo(const std::string &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= sizeof address.sun_path)
        return fail(ErrorKind::InvalidInput, "path must be shorter than SUN_LEN", EINVAL);
    if (path.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidInput, "paths must not contain interior null bytes", EINVAL);
    path.copy(address.sun_path, path.size());
    Fd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (!socket)
        return hostError(errno);
    // Also bounds how long connect(2) waits for a listener that does not accept.
    ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &kPatience, sizeof kPatience);
    // SAFETY: connect() takes every address family through sockaddr; `address` is a complete sockaddr_un.
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return hostError(errno);
    return socket;
}

Result<> sendWithDescriptor(const Fd &socket, std::string_view text, int descriptor)
{
    iovec payload{const_cast<char *>(text.data()), text.size()}; // sendmsg(2) only reads it
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof descriptor)> control{};
    msghdr message{};
    message.msg_iov = &payload;
    message.msg_iovlen = 1;
    message.msg_control = control.data();
    message.msg_controllen = control.size();
    cmsghdr *header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof descriptor);
    std::memcpy(CMSG_DATA(header), &descriptor, sizeof descriptor);
    ssize_t sent = 0;
    do {
        sent = ::sendmsg(socket.get(), &message, MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent < 0)
        return hostError(errno);
    if (static_cast<std::size_t>(sent) != text.size())
        return hostError(EIO);
    return {};
}

/// A pidfd of the process that listened at the other end; empty where it cannot be seen (another pid namespace).
Fd processOfPeer(const Fd &socket)
{
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(socket.get(), SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0 || peer.pid <= 0)
        return Fd();
    return Fd(static_cast<int>(::syscall(SYS_pidfd_open, peer.pid, 0)));
}

/// Waits for `events` (or a hang-up) on `watched`; false when `stop` came first.
bool waitFor(int watched, short events, int stop)
{
    std::array<pollfd, 2> both{pollfd{watched, events, 0}, pollfd{stop, POLLIN, 0}};
    while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
    }
    return both[1].revents == 0;
}

/// Whether every page is there. False also when the kernel does not tell.
bool isComplete(const std::vector<GuestMemory::Region> &regions)
{
    constexpr std::uint64_t kPage = 4096;
    const auto pagemap = Pagemap::open();
    if (!pagemap)
        return false;
    std::array<std::uint64_t, 4096> entries{};
    for (const GuestMemory::Region &region : regions) {
        for (std::uint64_t page = 0; page < region.bytes / kPage; page += entries.size()) {
            const auto some = std::span(entries).first(std::min(entries.size(), region.bytes / kPage - page));
            if (!pagemap->read(region.host + page * kPage, some) || !std::ranges::all_of(some, Pagemap::isPopulated))
                return false;
        }
    }
    return true;
}

} // namespace

std::string uffdRegionsJson(const GuestMemory &memory)
{
    std::string json;
    for (const GuestMemory::Region &region : memory.regions()) {
        json += fmt::format(R"({}{{"base_host_virt_addr":{},"size":{},"offset":{},"page_size":{},"page_size_kib":{}}})",
                            json.empty() ? '[' : ',', reinterpret_cast<std::uintptr_t>(region.host), region.bytes,
                            region.fileOffset, memory.pageBytes(), memory.pageBytes());
    }
    return json + ']';
}

Result<UffdBackend> UffdBackend::connect(GuestMemory &memory, const std::string &socketPath)
{
    auto uffd = Userfaultfd::open(Userfaultfd::Faults::OfAll, UFFD_FEATURE_EVENT_REMOVE);
    if (!uffd)
        return because("Failed to UFFD object", uffd.error());
    for (const GuestMemory::Region &region : memory.regions()) {
        if (const auto added = uffd->add(region, Userfaultfd::Mode::Missing); !added)
            return because("Failed to register memory address range with the userfaultfd object", added.error());
    }
    auto socket = connectTo(socketPath);
    if (!socket)
        return because("Failed to connect to UDS Unix stream", socket.error());
    if (const auto sent = sendWithDescriptor(*socket, uffdRegionsJson(memory), uffd->descriptor().get()); !sent)
        return because("Failed to sends file descriptor", sent.error());
    memory.markServedByHandler();
    const auto regions = memory.regions();
    return UffdBackend(std::move(*uffd), std::move(*socket), {regions.begin(), regions.end()});
}

Result<> UffdBackend::watch(std::function<void(End)> onGone)
{
    m_stop = TRY(Fd::eventFd());
    auto wait = [uffd = std::exchange(m_uffd, std::nullopt), socket = m_socket.get(), stop = m_stop.get(),
                 process = processOfPeer(m_socket), regions = std::move(m_regions),
                 gone = std::move(onGone)]() mutable {
        if (!waitFor(socket, 0, stop) || (process && !waitFor(process.get(), POLLIN, stop)))
            return;
        const bool complete = isComplete(regions);
        if (complete)
            uffd.reset(); // the last one: whoever waits for the handler goes on
        gone(complete ? End::Complete : End::Lost);
    };
    try {
        m_thread = startNamedThread("fc_uffd", std::move(wait));
    } catch (const std::system_error &error) {
        m_stop.reset();
        return hostError(error.code().value());
    }
    return {};
}

UffdBackend::~UffdBackend()
{
    if (!m_thread.joinable())
        return;
    signalEventFd(m_stop.get());
    m_thread.join();
}

} // namespace sparkler
