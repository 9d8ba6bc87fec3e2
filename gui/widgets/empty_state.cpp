#include "widgets/empty_state.h"

#include "widgets/style.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kTextWidth = 420;

} // namespace

EmptyState::EmptyState(Icon icon, const QString &headline, const QString &text, QWidget *parent)
    : QWidget(parent), m_iconKind(icon), m_icon(new QLabel(this)), m_headline(new QLabel(headline, this)),
      m_text(new QLabel(text, this)), m_buttons(new QHBoxLayout)
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_headline->setFont(Theme::font(TextRole::Heading));
    m_headline->setAlignment(Qt::AlignCenter);
    m_headline->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_text->setWordWrap(true);
    m_buttons->setSpacing(spacing::kSmall);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kXLarge, spacing::kXLarge, spacing::kXLarge, spacing::kXLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addWidget(m_headline);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addSpacing(spacing::kTight);
    m_buttons->addStretch(1);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    setAccessibleName(headline);
    refreshIcon();
    setText(text);
}

void EmptyState::setHeadline(const QString &headline)
{
    m_headline->setText(headline);
    setAccessibleName(headline);
}

void EmptyState::setText(const QString &text)
{
    m_text->setText(text);
    // Fixed: a wrapping label that is centred gets the height of one line from box layouts.
    m_text->setFixedSize(kTextWidth, m_text->heightForWidth(kTextWidth));
    setAccessibleDescription(text);
}

QPushButton *EmptyState::addButton(const QString &text, Icon kind)
{
    auto *button = new QPushButton(icon(kind), text, this);
    if (m_buttons->count() == 2)
        setButtonKind(button, ButtonKind::Primary);
    m_buttons->insertWidget(m_buttons->count() - 1, button);
    return button;
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshIcon();
}

void EmptyState::refreshIcon()
{
    m_icon->setPixmap(iconPixmap(m_iconKind, Theme::colour(ColourRole::MutedText, palette()), 56, devicePixelRatioF()));
}

} // namespace sparkler::gui
