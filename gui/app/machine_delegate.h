#pragma once

#include <QStyledItemDelegate>

namespace sparkler::gui {

/// A machine in two lines: state shape, name, state and size in words, CPU trail at the end. Groups are one caption
/// line.
class MachineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintMachine(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace sparkler::gui
