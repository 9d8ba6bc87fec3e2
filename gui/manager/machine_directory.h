#pragma once

#include "manager/failure.h"
#include "manager/machine_definition.h"

namespace sparkler::gui {

/// How a file of the user's came to lie in the machine's directory.
enum class Placement {
    Inside,       ///< it was made there
    HardLink,     ///< the same file under a second name
    SymbolicLink, ///< another file system: a link (not possible where the engine sees only the directory)
    Shown,        ///< another file system: it stays where it is, and a jail shows it to the engine
    Reflink,      ///< a copy that shares its blocks until one is written
    Copy,         ///< a full copy
};

/// How a definition names files that each machine has in its own directory: the name alone, without a folder. (That of
/// a user-mode network is the interface's; the definition says only that it is one.)
inline constexpr QLatin1StringView kVsockName("vsock.sock");
inline constexpr QLatin1StringView kSerialName("serial.out");
inline constexpr QLatin1StringView kUserNetworkName("net.sock");

/// A file or folder of this host that an engine in a jail sees.
struct ShownPath {
    QString path;   ///< on this host
    QString inside; ///< the engine's path
    bool writable = false;
    bool operator==(const ShownPath &) const = default;
};

/// One machine's directory: everything that its engine may touch lies, or is linked, below it.
///
///   machine.json        the definition
///   state.json          what runs, see RunState; start.lock: see StartLock. No engine in a jail sees these three: who
///                       could write them could have any process of the user's ended
///   run/                api.sock, console.sock, vsock.sock, net-ETH.sock
///   logs/engine.log     the engine's log; logs/engine.out its standard output and error; logs/previous/… the run
///                       before; logs/serial.out the serial port's output, when it is wanted in a file
///   files/              kernels, initrds and drives: linked, or made here
///   snapshots/          see SnapshotFolder
///   exchange/           what an engine makes for us, until we have taken it over
///
/// Pure path arithmetic and file operations; any thread.
class MachineDirectory {
public:
    explicit MachineDirectory(QString root);

    QString root() const { return m_root; }
    QString definitionFile() const;
    QString stateFile() const;
    /// Where managers recorded what runs before there were jails; see RunState::takeOver().
    QString olderStateFile() const;
    QString startLock() const;
    QString run() const;
    QString apiSocket() const;
    QString consoleSocket() const;
    /// The host's end of the vsock device, whatever the definition calls it; the guest's connections go to names made
    /// of it and "_PORT".
    QString vsockSocket() const;
    /// The host's end of an interface with user-mode networking, likewise.
    QString userNetworkSocket(const QString &ifaceId) const;
    QString logs() const;
    QString serialOutput() const; ///< where kSerialName is
    QString engineLog() const;
    QString engineOutput() const;
    QString files() const;
    QString snapshots() const;
    QString exchange() const;

    /// The path that an engine which sees the directory as `seenAs` has for `hostPath`. Error: outside of it.
    std::expected<QString, Failure> enginePath(const QString &hostPath, const QString &seenAs) const;
    /// And back. An engine's path outside of `seenAs` is returned as it is.
    QString hostPath(const QString &enginePath, const QString &seenAs) const;

    struct Placed {
        QString path; ///< on this host, below the directory
        Placement how = Placement::Inside;
        QString shownAs{}; ///< Shown: where the engine is to see it, below the directory as it sees it
    };
    enum class Use { ReadOnly, ReadWrite, Output }; ///< Output: written to only; may be a named pipe
    /// What becomes of a file that cannot be hard-linked: a link to it, a copy of it (only if it is not written to), or
    /// nothing, since a jail is yet to be made that can show it.
    enum class Elsewhere { Link, Copy, Show };
    /// Makes `source` reachable below files/ under a name made of `role` ("kernel", "initrd", "drive-rootfs"); replaces
    /// an older link of this role. Shown: `path` is the file itself, below no directory of ours.
    std::expected<Placed, Failure> place(const QString &source, const QString &role, Use use,
                                         Elsewhere elsewhere) const;

private:
    QString m_root;
};

} // namespace sparkler::gui
