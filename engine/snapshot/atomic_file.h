#pragma once

#include "base/fd.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sparkler {

/// Which file of a snapshot; what it is called in errors.
enum class SnapshotFile {
    State,      ///< "snapshot backing file"
    Memory,     ///< "memory backing file"
    WorkingSet, ///< "working set backing file"
};

/// The error `Cannot perform {operation} on the … backing file: {reason}` (snapshots.md 1.3). Kind and errno stay.
[[nodiscard]] std::unexpected<Error> backingFileError(SnapshotFile which, std::string_view operation,
                                                      const Error &reason);

/// A file that appears under its name only when it is complete. Until then it has a temporary name of its own in the
/// same directory (".sparkler-<16 hex digits>.tmp", mode 0600), which the destructor removes; a process that is killed
/// leaves it behind. What the name stood for stays as it was until commit(). One thread.
class AtomicFile {
public:
    /// Makes the temporary file. The target must be a regular file that we may write, or nothing yet; when it is a
    /// symbolic link, what that points to is replaced. Errors as of backingFileError() with "open".
    static Result<AtomicFile> create(const std::string &path, SnapshotFile which);
    AtomicFile(AtomicFile &&other) noexcept;
    AtomicFile &operator=(AtomicFile &&) = delete;
    ~AtomicFile();

    /// Open for reading and writing; empty at first.
    const Fd &descriptor() const { return m_file; }
    SnapshotFile which() const { return m_which; }
    /// What stands under the name now, open for reading; nothing when there is none. Error as with "open".
    Result<std::optional<Fd>> openPresent() const;

    /// Appends to the file. Error: Host, "flush" in backingFileError().
    Result<> append(std::span<const std::byte> bytes);
    /// Puts the file in place ("rename"), without waiting for the disk: for what may be lost in a power cut, or is
    /// found to be broken when it is read. After an error the old file is still there.
    Result<> commit();
    /// Whether the two can be committed together. Error: InvalidInput, "rename", when both have the same name.
    static Result<> checkPair(const AtomicFile &memory, const AtomicFile &state);
    /// Commits both, the state last: a state file under its name means that there is the memory that belongs to it.
    /// Both are on the disk before either gets its name. When the state cannot be put in place, the memory file that
    /// was there before comes back (on file systems that can exchange names, as all common ones do). Between the two
    /// names a kill or a power cut leaves new memory and the old state; an error of the very last step ("sync_all")
    /// leaves both new. Errors as of commit() and checkPair(), and "sync_all".
    static Result<> commitTogether(AtomicFile &memory, AtomicFile &state);

private:
    /// How a committed file got its name, to undo it.
    enum class Placed { Moved, Exchanged };

    AtomicFile(SnapshotFile which, Fd directory, std::string name, std::string temporary, Fd file);
    bool isSameTarget(const AtomicFile &other) const;
    Result<> sync();
    Result<> syncDirectory() const;
    Result<Placed> place();
    void takeBack(Placed how) noexcept;
    void removeTemporary() noexcept;

    SnapshotFile m_which;
    Fd m_directory;
    std::string m_name;      ///< in the directory
    std::string m_temporary; ///< likewise; empty when there is none to remove
    Fd m_file;
    std::uint64_t m_appended = 0; ///< bytes
};

} // namespace sparkler
