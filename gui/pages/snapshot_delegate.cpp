#include "pages/snapshot_delegate.h"

#include "models/snapshot_tree_model.h"
#include "widgets/icons.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace sparkler::gui {
namespace {

using Kind = Lineage::Node::Kind;

constexpr int kLane = 18;
constexpr int kMark = 16;
constexpr double kDot = 4.5; ///< radius
constexpr int kMostLanesDrawn = 12;

int drawnLane(const LaneRow &row)
{
    return std::min(row.lane, kMostLanesDrawn);
}

/// x of a lane's line, in a row that begins at 0.
int middleOf(int lane)
{
    return spacing::kTight + lane * kLane + kLane / 2;
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

QColor lineColour(const QStyleOptionViewItem &option, bool trunk)
{
    if (isSelected(option))
        return option.palette.color(QPalette::HighlightedText);
    return Theme::colour(trunk ? ColourRole::Accent : ColourRole::FieldBorder, option.palette);
}

} // namespace

QSize SnapshotDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize hint = QStyledItemDelegate::sizeHint(option, index);
    hint.setHeight(std::max(hint.height(), option.fontMetrics.height() + spacing::kSmall + spacing::kTight));
    if (index.column() == SnapshotTreeModel::NameColumn)
        hint.rwidth() += middleOf(drawnLane(index.data(SnapshotTreeModel::LaneRole).value<LaneRow>())) + kLane;
    return hint;
}

void SnapshotDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() != SnapshotTreeModel::NameColumn) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString text = std::exchange(item.text, {});
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    auto row = index.data(SnapshotTreeModel::LaneRole).value<LaneRow>();
    if (!m_lines)
        row.lane = 0;
    painter->save();
    painter->setClipRect(option.rect);
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_lines)
        paintLines(painter, option, row);
    const int middle = middleOf(drawnLane(row));
    const QPoint centre(option.rect.left() + middle, option.rect.center().y());
    const QRect mark = QStyle::visualRect(option.direction, option.rect, QRect(centre, QSize(1, 1)));
    paintMark(painter, option, index, mark.topLeft());

    const QRect area =
        QStyle::visualRect(option.direction, option.rect,
                           option.rect.adjusted(middle + kLane / 2 + spacing::kTight, 0, -spacing::kTight, 0));
    painter->setFont(item.font);
    painter->setPen(option.palette.color(isSelected(option) ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(area, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                      QFontMetrics(item.font).elidedText(text, Qt::ElideRight, area.width()));
    painter->restore();
}

void SnapshotDelegate::paintLines(QPainter *painter, const QStyleOptionViewItem &option, const LaneRow &row) const
{
    const QRectF rect = option.rect;
    const double middle = rect.center().y();
    const auto x = [&](int lane) {
        const double from = middleOf(lane) + 0.5;
        return option.direction == Qt::RightToLeft ? rect.right() - from : rect.left() + from;
    };
    const auto draw = [&](int lane, const QPainterPath &path) {
        painter->setPen(QPen(lineColour(option, row.trunk && lane == 0), 2));
        painter->drawPath(path);
    };
    const auto line = [&](int lane, double top, double bottom) {
        QPainterPath path({x(lane), top});
        path.lineTo(x(lane), bottom);
        draw(lane, path);
    };
    painter->setBrush(Qt::NoBrush);
    const int own = drawnLane(row);
    for (int lane = 0; lane < own; ++lane) {
        if (row.passing >> lane & 1)
            line(lane, rect.top(), rect.bottom() + 1);
    }
    if (row.fromLeft && own > 0) {
        QPainterPath path({x(own - 1), rect.top()});
        path.quadTo(x(own - 1), middle, x(own), middle);
        draw(own, path);
    }
    if (row.fromAbove)
        line(own, rect.top(), middle);
    if (row.goesOn)
        line(own, middle, rect.bottom() + 1);
}

void SnapshotDelegate::paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                 const QPoint &centre) const
{
    const auto kind = static_cast<Kind>(index.data(SnapshotTreeModel::NodeRole).toInt());
    const bool damaged = index.data(SnapshotTreeModel::DamagedRole).toBool();
    const QColor ground =
        isSelected(option) ? option.palette.color(QPalette::Highlight) : option.palette.color(QPalette::Base);
    if (kind == Kind::Snapshot && !damaged) {
        const auto row = index.data(SnapshotTreeModel::LaneRole).value<LaneRow>();
        const bool diff = index.data(SnapshotTreeModel::DiffRole).toBool();
        const QColor colour = lineColour(option, row.trunk && row.lane == 0);
        painter->setPen(QPen(colour, 2));
        painter->setBrush(diff ? ground : colour);
        painter->drawEllipse(QPointF(centre) + QPointF(0.5, 0.5), kDot, kDot);
        return;
    }
    Icon picture = Icon::Machine;
    ColourRole role = ColourRole::MutedText;
    if (damaged) {
        picture = Icon::Error;
        role = ColourRole::Danger;
    } else if (kind == Kind::Here) {
        picture = Icon::Here;
        role = ColourRole::Accent;
    }
    // The line ends at the picture.
    const QRect place(centre.x() - kMark / 2, centre.y() - kMark / 2, kMark, kMark);
    painter->setPen(Qt::NoPen);
    painter->setBrush(ground);
    painter->drawEllipse(QRectF(place).adjusted(1, 1, -1, -1));
    const QColor colour =
        isSelected(option) ? option.palette.color(QPalette::HighlightedText) : Theme::colour(role, option.palette);
    painter->drawPixmap(place, iconPixmap(picture, colour, kMark, painter->device()->devicePixelRatioF()));
}

} // namespace sparkler::gui
