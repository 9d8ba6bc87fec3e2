#include "models/log_model.h"

#include <algorithm>

namespace sparkler::gui {

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Off:
        return LogModel::tr("Off");
    case LogLevel::Error:
        return LogModel::tr("Error");
    case LogLevel::Warn:
        return LogModel::tr("Warning");
    case LogLevel::Info:
        return LogModel::tr("Info");
    case LogLevel::Debug:
        return LogModel::tr("Debug");
    case LogLevel::Trace:
        return LogModel::tr("Trace");
    }
    return {};
}

void LogModel::setSource(LogTail *tail)
{
    if (tail == m_tail && tail)
        return;
    if (m_tail)
        disconnect(m_tail, nullptr, this, nullptr);
    clear();
    m_tail = tail;
    if (!tail)
        return;
    connect(tail, &LogTail::cleared, this, &LogModel::clear);
    connect(tail, &LogTail::linesChanged, this, [this](int dropped, int) {
        dropFirst(dropped);
        appendRest();
    });
    connect(tail, &QObject::destroyed, this, &LogModel::clear);
    appendRest();
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LogModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString LogModel::text(const Row &row, int column) const
{
    switch (column) {
    case TimeColumn:
        return row.line.at.isValid() ? row.line.at.toString(QStringLiteral("HH:mm:ss.zzz")) : QString();
    case LevelColumn:
        return row.line.level ? logLevelName(*row.line.level) : QString();
    case OriginColumn:
        return row.line.origin;
    case MessageColumn:
        return row.line.text;
    default:
        return {};
    }
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == TimeColumn && row.line.at.isValid())
            return row.line.at.toString(Qt::ISODateWithMs);
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == LevelColumn && !row.line.level)
            return tr("No level");
        return text(row, index.column());
    case LevelRole:
        return row.line.level ? QVariant(static_cast<int>(*row.line.level)) : QVariant();
    case SeverityRole:
        return row.severity ? QVariant(static_cast<int>(*row.severity)) : QVariant();
    case WholeRole:
        return row.line.whole;
    default:
        return {};
    }
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case LevelColumn:
        return tr("Level");
    case OriginColumn:
        return tr("From");
    case MessageColumn:
        return tr("Message");
    default:
        return {};
    }
}

void LogModel::clear()
{
    dropFirst(static_cast<int>(m_rows.size()));
}

void LogModel::dropFirst(int count)
{
    count = std::min(count, static_cast<int>(m_rows.size()));
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    m_rows.erase(m_rows.begin(), m_rows.begin() + count);
    endRemoveRows();
}

void LogModel::appendRest()
{
    if (!m_tail)
        return;
    const std::deque<LogLine> &lines = m_tail->lines();
    if (lines.size() < m_rows.size()) // cannot be told apart any more: start anew
        clear();
    const std::size_t known = m_rows.size();
    if (lines.size() == known)
        return;
    beginInsertRows({}, static_cast<int>(known), static_cast<int>(lines.size()) - 1);
    for (std::size_t i = known; i < lines.size(); ++i) {
        std::optional<LogLevel> severity = lines[i].level;
        if (!severity && !m_rows.empty())
            severity = m_rows.back().severity;
        m_rows.push_back({lines[i], severity});
    }
    endInsertRows();
}

void LogFilterModel::setMinimumSeverity(std::optional<LogLevel> level)
{
    if (level == m_level)
        return;
    m_level = level;
    invalidateRowsFilter();
}

void LogFilterModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    invalidateRowsFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_level) {
        const QVariant severity = index.data(LogModel::SeverityRole);
        if (!severity.isValid() || severity.toInt() > static_cast<int>(*m_level))
            return false;
    }
    return m_text.isEmpty() || index.data(LogModel::WholeRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace sparkler::gui
