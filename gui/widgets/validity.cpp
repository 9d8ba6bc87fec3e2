#include "widgets/validity.h"

#include <QEvent>
#include <QHBoxLayout>

namespace sparkler::gui {

ValidityLabel::ValidityLabel(QWidget *parent) : QWidget(parent), m_icon(new QLabel(this)), m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight + 2);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setFont(Theme::font(TextRole::Caption));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

void ValidityLabel::setValidity(const Validity &validity)
{
    m_validity = validity;
    refresh();
    setVisible(!validity.text.isEmpty());
}

void ValidityLabel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void ValidityLabel::refresh()
{
    ColourRole role = ColourRole::MutedText;
    Icon kind = Icon::Info;
    if (m_validity.level == Validity::Level::Error) {
        role = ColourRole::Danger;
        kind = Icon::Error;
    } else if (m_validity.level == Validity::Level::Warning) {
        role = ColourRole::Warning;
        kind = Icon::Warning;
    }
    const QColor colour = Theme::colour(role, palette());
    m_icon->setPixmap(iconPixmap(kind, colour, 16, devicePixelRatioF()));
    QPalette tinted = palette();
    tinted.setColor(QPalette::WindowText, colour);
    m_text->setPalette(tinted);
    m_text->setText(m_validity.text);
}

} // namespace sparkler::gui
