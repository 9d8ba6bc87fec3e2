#pragma once

#include "manager/machine.h"

#include <QCollator>
#include <QSet>
#include <QSortFilterProxyModel>

namespace sparkler::gui {

/// MachineModel as the list shows it: searched, filtered, sorted by name (groups below the machines without one).
/// Samples of usage neither sort nor filter anew.
class MachineFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit MachineFilterModel(QObject *parent = nullptr);

    /// All words must occur somewhere in name, group, tags, notes or id, in any case. Empty: all.
    void setSearch(const QString &text);
    void setStates(const QSet<MachineState> &states); ///< empty: all
    void setTags(const QSet<QString> &tags);          ///< a machine needs one of them; empty: all
    const QSet<MachineState> &states() const { return m_states; }
    const QSet<QString> &tags() const { return m_tags; }
    bool isFiltering() const;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QStringList m_words;
    QSet<MachineState> m_states;
    QSet<QString> m_tags;
    QCollator m_collator;
};

} // namespace sparkler::gui
