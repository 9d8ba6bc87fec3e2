#include "widgets/copy_block.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStyle>
#include <QTextBlock>
#include <QToolButton>
#include <QtMath>

namespace sparkler::gui {

CopyBlock::CopyBlock(const QString &name, QWidget *parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)), m_copy(new QToolButton(this))
{
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::font(TextRole::Monospace));
    m_text->setAccessibleName(name);
    m_text->document()->setDocumentMargin(spacing::kSmall);
    m_copy->setIcon(icon(Icon::Copy));
    m_copy->setAutoRaise(true);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setToolTip(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy: %1").arg(name));
    connect(m_copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kTight);
    row->addWidget(m_text, 1);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    setFocusProxy(m_text);
    setAccessibleName(name);
    fitHeight();
}

void CopyBlock::setText(const QString &text)
{
    if (text == this->text())
        return; // a selection stays
    m_text->setPlainText(text);
    fitHeight();
}

QString CopyBlock::text() const
{
    return m_text->toPlainText();
}

void CopyBlock::setMostLines(int lines)
{
    m_mostLines = lines;
    fitHeight();
}

void CopyBlock::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void CopyBlock::fitHeight()
{
    // Measured, not counted: a laid-out line may be higher than the font's metrics say.
    const auto *layout = m_text->document()->documentLayout();
    qreal height = 2 * m_text->document()->documentMargin();
    int lines = 0;
    for (QTextBlock block = m_text->document()->firstBlock(); block.isValid(); block = block.next()) {
        if (m_mostLines > 0 && lines == m_mostLines)
            break;
        height += layout->blockBoundingRect(block).height();
        ++lines;
    }
    const int bar = m_text->style()->pixelMetric(QStyle::PM_ScrollBarExtent); // may be needed at any width
    m_text->setFixedHeight(qCeil(height) + 2 * m_text->frameWidth() + (lines > 1 ? bar : 0));
}

} // namespace sparkler::gui
