#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <sys/types.h>

namespace sparkler::test {

/// A userfaultfd handler as a user would write one, in a process of its own: page n of the memory file holds the byte
/// 1 + n % 250, removed pages are zero from then on.
class PageHandlerProcess {
public:
    enum class Manner {
        KeepsSocket,
        ClosesSocket, ///< after the message; serves on
        HangsUp,      ///< accepts and ends at once
        FillsAndEnds, ///< brings every page without being asked
    };
    /// Listens when this returns. `messageTo`: a file that gets the message's text.
    PageHandlerProcess(const std::string &socketPath, const std::string &messageTo,
                       Manner manner = Manner::KeepsSocket);
    /// Kills it.
    ~PageHandlerProcess();
    PageHandlerProcess(const PageHandlerProcess &) = delete;
    PageHandlerProcess &operator=(const PageHandlerProcess &) = delete;
    void kill();

    static std::byte pattern(std::uint64_t page) { return static_cast<std::byte>(1 + page % 250); }

private:
    pid_t m_child = -1;
};

} // namespace sparkler::test
