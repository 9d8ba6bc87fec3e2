#pragma once

#include "manager/task.h"

#include <QString>

#include <functional>

namespace sparkler::gui {

inline constexpr qint64 kLeastDiskBytes = 1LL << 20;
inline constexpr qint64 kMostDiskBytes = 16LL << 40;

/// One disk to make.
struct DiskPlan {
    QString from;       ///< copied; empty: a new disk
    QString to;         ///< a new file
    qint64 bytes = 0;   ///< its size; 0: that of `from`. A copy's ext2/3/4 file system grows with it
    QString fileSystem; ///< of a new disk: "" or "ext4"
};

/// Makes the disk as a part of `task`: `next` when it is there, else the task ends and nothing stays. `title` is the
/// failure's first sentence.
void makeDisk(Task *task, const DiskPlan &plan, const QString &title, std::function<void()> next);

} // namespace sparkler::gui
