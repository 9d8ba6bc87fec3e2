#pragma once

#include "manager/snapshots/snapshot_folder.h"

#include <QDir>
#include <QFile>
#include <QTest>

/// Helpers of the tests of snapshots.
namespace snapshot_testing {

/// "aaaaaaaa", "aaaaaaab": the ids in order.
inline QString idOf(int number)
{
    QString id(8, u'a');
    for (int at = 7; number > 0; --at, number /= 26)
        id[at] = QChar(u'a' + number % 26);
    return id;
}

inline sparkler::gui::Snapshot snapshot(int number, int parent = -1,
                                        sparkler::gui::SnapshotKind kind = sparkler::gui::SnapshotKind::Full)
{
    sparkler::gui::Snapshot made;
    made.id = idOf(number);
    made.parent = parent < 0 ? QString() : idOf(parent);
    made.kind = kind;
    made.name = QStringLiteral("Number %1").arg(number);
    made.createdAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number * 1000LL, Qt::UTC);
    made.memoryMib = 1;
    made.vcpus = 1;
    made.definition.id = QStringLiteral("machine1");
    made.definition.config.bootSource.kernelImagePath = QStringLiteral("/kernel");
    return made;
}

inline sparkler::gui::MachineSnapshots list(const QList<sparkler::gui::Snapshot> &snapshots)
{
    sparkler::gui::MachineSnapshots made;
    made.machineId = QStringLiteral("machine1");
    for (const sparkler::gui::Snapshot &one : snapshots)
        made.entries.append({one, {}, 0});
    return made;
}

inline void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no test file %s", qPrintable(path));
}

inline QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Writes it with files of the right sizes.
inline void store(const QString &machineRoot, sparkler::gui::Snapshot one)
{
    using sparkler::gui::SnapshotFolder;
    const QString folder = SnapshotFolder(machineRoot).of(one.id);
    one.stateBytes = 5;
    one.memoryBytes = 8192;
    writeFile(folder + u'/' + SnapshotFolder::stateName(), "state");
    writeFile(folder + u'/' + SnapshotFolder::memoryName(), QByteArray(8192, 'm'));
    for (const sparkler::gui::SnapshotDrive &drive : one.drives) {
        if (!drive.file.isEmpty())
            writeFile(folder + u'/' + drive.file, QByteArray(drive.bytes, 'd'));
    }
    // Not as the library does, which waits for the disk each time.
    writeFile(folder + u'/' + SnapshotFolder::descriptionName(), sparkler::gui::snapshotToText(one));
}

} // namespace snapshot_testing
