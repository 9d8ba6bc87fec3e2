#pragma once

#include "manager/snapshots/snapshot.h"

#include <QSet>

#include <expected>

namespace sparkler::gui {

/// Where one machine's snapshots lie, below its own directory, so that its engine sees them:
///
///   snapshots/lineage.json          the snapshot made or restored last, and where the machine comes from
///   snapshots/ID/snapshot.json      a Snapshot
///   snapshots/ID/state, memory      the engine's files
///   snapshots/ID/drives/DRIVE.img   copies of the drives that the guest writes to
///   snapshots/.work-ID/…            something unfinished: one that is being made, or put together for one task
///   snapshots/.restore.json         while one is being restored, see RestoreJournal
///   snapshots/.busy                 see SnapshotLock
///
/// Pure path arithmetic; any thread.
class SnapshotFolder {
public:
    explicit SnapshotFolder(const QString &machineRoot) : m_root(machineRoot + QStringLiteral("/snapshots")) {}

    QString root() const { return m_root; }
    QString lineageFile() const { return m_root + QStringLiteral("/lineage.json"); }
    QString journalFile() const { return m_root + QStringLiteral("/.restore.json"); }
    QString lockFile() const { return m_root + QStringLiteral("/.busy"); }
    QString of(const QString &id) const { return m_root + u'/' + id; }

    // Names in a snapshot's folder.
    static QString descriptionName() { return QStringLiteral("snapshot.json"); }
    static QString stateName() { return QStringLiteral("state"); }
    static QString memoryName() { return QStringLiteral("memory"); }
    static QString drivesName() { return QStringLiteral("drives"); }
    /// "drives/rootfs.img": harmless characters only, and different drives stay different.
    static QString driveCopyName(const QString &driveId);
    /// Whether `name` may be a file of a snapshot's: one of those above, without detours.
    static bool isFileName(const QString &name);

private:
    QString m_root;
};

/// [a-z0-9]{8}
bool isSnapshotId(const QString &name);
/// One that is not in `taken`.
QString newSnapshotId(const QSet<QString> &taken);

/// What lineage.json holds.
struct LineageRecord {
    QString here;
    std::optional<SnapshotOrigin> origin;
    QJsonObject unknown;

    /// No file: an empty record. Error: a translated sentence.
    static std::expected<LineageRecord, QString> read(const SnapshotFolder &folder);
    std::expected<void, QString> write(const SnapshotFolder &folder) const; ///< makes the folder
};

/// The text of snapshot.json: indented, readable by hand.
QByteArray snapshotToText(const Snapshot &snapshot);
/// And back. Strict: what this version would lose or take for something else is refused. Error: a translated sentence.
std::expected<Snapshot, QString> snapshotFromText(const QByteArray &text);
/// Reads snapshot.json of a folder that is called `id`.
std::expected<Snapshot, QString> readSnapshot(const QString &folder, const QString &id);
std::expected<void, QString> writeSnapshot(const QString &folder, const Snapshot &snapshot);

} // namespace sparkler::gui
