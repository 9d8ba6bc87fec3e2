#include "widgets/style.h"

#include "widgets/style_parts.h"
#include "widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QSlider>
#include <QStyleFactory>
#include <QStyleOption>
#include <QWidget>

namespace sparkler::gui {

namespace {

constexpr char kKindProperty[] = "sparklerButtonKind";
constexpr int kControlHeight = 32;
constexpr int kFieldPadding = 5;
constexpr int kScrollBarExtent = 12;

ButtonKind kindOf(const QWidget *widget)
{
    return widget ? static_cast<ButtonKind>(widget->property(kKindProperty).toInt()) : ButtonKind::Normal;
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        drawPushButton(option, painter, kindOf(widget));
        return;
    case PE_PanelButtonTool:
        drawToolButton(option, painter);
        return;
    case PE_PanelLineEdit:
        // Inside a spin box the frame is the box's.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            drawField(option, painter);
        return;
    case PE_FrameLineEdit:
        drawField(option, painter);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheck(option, painter);
        return;
    case PE_IndicatorRadioButton:
        drawRadio(option, painter);
        return;
    case PE_Frame:
        painter->setPen(Theme::colour(ColourRole::CardBorder, option->palette));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabWidget:
    case PE_FrameTabBarBase:
        painter->setPen(Theme::colour(ColourRole::CardBorder, option->palette));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        return;
    case PE_FrameFocusRect:
        // Where one row can be selected, the selection shows the focus.
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget);
            view && view->selectionMode() == QAbstractItemView::SingleSelection && option->state & State_Selected)
            return;
        drawRounded(painter, option->rect, Qt::transparent, Theme::colour(ColourRole::Accent, option->palette), 1.5);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_PushButtonLabel) {
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            const ButtonKind kind = kindOf(widget);
            if (kind == ButtonKind::Primary && option->state & State_Enabled) {
                const QColor ink = option->palette.color(QPalette::Active, QPalette::HighlightedText);
                copy.palette.setColor(QPalette::ButtonText, ink);
                if (!copy.icon.isNull()) // the drawing has to be in the label's colour
                    copy.icon =
                        QIcon(copy.icon.pixmap(copy.iconSize, painter->device()->devicePixelRatio(), QIcon::Selected));
            } else if (kind == ButtonKind::Danger && option->state & State_Enabled) {
                copy.palette.setColor(QPalette::ButtonText, Theme::colour(ColourRole::Danger, option->palette));
            }
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
    }
    switch (element) {
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && !item->icon.isNull() && option->state & State_Selected && option->state & State_Enabled) {
            QStyleOptionMenuItem copy = *item; // the drawing has to stand out from the highlight
            const int side = pixelMetric(PM_SmallIconSize, option, widget);
            copy.icon =
                QIcon(item->icon.pixmap(QSize(side, side), painter->device()->devicePixelRatio(), QIcon::Selected));
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_TabBarTabShape:
        drawTab(option, painter);
        return;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        drawHeader(option, painter);
        return;
    case CE_ToolBar:
        drawToolBar(option, painter);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Window));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            drawMenuBarItem(item, painter, this);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        drawProgressGroove(option, painter);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
            bar && bar->maximum > bar->minimum && bar->state & State_Horizontal) {
            drawProgress(bar, painter);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    if (const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr) {
        drawScrollBar(bar, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget), painter);
        return;
    }
    const auto *slider = control == CC_Slider ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
    if (slider && slider->orientation == Qt::Horizontal && slider->tickPosition == QSlider::NoTicks) {
        drawSlider(slider, subControlRect(CC_Slider, option, SC_SliderHandle, widget), painter);
        return;
    }
    const auto *spin = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if (!spin) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    if (spin->frame && spin->subControls & SC_SpinBoxFrame)
        drawField(option, painter);
    if (spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    for (const bool up : {true, false}) {
        const SubControl part = up ? SC_SpinBoxUp : SC_SpinBoxDown;
        const bool usable =
            option->state & State_Enabled &&
            spin->stepEnabled & (up ? QAbstractSpinBox::StepUpEnabled : QAbstractSpinBox::StepDownEnabled);
        const QRect rect = subControlRect(CC_SpinBox, option, part, widget);
        QStyleOption button(*option);
        button.rect = rect.adjusted(1, up ? 1 : 0, -1, up ? 0 : -1);
        button.state = State_Enabled;
        if (usable && option->activeSubControls == part)
            button.state |= option->state & State_Sunken ? State_Sunken : State_MouseOver;
        drawToolButton(&button, painter);
        drawArrow(painter, rect, up,
                  option->palette.color(usable ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = element == SE_LineEditContents ? qstyleoption_cast<const QStyleOptionFrame *>(option) : nullptr;
    return frame && frame->lineWidth > 0 ? rect.adjusted(kFieldPadding, 0, -kFieldPadding, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    if (const auto *bar = control == CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr)
        return visualRect(bar->orientation == Qt::Horizontal ? bar->direction : Qt::LeftToRight, bar->rect,
                          scrollBarRect(bar, part));
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool text = (control == CC_SpinBox && part == SC_SpinBoxEditField) ||
                      (control == CC_ComboBox && part == SC_ComboBoxEditField);
    return text ? rect.adjusted(kFieldPadding, 0, -2, 0) : rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return spacing::kLarge;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return spacing::kSmall;
    case PM_ButtonMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
        return 20;
    case PM_SmallIconSize:
    case PM_ListViewIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_ToolBarItemSpacing:
        return spacing::kTight;
    case PM_ToolBarItemMargin:
        return spacing::kTight;
    case PM_TabBarTabHSpace:
        return 20; // all pages of a machine are in sight in a new window
    case PM_TabBarTabVSpace:
        return 16;
    case PM_SplitterWidth:
        return 5;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return kIndicatorSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return spacing::kSmall;
    case PM_ScrollBarExtent:
        return kScrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_FormLayoutLabelAlignment:
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case SH_FormLayoutFormAlignment:
        return int(Qt::AlignLeft | Qt::AlignTop);
    case SH_FormLayoutFieldGrowthPolicy:
        return 1; // QFormLayout::ExpandingFieldsGrow
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result.rwidth() += spacing::kMedium;
        result.setHeight(qMax(size.height() + 8, kControlHeight));
        break;
    case CT_ComboBox:
    case CT_SpinBox:
        result.rwidth() += 2 * kFieldPadding;
        result.setHeight(qMax(size.height() + 8, kControlHeight));
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            result.setHeight(qMax(result.height(), kControlHeight));
        break;
    case CT_ToolButton:
        result = result.expandedTo({28, 28});
        break;
    case CT_ItemViewItem:
        result.setHeight(qMax(result.height(), 30));
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(qMax(result.height(), 28));
        break;
    case CT_HeaderSection:
        result.setHeight(qMax(result.height(), 30));
        break;
    default:
        break;
    }
    return result;
}

void setButtonKind(QWidget *button, ButtonKind kind)
{
    button->setProperty(kKindProperty, static_cast<int>(kind));
    button->update();
}

} // namespace sparkler::gui
