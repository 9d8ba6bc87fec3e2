// The part of MachineStore that copies machines and throws them away.

#include "manager/definition_json.h"
#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "manager/machine_files.h"
#include "manager/machine_store_p.h"
#include "manager/run_state.h"
#include "manager/snapshots/snapshot_folder.h"
#include "manager/socket_owner.h"
#include "manager/task.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString trashNote(const QString &folder)
{
    return folder + u"/trashed.json"_s;
}

/// Points `path` into the new folder if it lies in the old one; tells what has to be copied.
void moveIntoCopy(QString &path, const QString &oldFolder, const QString &newFolder, QList<DiskPlan> &copies)
{
    const QString clean = QDir::cleanPath(path);
    if (!clean.startsWith(oldFolder + u'/'))
        return;
    path = newFolder + clean.mid(oldFolder.size());
    const bool listed = std::ranges::any_of(copies, [&](const DiskPlan &plan) { return plan.to == path; });
    if (!listed)
        copies << DiskPlan{clean, path, 0, {}};
}

} // namespace

Outcome<QString> MachineStore::duplicate(const QString &id)
{
    const MachineDefinition *source = find(id);
    if (!source)
        return std::unexpected(
            storeFailure(tr("The machine was not copied."), tr("There is no such machine any more.")));
    const QString sourceName = source->name;
    const QString what = tr("“%1” was not copied.").arg(sourceName);
    if (const QString text = preparing(id); !text.isEmpty())
        return std::unexpected(storeFailure(what, text));

    MachineDefinition copy = *source;
    copy.id = newId();
    copy.name = tr("%1 copy").arg(sourceName);
    copy.createdAt = {};
    QSet<QString> taken = macs();
    for (NetworkInterface &interface : copy.config.networkInterfaces) {
        if (!interface.guestMac.isEmpty())
            interface.guestMac = newMac(taken);
        taken.insert(interface.guestMac);
    }
    QList<DiskPlan> plans;
    moveIntoCopy(copy.config.bootSource.kernelImagePath, d->folder(id), d->folder(copy.id), plans);
    moveIntoCopy(copy.config.bootSource.initrdPath, d->folder(id), d->folder(copy.id), plans);
    for (Drive &drive : copy.config.drives)
        moveIntoCopy(drive.pathOnHost, d->folder(id), d->folder(copy.id), plans);
    if (!plans.isEmpty() && engineRuns(MachineDirectory(d->folder(id)).stateFile()))
        return std::unexpected(storeFailure(what, tr("It is running, so its disks change while they are copied."), {},
                                            tr("Stop the machine first.")));
    QStringList files;
    const QString folder = QFileInfo(d->folder(id)).canonicalFilePath();
    for (const DiskPlan &plan : std::as_const(plans)) {
        // An engine could have put a link there.
        const QString real = QFileInfo(plan.from).canonicalFilePath();
        if (!real.isEmpty() && !real.startsWith(folder + u'/'))
            return std::unexpected(
                storeFailure(what, plan.from + u": "_s +
                                       QCoreApplication::translate(
                                           "MachineDirectory",
                                           "It lies in the machine's folder but is a link that leads out of it.")));
        if (!QFileInfo(plan.from).isFile())
            return std::unexpected(storeFailure(what, tr("There is no file %1.").arg(plan.from)));
        files << plan.to;
    }
    const Outcome<QString> created = create(copy, files);
    if (!created || plans.isEmpty())
        return created;

    auto *task = new Task(tr("Copy “%1”").arg(sourceName), this);
    if (d->tasks)
        d->tasks->add(task);
    setPreparing(id, tr("Its disks are being copied."));
    connect(task, &Task::finished, this, [this, id, task] {
        setPreparing(id, {});
        if (!d->tasks)
            task->deleteLater();
    });
    makeMachineFiles(this, task, *created, plans);
    return created;
}

void MachineStore::setTaskList(TaskList *tasks)
{
    d->tasks = tasks;
}

