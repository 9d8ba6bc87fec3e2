#pragma once

// How an engine is confined, as the kernel tells it in /proc. Reading and judging are apart: judging is pure, and takes
// whatever bytes come.

#include "manager/machine_definition.h"

#include <QHash>

#include <optional>

namespace sparkler::gui {

/// The texts of /proc/PID that tell of a process's confinement.
struct ProcTexts {
    struct Thread {
        qint64 id = 0;
        QByteArray status;
    };
    QByteArray limits;
    QList<Thread> threads;              ///< at most kMostThreads
    QHash<QString, QString> namespaces; ///< "pid" to "pid:[4026531836]"; what may not be read is missing
    QHash<QString, QString> ours;       ///< the same of this process
    QByteArray securityModules;         ///< /sys/kernel/security/lsm; null: not told

    static constexpr int kMostThreads = 256;
    /// Takes milliseconds; any thread. Texts are cut at 16 KiB.
    static ProcTexts ofProcess(qint64 pid, const QString &proc = QStringLiteral("/proc"));
};

/// One thread, from its status.
struct ThreadFacts {
    QString name;
    std::optional<bool> noNewPrivileges;
    std::optional<int> seccomp;          ///< 0: none, 1: strict, 2: filter
    std::optional<int> filters;          ///< how many
    std::optional<quint64> capabilities; ///< all that it has or could get: effective, permitted, inheritable, ambient
    bool operator==(const ThreadFacts &) const = default;
};
/// What is not in the text, or makes no sense, stays unknown.
ThreadFacts threadFrom(const QByteArray &status);

/// The soft value of a row of /proc/PID/limits ("Max open files"); kNoLimit for "unlimited".
inline constexpr quint64 kNoLimit = ~quint64{0};
std::optional<quint64> limitFrom(const QByteArray &limits, const QByteArray &row);

/// One thing that was promised, or is worth knowing, and what is so.
struct JailFact {
    enum class Verdict {
        Proven,  ///< as promised
        Weaker,  ///< than promised
        Unknown, ///< promised, and not told
        Note,    ///< nothing was promised
    };
    QString what;
    QString value; ///< as found
    Verdict verdict = Verdict::Note;
    QString note; ///< empty: the verdict says all
    bool operator==(const JailFact &) const = default;
};

struct JailFacts {
    QList<JailFact> namespaces;
    QList<JailFact> limits;
    QList<JailFact> threads;
    QList<JailFact> others;
    bool operator==(const JailFacts &) const = default;
    int count(JailFact::Verdict verdict) const; ///< of all lists
};

/// What a jail promises.
struct JailPromise {
    JailSettings settings;
    bool hostNetwork = false; ///< it has TAP devices
};
JailFacts judge(const ProcTexts &texts, const JailPromise &promise);

} // namespace sparkler::gui
