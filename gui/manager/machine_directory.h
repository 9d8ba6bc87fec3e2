#pragma once

#include "manager/failure.h"
#include "manager/machine_definition.h"

namespace sparkler::gui {

/// How a file of the user's came to lie in the machine's directory.
enum class Placement {
    Inside,       ///< it was made there
    HardLink,     ///< the same file under a second name
    SymbolicLink, ///< another file system: a link (not possible where the engine sees only the directory)
    Reflink,      ///< a copy that shares its blocks until one is written
    Copy,         ///< a full copy
};

/// How a definition names files that each machine has in its own directory: the name alone, without a folder.
inline constexpr QLatin1StringView kVsockName("vsock.sock");
inline constexpr QLatin1StringView kSerialName("serial.out");

/// One machine's directory: everything that its engine may touch lies, or is linked, below it.
///
///   machine.json        the definition
///   run/state.json      what runs, see ProcessIdentity; run/api.sock, run/console.sock, run/vsock.sock
///   logs/engine.log     the engine's log; logs/engine.out its standard output and error; logs/previous/… the run
///   before logs/serial.out     the serial port's output, when it is wanted in a file files/              kernels,
///   initrds and drives: linked, or made here
///
/// Pure path arithmetic and file operations; any thread.
class MachineDirectory {
public:
    explicit MachineDirectory(QString root);

    QString root() const { return m_root; }
    QString definitionFile() const;
    QString stateFile() const;
    QString apiSocket() const;
    QString consoleSocket() const;
    /// The host's end of the vsock device, whatever the definition calls it; the guest's connections go to names made
    /// of it and "_PORT".
    QString vsockSocket() const;
    QString serialOutput() const; ///< where kSerialName is
    QString engineLog() const;
    QString engineOutput() const;
    QString files() const;

    /// The path that an engine which sees the directory as `seenAs` has for `hostPath`. Error: outside of it.
    std::expected<QString, Failure> enginePath(const QString &hostPath, const QString &seenAs) const;
    /// And back. An engine's path outside of `seenAs` is returned as it is.
    QString hostPath(const QString &enginePath, const QString &seenAs) const;

    struct Placed {
        QString path; ///< on this host, below the directory
        Placement how = Placement::Inside;
    };
    enum class Use { ReadOnly, ReadWrite, Output }; ///< Output: written to only; may be a named pipe
    /// Makes `source` reachable below files/ under a name made of `role` ("kernel", "initrd", "drive-rootfs"); replaces
    /// an older link of this role. Never copies a file that is written to; `allowSymbolicLink`: see Placement.
    std::expected<Placed, Failure> place(const QString &source, const QString &role, Use use,
                                         bool allowSymbolicLink) const;

private:
    QString m_root;
};

} // namespace sparkler::gui
