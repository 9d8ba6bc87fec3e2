#include "pages/change_bar.h"

#include "pages/live_parts.h"
#include "widgets/form_section.h"
#include "widgets/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

ChangeBar::ChangeBar(QWidget *parent)
    : QFrame(parent), m_title(new QLabel(tr("Unsaved changes"), this)), m_lines(makeHintLabel({}, this)),
      m_apply(new QPushButton(icon(Icon::Check), tr("A&pply"), this)),
      m_discard(new QPushButton(icon(Icon::Undo), tr("&Discard"), this))
{
    setAccessibleName(m_title->text());
    m_title->setFont(Theme::font(TextRole::Subheading));
    m_lines->setTextFormat(Qt::PlainText);
    setButtonKind(m_apply, ButtonKind::Primary);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_lines);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kXLarge, spacing::kMedium, spacing::kXLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addLayout(words, 1);
    layout->addWidget(m_discard);
    layout->addWidget(m_apply);
    setTabOrder(m_discard, m_apply);
    connect(m_apply, &QPushButton::clicked, this, &ChangeBar::applyRequested);
    connect(m_discard, &QPushButton::clicked, this, &ChangeBar::discardRequested);
}

void ChangeBar::showChanges(const QStringList &now, const QStringList &atNextStart, const QString &whyNot)
{
    QStringList lines;
    if (!now.isEmpty())
        lines << tr("Applies now: %1").arg(now.join(u" · "_s));
    if (!atNextStart.isEmpty())
        lines << tr("At the next start: %1").arg(atNextStart.join(u" · "_s));
    if (!whyNot.isEmpty())
        lines << tr("Cannot be applied yet: %1").arg(whyNot);
    m_lines->setText(lines.join(u'\n'));
    m_whyNot = whyNot;
    refresh();
}

void ChangeBar::setBusy(bool busy)
{
    m_busy = busy;
    refresh();
}

void ChangeBar::refresh()
{
    setEnabledOrWhyNot(m_apply, m_busy ? tr("The changes are being applied.") : m_whyNot);
    m_discard->setEnabled(!m_busy);
    m_title->setText(m_busy ? tr("Applying…") : tr("Unsaved changes"));
}

void ChangeBar::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(ColourRole::CardBackground, palette()));
    painter.fillRect(QRect(0, 0, width(), 1), Theme::colour(ColourRole::CardBorder, palette()));
}

} // namespace sparkler::gui
