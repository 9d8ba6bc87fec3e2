#include "widgets/card.h"

#include "widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace sparkler::gui {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_description(new QLabel(this)), m_header(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_title->setFont(Theme::font(TextRole::Heading));
    m_title->setTextFormat(Qt::PlainText);
    m_description->setForegroundRole(QPalette::PlaceholderText);
    m_description->setWordWrap(true);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_description);
    m_header->setSpacing(spacing::kSmall);
    m_header->addLayout(titles, 1);
    m_body->setSpacing(spacing::kMedium);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge + 4, spacing::kLarge, spacing::kLarge + 4, spacing::kLarge + 4);
    layout->setSpacing(spacing::kMedium);
    layout->addLayout(m_header);
    layout->addLayout(m_body);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
    refreshHeader();
}

void Card::setDescription(const QString &description)
{
    m_description->setText(description);
    refreshHeader();
}

void Card::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget, 0, Qt::AlignTop);
}

void Card::refreshHeader()
{
    m_title->setVisible(!m_title->text().isEmpty());
    m_description->setVisible(!m_description->text().isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Theme::colour(ColourRole::CardBorder, palette()));
    painter.setBrush(Theme::colour(ColourRole::CardBackground, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), spacing::kCornerRadius + 2,
                            spacing::kCornerRadius + 2);
}

void Card::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        m_title->setFont(Theme::font(TextRole::Heading));
}

} // namespace sparkler::gui