Outcome<void> MachineStore::moveToTrash(const QString &id)
{
    const MachineDefinition *definition = find(id);
    if (!definition)
        return std::unexpected(
            storeFailure(tr("The machine was not deleted."), tr("There is no such machine any more.")));
    const QString what = tr("“%1” was not deleted.").arg(definition->name);
    // Whoever is starting it has no engine yet.
    StartLock starting;
    const MachineDirectory directory(d->folder(id));
    RunState::takeOver(directory);
    if (QFileInfo(directory.run()).isDir() && !starting.tryLock(directory.startLock(), StartLock::Patience::Moment))
        return std::unexpected(
            storeFailure(what, QCoreApplication::translate("sparkler::gui::Machine", "Another manager is starting it."),
                         tr("Nothing was changed."), tr("Stop the machine first.")));
    if (engineRuns(directory.stateFile()))
        return std::unexpected(
            storeFailure(what, tr("It is running."), tr("Nothing was changed."), tr("Stop the machine first.")));
    if (QFileInfo::exists(SnapshotFolder(d->folder(id)).journalFile()))
        return std::unexpected(storeFailure(what, tr("A restore of a snapshot is under way."),
                                            tr("Nothing was changed."), tr("Try again.")));
    if (!QDir().mkpath(d->trash))
        return std::unexpected(storeFailure(what, tr("The folder %1 cannot be made.").arg(d->trash)));
    const auto lock = StoreLock::take(d->machines);
    if (!lock)
        return std::unexpected(storeFailure(what, lock.error()));
    // Whoever makes its files stops now; should it be restored it must not look as if they were still at it.
    if (auto &marker = d->entries.at(id).marker; marker && marker->why.isEmpty()) {
        marker->why = tr("The machine was deleted meanwhile.");
        if (const auto written = marker->write(d->folder(id)); !written)
            return std::unexpected(storeFailure(what, written.error(), tr("Nothing was changed.")));
    }
    const QJsonObject note{{u"deleted_at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}};
    std::expected<void, QString> done =
        writeAtomically(trashNote(d->folder(id)), QJsonDocument(note).toJson(), IfLink::Replace);
    if (done)
        done = moveFolder(d->folder(id), d->trashFolder(id));
    if (!done)
        return std::unexpected(storeFailure(what, done.error(), tr("Nothing was changed.")));
    d->forget(id);
    return {};
}

Outcome<void> MachineStore::restore(const QString &id)
{
    const QString what = tr("The machine was not restored.");
    if (!isMachineId(id) || !QFileInfo(d->trashFolder(id)).isDir())
        return std::unexpected(storeFailure(what, tr("It is not in the trash any more.")));
    const auto lock = StoreLock::take(d->machines);
    if (!lock)
        return std::unexpected(storeFailure(what, lock.error()));
    if (const auto moved = moveFolder(d->trashFolder(id), d->folder(id)); !moved)
        return std::unexpected(storeFailure(what, moved.error(), tr("It is still in the trash.")));
    QFile::remove(trashNote(d->folder(id)));

    // Before anybody hears of it: its name may be taken by now.
    const auto text = readSmallFile(d->file(id));
    auto definition = text ? definitionFromText(*text) : std::unexpected(text.error());
    if (definition && d->uniqueName(definition->name, id) != definition->name) {
        definition->name = d->uniqueName(definition->name, id);
        if (const auto written = writeAtomically(d->file(id), definitionToText(*definition)); !written)
            d->setProblem(d->file(id), written.error());
    }
    d->scanOne(id);
    return {};
}

QList<MachineStore::TrashEntry> MachineStore::trash() const
{
    QList<TrashEntry> list;
    const QFileInfoList folders = QDir(d->trash).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        if (!isMachineId(folder.fileName()))
            continue;
        TrashEntry entry;
        entry.id = entry.name = folder.fileName();
        if (const auto text = readSmallFile(folder.filePath() + u"/machine.json"_s)) {
            if (const auto definition = definitionFromText(*text))
                entry.name = definition->name;
        }
        entry.deletedAt = folder.lastModified();
        if (const auto text = readSmallFile(trashNote(folder.filePath()))) {
            const QString at = QJsonDocument::fromJson(*text).object().value("deleted_at"_L1).toString();
            if (const QDateTime noted = QDateTime::fromString(at, Qt::ISODateWithMs); noted.isValid())
                entry.deletedAt = noted;
        }
        entry.bytes = bytesOnDisk(folder.filePath());
        list << entry;
    }
    std::ranges::stable_sort(list, std::ranges::greater(), &TrashEntry::deletedAt);
    return list;
}

Outcome<void> MachineStore::emptyTrash(const QString &id)
{
    const QString what = tr("The machine was not deleted for good.");
    if (!isMachineId(id) || !QFileInfo(d->trashFolder(id)).isDir())
        return std::unexpected(storeFailure(what, tr("It is not in the trash any more.")));
    if (const auto removed = removeInBackground(d->trashFolder(id)); !removed)
        return std::unexpected(storeFailure(what, removed.error(), tr("It is still in the trash.")));
    return {};
}

} // namespace sparkler::gui
