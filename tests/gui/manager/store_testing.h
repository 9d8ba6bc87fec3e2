#pragma once

#include "manager/machine_definition.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <unistd.h>

/// Helpers of the tests of the store.
namespace store_testing {

inline void write(const QString &path, const QByteArray &text)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// All that is in a folder, hidden files as well.
inline QStringList listing(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

inline sparkler::gui::MachineDefinition definition(const QString &name,
                                                   const QString &disk = QStringLiteral("/disks/a.img"))
{
    using namespace sparkler::gui;
    MachineDefinition made;
    made.name = name;
    made.config.bootSource.kernelImagePath = QStringLiteral("/kernels/vmlinux");
    Drive drive;
    drive.driveId = QStringLiteral("rootfs");
    drive.isRootDevice = true;
    drive.pathOnHost = disk;
    made.config.drives << drive;
    return made;
}

} // namespace store_testing
