#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::test {

/// A new directory under the system's temporary one, removed with all it holds.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir &) = delete;
    TempDir &operator=(const TempDir &) = delete;
    const std::string &path() const { return m_path; }
    /// The path of `name` in it; nothing is made.
    std::string file(std::string_view name) const { return m_path + "/" + std::string(name); }

private:
    std::string m_path;
};

/// A file in a directory of its own.
class TempFile {
public:
    explicit TempFile(std::span<const std::byte> content = {});
    /// `bytes` zero bytes, sparse.
    static TempFile ofSize(std::uint64_t bytes) { return TempFile(bytes, 0); }
    const std::string &path() const { return m_path; }
    std::vector<std::byte> content() const;
    void truncate(std::uint64_t bytes) const;

private:
    TempFile(std::uint64_t bytes, int);
    TempDir m_dir;
    std::string m_path;
};

/// Aborts the test when that cannot be done.
void writeFile(const std::string &path, std::span<const std::byte> content);
void writeFile(const std::string &path, std::string_view content);
std::vector<std::byte> readFile(const std::string &path);

} // namespace sparkler::test
