#include "widgets/copy_block.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolButton>

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
    int lines = qMax(1, m_text->blockCount());
    if (m_mostLines > 0)
        lines = qMin(lines, m_mostLines);
    const int bar = m_text->horizontalScrollBar()->sizeHint().height(); // may be needed at any width
    // The last line has to end above the lower margin, or a vertical bar appears as well.
    m_text->setFixedHeight(lines * m_text->fontMetrics().lineSpacing() + 3 * spacing::kSmall +
                           2 * m_text->frameWidth() + bar);
}

} // namespace sparkler::gui
