#pragma once

#include "client/types.h"

#include <QAbstractTableModel>
#include <QHash>

namespace sparkler::gui {

/// The drives of one machine as a form shows them, in the engine's order. Rows that stay keep their place in a view's
/// selection. GUI thread.
class DriveModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        IdColumn,
        FileColumn,
        SizeColumn,
        RootColumn,
        AccessColumn,
        CacheColumn,
        EngineColumn,
        LimitsColumn,
        NoteColumn
    };
    static constexpr int kColumnCount = 9;
    enum Role {
        DriveIdRole = Qt::UserRole,
        BytesRole,   ///< size of the file, -1: there is none
        ProblemRole, ///< bool: the note tells what is wrong
    };

    /// What is said about one drive.
    struct Note {
        QString text;
        bool problem = false;
        bool operator==(const Note &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `planned`: sizes of files that do not exist yet, by path. Looks at each file (a stat).
    void setDrives(const QList<Drive> &drives, const QHash<QString, qint64> &planned = {});
    const QList<Drive> &drives() const { return m_drives; }
    /// By drive id; drives that are not listed have none.
    void setNotes(const QHash<QString, Note> &notes);
    /// -1: none has this id.
    int rowOf(const QString &driveId) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, int column) const;
    QString tip(int row, int column) const;
    QString sizeText(int row) const;

    QList<Drive> m_drives;
    QList<qint64> m_bytes; ///< one for each drive
    QHash<QString, qint64> m_planned;
    QHash<QString, Note> m_notes;
};

} // namespace sparkler::gui
