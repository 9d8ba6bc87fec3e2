#include "widgets/terminal/terminal_view.h"

#include "widgets/terminal/terminal_accessible.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFontDatabase>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sparkler::gui {

namespace {

using namespace std::chrono_literals;

constexpr auto kRepaintInterval = 16ms;
constexpr qint64 kBellIntervalMs = 500;
constexpr int kMargin = 4; // pixels around the grid
constexpr int kDefaultColumns = 80;
constexpr int kDefaultRows = 24;

bool isPlain(const TerminalCell &cell)
{
    return cell.width == 1 && cell.marks == 0 && (cell.code == 0 || (cell.code >= 0x20 && cell.code < 0x7f));
}

} // namespace

TerminalView::TerminalView(TerminalSurface &surface, QWidget *parent)
    : QAbstractScrollArea(parent), m_surface(surface), m_palette(TerminalPalette::fromWidgetPalette(palette())),
      m_font(QFontDatabase::systemFont(QFontDatabase::FixedFont))
{
    installTerminalAccessibility();
    setAccessibleName(tr("Terminal"));
    setAccessibleDescription(tr("Tab goes to the guest. Ctrl+Shift+Tab leaves the terminal."));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    verticalScrollBar()->setAccessibleName(tr("Terminal history"));
    viewport()->setCursor(Qt::IBeamCursor);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);

    m_font.setKerning(false);
    if (m_font.pointSize() > 0)
        m_defaultPointSize = m_font.pointSize();
    m_repaintTimer.setSingleShot(true);
    m_repaintTimer.setInterval(kRepaintInterval);
    connect(&m_repaintTimer, &QTimer::timeout, this, &TerminalView::refresh);
    connect(&m_surface, &TerminalSurface::changed, this, &TerminalView::surfaceChanged);
    connect(&m_surface, &TerminalSurface::bell, this, &TerminalView::ringBell);
    connect(&m_surface, &TerminalSurface::scrollbackCleared, this, &TerminalView::scrollToEnd);
    makeActions();
    setPointSize(m_defaultPointSize);
}

QSize TerminalView::sizeHint() const
{
    return {kDefaultColumns * m_cellWidth + 2 * kMargin + verticalScrollBar()->sizeHint().width() + 2 * frameWidth(),
            kDefaultRows * m_cellHeight + 2 * kMargin + 2 * frameWidth()};
}

void TerminalView::setReadOnly(bool readOnly)
{
    if (m_readOnly == readOnly)
        return;
    m_readOnly = readOnly;
    setAttribute(Qt::WA_InputMethodEnabled, !readOnly);
    updateActions();
    viewport()->update();
    emit readOnlyChanged(readOnly);
}

void TerminalView::zoomIn()
{
    setPointSize(m_font.pointSize() + 1);
}

void TerminalView::zoomOut()
{
    setPointSize(m_font.pointSize() - 1);
}

void TerminalView::resetZoom()
{
    setPointSize(m_defaultPointSize);
}

void TerminalView::setPointSize(int size)
{
    m_font.setPointSize(std::clamp(size, kMinPointSize, kMaxPointSize));
    updateMetrics();
    updateGrid();
    viewport()->update();
}

void TerminalView::updateMetrics()
{
    const QFontMetricsF metrics(m_font);
    m_cellWidth = std::max(1, qRound(metrics.horizontalAdvance(u'M')));
    m_cellHeight = std::max(1, qRound(metrics.ascent() + metrics.descent()));
    m_ascent = qRound(metrics.ascent());
    for (std::size_t i = 0; i < m_fonts.size(); ++i) {
        QFont font = m_font;
        font.setBold((i & 1) != 0);
        font.setItalic((i & 2) != 0);
        // Whole-pixel cells: columns line up whatever the font's own width is.
        font.setLetterSpacing(QFont::AbsoluteSpacing, m_cellWidth - QFontMetricsF(font).horizontalAdvance(u'M'));
        m_fonts[i] = font;
    }
}

void TerminalView::updateGrid()
{
    const QSize room = viewport()->size() - QSize(2 * kMargin, 2 * kMargin);
    m_surface.resize(room.height() / m_cellHeight, room.width() / m_cellWidth);
    updateScrollBar();
}

void TerminalView::updateScrollBar()
{
    m_topRow = std::clamp(m_topRow, m_surface.firstRow(), m_surface.screenRow());
    if (m_topRow == m_surface.screenRow())
        m_following = true;
    m_settingScrollBar = true;
    QScrollBar *bar = verticalScrollBar();
    bar->setRange(0, m_surface.scrollbackLines());
    bar->setPageStep(m_surface.rows());
    bar->setSingleStep(1);
    bar->setValue(static_cast<int>(topRow() - m_surface.firstRow()));
    m_settingScrollBar = false;
}

qint64 TerminalView::topRow() const
{
    return m_following ? m_surface.screenRow() : std::clamp(m_topRow, m_surface.firstRow(), m_surface.screenRow());
}

