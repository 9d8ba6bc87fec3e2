#include "widgets/terminal/terminal_engine.h"

#include <QtGlobal>

#include <algorithm>
#include <utility>

namespace sparkler::gui {

namespace {

constexpr char32_t kSecondHalf = 0xffffffff; // what the engine keeps in the second cell of a wide character

TerminalColor colorFrom(const VTermColor &color)
{
    if (VTERM_COLOR_IS_DEFAULT_FG(&color) || VTERM_COLOR_IS_DEFAULT_BG(&color))
        return {};
    if (VTERM_COLOR_IS_INDEXED(&color))
        return {TerminalColor::Kind::Indexed, color.indexed.idx, 0, 0};
    return {TerminalColor::Kind::Rgb, color.rgb.red, color.rgb.green, color.rgb.blue};
}

VTermColor colorTo(const TerminalColor &color, const VTermColor &byDefault)
{
    VTermColor made = byDefault;
    if (color.kind == TerminalColor::Kind::Indexed)
        vterm_color_indexed(&made, color.red);
    else if (color.kind == TerminalColor::Kind::Rgb)
        vterm_color_rgb(&made, color.red, color.green, color.blue);
    return made;
}

TerminalStyle styleFrom(const VTermScreenCell &cell)
{
    TerminalStyle style;
    style.foreground = colorFrom(cell.fg);
    style.background = colorFrom(cell.bg);
    style.bold = cell.attrs.bold != 0;
    style.italic = cell.attrs.italic != 0;
    style.underline = cell.attrs.underline != 0;
    style.strike = cell.attrs.strike != 0;
    style.reverse = cell.attrs.reverse != 0;
    return style;
}

void appendCell(TerminalLine &line, const VTermScreenCell &from)
{
    TerminalCell cell;
    cell.style = styleFrom(from);
    if (from.chars[0] == kSecondHalf) {
        // Half a wide character can lose its other half to overwriting: then it is a blank.
        const bool joined = !line.cells.empty() && line.cells.back().width == 2;
        cell.width = joined ? 0 : 1;
    } else {
        cell.code = from.chars[0];
        cell.width = from.width == 2 ? 2 : 1;
        std::u32string marks;
        for (int i = 1; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i] != 0; ++i)
            marks.push_back(from.chars[i]);
        if (!marks.empty() && line.marks.size() < 255) {
            line.marks.push_back(std::move(marks));
            cell.marks = static_cast<quint8>(line.marks.size());
        }
    }
    line.cells.push_back(cell);
}

TerminalLine trimmed(TerminalLine line)
{
    while (!line.cells.empty() && line.cells.back() == TerminalCell{})
        line.cells.pop_back();
    line.cells.shrink_to_fit();
    return line;
}

} // namespace

TerminalSurface::Engine::Engine(TerminalSurface &owner, int startRows, int startColumns)
    : surface(owner), filter({.pass = [this](const QByteArray &bytes) { writeClean(bytes); },
                              .title =
                                  [this](const QString &text) {
                                      titleDirty = titleDirty || text != title;
                                      title = text;
                                  },
                              .clearScrollback = [this] { dropScrollback(); },
                              .reset = [this] { leaveModes(); }}),
      rows(startRows), columns(startColumns)
{
    static constexpr VTermScreenCallbacks kCallbacks{
        .damage = nullptr,
        .moverect = nullptr,
        .movecursor = nullptr,
        .settermprop = setProperty,
        .bell = ringBell,
        .resize = nullptr,
        .sb_pushline = pushLine,
        .sb_popline = popLine,
    };
    vterm = vterm_new(rows, columns);
    Q_CHECK_PTR(vterm);
    vterm_set_utf8(vterm, 1);
    vterm_output_set_callback(vterm, collectReply, this);
    state = vterm_obtain_state(vterm);
    screen = vterm_obtain_screen(vterm);
    vterm_screen_set_callbacks(screen, &kCallbacks, this);
    // The view repaints at its own pace from the cells, so the engine's damage events would only cost time.
    vterm_screen_set_damage_merge(screen, VTERM_DAMAGE_SCREEN);
    vterm_screen_enable_altscreen(screen, 1);
    vterm_screen_reset(screen, 1);
}

TerminalSurface::Engine::~Engine()
{
    vterm_free(vterm);
}

void TerminalSurface::Engine::writeClean(const QByteArray &bytes)
{
    // The engine keeps text runs on its stack: small pieces only, cut between characters.
    constexpr qsizetype kPiece = 4096;
    for (qsizetype at = 0; at < bytes.size();) {
        qsizetype end = std::min(at + kPiece, bytes.size());
        while (end < bytes.size() && end > at + 1 && (static_cast<quint8>(bytes.at(end)) & 0xc0) == 0x80)
            --end;
        vterm_input_write(vterm, bytes.constData() + at, static_cast<std::size_t>(end - at));
        at = end;
    }
    vterm_screen_flush_damage(screen);
}

VTermPos TerminalSurface::Engine::cursor() const
{
    VTermPos at{};
    vterm_state_get_cursorpos(state, &at);
    return {std::clamp(at.row, 0, rows - 1), std::clamp(at.col, 0, columns - 1)};
}

