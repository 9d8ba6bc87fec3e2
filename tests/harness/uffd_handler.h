#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace harness {

/// A page server for an engine that restores with `"backend_type": "Uffd"`: it learns the guest's memory and the
/// userfaultfd over a socket and answers each missing page out of a memory file, one page at a time. Ranges that the
/// engine took away (balloon) are zeros from then on. Without Qt: it is a program of its own
/// (sparkler-test-uffd-handler), which tests may kill.
class UffdHandler {
public:
    struct Options {
        std::uint64_t dieAfter = 0; ///< end without a word before the page of that number is served; 0: never
        bool refuse = false;        ///< close the connection without reading from it
    };

    UffdHandler(std::string memoryPath, Options options) : m_memoryPath(std::move(memoryPath)), m_options(options) {}
    ~UffdHandler();
    UffdHandler(const UffdHandler &) = delete;
    UffdHandler &operator=(const UffdHandler &) = delete;

    /// From here on an engine can connect. Each of these: false after a message on stderr.
    bool listen(const std::string &socketPath);
    /// Serves the first engine that connects until that process ends.
    bool serve();

    std::uint64_t served() const { return m_served; }
    std::uint64_t zeroed() const { return m_zeroed; }
    std::uint64_t removed() const { return m_removed; }

private:
    /// A region of the guest's memory in the engine's address space, as it told.
    struct Mapping {
        std::uint64_t begin, size, offset, pageSize;
        std::vector<bool> isRemoved; ///< by page
    };

    bool acceptEngine();
    bool parseMappings(const std::string &text);
    bool mapFile();
    /// Reads all events there are.
    bool takeEvents();
    void remove(std::uint64_t begin, std::uint64_t end);
    /// False: not now, since the engine's memory is just changing; that event comes first.
    bool answer(std::uint64_t address);
    Mapping *find(std::uint64_t address);

    std::string m_memoryPath;
    Options m_options;
    int m_listener = -1, m_connection = -1, m_uffd = -1, m_engine = -1;
    std::vector<Mapping> m_mappings;
    void *m_file = nullptr;
    std::size_t m_fileSize = 0;
    std::vector<std::uint64_t> m_faults; ///< not yet answered
    std::uint64_t m_served = 0, m_zeroed = 0, m_removed = 0;
};

} // namespace harness