void TerminalView::scrollContentsBy(int, int)
{
    if (m_settingScrollBar)
        return;
    m_topRow = m_surface.firstRow() + verticalScrollBar()->value();
    m_following = m_topRow >= m_surface.screenRow();
    viewport()->update();
}

void TerminalView::scrollToEnd()
{
    m_following = true;
    updateScrollBar();
    viewport()->update();
}

void TerminalView::ensureVisible(qint64 row)
{
    if (row >= topRow() && row < topRow() + m_surface.rows())
        return;
    m_topRow = std::clamp(row - m_surface.rows() / 2, m_surface.firstRow(), m_surface.screenRow());
    m_following = m_topRow == m_surface.screenRow();
    updateScrollBar();
    viewport()->update();
}

void TerminalView::surfaceChanged()
{
    // Every change within one interval is drawn together.
    if (!m_repaintTimer.isActive())
        m_repaintTimer.start();
}

void TerminalView::refresh()
{
    const TerminalPosition first{m_surface.firstRow(), 0};
    if (hasSelection() && m_selection.start < first) // its lines left the history
        setSelection(m_selection.end > first ? TerminalRange{first, m_selection.end} : TerminalRange{});
    updateScrollBar();
    updateActions();
    updateAccessibility();
    viewport()->update();
}

void TerminalView::updateAccessibility()
{
    if (!QAccessible::isActive())
        return;
    QString text = visibleText();
    if (text == m_lastAccessibleText)
        return;
    QAccessibleTextUpdateEvent changed(this, 0, m_lastAccessibleText, text);
    QAccessible::updateAccessibility(&changed);
    m_lastAccessibleText = std::move(text);
}

void TerminalView::ringBell()
{
    // A guest may ring all day; the desktop is asked at most twice a second.
    if (m_sinceBell.isValid() && m_sinceBell.elapsed() < kBellIntervalMs)
        return;
    m_sinceBell.start();
    QApplication::beep();
}

QString TerminalView::visibleText() const
{
    QString text;
    for (qint64 row = topRow(); row < topRow() + m_surface.rows(); ++row)
        text += m_surface.rowText(row) + u'\n';
    return text;
}

QRect TerminalView::cellRect(TerminalPosition at) const
{
    return {kMargin + at.column * m_cellWidth, kMargin + static_cast<int>(at.row - topRow()) * m_cellHeight,
            m_cellWidth, m_cellHeight};
}

TerminalPosition TerminalView::positionAt(QPoint pos) const
{
    const int row = std::clamp((pos.y() - kMargin) / m_cellHeight, 0, m_surface.rows() - 1);
    const int column = std::clamp((pos.x() - kMargin) / m_cellWidth, 0, m_surface.columns());
    return {topRow() + row, column};
}

QString TerminalView::selectedText() const
{
    return hasSelection() ? m_surface.text(m_selection) : QString();
}

void TerminalView::setSelection(const TerminalRange &range)
{
    if (range == m_selection)
        return;
    m_selection = range;
    updateActions();
    viewport()->update();
    emit selectionChanged();
}

void TerminalView::selectAll()
{
    setSelection(m_surface.allRange());
    publishSelection();
}

void TerminalView::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void TerminalView::paste()
{
    if (m_readOnly)
        return;
    scrollToEnd();
    m_surface.paste(QApplication::clipboard()->text());
}

void TerminalView::publishSelection() const
{
    QClipboard *clipboard = QApplication::clipboard();
    if (clipboard->supportsSelection() && hasSelection())
        clipboard->setText(selectedText(), QClipboard::Selection);
}

void TerminalView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    updateGrid();
}

void TerminalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange) {
        m_palette = TerminalPalette::fromWidgetPalette(palette());
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

void TerminalView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_palette.defaultBackground());
    const int firstRow = std::max(0, (event->rect().top() - kMargin) / m_cellHeight);
    const int lastRow = std::min(m_surface.rows() - 1, (event->rect().bottom() - kMargin) / m_cellHeight);
    for (int row = firstRow; row <= lastRow; ++row)
        paintRow(painter, topRow() + row, kMargin + row * m_cellHeight);
    paintCursor(painter);
    paintPreedit(painter);
}

void TerminalView::paintRow(QPainter &painter, qint64 row, int y) const
{
    TerminalLine line = m_surface.line(row);
    // Rows of the history keep the width they had, and leave out blanks at the end.
    line.cells.resize(static_cast<std::size_t>(m_surface.columns()));
    const auto isSelected = [&](std::size_t column) { return m_selection.contains({row, static_cast<int>(column)}); };
    for (std::size_t from = 0; from < line.cells.size();) {
        const TerminalStyle style = line.cells[from].style;
        const bool selected = isSelected(from);
        std::size_t to = from + 1;
        while (to < line.cells.size() &&
               (line.cells[to].width == 0 || (line.cells[to].style == style && isSelected(to) == selected)))
            ++to;
        paintCells(painter, line, from, to, y, style, selected);
        from = to;
    }
}

