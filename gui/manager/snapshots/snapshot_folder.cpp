#include "manager/snapshots/snapshot_folder.h"

#include "client/json.h"
#include "manager/store_files.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kIdLength = 8;
constexpr int kVersion = 1;

QString text(const char *source)
{
    return QCoreApplication::translate("Snapshots", source);
}

} // namespace

bool isSnapshotId(const QString &name)
{
    return name.size() == kIdLength &&
           std::ranges::all_of(name, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
}

QString newSnapshotId(const QSet<QString> &taken)
{
    QString id;
    do {
        id.clear();
        for (qsizetype i = 0; i < kIdLength; ++i)
            id += QChar(u"abcdefghijklmnopqrstuvwxyz0123456789"[QRandomGenerator::system()->bounded(36)]);
    } while (taken.contains(id));
    return id;
}

QString SnapshotFolder::driveCopyName(const QString &driveId)
{
    QString name;
    const QByteArray utf8 = driveId.toUtf8();
    for (const char c : utf8.left(64)) {
        const bool harmless =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        name += QLatin1Char(harmless ? c : '_');
    }
    if (name.isEmpty() || name.toUtf8() != utf8)
        name += u'-' + QString::fromLatin1(QCryptographicHash::hash(utf8, QCryptographicHash::Sha256).toHex().left(8));
    return drivesName() + u'/' + name + u".img"_s;
}

bool SnapshotFolder::isFileName(const QString &name)
{
    if (name == descriptionName() || name == stateName() || name == memoryName())
        return true;
    const QString prefix = drivesName() + u'/';
    const QStringView copy = QStringView(name).mid(prefix.size());
    return name.startsWith(prefix) && name.endsWith(u".img"_s) && copy.size() > 4 && copy.size() <= 96 &&
           std::ranges::all_of(copy.chopped(4), [](QChar c) {
               return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' ||
                      c == u'_';
           });
}

std::expected<LineageRecord, QString> LineageRecord::read(const SnapshotFolder &folder)
{
    LineageRecord record;
    if (!QFile::exists(folder.lineageFile()))
        return record;
    const auto source = readSmallFile(folder.lineageFile());
    if (!source)
        return std::unexpected(source.error());
    auto object = parseObject(*source);
    if (!object || object->take("version"_L1).toInt() != kVersion)
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "It is damaged, or of a newer version.")));
    record.here = object->take("here"_L1).toString();
    const QJsonObject origin = object->take("origin"_L1).toObject();
    if (!origin.isEmpty())
        record.origin =
            SnapshotOrigin{origin.value("machine"_L1).toString(), origin.value("machine_name"_L1).toString(),
                           origin.value("snapshot"_L1).toString(), origin.value("snapshot_name"_L1).toString()};
    record.unknown = *object;
    return record;
}

std::expected<void, QString> LineageRecord::write(const SnapshotFolder &folder) const
{
    QDir().mkpath(folder.root());
    QFile::setPermissions(folder.root(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QJsonObject object = unknown;
    object.insert(u"version"_s, kVersion);
    object.insert(u"here"_s, here);
    if (origin)
        object.insert(u"origin"_s, QJsonObject{{u"machine"_s, origin->machineId},
                                               {u"machine_name"_s, origin->machineName},
                                               {u"snapshot"_s, origin->snapshotId},
                                               {u"snapshot_name"_s, origin->snapshotName}});
    return writeAtomically(folder.lineageFile(), QJsonDocument(object).toJson(), IfLink::Replace);
}

std::expected<Snapshot, QString> readSnapshot(const QString &folder, const QString &id)
{
    const auto source = readSmallFile(folder + u'/' + SnapshotFolder::descriptionName());
    if (!source)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("Snapshots", "Its description cannot be read: %1")).arg(source.error()));
    auto snapshot = snapshotFromText(*source);
    if (snapshot && snapshot->id != id)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("Snapshots", "It is the description of snapshot %1.")).arg(snapshot->id));
    return snapshot;
}

std::expected<void, QString> writeSnapshot(const QString &folder, const Snapshot &snapshot)
{
    const QByteArray source = snapshotToText(snapshot);
    // What could not be read again must not be written in the first place.
    if (const auto readable = snapshotFromText(source); !readable)
        return std::unexpected(readable.error());
    return writeAtomically(folder + u'/' + SnapshotFolder::descriptionName(), source, IfLink::Replace);
}

} // namespace sparkler::gui
