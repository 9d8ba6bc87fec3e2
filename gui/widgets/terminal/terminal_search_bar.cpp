#include "widgets/terminal/terminal_search_bar.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace sparkler::gui {

TerminalSearchBar::TerminalSearchBar(QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_matchCase(new QCheckBox(tr("Match &case"), this)),
      m_result(new QLabel(this)),
      m_previous(makeButton(Icon::ChevronUp, tr("Previous match"), TerminalSearchDirection::Backward)),
      m_next(makeButton(Icon::ChevronDown, tr("Next match"), TerminalSearchDirection::Forward))
{
    m_text->setPlaceholderText(tr("Find in terminal"));
    m_text->setAccessibleName(tr("Find in terminal"));
    m_text->setAccessibleDescription(tr("Return finds the match before, Shift+Return the next one. Esc closes."));
    m_text->setMaxLength(static_cast<int>(TerminalSurface::kMaxMatchText));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_result->setAccessibleName(tr("Search result"));

    auto *closeButton = new QToolButton(this);
    closeButton->setIcon(icon(Icon::Close));
    closeButton->setAutoRaise(true);
    closeButton->setToolTip(tr("Close search"));
    closeButton->setAccessibleName(tr("Close search"));
    closeButton->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_matchCase);
    layout->addWidget(m_result);
    layout->addWidget(closeButton);

    const auto changed = [this] {
        if (text().isEmpty())
            setResult(Result::Idle);
        else
            emit searchRequested(TerminalSearchDirection::Backward, true);
    };
    connect(m_text, &QLineEdit::textChanged, this, changed);
    connect(m_matchCase, &QCheckBox::toggled, this, changed);
    connect(closeButton, &QToolButton::clicked, this, &TerminalSearchBar::close);
    setFocusProxy(m_text);
    setResult(Result::Idle);
    hide();
}

QToolButton *TerminalSearchBar::makeButton(Icon image, const QString &name, TerminalSearchDirection direction)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(image));
    button->setAutoRaise(true);
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, direction] { emit searchRequested(direction, false); });
    return button;
}

QString TerminalSearchBar::text() const
{
    return m_text->text();
}

void TerminalSearchBar::setText(const QString &text)
{
    m_text->setText(text);
}

Qt::CaseSensitivity TerminalSearchBar::caseSensitivity() const
{
    return m_matchCase->isChecked() ? Qt::CaseSensitive : Qt::CaseInsensitive;
}

void TerminalSearchBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TerminalSearchBar::close()
{
    hide();
    emit closed();
}

void TerminalSearchBar::setResult(Result result)
{
    switch (result) {
    case Result::Idle:
    case Result::Found:
        m_result->clear();
        break;
    case Result::Wrapped:
        m_result->setText(tr("Started again from the other end"));
        break;
    case Result::NotFound:
        m_result->setText(tr("Not found"));
        break;
    }
    m_previous->setEnabled(!text().isEmpty());
    m_next->setEnabled(!text().isEmpty());
}

QString TerminalSearchBar::resultText() const
{
    return m_result->text();
}

bool TerminalSearchBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const bool shift = key->modifiers().testFlag(Qt::ShiftModifier);
        if (enter || key->key() == Qt::Key_Up || key->key() == Qt::Key_Down) {
            const bool forward = enter ? shift : key->key() == Qt::Key_Down;
            if (!text().isEmpty())
                emit searchRequested(forward ? TerminalSearchDirection::Forward : TerminalSearchDirection::Backward,
                                     false);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TerminalSearchBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace sparkler::gui
