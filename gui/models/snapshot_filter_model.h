#pragma once

#include <QSortFilterProxyModel>

namespace sparkler::gui {

/// SnapshotTreeModel as the page shows it: searched and filtered, in the model's own order.
class SnapshotFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Full, Diffs, Machines, Damaged };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// All words must occur somewhere in name, note, time, kind or id, in any case. Empty: all.
    void setSearch(const QString &text);
    void setShow(Show show);
    /// Rows may be missing, so lines between them would mislead.
    bool isFiltering() const { return !m_words.isEmpty() || m_show != Show::All; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool isShownKind(const QModelIndex &index) const;

    QStringList m_words;
    Show m_show = Show::All;
};

} // namespace sparkler::gui
