#include "widgets/fold.h"

#include "widgets/icons.h"

#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace sparkler::gui {

Fold::Fold(const QString &title, QWidget *parent)
    : QWidget(parent), m_header(new QToolButton(this)), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::kTight);
    m_layout->addWidget(m_header, 0, Qt::AlignLeft);
    m_header->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_header->setFocusPolicy(Qt::StrongFocus);
    m_header->setIconSize({14, 14});
    m_header->setAutoRaise(true);
    m_header->installEventFilter(this);
    connect(m_header, &QToolButton::clicked, this, [this] { setOpen(!m_open); });
    setTitle(title);
    refresh();
}

void Fold::setTitle(const QString &title)
{
    m_header->setText(title);
    refresh();
}

void Fold::setContent(QWidget *content)
{
    delete m_content;
    m_content = content;
    m_layout->addWidget(content);
    refresh();
}

void Fold::setOpen(bool open)
{
    if (open == m_open)
        return;
    m_open = open;
    refresh();
    emit openChanged(open);
}

bool Fold::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_header && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            setOpen(!m_open);
            return true;
        }
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            setOpen((key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Fold::refresh()
{
    const Icon closed = layoutDirection() == Qt::RightToLeft ? Icon::ChevronLeft : Icon::ChevronRight;
    m_header->setIcon(icon(m_open ? Icon::ChevronDown : closed));
    m_header->setAccessibleName(m_header->text());
    m_header->setAccessibleDescription(m_open ? tr("Expanded") : tr("Collapsed"));
    if (m_content)
        m_content->setVisible(m_open);
}

} // namespace sparkler::gui
