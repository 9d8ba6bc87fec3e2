#pragma once

#include "manager/log_tail.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSortFilterProxyModel>

namespace sparkler::gui {

/// "Warning"; "Off" has a name as well.
QString logLevelName(LogLevel level);

/// The lines of a LogTail as rows. It keeps copies (shared text), so that rows leave and come one step after the tail
/// and views can follow. Bounded by the tail. GUI thread.
class LogModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, LevelColumn, OriginColumn, MessageColumn };
    static constexpr int kColumnCount = 4;
    enum Role {
        LevelRole = Qt::UserRole, ///< int of the LogLevel; invalid: the line has none
        SeverityRole,             ///< the same, where lines without a level have that of the line before them
        WholeRole,                ///< the line as it is in the file
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// Null: no lines. The tail may go first.
    void setSource(LogTail *tail);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        LogLine line;
        std::optional<LogLevel> severity;
    };
    QString text(const Row &row, int column) const;
    void clear();
    void dropFirst(int count);
    void appendRest();

    QPointer<LogTail> m_tail;
    std::deque<Row> m_rows;
};

/// Rows of a LogModel at least as severe as asked for, and with the text in them.
class LogFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Nothing: all rows, also those that belong to no level.
    void setMinimumSeverity(std::optional<LogLevel> level);
    /// Letter case does not count. Empty: all.
    void setText(const QString &text);
    bool isFiltering() const { return m_level || !m_text.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    std::optional<LogLevel> m_level;
    QString m_text;
};

} // namespace sparkler::gui
