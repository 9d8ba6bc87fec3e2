#include "widgets/line_numbers.h"

#include "widgets/json_view.h"
#include "widgets/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QTextBlock>

namespace sparkler::gui {

LineNumbers::LineNumbers(JsonView *view) : QWidget(view), m_view(view)
{
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

int LineNumbers::neededWidth() const
{
    const auto digits = QString::number(qMax(99, m_view->blockCount())).size();
    return m_view->fontMetrics().horizontalAdvance(u'9') * static_cast<int>(digits) + 2 * spacing::kSmall;
}

void LineNumbers::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), palette().color(QPalette::AlternateBase));
    painter.setFont(m_view->font());
    const int current = m_view->textCursor().blockNumber();
    QTextBlock block = m_view->firstVisibleBlock();
    QRectF place = m_view->blockBoundingGeometry(block).translated(m_view->contentOffset());
    while (block.isValid() && place.top() <= event->rect().bottom()) {
        if (block.isVisible() && place.bottom() >= event->rect().top()) {
            const bool wrong = m_view->error() && m_view->error()->line == block.blockNumber() + 1;
            const ColourRole role = wrong ? ColourRole::Danger : ColourRole::MutedText;
            painter.setPen(block.blockNumber() == current && !wrong ? palette().color(QPalette::Text)
                                                                    : Theme::colour(role, palette()));
            painter.drawText(QRectF(0, place.top(), width() - spacing::kSmall, m_view->fontMetrics().height()),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(block.blockNumber() + 1));
        }
        block = block.next();
        place = m_view->blockBoundingGeometry(block).translated(m_view->contentOffset());
    }
}

} // namespace sparkler::gui
