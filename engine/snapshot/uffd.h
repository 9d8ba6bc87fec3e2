#pragma once

#include "base/fd.h"
#include "memory/guest_memory.h"
#include "snapshot/userfaultfd.h"

#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace sparkler {

/// Guest memory that another process fills page by page (snapshots.md 5.6, `backend_type` Uffd). Owns the userfaultfd,
/// the connection to the handler, and a thread that notices when the handler is gone.
///
/// Our copy of the userfaultfd stays open on purpose: if the last one were closed, missing pages would become zeroes
/// and the guest would go on with them. So without a handler whoever touches a missing page, discards one or writes a
/// snapshot waits for good, vCPUs and the main thread alike. Therefore whoever hears that memory is lost must end the
/// process by itself.
class UffdBackend {
public:
    /// What a handler leaves that is gone.
    enum class End {
        Complete, ///< it had brought every page; the memory is plain from now on, what is discarded is zero
        Lost,     ///< pages are missing, or whether some are is not known (no /proc)
    };

    /// `memory` is fresh (GuestMemory::map()), nobody touched it, and it outlives this object. A handler must listen at
    /// `socketPath` already: it gets one message, a JSON array of the regions with the userfaultfd attached, and the
    /// socket stays open. Waits at most five seconds for it to accept. Errors, Host, before which nothing is sent:
    /// `Failed to UFFD object: {}`, `Failed to register memory address range with the userfaultfd object: {}`,
    /// `Failed to connect to UDS Unix stream: {}`, `Failed to sends file descriptor: {}` (rest-api.md 4.21).
    static Result<UffdBackend> connect(GuestMemory &memory, const std::string &socketPath);

    /// Starts the thread; at most once. It calls onGone, once, when the handler has hung up and its process has ended
    /// (a handler may close the socket and serve on; where its process cannot be seen, hanging up alone counts). Called
    /// on that thread, which never touches guest memory. Error: Host.
    Result<> watch(std::function<void(End)> onGone);

    UffdBackend(UffdBackend &&) = default;
    UffdBackend &operator=(UffdBackend &&) = delete;
    /// Stops the thread. When the handler lets go too, missing pages are zeroes from then on: to be destroyed when the
    /// machine ends and its devices do nothing any more. Before its vCPUs are joined, or one that waits for a handler
    /// that dies meanwhile would wait for ever.
    ~UffdBackend();

private:
    UffdBackend(Userfaultfd uffd, Fd socket, std::vector<GuestMemory::Region> regions)
        : m_uffd(std::move(uffd)), m_socket(std::move(socket)), m_regions(std::move(regions))
    {
    }

    std::optional<Userfaultfd> m_uffd; ///< none: the thread has it
    Fd m_socket;
    std::vector<GuestMemory::Region> m_regions;
    Fd m_stop; ///< eventfd; empty: no thread
    std::thread m_thread;
};

/// The message of the handler protocol for a memory.
std::string uffdRegionsJson(const GuestMemory &memory);

} // namespace sparkler
