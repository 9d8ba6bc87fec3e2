#pragma once

#include "models/counter_rates.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QSortFilterProxyModel>

#include <memory>
#include <vector>

namespace sparkler::gui {

/// Every counter of an engine with its value, rate and unit, below the group (device) it belongs to; durations also
/// have their average. Counters can be ticked, and stay ticked by name. GUI thread.
class CounterModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn, RateColumn, UnitColumn };
    static constexpr int kColumnCount = 4;
    enum Role {
        SortRole = Qt::UserRole,
        CounterRole, ///< the whole name; of a group, the group's
        FilterRole,  ///< what the search looks at
        FailureRole, ///< bool: it counts failures and is not 0; of a group: one of its counters does
    };

    explicit CounterModel(QObject *parent = nullptr);
    ~CounterModel() override;

    /// Rows that stay keep their place, and only cells that changed are announced.
    void update(const CounterRates &rates);
    void clear();
    /// Names of the ticked counters, in byte order; also of such that are not there now.
    QStringList chosen() const;
    void setChosen(const QStringList &names);
    int failures() const; ///< counters with FailureRole

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    void chosenChanged();

private:
    struct Row {
        QString leaf;
        QString name;
        std::optional<qint64> value; ///< nothing: an average
        std::optional<double> rate;  ///< of an average: the average
        bool average = false;
        bool failing() const;
        bool operator==(const Row &) const = default;
    };
    struct Group {
        QString name;
        std::vector<Row> rows;
    };
    using Groups = std::vector<std::unique_ptr<Group>>;

    static std::vector<Group> grouped(const CounterRates &rates);
    void updateGroup(int at, std::vector<Row> &&rows);
    QModelIndex indexOf(int group) const { return index(group, 0); }
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant rowData(const Row &row, int column, int role) const;
    static QString text(const Row &row, int column);
    static QString toolTip(const Row &row);
    static QVariant sortKey(const Row &row, int column);
    const Row &rowOf(const QModelIndex &index) const;
    int place(const Group *group) const;

    Groups m_groups; ///< an index of a counter holds its group's address
    QSet<QString> m_chosen;
};

/// Counters whose name or meaning holds a text, with the groups they are in.
class CounterFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CounterFilterModel(QObject *parent = nullptr);

    /// Letter case does not count. Empty: all.
    void setText(const QString &text);
    /// Only those with FailureRole.
    void setFailuresOnly(bool on);
    /// The counters that are shown, in the order shown.
    QStringList shown() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_failuresOnly = false;
};

} // namespace sparkler::gui
