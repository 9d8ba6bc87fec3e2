#pragma once

#include <QtGlobal>

#include <optional>

namespace sparkler::gui {

/// The parts of /proc/PID/stat that the manager looks at.
struct ProcStat {
    char state = '?'; ///< 'R', 'S', 'Z' …
    qint64 parent = 0;
    quint64 startTicks = 0; ///< clock ticks after boot
    quint64 cpuTicks = 0;   ///< user and system time
    qint64 residentPages = 0;
};

/// Nothing: there is no such process.
std::optional<ProcStat> readProcStat(qint64 pid);
/// The same from an open /proc/PID/stat, which stays bound to the process it was opened for.
std::optional<ProcStat> readProcStat(int fd);

} // namespace sparkler::gui
