#include "manager/snapshots/snapshot_scan.h"

#include "manager/snapshots/work_folder.h"
#include "manager/store_files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

#include <sys/stat.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Snapshots", source);
}

/// Empty: the file is there, a regular one of this size.
QString fileProblem(const QString &folder, const QString &name, qint64 bytes)
{
    struct stat info = {};
    if (lstat(QFile::encodeName(folder + u'/' + name).constData(), &info) != 0)
        return text(QT_TRANSLATE_NOOP("Snapshots", "The file “%1” is missing.")).arg(name);
    if (!S_ISREG(info.st_mode))
        return text(QT_TRANSLATE_NOOP("Snapshots", "“%1” is not a regular file.")).arg(name);
    if (info.st_size != bytes)
        return text(QT_TRANSLATE_NOOP("Snapshots", "The file “%1” has %2 bytes instead of %3."))
            .arg(name)
            .arg(info.st_size)
            .arg(bytes);
    return {};
}

QString filesProblem(const QString &folder, const Snapshot &snapshot)
{
    if (QString why = fileProblem(folder, SnapshotFolder::stateName(), snapshot.stateBytes); !why.isEmpty())
        return why;
    if (QString why = fileProblem(folder, SnapshotFolder::memoryName(), snapshot.memoryBytes); !why.isEmpty())
        return why;
    for (const SnapshotDrive &drive : snapshot.drives) {
        if (drive.file.isEmpty())
            continue;
        if (QString why = fileProblem(folder, drive.file, drive.bytes); !why.isEmpty())
            return why;
    }
    return {};
}

/// Allocated blocks of the snapshot's files. Files that have a second name are counted, too: it is their only place
/// here.
qint64 blocksOf(const QString &folder)
{
    qint64 bytes = 0;
    for (const QString &part : {folder, QString(folder + u'/' + SnapshotFolder::drivesName())}) {
        const QStringList names = QDir(part).entryList(QDir::Files | QDir::Hidden | QDir::System);
        for (const QString &name : names) {
            struct stat info = {};
            if (lstat(QFile::encodeName(part + u'/' + name).constData(), &info) == 0)
                bytes += info.st_blocks * 512;
        }
    }
    return bytes;
}

SnapshotEntry scanOne(const QString &folder, const QString &id)
{
    SnapshotEntry entry;
    entry.diskBytes = blocksOf(folder);
    if (auto snapshot = readSnapshot(folder, id)) {
        entry.snapshot = *std::move(snapshot);
        entry.problem = filesProblem(folder, entry.snapshot);
    } else {
        entry.snapshot.id = id;
        entry.snapshot.name = id;
        entry.problem = snapshot.error();
    }
    return entry;
}

} // namespace

MachineSnapshots scanSnapshots(const QString &machineId, const QString &machineRoot, const std::function<bool()> &goOn)
{
    const SnapshotFolder folder(machineRoot);
    MachineSnapshots found;
    found.machineId = machineId;
    // A damaged record costs the marks in the tree, not the snapshots.
    if (auto record = LineageRecord::read(folder)) {
        found.here = record->here;
        found.origin = record->origin;
    }
    const QStringList names = QDir(folder.root()).entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (!goOn())
            return found;
        if (isSnapshotId(name))
            found.entries.append(scanOne(folder.of(name), name));
    }
    std::ranges::stable_sort(found.entries, {}, [](const SnapshotEntry &entry) { return entry.snapshot.createdAt; });
    return found;
}

void removeUnfinished(const SnapshotFolder &folder)
{
    const QStringList names =
        QDir(folder.root()).entryList({u".work-*"_s}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        if (WorkFolder::isName(name))
            static_cast<void>(removeInBackground(folder.root() + u'/' + name)); // else at the next look
    }
    removeLeftovers(folder.root());
}

} // namespace sparkler::gui
