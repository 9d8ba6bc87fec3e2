#include "escape_victims.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <linux/keyctl.h>
#include <mqueue.h>
#include <netinet/in.h>
#include <sys/mman.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

namespace sparkler::test {
namespace fs = std::filesystem;
namespace {

Fd listenAt(const sockaddr *address, socklen_t length)
{
    Fd listener(::socket(address->sa_family, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::bind(listener.get(), address, length) != 0 || ::listen(listener.get(), 64) != 0)
        std::abort();
    return listener;
}

Fd listenUnixAt(const std::string &name, bool abstract)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path + (abstract ? 1 : 0), name.data(), name.size());
    // SAFETY: the socket API takes every address family through sockaddr.
    return listenAt(reinterpret_cast<const sockaddr *>(&address),
                    static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size() + 1));
}

} // namespace

EscapeVictims::EscapeVictims() : m_name("sparkler-escape-" + std::to_string(::getpid()))
{
    // Before anything is started: whoever comes later has this keyring as its session's.
    ::syscall(SYS_keyctl, KEYCTL_JOIN_SESSION_KEYRING, nullptr, 0, 0, 0);
    ::syscall(SYS_add_key, "user", m_name.c_str(), "secret", 6, KEY_SPEC_SESSION_KEYRING);
    makeFiles();
    makeSockets();
    makeTerminal();
    findHandle();
    m_sharedMemory = ::shmget(IPC_PRIVATE, 4096, 0666 | IPC_CREAT);
    const mode_t mask = ::umask(0);
    ::close(::mq_open(("/" + m_name).c_str(), O_CREAT | O_RDWR, 0666, nullptr));
    ::umask(mask);
    m_place.write("/dev/shm/" + m_name, "secret");

    // Its standard input is the secret, too.
    const int saved = ::dup(STDIN_FILENO);
    const Fd secret(::open((m_place.path() + "/secret").c_str(), O_RDONLY | O_CLOEXEC));
    ::dup2(secret.get(), STDIN_FILENO);
    m_victim = std::make_unique<Program>(Words{m_place.engine("escape_attempts"), "--hold"}, As::OrdinaryUser,
                                         Words{"SECRET=1"});
    ::dup2(saved, STDIN_FILENO);
    ::close(saved);
    if (!m_victim->says("ready") || !m_terminalOwner->says("ready"))
        std::abort();
}

EscapeVictims::~EscapeVictims()
{
    ::shmctl(m_sharedMemory, IPC_RMID, nullptr);
    ::mq_unlink(("/" + m_name).c_str());
    ::unlink(("/dev/shm/" + m_name).c_str());
}

void EscapeVictims::makeFiles()
{
    m_place.write(m_place.path() + "/secret", "secret");
    ::chmod((m_place.path() + "/secret").c_str(), 0600);
    m_place.makeDirectory(m_place.machine("files/fixed"));
    m_place.write(m_place.machine("files/fixed/disk"), "12345");
    // Left in the directory that may be written to, by an earlier engine or by a careless administrator.
    fs::create_symlink(m_place.path() + "/secret", m_place.machine("run/planted"));
    for (const char *name : {"run/program", "run/setuid"}) {
        fs::copy_file(m_place.engine("escape_attempts"), m_place.machine(name));
        m_place.giveToUser(m_place.machine(name));
    }
    if (::geteuid() == 0) {
        (void)!::chown(m_place.machine("run/setuid").c_str(), 0, 0);
        ::chmod(m_place.machine("run/setuid").c_str(), 04755);
        ::mknod(m_place.machine("run/zero").c_str(), S_IFCHR | 0600, ::makedev(1, 5));
        m_place.giveToUser(m_place.machine("run/zero"));
    }
}

void EscapeVictims::makeSockets()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    // SAFETY: as above.
    auto *any = reinterpret_cast<sockaddr *>(&address);
    m_tcp = listenAt(any, sizeof address);
    socklen_t length = sizeof address;
    ::getsockname(m_tcp.get(), any, &length);
    m_port = ntohs(address.sin_port);
    m_abstract = listenUnixAt(m_name, true);
    m_socket = listenUnixAt(m_place.path() + "/socket", false);
    m_place.giveToUser(m_place.path() + "/socket");
}

void EscapeVictims::makeTerminal()
{
    m_terminalMaster = Fd(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    char path[64]{};
    if (::grantpt(m_terminalMaster.get()) != 0 || ::unlockpt(m_terminalMaster.get()) != 0 ||
        ::ptsname_r(m_terminalMaster.get(), path, sizeof path) != 0)
        std::abort();
    m_terminalOwner = std::make_unique<Program>(Words{m_place.engine("escape_attempts"), "--hold", path}, As::TheTest);
    m_terminal = Fd(::open(path, O_RDWR | O_NOCTTY | O_CLOEXEC));
}

void EscapeVictims::findHandle()
{
    alignas(file_handle) unsigned char storage[sizeof(file_handle) + MAX_HANDLE_SZ]{};
    // SAFETY: the storage is aligned and large enough; file_handle is a plain struct with an open end.
    auto *handle = reinterpret_cast<file_handle *>(storage);
    handle->handle_bytes = MAX_HANDLE_SZ;
    int mount = 0;
    if (::name_to_handle_at(AT_FDCWD, (m_place.path() + "/secret").c_str(), handle, &mount, 0) != 0)
        return; // this file system has none: the attempt will say so
    m_handleType = handle->handle_type;
    for (std::size_t i = 0; i < handle->handle_bytes; ++i) {
        char digits[3];
        std::snprintf(digits, sizeof digits, "%02x", storage[sizeof(file_handle) + i]);
        m_handle += digits;
    }
}

Words EscapeVictims::shown() const
{
    return {"--show", m_place.machine("run") + ":rw", "--show", m_place.machine("files/fixed") + ":ro"};
}

Words EscapeVictims::targets(bool outside) const
{
    const std::string machine = outside ? m_place.machine() : "/machine";
    Words words{"secret=" + m_place.path() + "/secret",
                "socket=" + m_place.path() + "/socket",
                "rw=" + machine + "/run",
                "rodir=" + machine + "/files/fixed",
                "ro=" + machine + "/files/fixed/disk",
                "record=" + machine + "/machine.json",
                "engine=" + (outside ? m_place.engine("escape_attempts") : "/escape_attempts"),
                "victim=" + std::to_string(m_victim->pid()),
                "tcp=" + std::to_string(m_port),
                "abstract=" + m_name,
                "sharedmemory=" + std::to_string(m_sharedMemory),
                "sharedfile=" + m_name,
                "messages=/" + m_name,
                "key=" + m_name,
                "handle=" + m_handle,
                "handletype=" + std::to_string(m_handleType)};
    if (outside)
        words.emplace_back("outside");
    return words;
}

} // namespace sparkler::test
