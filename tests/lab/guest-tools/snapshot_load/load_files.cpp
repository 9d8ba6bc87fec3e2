#include "../byte_sequence.h"
#include "loads.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace {

constexpr std::size_t kFiles = 8;
constexpr std::size_t kLargest = 128 << 10;
constexpr std::size_t kAlignment = 4096; ///< what O_DIRECT wants

/// What a file has to hold.
struct Content {
    std::uint64_t seed = 0;
    std::size_t size = 0; ///< 0: not yet written
};

class Directory {
public:
    Directory(Check &check, const std::string &path) : m_check(check), m_path(path)
    {
        // SAFETY: free() is what memory of aligned_alloc() is given back with.
        m_buffer.reset(static_cast<char *>(std::aligned_alloc(kAlignment, kLargest)));
    }

    /// Verifies what the file number `slot` holds and gives it something else.
    void round(std::size_t slot, std::uint64_t seed)
    {
        const std::string name = m_path + "/load-" + std::to_string(slot);
        Content &content = m_contents[slot];
        if (content.size != 0 && !verify(name, content, false))
            return;
        const bool direct = seed % 2 == 0;
        content = {seed, direct ? kAlignment * (1 + seed % (kLargest / kAlignment)) : 1 + seed * 7919 % kLargest};
        if (seed % 5 == 0 && ::unlink(name.c_str()) != 0 && errno != ENOENT)
            m_check.wrong("unlink %s: %s", name.c_str(), std::strerror(errno));
        if (write(name, content, direct) && verify(name, content, direct))
            m_check.did();
    }

private:
    struct Free {
        void operator()(void *memory) const { std::free(memory); }
    };

    bool failed(const char *what, const std::string &name)
    {
        m_check.wrong("%s %s: %s", what, name.c_str(), std::strerror(errno));
        return false;
    }

    bool write(const std::string &name, const Content &content, bool direct)
    {
        const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | (direct ? O_DIRECT : 0), 0644);
        if (fd < 0)
            return failed("open", name);
        ByteSequence bytes(content.seed);
        for (std::size_t i = 0; i < content.size; ++i)
            m_buffer[i] = bytes.next();
        bool good = true;
        for (std::size_t at = 0; good && at < content.size;) {
            const ssize_t done = ::write(fd, m_buffer.get() + at, content.size - at);
            good = done > 0 || failed("write", name);
            at += good ? static_cast<std::size_t>(done) : 0;
        }
        good = good && (::fsync(fd) == 0 || failed("fsync", name));
        // What is read next comes from the disk.
        ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
        ::close(fd);
        return good;
    }

    bool verify(const std::string &name, const Content &content, bool direct)
    {
        const int fd = ::open(name.c_str(), O_RDONLY | (direct ? O_DIRECT : 0));
        if (fd < 0)
            return failed("open", name);
        std::size_t size = 0;
        for (ssize_t got = 1; got > 0 && size < kLargest;) {
            got = ::read(fd, m_buffer.get() + size, kLargest - size);
            if (got < 0)
                failed("read", name);
            size += got > 0 ? static_cast<std::size_t>(got) : 0;
        }
        ::posix_fadvise(fd, 0, 0, POSIX_FADV_DONTNEED);
        ::close(fd);
        if (size != content.size) {
            m_check.wrong("%s holds %zu bytes instead of %zu", name.c_str(), size, content.size);
            return false;
        }
        ByteSequence bytes(content.seed);
        for (std::size_t i = 0; i < size; ++i) {
            if (m_buffer[i] != bytes.next()) {
                m_check.wrong("%s differs at byte %zu of %zu", name.c_str(), i, size);
                return false;
            }
        }
        return true;
    }

    Check &m_check;
    std::string m_path;
    std::unique_ptr<char[], Free> m_buffer;
    Content m_contents[kFiles];
};

} // namespace

void loadFiles(Check &check, const std::string &directory)
{
    if (::mkdir(directory.c_str(), 0755) != 0 && errno != EEXIST)
        check.wrong("mkdir %s: %s", directory.c_str(), std::strerror(errno));
    Directory files(check, directory);
    for (std::uint64_t round = 1; running(); ++round) {
        // 3 and kFiles have no common divisor: a file is replaced by one of the other kind now and then.
        files.round(round * 3 % kFiles, round + round / kFiles);
        rest(std::chrono::milliseconds(10));
    }
}
