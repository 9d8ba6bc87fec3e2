#pragma once

#include "widgets/validity.h"

#include <QByteArrayView>

namespace sparkler::gui {

inline constexpr int kMostVcpus = 32;
inline constexpr quint64 kLeastMemoryMib = 1;
inline constexpr quint64 kMostMemoryMib = 1ULL << 24; ///< 16 TiB

/// What this host has, and what is to be said about machines that want more. Pure but for ofThisHost().
struct HostLimits {
    int cpus = 0;              ///< 0: unknown
    quint64 memoryMib = 0;     ///< all of it; 0: unknown
    quint64 freeMemoryMib = 0; ///< for new programs, without swapping; 0: unknown

    static HostLimits ofThisHost();
    /// `meminfo`: the text of /proc/meminfo.
    static HostLimits parse(int cpus, QByteArrayView meminfo);

    /// The engine's limits are errors, the host's are warnings.
    Validity vcpus(int count) const;
    Validity memory(quint64 mib) const;
    /// "This host has 8 processors." Empty: unknown.
    QString vcpusHint() const;
    QString memoryHint() const;
};

} // namespace sparkler::gui
