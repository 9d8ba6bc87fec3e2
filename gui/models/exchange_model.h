#pragma once

#include "client/exchange.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <deque>

namespace sparkler::gui {

/// Requests to one engine and what became of them, oldest first. Bounded: the oldest leave. GUI thread.
class ExchangeModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TimeColumn, MethodColumn, PathColumn, StatusColumn, DurationColumn };
    static constexpr int kColumnCount = 5;
    enum Role {
        FailedRole = Qt::UserRole, ///< bool
        SortRole,                  ///< comparable value of the column
    };
    static constexpr int kMaximum = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    /// Another machine's: replaces all.
    void setExchanges(const std::deque<Exchange> &exchanges);
    void append(const Exchange &exchange);
    void clear();
    /// `row` as in this model.
    const Exchange &at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// "204", "400, refused", "No answer in time" …
    static QString statusText(const Exchange &exchange);
    /// "1.24 ms", "3.1 s".
    static QString durationText(std::chrono::microseconds duration);

private:
    QString text(const Exchange &exchange, int column) const;
    QVariant sortKey(const Exchange &exchange, int column) const;

    std::deque<Exchange> m_rows;
};

class ExchangeFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ExchangeFilterModel(QObject *parent = nullptr);

    /// Part of the path or the method; letter case does not count.
    void setText(const QString &text);
    void setErrorsOnly(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_errorsOnly = false;
};

} // namespace sparkler::gui
