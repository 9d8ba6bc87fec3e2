#include "harness/uffd_handler.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <unistd.h>

namespace harness {

namespace {

bool failed(const char *what)
{
    std::fprintf(stderr, "uffd handler: %s: %s\n", what, std::strerror(errno));
    return false;
}

/// The number behind "key": in a JSON object without nested ones; nothing but numbers is ever asked for.
bool number(const std::string &object, const char *key, std::uint64_t &value)
{
    const std::string quoted = std::string("\"") + key + "\"";
    const std::size_t at = object.find(quoted);
    const std::size_t colon = at == std::string::npos ? at : object.find(':', at + quoted.size());
    if (colon == std::string::npos)
        return false;
    char *end = nullptr;
    value = std::strtoull(object.c_str() + colon + 1, &end, 10);
    return end != object.c_str() + colon + 1;
}

} // namespace

UffdHandler::~UffdHandler()
{
    for (const int fd : {m_listener, m_connection, m_uffd, m_engine}) {
        if (fd >= 0)
            ::close(fd);
    }
    if (m_file)
        ::munmap(m_file, m_fileSize);
}

bool UffdHandler::listen(const std::string &socketPath)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (socketPath.size() >= sizeof address.sun_path)
        return false;
    std::memcpy(address.sun_path, socketPath.c_str(), socketPath.size());
    ::unlink(socketPath.c_str());
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    // SAFETY: the socket API takes every address family through sockaddr.
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
        ::listen(m_listener, 1) != 0)
        return failed(socketPath.c_str());
    return mapFile();
}

bool UffdHandler::mapFile()
{
    const int fd = ::open(m_memoryPath.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (fd < 0 || ::fstat(fd, &status) != 0)
        return failed(m_memoryPath.c_str());
    m_fileSize = static_cast<std::size_t>(status.st_size);
    void *file = ::mmap(nullptr, m_fileSize, PROT_READ, MAP_PRIVATE, fd, 0);
    ::close(fd);
    if (file == MAP_FAILED)
        return failed("mmap");
    m_file = file;
    return true;
}

bool UffdHandler::acceptEngine()
{
    m_connection = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (m_connection < 0)
        return failed("accept");
    if (m_options.refuse)
        return false;
    char text[65536];
    alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))];
    iovec piece{text, sizeof text};
    msghdr message{};
    message.msg_iov = &piece;
    message.msg_iovlen = 1;
    message.msg_control = control;
    message.msg_controllen = sizeof control;
    const ssize_t got = ::recvmsg(m_connection, &message, MSG_CMSG_CLOEXEC);
    const cmsghdr *header = got > 0 ? CMSG_FIRSTHDR(&message) : nullptr;
    if (!header || header->cmsg_type != SCM_RIGHTS)
        return failed("no userfaultfd came");
    std::memcpy(&m_uffd, CMSG_DATA(header), sizeof m_uffd);
    ucred peer{};
    socklen_t size = sizeof peer;
    if (::getsockopt(m_connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) != 0)
        return failed("SO_PEERCRED");
    m_engine = static_cast<int>(::syscall(SYS_pidfd_open, peer.pid, 0));
    if (m_engine < 0)
        return failed("pidfd_open");
    return parseMappings(std::string(text, static_cast<std::size_t>(got)));
}

bool UffdHandler::parseMappings(const std::string &text)
{
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
        const std::string object = text.substr(open, text.find('}', open) - open);
        Mapping mapping{};
        if (!number(object, "base_host_virt_addr", mapping.begin) || !number(object, "size", mapping.size) ||
            !number(object, "offset", mapping.offset) || !number(object, "page_size", mapping.pageSize) ||
            mapping.pageSize < 4096 || mapping.offset + mapping.size > m_fileSize) {
            std::fprintf(stderr, "uffd handler: cannot serve %s\n", text.c_str());
            return false;
        }
        mapping.isRemoved.resize(mapping.size / mapping.pageSize);
        m_mappings.push_back(std::move(mapping));
    }
    return !m_mappings.empty();
}

UffdHandler::Mapping *UffdHandler::find(std::uint64_t address)
{
    const auto found = std::ranges::find_if(m_mappings, [&](const Mapping &mapping) {
        return address >= mapping.begin && address - mapping.begin < mapping.size;
    });
    return found == m_mappings.end() ? nullptr : &*found;
}

void UffdHandler::remove(std::uint64_t begin, std::uint64_t end)
{
    ++m_removed;
    for (std::uint64_t address = begin; address < end;) {
        Mapping *mapping = find(address);
        if (!mapping)
            return;
        mapping->isRemoved[(address - mapping->begin) / mapping->pageSize] = true;
        address += mapping->pageSize;
    }
}

bool UffdHandler::takeEvents()
{
    for (;;) {
        uffd_msg event{};
        const ssize_t got = ::read(m_uffd, &event, sizeof event);
        if (got < 0 && errno == EAGAIN)
            return true;
        if (got != sizeof event)
            return failed("read");
        if (event.event == UFFD_EVENT_PAGEFAULT)
            m_faults.push_back(event.arg.pagefault.address);
        else if (event.event == UFFD_EVENT_REMOVE)
            remove(event.arg.remove.start, event.arg.remove.end);
    }
}

bool UffdHandler::answer(std::uint64_t address)
{
    const Mapping *mapping = find(address);
    if (!mapping)
        return true;
    const std::uint64_t page = (address - mapping->begin) / mapping->pageSize;
    const std::uint64_t at = mapping->begin + page * mapping->pageSize;
    if (mapping->isRemoved[page]) {
        uffdio_zeropage zero{};
        zero.range = {at, mapping->pageSize};
        if (::ioctl(m_uffd, UFFDIO_ZEROPAGE, &zero) == 0) {
            ++m_zeroed;
            return true;
        }
    } else {
        if (m_options.dieAfter != 0 && m_served + 1 >= m_options.dieAfter)
            ::_exit(3);
        uffdio_copy copy{};
        copy.dst = at;
        copy.src = reinterpret_cast<std::uint64_t>(m_file) + mapping->offset + page * mapping->pageSize;
        copy.len = mapping->pageSize;
        if (::ioctl(m_uffd, UFFDIO_COPY, &copy) == 0) {
            ++m_served;
            return true;
        }
    }
    // EEXIST: another fault on the same page was answered before. ESRCH: the engine has just ended.
    return errno != EAGAIN;
}

bool UffdHandler::serve()
{
    if (!acceptEngine())
        return false;
    for (;;) {
        pollfd waiting[] = {{m_uffd, POLLIN, 0}, {m_engine, POLLIN, 0}};
        if (::poll(waiting, 2, m_faults.empty() ? -1 : 1) < 0)
            return failed("poll");
        if (waiting[1].revents != 0)
            return true;
        if (!takeEvents())
            return false;
        std::erase_if(m_faults, [&](std::uint64_t address) { return answer(address); });
    }
}

} // namespace harness
