#pragma once

#include <QString>

#include <expected>
#include <functional>
#include <utility>

namespace sparkler::gui {

/// A file descriptor with one owner.
class OwnedFd {
public:
    explicit OwnedFd(int fd = -1) : m_fd(fd) {}
    OwnedFd(OwnedFd &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    OwnedFd &operator=(OwnedFd &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~OwnedFd();
    int get() const { return m_fd; }
    explicit operator bool() const { return m_fd >= 0; }

private:
    int m_fd;
};

enum class CopyMethod {
    Shared, ///< the blocks are shared until one is written
    Full,
};

struct CopyError {
    int error = 0;        ///< errno; ECANCELED: `goOn` said so
    bool reading = false; ///< the source failed, not the target
};

/// Copies the content of `source` into the empty file `target`: shared blocks where the file system can, else the data
/// with holes kept as holes. `goOn(done, total)` is called now and then, in bytes; false stops. Blocks; any thread.
std::expected<CopyMethod, CopyError> copyContent(int source, int target,
                                                 const std::function<bool(qint64 done, qint64 total)> &goOn);

/// A file that gets its name when it is complete; without commit() nothing of it stays. It keeps hold of the folder,
/// not of its name: the folder may be moved meanwhile.
class NewFile {
public:
    NewFile() = default;
    NewFile(NewFile &&other) noexcept;
    NewFile &operator=(NewFile &&other) noexcept;
    ~NewFile();

    /// Makes ".NAME.partial-XXXXXX" beside `path`, owner only. EEXIST when there is something called `path`.
    static std::expected<NewFile, int> create(const QString &path);
    int fd() const { return m_file.get(); }
    /// Where it lies right now.
    QString partialPath() const;
    /// Waits until the content is on stable storage. Error: errno.
    std::expected<void, int> sync();
    /// Gives it its name; never replaces another file. After sync(). Error: errno.
    std::expected<void, int> commit();

private:
    OwnedFd m_folder, m_file;
    QByteArray m_name, m_partial;
};

/// Makes the entries of a folder survive a power failure.
void syncFolder(const QString &folder);
/// Whether `name` is one of NewFile's own for something unfinished.
bool isPartialName(const QString &name);
/// errno in words.
QString errorText(int error);
/// Bytes that a user may still write below `folder`; -1: unknown.
qint64 freeBytes(int fd);

} // namespace sparkler::gui
