#include "widgets/terminal/terminal_widget.h"

#include <QFrame>
#include <QLabel>
#include <QSaveFile>
#include <QVBoxLayout>

#include <optional>

namespace sparkler::gui {

TerminalWidget::TerminalWidget(QWidget *parent)
    : QWidget(parent), m_message(new QLabel(this)), m_view(new TerminalView(m_surface, this)),
      m_searchBar(new TerminalSearchBar(this))
{
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setMargin(6);
    m_message->setAutoFillBackground(true);
    m_message->setBackgroundRole(QPalette::AlternateBase);
    m_message->setForegroundRole(QPalette::Text);
    m_message->hide();
    m_view->setFrameShape(QFrame::NoFrame);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_message);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_searchBar);
    setFocusProxy(m_view);

    connect(&m_surface, &TerminalSurface::output, this, &TerminalWidget::typed);
    connect(&m_surface, &TerminalSurface::titleChanged, this, &TerminalWidget::titleChanged);
    connect(m_view, &TerminalView::findRequested, this, &TerminalWidget::openSearch);
    connect(m_view, &TerminalView::saveRequested, this, &TerminalWidget::saveRequested);
    connect(m_searchBar, &TerminalSearchBar::searchRequested, this, &TerminalWidget::search);
    connect(m_searchBar, &TerminalSearchBar::closed, this, &TerminalWidget::closeSearch);
}

void TerminalWidget::feed(const QByteArray &bytes)
{
    m_surface.write(bytes);
}

void TerminalWidget::setReadOnly(bool readOnly)
{
    m_view->setReadOnly(readOnly);
}

bool TerminalWidget::isReadOnly() const
{
    return m_view->isReadOnly();
}

void TerminalWidget::clear()
{
    m_view->clearSelection();
    m_surface.clear();
}

void TerminalWidget::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

QString TerminalWidget::message() const
{
    return m_message->text();
}

QString TerminalWidget::screenText()
{
    m_surface.flush();
    return m_surface.allText();
}

std::expected<void, QString> TerminalWidget::saveText(const QString &path)
{
    QSaveFile file(path);
    const QByteArray bytes = screenText().toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(
            tr("The log could not be saved to %1: %2. Choose another place.").arg(path, file.errorString()));
    return {};
}

void TerminalWidget::openSearch()
{
    const QString selected = m_view->selectedText();
    m_searchBar->open();
    if (!selected.isEmpty() && !selected.contains(u'\n') && selected.size() <= TerminalSurface::kMaxMatchText)
        m_searchBar->setText(selected);
}

void TerminalWidget::closeSearch()
{
    m_view->setFocus(Qt::OtherFocusReason);
}

void TerminalWidget::search(TerminalSearchDirection direction, bool fromHere)
{
    const bool forward = direction == TerminalSearchDirection::Forward;
    const TerminalPosition begin{m_surface.firstRow(), 0};
    const TerminalPosition end{m_surface.endRow() - 1, TerminalSurface::kMaxColumns};
    TerminalPosition from = end;
    if (m_view->hasSelection()) {
        const TerminalRange at = m_view->selection();
        from = forward ? (fromHere ? at.start : at.end) : (fromHere ? end : at.start);
    }
    const auto findFrom = [&](TerminalPosition place) {
        return m_surface.find(m_searchBar->text(), place, direction, m_searchBar->caseSensitivity());
    };
    std::optional<TerminalRange> match = findFrom(from);
    TerminalSearchBar::Result result = TerminalSearchBar::Result::Found;
    if (!match) {
        match = findFrom(forward ? begin : end);
        result = match ? TerminalSearchBar::Result::Wrapped : TerminalSearchBar::Result::NotFound;
    }
    m_searchBar->setResult(result);
    if (!match) {
        m_view->clearSelection();
        return;
    }
    m_view->setSelection(*match);
    m_view->ensureVisible(match->start.row);
}

} // namespace sparkler::gui
