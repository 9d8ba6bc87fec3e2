#pragma once

#include <QObject>

#include <expected>
#include <memory>
#include <optional>

namespace sparkler::gui {

/// One process for good: a pid alone is used again, the start time and the boot tell the difference.
struct ProcessIdentity {
    qint64 pid = 0;
    quint64 startTicks = 0; ///< field 22 of /proc/PID/stat
    QString bootId;         ///< /proc/sys/kernel/random/boot_id

    /// Nothing: there is no such process, or it is a zombie.
    static std::optional<ProcessIdentity> of(qint64 pid);
    /// Of a child of ours, which cannot be gone before it was waited for; also when it is a zombie.
    static std::optional<ProcessIdentity> ofChild(qint64 pid);
    static QString currentBootId();
    /// This process's child `pid`, which was started after it. Nothing: there is none, or its parent is another one.
    std::optional<ProcessIdentity> child(qint64 pid) const;
    /// Whether this very process is still there.
    bool alive() const;
    bool operator==(const ProcessIdentity &) const = default;
};

/// How a process ended.
struct ExitStatus {
    int code = -1;  ///< exit code; -1: ended by a signal
    int signal = 0; ///< 0: ended by itself
    bool operator==(const ExitStatus &) const = default;
};

/// Tells the end of a process that need not be our child (pidfd).
class ProcessWatch : public QObject {
    Q_OBJECT
public:
    /// Null: it is gone already. A zombie's end is told from the event loop. `parent` owns the watch.
    static ProcessWatch *start(const ProcessIdentity &process, QObject *parent);
    ~ProcessWatch() override;
    /// Through the pidfd, so it cannot hit another process.
    std::expected<void, QString> sendSignal(int signal);
    /// After exited(): how. Nothing for a process that is not our child. A child's zombie is gone then.
    std::optional<ExitStatus> exitStatus() const;

signals:
    void exited();

private:
    ProcessWatch(int pidfd, QObject *parent);
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