void TerminalSurface::Engine::resize(int newRows, int newColumns)
{
    vterm_set_size(vterm, newRows, newColumns);
    rows = newRows;
    columns = newColumns;
    // The engine may leave cursor, saved cursor and scroll region outside the new grid. Nothing else may reach it
    // before all three are put right; the filter sees to it that no sequence is half written here.
    const VTermPos at = cursor();
    const QByteArray place = "\x1b[" + QByteArray::number(at.row + 1) + ";" + QByteArray::number(at.col + 1) + "H";
    writeClean("\x1b[r" + place +
               "\x1b"
               "7");
    trimScrollback();
}

void TerminalSurface::Engine::leaveModes()
{
    filter.resetModes();
    writeClean("\x1b[?1047l\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1004l\x1b[?1006l\x1b[?5l\x1b[?25h\x1b[r\x1b[H");
}

void TerminalSurface::Engine::dropScrollback()
{
    droppedRows += static_cast<qint64>(scrollback.size());
    scrollback.clear();
    scrollback.shrink_to_fit();
}

void TerminalSurface::Engine::trimScrollback()
{
    while (scrollback.size() > static_cast<std::size_t>(scrollbackLimit)) {
        scrollback.pop_front();
        ++droppedRows;
    }
}

TerminalLine TerminalSurface::Engine::screenLine(int row) const
{
    TerminalLine line;
    line.cells.reserve(static_cast<std::size_t>(columns));
    for (int column = 0; column < columns; ++column) {
        VTermScreenCell cell{};
        vterm_screen_get_cell(screen, {row, column}, &cell);
        appendCell(line, cell);
    }
    return line;
}

QByteArray TerminalSurface::Engine::takeReply()
{
    return std::exchange(reply, {});
}

int TerminalSurface::Engine::pushLine(int count, const VTermScreenCell *cells, void *user)
{
    auto *engine = static_cast<Engine *>(user);
    TerminalLine line;
    line.cells.reserve(static_cast<std::size_t>(count));
    for (int column = 0; column < count; ++column)
        appendCell(line, cells[column]);
    engine->scrollback.push_back(trimmed(std::move(line)));
    engine->trimScrollback();
    return 1;
}

int TerminalSurface::Engine::popLine(int count, VTermScreenCell *cells, void *user)
{
    auto *engine = static_cast<Engine *>(user);
    if (engine->scrollback.empty())
        return 0;
    VTermColor foreground{};
    VTermColor background{};
    vterm_state_get_default_colors(engine->state, &foreground, &background);
    const TerminalLine &line = engine->scrollback.back();
    for (int column = 0; column < count; ++column) {
        const auto index = static_cast<std::size_t>(column);
        TerminalCell from = index < line.cells.size() ? line.cells[index] : TerminalCell{};
        if (from.width == 2 && column + 1 == count)
            from = {};
        VTermScreenCell &to = cells[column];
        to = {};
        to.chars[0] = from.width == 0 ? kSecondHalf : from.code;
        if (from.marks != 0)
            std::ranges::copy(line.marks[from.marks - 1u], &to.chars[1]);
        to.width = static_cast<char>(from.width == 2 ? 2 : 1);
        to.attrs.bold = from.style.bold;
        to.attrs.italic = from.style.italic;
        to.attrs.underline = from.style.underline;
        to.attrs.strike = from.style.strike;
        to.attrs.reverse = from.style.reverse;
        to.fg = colorTo(from.style.foreground, foreground);
        to.bg = colorTo(from.style.background, background);
    }
    engine->scrollback.pop_back();
    return 1;
}

int TerminalSurface::Engine::setProperty(VTermProp property, VTermValue *value, void *user)
{
    auto *engine = static_cast<Engine *>(user);
    switch (property) {
    case VTERM_PROP_CURSORVISIBLE:
        engine->cursorVisible = value->boolean != 0;
        break;
    case VTERM_PROP_ALTSCREEN:
        engine->alternateDirty = engine->alternateDirty || engine->alternate != (value->boolean != 0);
        engine->alternate = value->boolean != 0;
        break;
    case VTERM_PROP_CURSORSHAPE:
        engine->cursorShape = value->number == VTERM_PROP_CURSORSHAPE_UNDERLINE  ? TerminalCursorShape::Underline
                              : value->number == VTERM_PROP_CURSORSHAPE_BAR_LEFT ? TerminalCursorShape::Bar
                                                                                 : TerminalCursorShape::Block;
        break;
    case VTERM_PROP_MOUSE:
        engine->mouseMode = static_cast<TerminalMouseMode>(std::clamp(value->number, 0, 3));
        break;
    default: // titles come from the filter, the blinking cursor is drawn steady
        break;
    }
    return 1;
}

int TerminalSurface::Engine::ringBell(void *user)
{
    static_cast<Engine *>(user)->bellRung = true;
    return 1;
}

void TerminalSurface::Engine::collectReply(const char *bytes, std::size_t length, void *user)
{
    auto *engine = static_cast<Engine *>(user);
    // A guest that asks endlessly gets the first answers of each slice, whole ones only.
    if (engine->reply.size() + static_cast<qsizetype>(length) <= kMaxReply)
        engine->reply.append(bytes, static_cast<qsizetype>(length));
}

} // namespace sparkler::gui
