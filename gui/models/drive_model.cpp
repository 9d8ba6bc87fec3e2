#include "models/drive_model.h"

#include "models/drive_text.h"
#include "models/row_diff.h"

#include <QFileInfo>
#include <QLocale>

namespace sparkler::gui {

namespace {

constexpr qint64 kNoFile = -1;

qint64 sizeOnDisk(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() && !file.isDir() ? file.size() : kNoFile;
}

} // namespace

void DriveModel::setDrives(const QList<Drive> &drives, const QHash<QString, qint64> &planned)
{
    QList<qint64> bytes;
    for (const Drive &drive : drives)
        bytes << planned.value(drive.pathOnHost, sizeOnDisk(drive.pathOnHost));
    m_planned = planned;
    const auto [head, gone, come] =
        diffRows(m_drives, drives, [](const Drive &a, const Drive &b) { return a.driveId == b.driveId; });
    const int first = static_cast<int>(head);
    const qsizetype kept = qMin(gone, come);
    if (gone > kept) {
        beginRemoveRows({}, first + static_cast<int>(kept), first + static_cast<int>(gone) - 1);
        m_drives.remove(head + kept, gone - kept);
        m_bytes.remove(head + kept, gone - kept);
        endRemoveRows();
    }
    if (come > kept) {
        beginInsertRows({}, first + static_cast<int>(kept), first + static_cast<int>(come) - 1);
        for (qsizetype at = head + kept; at < head + come; ++at) {
            m_drives.insert(at, drives[at]);
            m_bytes.insert(at, bytes[at]);
        }
        endInsertRows();
    }
    for (qsizetype at = 0; at < drives.size(); ++at) {
        if (m_drives[at] == drives[at] && m_bytes[at] == bytes[at])
            continue;
        m_drives[at] = drives[at];
        m_bytes[at] = bytes[at];
        const int row = static_cast<int>(at);
        emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    }
}

void DriveModel::setNotes(const QHash<QString, Note> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    if (!m_drives.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, kColumnCount - 1));
}

int DriveModel::rowOf(const QString &driveId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_drives[row].driveId == driveId)
            return row;
    }
    return -1;
}

int DriveModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drives.size());
}

int DriveModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant DriveModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column and value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(row, index.column()));
    case DriveIdRole:
        return m_drives[row].driveId;
    case BytesRole:
        return m_bytes[row];
    case ProblemRole:
        return m_notes.value(m_drives[row].driveId).problem;
    default:
        return {};
    }
}

QString DriveModel::sizeText(int row) const
{
    if (m_bytes[row] == kNoFile)
        return tr("No file");
    const QString size = QLocale().formattedDataSize(m_bytes[row], m_bytes[row] % (1 << 20) == 0 ? 0 : 1);
    return m_planned.contains(m_drives[row].pathOnHost) ? tr("%1, new", "size of a disk still to be made").arg(size)
                                                        : size;
}

QString DriveModel::text(int row, int column) const
{
    const Drive &drive = m_drives[row];
    switch (column) {
    case IdColumn:
        return drive.driveId;
    case FileColumn:
        return QFileInfo(drive.pathOnHost).fileName();
    case SizeColumn:
        return sizeText(row);
    case RootColumn:
        return drive.isRootDevice ? tr("Root") : QString();
    case AccessColumn:
        return drive.isReadOnly ? tr("Read-only") : tr("Read and write");
    case CacheColumn:
        return cacheText(drive.cacheType);
    case EngineColumn:
        return ioEngineText(drive.ioEngine);
    case LimitsColumn:
        return limiterText(drive.rateLimiter);
    case NoteColumn:
        return m_notes.value(drive.driveId).text;
    default:
        return {};
    }
}

QString DriveModel::tip(int row, int column) const
{
    return column == FileColumn ? m_drives[row].pathOnHost : text(row, column);
}

QVariant DriveModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Drive");
    case FileColumn:
        return tr("File");
    case SizeColumn:
        return tr("Size");
    case RootColumn:
        return tr("Root");
    case AccessColumn:
        return tr("Access");
    case CacheColumn:
        return tr("Cache");
    case EngineColumn:
        return tr("I/O engine");
    case LimitsColumn:
        return tr("Rate limits");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace sparkler::gui
