// Between snapshot.json and Snapshot.

#include "manager/snapshots/snapshot_folder.h"

#include "client/json.h"
#include "client/json_reader.h"
#include "manager/definition_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;
using namespace json;

namespace {

constexpr int kVersion = 1;
constexpr quint64 kMostBytes = quint64{1} << 50;
constexpr qsizetype kMostDrives = 64;
constexpr qsizetype kChecksumBytes = 32;

constexpr Names<SnapshotKind> kKinds{{SnapshotKind::Full, "full"_L1}, {SnapshotKind::Diff, "diff"_L1}};
constexpr Names<SnapshotDrive::Copy> kCopies{{SnapshotDrive::Copy::None, "none"_L1},
                                             {SnapshotDrive::Copy::Shared, "shared"_L1},
                                             {SnapshotDrive::Copy::Full, "full"_L1}};

QString text(const char *source)
{
    return QCoreApplication::translate("Snapshots", source);
}

QJsonObject toObject(const HostCpu &cpu)
{
    return {{u"vendor"_s, cpu.vendor},     {u"model"_s, cpu.model},
            {u"family"_s, cpu.family},     {u"model_number"_s, cpu.modelNumber},
            {u"stepping"_s, cpu.stepping}, {u"features"_s, cpu.features.join(u' ')}};
}

QJsonObject toObject(const SnapshotDrive &drive)
{
    QJsonObject object{{u"drive_id"_s, drive.driveId},
                       {u"path"_s, drive.path},
                       {u"copy"_s, textOf(kCopies, drive.copy)},
                       {u"read_only"_s, drive.readOnly},
                       {u"bytes"_s, drive.bytes},
                       {u"modified_at"_s, drive.modifiedAt.toUTC().toString(Qt::ISODateWithMs)}};
    if (!drive.file.isEmpty())
        object.insert(u"file"_s, drive.file);
    return object;
}

QDateTime readTime(ObjectReader &reader, QLatin1StringView key)
{
    QString given;
    reader.read(key, given);
    const QDateTime time = QDateTime::fromString(given, Qt::ISODateWithMs).toUTC();
    if (!time.isValid())
        reader.refuse(reader.place(key), u"expected a date and time"_s);
    return time;
}

void readNumber(ObjectReader &reader, QLatin1StringView key, qint64 &out)
{
    quint64 number = 0;
    reader.read(key, number, 0, kMostBytes);
    out = static_cast<qint64>(number);
}

void readNumber(ObjectReader &reader, QLatin1StringView key, int &out)
{
    quint64 number = 0;
    reader.read(key, number, 0, std::numeric_limits<int>::max());
    out = static_cast<int>(number);
}

HostCpu readCpu(const QJsonValue &value, QString &error)
{
    HostCpu cpu;
    ObjectReader reader(value, u"cpu"_s, error);
    reader.read("vendor"_L1, cpu.vendor);
    reader.read("model"_L1, cpu.model);
    readNumber(reader, "family"_L1, cpu.family);
    readNumber(reader, "model_number"_L1, cpu.modelNumber);
    readNumber(reader, "stepping"_L1, cpu.stepping);
    QString features;
    reader.read("features"_L1, features);
    cpu.features = features.split(u' ', Qt::SkipEmptyParts);
    return cpu;
}

SnapshotDrive readDrive(const QJsonValue &value, const QString &place, QString &error)
{
    SnapshotDrive drive;
    ObjectReader reader(value, place, error);
    reader.read("drive_id"_L1, drive.driveId);
    reader.read("path"_L1, drive.path);
    reader.read("file"_L1, drive.file);
    reader.read("copy"_L1, drive.copy, kCopies);
    reader.read("read_only"_L1, drive.readOnly);
    readNumber(reader, "bytes"_L1, drive.bytes);
    drive.modifiedAt = readTime(reader, "modified_at"_L1);
    const bool copied = drive.copy != SnapshotDrive::Copy::None;
    // It becomes a path, so it must be no other than the one that we would have given it.
    if (drive.driveId.isEmpty() || drive.file != (copied ? SnapshotFolder::driveCopyName(drive.driveId) : QString()))
        reader.refuse(reader.place("file"_L1), u"not the name that the copy of this drive has"_s);
    return drive;
}

void readChecksums(const QJsonValue &value, Snapshot &snapshot, QString &error)
{
    if (value.isUndefined())
        return;
    ObjectReader reader(value, u"checksums"_s, error);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QByteArray sum = QByteArray::fromHex(it->toString().toLatin1());
        if (sum.size() != kChecksumBytes || !SnapshotFolder::isFileName(it.key()))
            reader.refuse(u"checksums"_s, u"expected SHA-256 sums of the snapshot's files"_s);
        snapshot.checksums.insert(it.key(), sum);
    }
}

