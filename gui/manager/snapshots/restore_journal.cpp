#include "manager/snapshots/restore_journal.h"

#include "client/json.h"
#include "manager/file_copy.h"
#include "manager/store_files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <cerrno>
#include <cstdio>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kVersion = 1;

std::expected<void, QString> move(const QString &from, const QString &to)
{
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return std::unexpected(from + u": "_s + errorText(errno));
    syncFolder(QFileInfo(to).path());
    return {};
}

/// The file could be the target of a mistake: only what is called as we call things beside `path`.
bool isBeside(const QString &name, const QString &path)
{
    return QFileInfo(name).path() == QFileInfo(path).path() && isPartialName(QFileInfo(name).fileName());
}

} // namespace

std::expected<void, QString> RestoreJournal::write(const SnapshotFolder &folder) const
{
    QJsonArray list;
    for (const Drive &drive : drives)
        list.append(QJsonObject{{u"path"_s, drive.path},
                                {u"fresh"_s, drive.fresh},
                                {u"kept"_s, drive.kept},
                                {u"existed"_s, drive.existed}});
    const QJsonObject object{{u"version"_s, kVersion},
                             {u"snapshot"_s, snapshotId},
                             {u"machine"_s, QJsonDocument::fromJson(definition).object()},
                             {u"drives"_s, list},
                             {u"exchanging"_s, exchanging}};
    return writeAtomically(folder.journalFile(), QJsonDocument(object).toJson(), IfLink::Replace);
}

std::expected<std::optional<RestoreJournal>, QString> RestoreJournal::read(const SnapshotFolder &folder)
{
    if (!QFile::exists(folder.journalFile()))
        return std::optional<RestoreJournal>();
    const auto text = readSmallFile(folder.journalFile());
    if (!text)
        return std::unexpected(folder.journalFile() + u": "_s + text.error());
    const auto object = parseObject(*text);
    RestoreJournal journal;
    bool good = object && object->value("version"_L1).toInt() == kVersion;
    if (good) {
        journal.exchanging = object->value("exchanging"_L1).toBool();
        journal.snapshotId = object->value("snapshot"_L1).toString();
        journal.definition = QJsonDocument(object->value("machine"_L1).toObject()).toJson();
        const QJsonArray list = object->value("drives"_L1).toArray();
        for (const QJsonValue &value : list) {
            const Drive drive{value["path"_L1].toString(), value["fresh"_L1].toString(), value["kept"_L1].toString(),
                              value["existed"_L1].toBool(true)};
            good = good && isBeside(drive.fresh, drive.path) && isBeside(drive.kept, drive.path);
            journal.drives.append(drive);
        }
    }
    if (!good)
        return std::unexpected(QCoreApplication::translate("Snapshots", "%1 is damaged.").arg(folder.journalFile()));
    return std::optional(journal);
}

void RestoreJournal::remove(const SnapshotFolder &folder)
{
    QFile::remove(folder.journalFile());
    syncFolder(folder.root());
}

std::expected<void, QString> RestoreJournal::exchange() const
{
    for (const Drive &drive : drives) {
        auto done = drive.existed ? move(drive.path, drive.kept) : std::expected<void, QString>();
        if (done)
            done = move(drive.fresh, drive.path);
        if (!done) {
            // What cannot be put back now is put back by whoever finds the journal.
            static_cast<void>(rollBack());
            return done;
        }
    }
    return {};
}

std::expected<void, QString> RestoreJournal::rollBack() const
{
    std::expected<void, QString> all;
    for (const Drive &drive : drives) {
        // The fresh one is gone when it has taken its place.
        const bool inPlace = exchanging && !QFile::exists(drive.fresh);
        if (QFile::exists(drive.kept)) {
            if (const auto done = move(drive.kept, drive.path); !done)
                all = done;
        } else if (inPlace && !drive.existed) {
            QFile::remove(drive.path);
        }
        QFile::remove(drive.fresh);
    }
    return all;
}

void RestoreJournal::commit() const
{
    for (const Drive &drive : drives) {
        QFile::remove(drive.kept);
        QFile::remove(drive.fresh);
    }
}

} // namespace sparkler::gui
