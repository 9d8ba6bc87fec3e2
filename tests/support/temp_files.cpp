#include "support/temp_files.h"

#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <system_error>
#include <unistd.h>

namespace sparkler::test {
namespace {

[[noreturn]] void die(const std::string &what)
{
    std::perror(what.c_str());
    std::abort();
}

} // namespace

TempDir::TempDir() : m_path((std::filesystem::temp_directory_path() / "sparkler-test-XXXXXX").string())
{
    if (!::mkdtemp(m_path.data()))
        die(m_path);
}

TempDir::~TempDir()
{
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

TempFile::TempFile(std::span<const std::byte> content) : m_path(m_dir.file("file"))
{
    writeFile(m_path, content);
}

TempFile::TempFile(std::uint64_t bytes, int) : m_path(m_dir.file("file"))
{
    writeFile(m_path, std::span<const std::byte>());
    truncate(bytes);
}

std::vector<std::byte> TempFile::content() const
{
    return readFile(m_path);
}

void TempFile::truncate(std::uint64_t bytes) const
{
    if (::truncate(m_path.c_str(), static_cast<off_t>(bytes)) != 0)
        die(m_path);
}

void writeFile(const std::string &path, std::span<const std::byte> content)
{
    const int fd = ::open(path.c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
    if (fd < 0)
        die(path);
    while (!content.empty()) {
        const ssize_t done = ::write(fd, content.data(), content.size());
        if (done < 0)
            die(path);
        content = content.subspan(static_cast<std::size_t>(done));
    }
    ::close(fd);
}

void writeFile(const std::string &path, std::string_view content)
{
    writeFile(path, std::as_bytes(std::span(content)));
}

std::vector<std::byte> readFile(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        die(path);
    std::vector<std::byte> content;
    std::byte buffer[65536];
    for (ssize_t got = 0; (got = ::read(fd, buffer, sizeof buffer)) > 0;)
        content.insert(content.end(), buffer, buffer + got);
    ::close(fd);
    return content;
}

} // namespace sparkler::test
