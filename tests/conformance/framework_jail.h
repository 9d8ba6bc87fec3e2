#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <sys/types.h>
#include <utility>

/// Why this machine or this user cannot do what the acceptance framework does; empty: it can. Moves this process into
/// mount and network namespaces of its own first, so that mounts, namespaces and taps of the tests are nobody else's.
/// Once, before anything is started.
QByteArray whyNoFramework();

/// What a program printed until both of its pipes were at their end, as a driver waits for it, and how it ended.
struct DriverOutput {
    int status = -1; ///< exit code, or minus the signal
    QByteArray out, err;
    bool ended = false; ///< both pipes, in time
    pid_t pid = -1;     ///< the program's
};
DriverOutput runAsDriver(const QStringList &words, int timeoutMs = 10000);

/// The jailer context of the acceptance framework (reference, 6.1), field by field: where its jail is, how the jailer
/// is called, how files get in, and how all is cleaned up.
class FrameworkJail {
public:
    FrameworkJail(const QString &jailId, const QString &base);
    ~FrameworkJail() { cleanup(); }
    FrameworkJail(const FrameworkJail &) = delete;
    FrameworkJail &operator=(const FrameworkJail &) = delete;

    QString id;
    QString execFile; ///< the engine, under the name "firecracker"
    uid_t uid = 1234;
    gid_t gid = 1234;
    std::optional<QString> chrootBase;
    QString netns; ///< by default the id; empty: none
    bool daemonize = true;
    bool newPidNs = false;
    QStringList cgroups, resourceLimits;
    QString parentCgroup;
    int cgroupVersion = 0; ///< 0: not said
    QList<std::pair<QString, std::optional<QString>>> extraArguments;

    static QString jailerPath();
    /// construct_param_list
    QStringList parameters() const;
    QString chrootBaseWithId() const;
    QString chrootPath() const { return chrootBaseWithId() + QStringLiteral("/root"); }
    QString apiSocketPath() const;
    QString netnsFile() const { return QStringLiteral("/var/run/netns/") + netns; }

    /// jailed_path: links the file into the jail (copies it from another device, makes a node of a block device), gives
    /// it to uid:gid and tells its path inside; empty when that fails.
    QString jailedPath(const QString &file, bool createJail = false);
    /// copy_into_root: to the same path in the jail, here with another source.
    bool copyIntoRoot(const QString &source, const QString &path);
    /// The base directory, the namespace, and a ramfs in the jail if wanted.
    bool setup(bool useRamdisk = false);
    /// What could not be undone, a line each. Idempotent.
    QByteArray cleanup();
    QString ramfsPath() const { return chrootPath() + QStringLiteral("/ramfs"); }

private:
    bool m_hasRamfs = false;
    bool m_hasNetns = false;
};
