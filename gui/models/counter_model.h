#pragma once

#include "models/counter_rates.h"

#include <QAbstractTableModel>

#include <vector>

namespace sparkler::gui {

/// Every counter of an engine with its total and its present rate, ordered by name. GUI thread.
class CounterModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TotalColumn, RateColumn };
    static constexpr int kColumnCount = 3;
    enum Role { SortRole = Qt::UserRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows that stay keep their place, and only cells that changed are announced.
    void update(const CounterRates &rates);
    void clear();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString name;
        qint64 total = 0;
        std::optional<double> rate;
    };
    void updateRow(int row, qint64 total, std::optional<double> rate);

    std::vector<Row> m_rows;
};

} // namespace sparkler::gui
