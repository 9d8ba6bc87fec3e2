#include "app/machine_delegate.h"

#include "models/machine_model.h"
#include "pages/state_look.h"
#include "widgets/sparkline.h"

#include <QApplication>
#include <QPainter>

namespace sparkler::gui {
namespace {

constexpr int kIcon = 20;
constexpr int kBadge = 16;
constexpr int kTrailWidth = 48;
constexpr int kTrailHeight = 22;

QFont nameFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    return font;
}

QFont detailFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

QSize MachineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.data(MachineModel::IdRole).toString().isEmpty())
        return {120, option.fontMetrics.height() + 2 * spacing::kSmall};
    const int lines = QFontMetrics(nameFont(option)).height() + QFontMetrics(detailFont(option)).height();
    return {200, lines + 2 * spacing::kSmall + 2};
}

void MachineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    if (index.data(MachineModel::IdRole).toString().isEmpty()) {
        QFont font = detailFont(option);
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(selected ? option.palette.color(QPalette::HighlightedText)
                                 : Theme::colour(ColourRole::MutedText, option.palette));
        const QRect area = option.rect.adjusted(spacing::kTight, 0, -spacing::kSmall, 0);
        const QString text = index.data().toString() + u"  " + index.data(MachineModel::SummaryRole).toString();
        painter->drawText(area, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
    } else {
        paintMachine(painter, option, index);
    }
    painter->restore();
}

void MachineDelegate::paintMachine(QPainter *painter, const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto mirrored = [&option](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette &palette = option.palette;
    const QColor text = palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = selected ? text : Theme::colour(ColourRole::MutedText, palette);
    const auto state = static_cast<MachineState>(index.data(MachineModel::StateRole).toInt());
    const StateLook look = stateLook(state);
    const QRect content = option.rect.adjusted(spacing::kSmall, spacing::kSmall, -spacing::kSmall, -spacing::kSmall);

    const QRect iconRect(content.left(), content.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    painter->drawPixmap(mirrored(iconRect), iconPixmap(look.icon, selected ? text : Theme::colour(look.colour, palette),
                                                       kIcon, painter->device()->devicePixelRatioF()));

    int right = content.right();
    const auto trail = index.data(MachineModel::CpuTrailRole).value<QList<double>>();
    if (trail.size() > 1) {
        const QRect trailRect(right - kTrailWidth, content.center().y() - kTrailHeight / 2, kTrailWidth, kTrailHeight);
        paintSparkline(*painter, mirrored(trailRect),
                       std::span(trail.constData(), static_cast<std::size_t>(trail.size())),
                       {.line = selected ? text : Theme::colour(ColourRole::Accent, palette), .maximum = 100.0});
        right -= kTrailWidth + spacing::kSmall;
    }
    const int left = iconRect.right() + spacing::kSmall + 2;
    const auto line = [&](int top, int end, const QFont &font, const QColor &colour, const QString &words) {
        const QFontMetrics metrics(font);
        const QRect area = mirrored(QRect(left, top, std::max(0, end - left), metrics.height()));
        painter->setFont(font);
        painter->setPen(colour);
        painter->drawText(area, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                          metrics.elidedText(words, Qt::ElideRight, area.width()));
        return metrics.height();
    };
    int nameRight = right;
    if (index.data(MachineModel::EmulatedRole).toBool()) {
        const QRect badge(right - kBadge, content.top() + 1, kBadge, kBadge);
        painter->drawPixmap(mirrored(badge),
                            iconPixmap(Icon::BadgeEmulated, muted, kBadge, painter->device()->devicePixelRatioF()));
        nameRight -= kBadge + spacing::kTight;
    }
    const int height = line(content.top(), nameRight, nameFont(option), text, index.data().toString());
    line(
        content.top() + height + 2, right, detailFont(option), muted,
        tr("%1 · %2", "state and size")
            .arg(index.data(MachineModel::StateTextRole).toString(), index.data(MachineModel::SummaryRole).toString()));
}

} // namespace sparkler::gui
