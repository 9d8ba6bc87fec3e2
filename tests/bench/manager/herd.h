#pragma once

#include "manager/paths.h"

#include <QByteArrayList>
#include <QStringList>
#include <QTemporaryDir>

#include <vector>

namespace sparkler::gui::bench {

/// Machines on disk in a directory of their own, and for each, on demand, a process that passes for its running engine
/// and is there before any manager looks. Ends the processes with itself.
class Herd {
public:
    explicit Herd(int machines);
    ~Herd();
    Herd(const Herd &) = delete;
    Herd &operator=(const Herd &) = delete;

    /// `manner`: see engine.cpp. Exits the program with a message when one does not come up.
    void startEngines(const QByteArray &manner);
    void freezeEngines() const; ///< SIGSTOP: they hold their sockets and do nothing
    void killEngine(std::size_t which) const;
    std::size_t engines() const { return m_pids.size(); }

    Paths paths() const;
    QStringList ids() const { return m_ids; }
    QString directory() const { return m_directory.path(); }

private:
    void adoptable(const QString &id, qint64 pid) const;

    QTemporaryDir m_directory;
    QStringList m_ids;
    std::vector<pid_t> m_pids;
};

/// To be called before QApplication: nothing of the user's is read or written.
void isolate(const QTemporaryDir &home);

[[noreturn]] void die(const QString &why);

} // namespace sparkler::gui::bench
