#pragma once

#include "models/lanes.h"

#include <QStyledItemDelegate>

namespace sparkler::gui {

/// Draws the names of SnapshotTreeModel with the lines of their lineage. A full snapshot is a filled dot, a diff a
/// ring; machines, "you are here" and what is damaged have a picture.
class SnapshotDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Rows are missing: no lines, as they would join what does not belong together.
    void setLinesShown(bool shown) { m_lines = shown; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintLines(QPainter *painter, const QStyleOptionViewItem &option, const LaneRow &row) const;
    void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QPoint &centre) const;

    bool m_lines = true;
};

} // namespace sparkler::gui
