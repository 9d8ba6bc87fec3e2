#include "virtio/vhost_vsock/control.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"

#define VIRTIO_RING_NO_LEGACY // what it switches off in the kernel's header is not C++

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <linux/vhost.h>
#include <sys/ioctl.h>
#include <vector>

namespace sparkler::virtio {
namespace {

/// vhost_memory without its array of no size, which is not C++; the regions follow it.
struct MemoryTableHeader {
    std::uint32_t regions = 0;
    std::uint32_t padding = 0;
};

// The layouts are the kernel's. Every struct is zeroed first, and none is const: the kernel may write to it.
static_assert(sizeof(MemoryTableHeader) == sizeof(vhost_memory));
static_assert(sizeof(vhost_memory_region) == 32);
static_assert(sizeof(vhost_vring_state) == 8);
static_assert(sizeof(vhost_vring_file) == 8);
static_assert(sizeof(vhost_vring_addr) == 40);

class HostVhostFile final : public VhostFile {
public:
    explicit HostVhostFile(Fd fd) : m_fd(std::move(fd)) {}
    int control(unsigned long request, void *argument) override
    {
        return ::ioctl(m_fd.get(), request, argument) == 0 ? 0 : errno;
    }

private:
    Fd m_fd;
};

std::uint64_t asNumber(const void *pointer)
{
    return reinterpret_cast<std::uintptr_t>(pointer);
}

/// Where `bytes` bytes from `at` are in this process. The kernel takes one address for each area, so an area must not
/// cross from one range of RAM into the next. Error: GuestFault.
Result<std::uint64_t> hostAddress(const GuestMemory &memory, GuestAddress at, std::uint64_t bytes, Access access)
{
    std::vector<iovec> pieces;
    TRY(memory.appendSlices(at, bytes, pieces, access));
    if (pieces.size() != 1)
        return fail(ErrorKind::GuestFault, fmt::format("virtio queue at {:#x} is not in one piece", at.value()));
    return asNumber(pieces.front().iov_base);
}

} // namespace

Result<VhostControl> VhostControl::open(const std::string &path)
{
    auto file = Fd::open(path, O_RDWR | O_NONBLOCK);
    if (!file)
        return fail(file.error().kind,
                    fmt::format("The host's kernel offers no vsock to guests, {} cannot be opened: {} (Linux has it in "
                                "its module vhost_vsock; a vsock device with a `uds_path` does without)",
                                path, file.error().text),
                    file.error().hostErrno);
    VhostControl control(std::make_unique<HostVhostFile>(std::move(*file)));
    TRY(control.setOwner());
    return control;
}

Result<> VhostControl::ask(unsigned long request, void *argument, std::string_view name)
{
    if (const int error = m_file->control(request, argument); error != 0)
        return hostError(error, fmt::format("The host's kernel refused {}: ", name));
    return {};
}

Result<> VhostControl::setOwner()
{
    return ask(VHOST_SET_OWNER, nullptr, "VHOST_SET_OWNER");
}

Result<std::uint64_t> VhostControl::features()
{
    std::uint64_t features = 0;
    TRY(ask(VHOST_GET_FEATURES, &features, "VHOST_GET_FEATURES"));
    return features;
}

Result<> VhostControl::setFeatures(std::uint64_t features)
{
    return ask(VHOST_SET_FEATURES, &features, "VHOST_SET_FEATURES");
}

Result<> VhostControl::setMemory(const GuestMemory &memory)
{
    const MemoryTableHeader header{.regions = static_cast<std::uint32_t>(memory.regions().size())};
    // Words, for the alignment that the kernel's struct has.
    std::vector<std::uint64_t> table((sizeof header + header.regions * sizeof(vhost_memory_region)) /
                                     sizeof(std::uint64_t));
    auto *out = reinterpret_cast<std::byte *>(table.data());
    std::memcpy(out, &header, sizeof header);
    out += sizeof header;
    for (const GuestMemory::Region &region : memory.regions()) {
        vhost_memory_region entry{};
        entry.guest_phys_addr = region.start.value();
        entry.memory_size = region.bytes;
        entry.userspace_addr = asNumber(region.host);
        std::memcpy(out, &entry, sizeof entry);
        out += sizeof entry;
    }
    return ask(VHOST_SET_MEM_TABLE, table.data(), "VHOST_SET_MEM_TABLE");
}

Result<> VhostControl::setQueue(unsigned index, const QueueConfig &config, const GuestMemory &memory, int kick,
                                int call, int fault)
{
    const std::uint64_t size = config.size;
    vhost_vring_state number{.index = index, .num = config.size};
    TRY(ask(VHOST_SET_VRING_NUM, &number, "VHOST_SET_VRING_NUM"));
    vhost_vring_state base{.index = index, .num = 0};
    TRY(ask(VHOST_SET_VRING_BASE, &base, "VHOST_SET_VRING_BASE"));

    // The areas of virtio 1.2, 2.7, with the event indices at their ends.
    vhost_vring_addr areas{};
    areas.index = index;
    areas.desc_user_addr = TRY(hostAddress(memory, config.descriptors, sizeof(Descriptor) * size, Access::Read));
    areas.avail_user_addr = TRY(hostAddress(memory, config.available, 6 + 2 * size, Access::Read));
    areas.used_user_addr = TRY(hostAddress(memory, config.used, 6 + 8 * size, Access::Write));
    TRY(ask(VHOST_SET_VRING_ADDR, &areas, "VHOST_SET_VRING_ADDR"));

    vhost_vring_file file{.index = index, .fd = kick};
    TRY(ask(VHOST_SET_VRING_KICK, &file, "VHOST_SET_VRING_KICK"));
    file.fd = call;
    TRY(ask(VHOST_SET_VRING_CALL, &file, "VHOST_SET_VRING_CALL"));
    file.fd = fault;
    return ask(VHOST_SET_VRING_ERR, &file, "VHOST_SET_VRING_ERR");
}

Result<> VhostControl::setGuestCid(std::uint64_t cid)
{
    return ask(VHOST_VSOCK_SET_GUEST_CID, &cid, "VHOST_VSOCK_SET_GUEST_CID");
}

Result<> VhostControl::setRunning(bool running)
{
    int value = running ? 1 : 0;
    return ask(VHOST_VSOCK_SET_RUNNING, &value, "VHOST_VSOCK_SET_RUNNING");
}

} // namespace sparkler::virtio
