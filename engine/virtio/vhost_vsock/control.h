#pragma once

#include "base/result.h"
#include "memory/guest_memory.h"
#include "virtio/queue.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sparkler::virtio {

/// The kernel's half of a vhost device: a file that takes the requests of linux/vhost.h. The seam for tests.
class VhostFile {
public:
    virtual ~VhostFile() = default;
    /// As ioctl(2); 0, or the errno. `argument`: as the request has it, and it may be written to.
    virtual int control(unsigned long request, void *argument) = 0;
};

/// What is asked of a vhost-vsock device, as typed calls. Each error: Host, with the request's name and the reason.
class VhostControl {
public:
    /// Opens `path` and makes this process its owner. Errors: Host or NotFound, with `path` and what it needs.
    static Result<VhostControl> open(const std::string &path);
    explicit VhostControl(std::unique_ptr<VhostFile> file) : m_file(std::move(file)) {}

    /// Whoever serves the guest's rings does so in the address space of the process that called this.
    Result<> setOwner();
    Result<std::uint64_t> features();
    Result<> setFeatures(std::uint64_t features);
    /// All of the guest's RAM; it must stay mapped until the device is stopped.
    Result<> setMemory(const GuestMemory &memory);
    /// Queue `index` from its start; `config` is a checked one. The descriptors are eventfds, borrowed: the guest has
    /// notified the queue, its driver wants an interrupt, the rings are impossible. Error: GuestFault as well.
    Result<> setQueue(unsigned index, const QueueConfig &config, const GuestMemory &memory, int kick, int call,
                      int fault);
    /// Error: Host with EADDRINUSE while another process of the host has that CID.
    Result<> setGuestCid(std::uint64_t cid);
    Result<> setRunning(bool running);

private:
    Result<> ask(unsigned long request, void *argument, std::string_view name);

    std::unique_ptr<VhostFile> m_file;
};

} // namespace sparkler::virtio
