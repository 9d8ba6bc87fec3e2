#include "engine/snapshot/page_handler.h"

#include "base/unix_socket.h"
#include "support/temp_files.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <linux/userfaultfd.h>
#include <poll.h>
#include <set>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace sparkler::test {
namespace {

constexpr std::uint64_t kPage = 4096;

struct Region {
    std::uint64_t base = 0;
    std::uint64_t bytes = 0;
    std::uint64_t offset = 0;
};

struct Message {
    std::string text;
    int uffd = -1;
};

Message receive(int socket)
{
    Message message;
    std::array<char, 4096> buffer{};
    iovec payload{buffer.data(), buffer.size()};
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control{};
    msghdr header{};
    header.msg_iov = &payload;
    header.msg_iovlen = 1;
    header.msg_control = control.data();
    header.msg_controllen = control.size();
    const ssize_t got = ::recvmsg(socket, &header, 0);
    const cmsghdr *rights = CMSG_FIRSTHDR(&header);
    if (got <= 0 || !rights || rights->cmsg_type != SCM_RIGHTS)
        return message;
    std::memcpy(&message.uffd, CMSG_DATA(rights), sizeof message.uffd);
    message.text.assign(buffer.data(), static_cast<std::size_t>(got));
    return message;
}

class Server {
public:
    Server(int uffd, const std::string &json) : m_uffd(uffd)
    {
        const QJsonArray regions = QJsonDocument::fromJson(QByteArray::fromStdString(json)).array();
        for (const auto &value : regions) {
            const QJsonObject region = value.toObject();
            m_regions.push_back({static_cast<std::uint64_t>(region["base_host_virt_addr"].toInteger()),
                                 static_cast<std::uint64_t>(region["size"].toInteger()),
                                 static_cast<std::uint64_t>(region["offset"].toInteger())});
        }
    }

    /// For ever.
    void serve()
    {
        for (;;) {
            pollfd ready{m_uffd, POLLIN, 0};
            ::poll(&ready, 1, -1);
            // Removals first: until they are read, the kernel refuses to fill pages.
            uffd_msg event{};
            while (::read(m_uffd, &event, sizeof event) == static_cast<ssize_t>(sizeof event)) {
                if (event.event == UFFD_EVENT_PAGEFAULT)
                    m_wanted.insert(event.arg.pagefault.address / kPage * kPage);
                else if (event.event == UFFD_EVENT_REMOVE)
                    for (std::uint64_t at = event.arg.remove.start; at < event.arg.remove.end; at += kPage)
                        m_removed.insert(at);
            }
            while (!m_wanted.empty() && fill(*m_wanted.begin()))
                m_wanted.erase(m_wanted.begin());
        }
    }

    /// False: a page could not be brought.
    bool fillAll() const
    {
        return std::ranges::all_of(m_regions, [this](const Region &region) {
            for (std::uint64_t at = 0; at < region.bytes; at += kPage) {
                if (!fill(region.base + at))
                    return false;
            }
            return true;
        });
    }

private:
    bool fill(std::uint64_t address) const
    {
        std::array<std::byte, kPage> page{};
        for (const Region &region : m_regions) {
            if (address - region.base < region.bytes && !m_removed.contains(address))
                page.fill(PageHandlerProcess::pattern((region.offset + address - region.base) / kPage));
        }
        uffdio_copy copy{};
        copy.dst = address;
        copy.src = reinterpret_cast<std::uintptr_t>(page.data());
        copy.len = kPage;
        return ::ioctl(m_uffd, UFFDIO_COPY, &copy) == 0 || errno == EEXIST;
    }

    int m_uffd;
    std::vector<Region> m_regions;
    std::set<std::uint64_t> m_wanted;
    std::set<std::uint64_t> m_removed;
};

[[noreturn]] void run(int listener, const std::string &messageTo, PageHandlerProcess::Manner manner)
{
    pollfd ready{listener, POLLIN, 0};
    ::poll(&ready, 1, -1);
    const int socket = ::accept(listener, nullptr, nullptr);
    if (manner == PageHandlerProcess::Manner::HangsUp)
        ::_exit(0);
    const Message message = receive(socket);
    if (message.uffd < 0)
        ::_exit(1);
    writeFile(messageTo, message.text);
    if (manner == PageHandlerProcess::Manner::ClosesSocket)
        ::close(socket);
    Server server(message.uffd, message.text);
    if (manner == PageHandlerProcess::Manner::FillsAndEnds)
        ::_exit(server.fillAll() ? 0 : 1);
    server.serve();
    ::_exit(0);
}

} // namespace

PageHandlerProcess::PageHandlerProcess(const std::string &socketPath, const std::string &messageTo, Manner manner)
{
    std::array<int, 2> listens{};
    if (::pipe(listens.data()) != 0)
        std::abort();
    m_child = ::fork();
    if (m_child == 0) {
        const auto listener = listenUnix("handler", socketPath); // here, so that the peer's process is this one
        if (!listener)
            ::_exit(2);
        if (::write(listens[1], "l", 1) != 1)
            ::_exit(3);
        run(listener->get(), messageTo, manner);
    }
    ::close(listens[1]);
    char told = 0;
    if (::read(listens[0], &told, 1) != 1)
        std::abort(); // the child could not listen
    ::close(listens[0]);
}

PageHandlerProcess::~PageHandlerProcess()
{
    kill();
}

void PageHandlerProcess::kill()
{
    if (m_child < 0)
        return;
    ::kill(m_child, SIGKILL);
    ::waitpid(m_child, nullptr, 0);
    m_child = -1;
}

} // namespace sparkler::test
