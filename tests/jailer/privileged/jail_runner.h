#pragma once

#include "support/temp_files.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QStringList>

#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace sparkler::test {

/// Why this machine or this user cannot build jails; empty: it can.
QByteArray whyNoJails();

/// How a jailer that was started ended, or what it became.
struct JailerEnd {
    int code = -1; ///< exit status; -1: it still runs (as the engine) or died by a signal
    int signal = 0;
    QByteArray output, errors; ///< complete once it has ended and nobody else has the pipes
};

/// What the jailed program has told.
class Seen {
public:
    explicit Seen(QByteArray text) : m_text(std::move(text)) {}
    /// What follows `name ` in its only line; nothing: no line, or several.
    QByteArray value(const char *name) const;
    QByteArrayList values(const char *name) const;
    const QByteArray &text() const { return m_text; }

private:
    QByteArray m_text;
};

/// A place for jails on this machine, with a stand-in for the engine, and the jailer run in it. Whatever still runs in
/// its jails is killed with the object.
class JailRunner {
public:
    static constexpr uid_t kUid = 12345; ///< users of jails have no entry in /etc/passwd
    static constexpr gid_t kGid = 54321;

    JailRunner();
    ~JailRunner();
    JailRunner(const JailRunner &) = delete;
    JailRunner &operator=(const JailRunner &) = delete;

    std::string base() const { return m_directory.file("jails"); }
    std::string program() const { return m_directory.file("firecracker"); }
    std::string path(std::string_view name) const { return m_directory.file(name); }
    /// In the jail, seen from the host.
    std::string jail(const std::string &inside = {}) const { return base() + "/firecracker/" + id + "/root" + inside; }

    std::string id = "jail-1";
    QByteArray launcher; ///< words before the jailer's name: a program that starts it
    std::string jailerPath() const;

    /// Starts the jailer with id, exec file, uid, gid and chroot base, then `options`, and waits until it has ended; a
    /// program that replaces it without end is not waited for.
    JailerEnd run(const QByteArray &options = {});
    /// What run() starts.
    std::vector<std::string> commandLine(const QByteArray &options) const;
    /// Starts it and does not wait for its end.
    void start(const QByteArray &options);
    JailerEnd waitForEnd();
    pid_t pid() const { return m_pid; } ///< of what was started

    /// Waits until the jailed program has told what it sees.
    std::optional<Seen> seen() const;
    /// The content of the PID file; -1: there is none, or it is no number.
    pid_t pidFile() const;
    void kill(pid_t process) const;

private:
    TempDir m_directory;
    pid_t m_pid = -1;
    int m_output = -1, m_errors = -1;
    JailerEnd m_end;
};

/// "rwx------ uid:gid TYPE MAJOR:MINOR" of a path, not followed: "d0700 1:2", "c0600 1:2 10:232".
std::string describeEntry(const std::string &path);
/// A file of /proc, or of anywhere.
QByteArray contentOf(const std::string &path);
/// The value of "Name:\t…" in /proc/PID/status, blanks made single.
QByteArray statusOf(pid_t process, const char *name);

} // namespace sparkler::test
