#include "emulator/host_log.h"

#include "base/format.h"
#include "base/os_error.h"

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sparkler::emulator {
namespace {

constexpr std::uint64_t kTailBytes = 8192;
constexpr int kTailLines = 30;

void writeAll(int fd, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t count = ::write(fd, text.data(), text.size());
        if (count < 0 && errno != EINTR)
            return; // there is no one to tell
        text.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
}

std::string stamped(std::string_view text)
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char stamp[32];
    std::strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H:%M:%SZ", &parts);
    return fmt::format("{} sparkler-emulator: {}\n", stamp, text);
}

} // namespace

HostLog::HostLog(Fd writer, Fd reader, bool inMemory, std::uint64_t start)
    : m_writer(std::move(writer)), m_reader(std::move(reader)), m_inMemory(inMemory), m_start(start)
{
}

Result<HostLog> HostLog::open(const std::optional<std::string> &path)
{
    if (path) {
        const auto openLog = [&](int flags) { return Fd::open(*path, flags, 0600); };
        auto writer = openLog(O_WRONLY | O_APPEND | O_CREAT | O_NOCTTY);
        auto reader = openLog(O_RDONLY | O_NOCTTY | O_NONBLOCK);
        for (const auto *opened : {&writer, &reader})
            if (!*opened)
                return fail(ErrorKind::Host, fmt::format("Cannot open the log {}: {}", *path, opened->error().text));
        const auto start = fileSizeBytes(*reader);
        return HostLog(std::move(*writer), std::move(*reader), false, start.value_or(0));
    }
    Fd memory(::memfd_create("console", MFD_CLOEXEC));
    if (!memory)
        return hostError(errno, "Cannot keep the helper machine's console: ");
    auto writer = TRY(Fd::open(fmt::format("/proc/self/fd/{}", memory.get()), O_WRONLY | O_APPEND));
    return HostLog(std::move(writer), std::move(memory), true, 0);
}

void HostLog::line(std::string_view text)
{
    writeAll(m_inMemory ? STDERR_FILENO : m_writer.get(), stamped(text));
}

void HostLog::failure(std::string_view text)
{
    line(text);
    if (!m_inMemory)
        writeAll(STDERR_FILENO, stamped(text));
}

std::string HostLog::tail() const
{
    const std::uint64_t size = fileSizeBytes(m_reader).value_or(0);
    const std::uint64_t from = std::max(m_start, size > kTailBytes ? size - kTailBytes : 0);
    std::string text(std::min(kTailBytes, size > from ? size - from : 0), '\0');
    const ssize_t count = ::pread(m_reader.get(), text.data(), text.size(), static_cast<off_t>(from));
    text.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    std::size_t begin = text.size();
    for (int lines = 0; begin > 0; --begin)
        if (text[begin - 1] == '\n' && begin < text.size() && ++lines == kTailLines)
            break;
    return text.substr(begin);
}

} // namespace sparkler::emulator
