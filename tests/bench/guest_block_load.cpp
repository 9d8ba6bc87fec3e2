// guest_block_load DEVICE READS MIB - loads a disk from inside a guest, past its page cache (O_DIRECT), one request at
// a time, and prints one line: random 4 KiB reads and writes per second, then 1 MiB sequential reads and writes in
// MiB/s. Overwrites DEVICE. Static, so that it runs in any guest.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <random>
#include <unistd.h>

namespace {

constexpr std::size_t kSmall = 4096;
constexpr std::size_t kLarge = 1 << 20;

struct Load {
    int fd;
    char *buffer;
    std::uint64_t deviceBytes;
};

[[noreturn]] void die(const char *what)
{
    std::perror(what);
    std::exit(1);
}

/// `count` transfers of `bytes`; transfers per second.
double run(const Load &load, bool write, bool random, std::size_t bytes, std::uint64_t count)
{
    std::minstd_rand generator(7);
    const std::uint64_t places = load.deviceBytes / bytes;
    const auto begin = std::chrono::steady_clock::now();
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto at = static_cast<off_t>((random ? generator() : i) % places * bytes);
        const ssize_t done =
            write ? ::pwrite(load.fd, load.buffer, bytes, at) : ::pread(load.fd, load.buffer, bytes, at);
        if (done != static_cast<ssize_t>(bytes))
            die(write ? "pwrite" : "pread");
    }
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    return static_cast<double>(count) / seconds.count();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        die("usage: guest_block_load DEVICE READS MIB");
    const int fd = ::open(argv[1], O_RDWR | O_DIRECT);
    if (fd < 0)
        die(argv[1]);
    const off_t size = ::lseek(fd, 0, SEEK_END);
    const Load load{fd, static_cast<char *>(std::aligned_alloc(kSmall, kLarge)), static_cast<std::uint64_t>(size)};
    if (size < static_cast<off_t>(kLarge) || !load.buffer)
        die("device or memory too small");
    const std::uint64_t small = std::strtoull(argv[2], nullptr, 10);
    const std::uint64_t large = std::strtoull(argv[3], nullptr, 10);
    const double writeLarge = run(load, true, false, kLarge, large); // first: afterwards the file has no holes
    const double readLarge = run(load, false, false, kLarge, large);
    const double writeSmall = run(load, true, true, kSmall, small);
    const double readSmall = run(load, false, true, kSmall, small);
    std::printf("LOAD %.0f %.0f %.1f %.1f\n", readSmall, writeSmall, readLarge, writeLarge);
    return 0;
}
