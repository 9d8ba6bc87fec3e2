#include "models/exchange_model.h"

#include <QLocale>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

void ExchangeModel::setExchanges(const std::deque<Exchange> &exchanges)
{
    beginResetModel();
    const auto surplus = std::max<std::ptrdiff_t>(0, std::ssize(exchanges) - kMaximum);
    m_rows.assign(exchanges.begin() + surplus, exchanges.end());
    endResetModel();
}

void ExchangeModel::append(const Exchange &exchange)
{
    if (std::ssize(m_rows) >= kMaximum) {
        beginRemoveRows({}, 0, 0);
        m_rows.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_rows.push_back(exchange);
    endInsertRows();
}

void ExchangeModel::clear()
{
    if (m_rows.empty())
        return;
    beginRemoveRows({}, 0, rowCount() - 1);
    m_rows.clear();
    endRemoveRows();
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QString ExchangeModel::statusText(const Exchange &exchange)
{
    if (!exchange.error)
        return QString::number(exchange.status);
    switch (exchange.error->kind) {
    case ApiError::Kind::NotConnected:
        return tr("Not connected");
    case ApiError::Kind::TimedOut:
        return tr("No answer in time");
    case ApiError::Kind::Cancelled:
        return tr("Cancelled");
    case ApiError::Kind::ConnectionLost:
        return tr("Connection lost");
    case ApiError::Kind::Protocol:
        return tr("Not understood");
    case ApiError::Kind::TooLarge:
        return tr("Answer too large");
    case ApiError::Kind::Fault:
        return tr("%1, refused").arg(exchange.status);
    }
    return {};
}

QString ExchangeModel::durationText(std::chrono::microseconds duration)
{
    const QLocale locale;
    const auto micros = static_cast<double>(duration.count());
    if (duration < std::chrono::seconds(1))
        return tr("%1 ms").arg(locale.toString(micros / 1e3, 'f', micros < 1e5 ? 2 : 0));
    return tr("%1 s").arg(locale.toString(micros / 1e6, 'f', 2));
}

QString ExchangeModel::text(const Exchange &exchange, int column) const
{
    switch (column) {
    case TimeColumn:
        return exchange.startedAt.toLocalTime().toString(u"HH:mm:ss.zzz"_s);
    case MethodColumn:
        return QString::fromLatin1(exchange.method);
    case PathColumn:
        return exchange.path;
    case StatusColumn:
        return statusText(exchange);
    case DurationColumn:
        return durationText(exchange.duration);
    default:
        return {};
    }
}

QVariant ExchangeModel::sortKey(const Exchange &exchange, int column) const
{
    switch (column) {
    case TimeColumn:
        return exchange.startedAt;
    case StatusColumn:
        return exchange.status;
    case DurationColumn:
        return static_cast<qlonglong>(exchange.duration.count());
    default:
        return text(exchange, column);
    }
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Exchange &exchange = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(exchange, index.column());
    case Qt::ToolTipRole:
        return exchange.error ? QVariant(exchange.error->sentence()) : QVariant();
    case Qt::TextAlignmentRole:
        if (index.column() == DurationColumn)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case FailedRole:
        return exchange.error.has_value();
    case SortRole:
        return sortKey(exchange, index.column());
    default:
        return {};
    }
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == DurationColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn:
        return tr("Time");
    case MethodColumn:
        return tr("Method");
    case PathColumn:
        return tr("Path");
    case StatusColumn:
        return tr("Status");
    case DurationColumn:
        return tr("Duration");
    default:
        return {};
    }
}

ExchangeFilterModel::ExchangeFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setSortRole(ExchangeModel::SortRole);
}

void ExchangeFilterModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    invalidateRowsFilter();
}

void ExchangeFilterModel::setErrorsOnly(bool on)
{
    if (on == m_errorsOnly)
        return;
    m_errorsOnly = on;
    invalidateRowsFilter();
}

bool ExchangeFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const auto cell = [&](int column, int role) { return sourceModel()->index(row, column, parent).data(role); };
    if (m_errorsOnly && !cell(0, ExchangeModel::FailedRole).toBool())
        return false;
    return m_text.isEmpty() ||
           cell(ExchangeModel::PathColumn, Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive) ||
           cell(ExchangeModel::MethodColumn, Qt::DisplayRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace sparkler::gui