void readBody(const QJsonObject &object, Snapshot &snapshot, QString &error)
{
    ObjectReader reader(object, {}, error);
    for (const QLatin1StringView key :
         {"id"_L1, "kind"_L1, "name"_L1, "created_at"_L1, "memory_mib"_L1, "vcpus"_L1, "machine"_L1}) {
        if (!reader.require(key))
            return;
    }
    reader.read("id"_L1, snapshot.id);
    reader.read("parent"_L1, snapshot.parent);
    reader.read("kind"_L1, snapshot.kind, kKinds);
    reader.read("name"_L1, snapshot.name);
    reader.read("note"_L1, snapshot.note);
    snapshot.createdAt = readTime(reader, "created_at"_L1);
    if (reader.has("pause_ms"_L1)) {
        qint64 ms = 0;
        readNumber(reader, "pause_ms"_L1, ms);
        snapshot.pause = std::chrono::milliseconds(ms);
    }
    reader.read("memory_mib"_L1, snapshot.memoryMib, 1, kMostBytes >> 20);
    readNumber(reader, "vcpus"_L1, snapshot.vcpus);
    readNumber(reader, "state_bytes"_L1, snapshot.stateBytes);
    readNumber(reader, "memory_bytes"_L1, snapshot.memoryBytes);
    reader.read("api_level"_L1, snapshot.engine.firecrackerVersion);
    reader.read("engine_version"_L1, snapshot.engine.sparklerVersion);
    reader.read("runner"_L1, snapshot.runner);
    reader.read("console"_L1, snapshot.consoleText);
    if (!isSnapshotId(snapshot.id) || (!snapshot.parent.isEmpty() && !isSnapshotId(snapshot.parent)) ||
        snapshot.parent == snapshot.id)
        reader.refuse(u"id"_s, u"not the id of a snapshot"_s);
    if (snapshot.kind == SnapshotKind::Diff && snapshot.parent.isEmpty())
        reader.refuse(u"parent"_s, u"a diff must have one"_s);
    if (reader.has("cpu"_L1))
        snapshot.cpu = readCpu(reader.value("cpu"_L1), error);
    const QJsonArray drives = reader.value("drives"_L1).toArray();
    if (drives.size() > kMostDrives)
        reader.refuse(u"drives"_s, u"too many"_s);
    for (qsizetype at = 0; at < drives.size() && error.isEmpty(); ++at)
        snapshot.drives.append(readDrive(drives.at(at), u"drives[%1]"_s.arg(at), error));
    readChecksums(reader.value("checksums"_L1), snapshot, error);
    if (!reader.value("machine"_L1).isObject())
        reader.refuse(u"machine"_s, u"expected an object"_s);
}

} // namespace

QByteArray snapshotToText(const Snapshot &snapshot)
{
    QJsonObject object = snapshot.unknown;
    object.insert("version"_L1, kVersion);
    object.insert("id"_L1, snapshot.id);
    object.insert("parent"_L1, snapshot.parent);
    object.insert("kind"_L1, textOf(kKinds, snapshot.kind));
    object.insert("name"_L1, snapshot.name);
    object.insert("note"_L1, snapshot.note);
    object.insert("created_at"_L1, snapshot.createdAt.toUTC().toString(Qt::ISODateWithMs));
    if (snapshot.pause)
        object.insert("pause_ms"_L1, static_cast<qint64>(snapshot.pause->count()));
    object.insert("memory_mib"_L1, number(snapshot.memoryMib));
    object.insert("vcpus"_L1, snapshot.vcpus);
    object.insert("state_bytes"_L1, snapshot.stateBytes);
    object.insert("memory_bytes"_L1, snapshot.memoryBytes);
    object.insert("api_level"_L1, snapshot.engine.firecrackerVersion);
    object.insert("engine_version"_L1, snapshot.engine.sparklerVersion);
    object.insert("runner"_L1, snapshot.runner);
    object.insert("cpu"_L1, toObject(snapshot.cpu));
    QJsonArray drives;
    for (const SnapshotDrive &drive : snapshot.drives)
        drives.append(toObject(drive));
    object.insert("drives"_L1, drives);
    object.insert("console"_L1, snapshot.consoleText);
    QJsonObject checksums;
    for (auto sum = snapshot.checksums.begin(); sum != snapshot.checksums.end(); ++sum)
        checksums.insert(sum.key(), QString::fromLatin1(sum->toHex()));
    object.insert("checksums"_L1, checksums);
    object.insert("machine"_L1, QJsonDocument::fromJson(definitionToText(snapshot.definition)).object());
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

std::expected<Snapshot, QString> snapshotFromText(const QByteArray &source)
{
    auto parsed = parseObject(source);
    if (!parsed)
        return std::unexpected(
            text(QT_TRANSLATE_NOOP("Snapshots", "Its description is damaged: %1.")).arg(parsed.error()));
    const QJsonValue version = parsed->take("version"_L1);
    if (!version.isDouble() || version.toInt(0) < 1)
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "Its description has no usable “version”.")));
    if (version.toDouble() > kVersion)
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "It was made by a newer version of Sparkler.")));
    Snapshot snapshot;
    QString error;
    readBody(*parsed, snapshot, error);
    if (!error.isEmpty())
        return std::unexpected(text(QT_TRANSLATE_NOOP("Snapshots", "Its description is wrong: %1.")).arg(error));
    const auto definition = definitionFromText(QJsonDocument(parsed->value("machine"_L1).toObject()).toJson());
    if (!definition)
        return std::unexpected(definition.error());
    snapshot.definition = *definition;
    for (const QLatin1StringView key :
         {"id"_L1, "parent"_L1, "kind"_L1, "name"_L1, "note"_L1, "created_at"_L1, "pause_ms"_L1, "memory_mib"_L1,
          "vcpus"_L1, "state_bytes"_L1, "memory_bytes"_L1, "api_level"_L1, "engine_version"_L1, "runner"_L1, "cpu"_L1,
          "drives"_L1, "console"_L1, "checksums"_L1, "machine"_L1})
        parsed->remove(key);
    snapshot.unknown = *parsed;
    return snapshot;
}

} // namespace sparkler::gui
