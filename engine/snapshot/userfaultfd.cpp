#include "snapshot/userfaultfd.h"

#include "base/os_error.h"

#include <cerrno>

#include <fcntl.h>
#include <linux/userfaultfd.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler {
namespace {

Fd openPrivileged()
{
    // The device (Linux 6.1) hands the right out by file permissions; the call needs CAP_SYS_PTRACE or a sysctl.
    if (const auto device = Fd::open("/dev/userfaultfd", O_RDWR)) {
        Fd file(::ioctl(device->get(), USERFAULTFD_IOC_NEW, O_CLOEXEC | O_NONBLOCK));
        if (file)
            return file;
    }
    return Fd(static_cast<int>(::syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK)));
}

} // namespace

Result<Userfaultfd> Userfaultfd::open(Faults faults, std::uint64_t features)
{
    Fd file = faults == Faults::OfAll
                  ? openPrivileged()
                  : Fd(static_cast<int>(::syscall(SYS_userfaultfd, O_CLOEXEC | O_NONBLOCK | UFFD_USER_MODE_ONLY)));
    if (!file)
        return hostError(errno);
    uffdio_api api{};
    api.api = UFFD_API;
    api.features = features;
    if (::ioctl(file.get(), UFFDIO_API, &api) != 0) // EINVAL for a feature that the kernel does not have
        return hostError(errno);
    return Userfaultfd(std::move(file));
}

Result<> Userfaultfd::add(const GuestMemory::Region &region, Mode mode) const
{
    uffdio_register wish{};
    wish.range.start = reinterpret_cast<std::uintptr_t>(region.host);
    wish.range.len = region.bytes;
    wish.mode = mode == Mode::Missing ? UFFDIO_REGISTER_MODE_MISSING : UFFDIO_REGISTER_MODE_WP;
    if (::ioctl(m_file.get(), UFFDIO_REGISTER, &wish) != 0)
        return hostError(errno);
    return {};
}

} // namespace sparkler