void TerminalView::paintCells(QPainter &painter, const TerminalLine &line, std::size_t from, std::size_t to, int y,
                              const TerminalStyle &style, bool selected) const
{
    TerminalPalette::Pair pair = m_palette.resolve(style);
    if (selected)
        pair = {palette().color(QPalette::HighlightedText), palette().color(QPalette::Highlight)};
    const QRect area(kMargin + static_cast<int>(from) * m_cellWidth, y, static_cast<int>(to - from) * m_cellWidth,
                     m_cellHeight);
    if (pair.background != m_palette.defaultBackground())
        painter.fillRect(area, pair.background);
    painter.setPen(pair.foreground);
    const QFont &font = m_fonts[(style.bold ? 1u : 0u) | (style.italic ? 2u : 0u)];
    painter.setFont(font);
    for (std::size_t at = from; at < to;) {
        std::size_t end = at + 1;
        if (isPlain(line.cells[at])) {
            while (end < to && isPlain(line.cells[end]))
                ++end;
        }
        paintText(painter, line, at, end, y, font);
        at = end;
    }
    const int thickness = std::max(1, m_cellHeight / 16);
    if (style.underline)
        painter.fillRect(area.left(), y + std::min(m_ascent + thickness, m_cellHeight - thickness), area.width(),
                         thickness, pair.foreground);
    if (style.strike)
        painter.fillRect(area.left(), y + m_ascent * 2 / 3, area.width(), thickness, pair.foreground);
}

void TerminalView::paintText(QPainter &painter, const TerminalLine &line, std::size_t from, std::size_t to, int y,
                             const QFont &font) const
{
    QString text;
    for (std::size_t i = from; i < to; ++i) {
        const TerminalCell &cell = line.cells[i];
        if (cell.width == 0)
            continue;
        const char32_t code = cell.code == 0 ? U' ' : cell.code;
        text += QString::fromUcs4(&code, 1);
        if (cell.marks != 0)
            text += QString::fromStdU32String(line.marks[cell.marks - 1u]);
    }
    if (text.trimmed().isEmpty())
        return;
    const int x = kMargin + static_cast<int>(from) * m_cellWidth;
    if (isPlain(line.cells[from])) {
        painter.drawText(QPoint(x, y + m_ascent), text);
        return;
    }
    // Glyphs of other fonts have widths of their own: one cell at a time, squeezed when too wide.
    const int width = line.cells[from].width * m_cellWidth;
    const qreal natural = QFontMetricsF(font).horizontalAdvance(text);
    painter.save();
    painter.setClipRect(x - 1, y, width + 2, m_cellHeight);
    painter.translate(x, y + m_ascent);
    if (natural > width + 1)
        painter.scale(width / natural, 1);
    painter.drawText(QPoint(0, 0), text);
    painter.restore();
}

void TerminalView::paintCursor(QPainter &painter) const
{
    if (!m_surface.isCursorVisible() || !m_preedit.isEmpty())
        return;
    const TerminalPosition at = m_surface.cursor();
    if (at.row < topRow() || at.row >= topRow() + m_surface.rows())
        return;
    const TerminalLine line = m_surface.line(at.row);
    const auto column = static_cast<std::size_t>(at.column);
    TerminalCell cell = column < line.cells.size() ? line.cells[column] : TerminalCell{};
    QRect rect = cellRect(at);
    rect.setWidth(m_cellWidth * std::max<int>(1, cell.width));
    const QColor ink = m_palette.resolve(cell.style).foreground;
    if (!hasFocus()) {
        painter.setPen(ink);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect.adjusted(0, 0, -1, -1));
        return;
    }
    const int thickness = std::max(2, m_cellHeight / 8);
    if (m_surface.cursorShape() == TerminalCursorShape::Underline) {
        painter.fillRect(rect.left(), rect.bottom() + 1 - thickness, rect.width(), thickness, ink);
    } else if (m_surface.cursorShape() == TerminalCursorShape::Bar) {
        painter.fillRect(rect.left(), rect.top(), thickness, rect.height(), ink);
    } else {
        painter.fillRect(rect, ink);
        cell.style.reverse = !cell.style.reverse;
        const QFont &font = m_fonts[(cell.style.bold ? 1u : 0u) | (cell.style.italic ? 2u : 0u)];
        painter.setFont(font);
        painter.setPen(m_palette.resolve(cell.style).foreground);
        if (cell.width != 0 && column < line.cells.size())
            paintText(painter, line, column, column + 1, rect.top(), font);
    }
}

void TerminalView::paintPreedit(QPainter &painter) const
{
    if (m_preedit.isEmpty())
        return;
    QRect rect = cellRect(m_surface.cursor());
    rect.setWidth(qRound(QFontMetricsF(m_fonts[0]).horizontalAdvance(m_preedit)));
    painter.fillRect(rect, m_palette.defaultBackground());
    painter.setPen(m_palette.defaultForeground());
    painter.setFont(m_fonts[0]);
    painter.drawText(rect.left(), rect.top() + m_ascent, m_preedit);
    painter.drawLine(rect.bottomLeft(), rect.bottomRight());
}

} // namespace sparkler::gui
