#include "widgets/terminal/terminal_surface.h"

#include "widgets/terminal/terminal_engine.h"
#include "widgets/terminal/terminal_keys.h"
#include "widgets/terminal/terminal_text.h"

#include <QTimer>

#include <algorithm>
#include <climits>
#include <utility>

namespace sparkler::gui {

namespace {

VTermModifier vtermModifiers(Qt::KeyboardModifiers modifiers)
{
    return static_cast<VTermModifier>((modifiers.testFlag(Qt::ShiftModifier) ? VTERM_MOD_SHIFT : 0) |
                                      (modifiers.testFlag(Qt::AltModifier) ? VTERM_MOD_ALT : 0) |
                                      (modifiers.testFlag(Qt::ControlModifier) ? VTERM_MOD_CTRL : 0));
}

} // namespace

TerminalSurface::TerminalSurface(int rows, int columns, QObject *parent)
    : QObject(parent), m_engine(std::make_unique<Engine>(*this, std::clamp(rows, kMinRows, kMaxRows),
                                                         std::clamp(columns, kMinColumns, kMaxColumns)))
{
}

TerminalSurface::~TerminalSurface() = default;

void TerminalSurface::write(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    Engine &engine = *m_engine;
    engine.pending.append(bytes);
    const qsizetype excess = pendingBytes() - kMaxPending;
    if (excess > 0) {
        // Make room for a while, so that a flood does not come here for every piece, and go on at a fresh line.
        qsizetype start = engine.pendingStart + excess + kMaxPending / 4;
        const qsizetype lineEnd = engine.pending.indexOf('\n', start);
        if (lineEnd >= 0 && lineEnd - start < kSlice)
            start = lineEnd + 1;
        engine.droppedBytes += start - engine.pendingStart;
        engine.pending.remove(0, start);
        engine.pendingStart = 0;
    }
    if (!engine.sliceScheduled && !engine.processing)
        processSlice();
}

void TerminalSurface::flush()
{
    while (pendingBytes() > 0 && !m_engine->processing)
        processSlice();
}

qsizetype TerminalSurface::pendingBytes() const
{
    return m_engine->pending.size() - m_engine->pendingStart;
}

void TerminalSurface::scheduleSlice()
{
    if (m_engine->sliceScheduled)
        return;
    m_engine->sliceScheduled = true;
    QTimer::singleShot(0, this, [this] {
        m_engine->sliceScheduled = false;
        processSlice();
    });
}

void TerminalSurface::processSlice()
{
    Engine &engine = *m_engine;
    if (pendingBytes() == 0 || engine.processing)
        return;
    engine.processing = true;
    const qint64 dropped = std::exchange(engine.droppedBytes, 0);
    if (dropped > 0) {
        engine.filter.abandonSequence();
        engine.filter.feed(
            "\r\n\x1b[0m[" +
            tr("%n byte(s) of output left out", nullptr, static_cast<int>(std::min<qint64>(dropped, INT_MAX)))
                .toUtf8() +
            "]\r\n");
    }
    const QByteArray slice = engine.pending.mid(engine.pendingStart, kSlice);
    engine.pendingStart += slice.size();
    if (engine.pendingStart == engine.pending.size()) {
        engine.pending.clear();
        engine.pendingStart = 0;
    } else if (engine.pendingStart > kMaxPending / 4) {
        engine.pending.remove(0, engine.pendingStart);
        engine.pendingStart = 0;
    }
    const qint64 firstBefore = firstRow();
    const bool hadScrollback = scrollbackLines() > 0;
    engine.filter.feed(slice);
    engine.processing = false;
    if (pendingBytes() > 0)
        scheduleSlice();
    if (dropped > 0)
        emit inputDropped(dropped);
    if (hadScrollback && scrollbackLines() == 0 && firstRow() > firstBefore)
        emit scrollbackCleared();
    finishSlice();
}

void TerminalSurface::finishSlice()
{
    Engine &engine = *m_engine;
    if (std::exchange(engine.titleDirty, false))
        emit titleChanged(engine.title);
    if (std::exchange(engine.alternateDirty, false))
        emit alternateScreenChanged(engine.alternate);
    if (std::exchange(engine.bellRung, false))
        emit bell();
    const QByteArray reply = engine.takeReply();
    if (!reply.isEmpty())
        emit output(reply);
    emit changed();
}

int TerminalSurface::rows() const
{
    return m_engine->rows;
}

int TerminalSurface::columns() const
{
    return m_engine->columns;
}

void TerminalSurface::resize(int rows, int columns)
{
    rows = std::clamp(rows, kMinRows, kMaxRows);
    columns = std::clamp(columns, kMinColumns, kMaxColumns);
    if (rows == m_engine->rows && columns == m_engine->columns)
        return;
    m_engine->resize(rows, columns);
    finishSlice();
}

qint64 TerminalSurface::firstRow() const
{
    return m_engine->droppedRows;
}

qint64 TerminalSurface::screenRow() const
{
    return firstRow() + scrollbackLines();
}

qint64 TerminalSurface::endRow() const
{
    return screenRow() + rows();
}

int TerminalSurface::scrollbackLines() const
{
    return static_cast<int>(m_engine->scrollback.size());
}

int TerminalSurface::scrollbackLimit() const
{
    return m_engine->scrollbackLimit;
}

void TerminalSurface::setScrollbackLimit(int lines)
{
    m_engine->scrollbackLimit = std::clamp(lines, 0, kMaxScrollback);
    m_engine->trimScrollback();
    emit changed();
}

void TerminalSurface::clearScrollback()
{
    m_engine->dropScrollback();
    emit scrollbackCleared();
    emit changed();
}

void TerminalSurface::clear()
{
    Engine &engine = *m_engine;
    engine.pending.clear();
    engine.pendingStart = 0;
    engine.droppedBytes = 0;
    engine.filter.abandonSequence();
    engine.leaveModes();
    engine.writeClean("\x1b"
                      "c");
    engine.title.clear();
    engine.titleDirty = true;
    clearScrollback();
    finishSlice();
}

TerminalLine TerminalSurface::line(qint64 row) const
{
    if (const TerminalLine *kept = scrollbackLine(row))
        return *kept;
    const qint64 onScreen = row - screenRow();
    return onScreen >= 0 && onScreen < rows() ? m_engine->screenLine(static_cast<int>(onScreen)) : TerminalLine{};
}

const TerminalLine *TerminalSurface::scrollbackLine(qint64 row) const
{
    const qint64 index = row - firstRow();
    return index >= 0 && index < scrollbackLines() ? &m_engine->scrollback[static_cast<std::size_t>(index)] : nullptr;
}

TerminalPosition TerminalSurface::cursor() const
{
    const VTermPos at = m_engine->cursor();
    return {screenRow() + at.row, at.col};
}

bool TerminalSurface::isCursorVisible() const
{
    return m_engine->cursorVisible;
}

TerminalCursorShape TerminalSurface::cursorShape() const
{
    return m_engine->cursorShape;
}

QString TerminalSurface::title() const
{
    return m_engine->title;
}

bool TerminalSurface::isAlternateScreen() const
{
    return m_engine->alternate;
}

TerminalMouseMode TerminalSurface::mouseMode() const
{
    return m_engine->mouseMode;
}

const TerminalInputModes &TerminalSurface::inputModes() const
{
    return m_engine->filter.modes();
}

QString TerminalSurface::text(const TerminalRange &range) const
{
    QString joined;
    const qint64 last = std::min(range.end.row, endRow() - 1);
    for (qint64 row = std::max(range.start.row, firstRow()); row <= last; ++row) {
        const int from = row == range.start.row ? range.start.column : 0;
        const int to = row == range.end.row ? range.end.column : kMaxColumns;
        if (row == range.end.row && to == 0 && row > range.start.row)
            break; // the range ends with the line feed before this row
        joined += TerminalRowText(line(row)).textBetween(from, to);
        if (row < range.end.row)
            joined += u'\n';
    }
    return joined;
}

QString TerminalSurface::rowText(qint64 row) const
{
    return TerminalRowText(line(row)).text();
}

QString TerminalSurface::allText() const
{
    QString all = text(allRange());
    while (all.endsWith(u'\n'))
        all.chop(1);
    return all.isEmpty() ? all : QString(all + u'\n');
}

TerminalRange TerminalSurface::allRange() const
{
    return {{firstRow(), 0}, {endRow(), 0}};
}

TerminalRange TerminalSurface::wordAt(TerminalPosition at) const
{
    const TerminalRowText row(line(at.row));
    const auto [start, end] = row.wordAround(at.column);
    return {{at.row, start}, {at.row, end}};
}

TerminalRange TerminalSurface::rowRange(qint64 row) const
{
    return {{row, 0}, {row + 1, 0}};
}

std::optional<TerminalRange> TerminalSurface::find(const QString &needle, TerminalPosition from,
                                                   TerminalSearchDirection direction,
                                                   Qt::CaseSensitivity sensitivity) const
{
    if (needle.isEmpty() || needle.size() > kMaxMatchText)
        return std::nullopt;
    const bool forward = direction == TerminalSearchDirection::Forward;
    const qint64 step = forward ? 1 : -1;
    for (qint64 row = std::clamp(from.row, firstRow(), endRow() - 1); row >= firstRow() && row < endRow();
         row += step) {
        const TerminalLine *kept = scrollbackLine(row);
        const TerminalRowText text(kept ? *kept : line(row));
        const int bound = row != from.row ? -1 : from.column;
        const auto match = forward ? text.findForward(needle, std::max(bound, 0), sensitivity)
                                   : text.findBackward(needle, bound < 0 ? kMaxColumns : bound, sensitivity);
        if (match)
            return TerminalRange{{row, match->first}, {row, match->second}};
    }
    return std::nullopt;
}

bool TerminalSurface::sendKey(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const QByteArray bytes = terminalKeyBytes(key, modifiers, text, inputModes());
    if (bytes.isEmpty())
        return false;
    emit output(bytes);
    return true;
}

void TerminalSurface::sendText(const QString &text)
{
    if (!text.isEmpty())
        emit output(text.toUtf8());
}

void TerminalSurface::paste(const QString &text)
{
    const QByteArray bytes = terminalPasteBytes(text, inputModes());
    if (!bytes.isEmpty())
        emit output(bytes);
}

void TerminalSurface::sendMouseButton(int row, int column, int button, bool pressed, Qt::KeyboardModifiers modifiers)
{
    if (button < 1 || button > 5 || mouseMode() == TerminalMouseMode::None)
        return;
    vterm_mouse_move(m_engine->vterm, std::clamp(row, 0, rows() - 1), std::clamp(column, 0, columns() - 1),
                     vtermModifiers(modifiers));
    vterm_mouse_button(m_engine->vterm, button, pressed, vtermModifiers(modifiers));
    const QByteArray bytes = m_engine->takeReply();
    if (!bytes.isEmpty())
        emit output(bytes);
}

void TerminalSurface::sendMouseMove(int row, int column, Qt::KeyboardModifiers modifiers)
{
    if (mouseMode() == TerminalMouseMode::None)
        return;
    vterm_mouse_move(m_engine->vterm, std::clamp(row, 0, rows() - 1), std::clamp(column, 0, columns() - 1),
                     vtermModifiers(modifiers));
    const QByteArray bytes = m_engine->takeReply();
    if (!bytes.isEmpty())
        emit output(bytes);
}

void TerminalSurface::setFocused(bool focused)
{
    if (inputModes().focusReports)
        emit output(focused ? "\x1b[I" : "\x1b[O");
}

} // namespace sparkler::gui
