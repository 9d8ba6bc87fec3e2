#pragma once

// Private to terminal_surface.cpp and terminal_engine.cpp: the only place that knows libvterm.

#include "widgets/terminal/terminal_surface.h"

#include <vterm.h>

#include <deque>

namespace sparkler::gui {

/// State of a surface. libvterm calls back into it only from inside vterm_input_write, vterm_set_size and the
/// keyboard and mouse calls, all made on the surface's thread.
struct TerminalSurface::Engine {
    explicit Engine(TerminalSurface &owner, int rows, int columns);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    /// Bytes that already went through the filter, or our own sequences.
    void writeClean(const QByteArray &bytes);
    void resize(int newRows, int newColumns);
    void leaveModes();
    void dropScrollback();
    void trimScrollback();
    TerminalLine screenLine(int row) const;
    VTermPos cursor() const;
    QByteArray takeReply();

    TerminalSurface &surface;
    VTerm *vterm = nullptr;
    VTermScreen *screen = nullptr;
    VTermState *state = nullptr;
    TerminalFilter filter;

    int rows = 0;
    int columns = 0;
    std::deque<TerminalLine> scrollback;
    int scrollbackLimit = kDefaultScrollback;
    qint64 droppedRows = 0; // rows that left the scrollback at its old end

    QByteArray pending;
    qsizetype pendingStart = 0; // bytes of `pending` already handled
    qint64 droppedBytes = 0;    // since the last notice
    bool sliceScheduled = false;
    bool processing = false;

    QByteArray reply;
    QString title;
    bool titleDirty = false;
    bool bellRung = false;
    bool cursorVisible = true;
    bool alternate = false;
    bool alternateDirty = false;
    TerminalCursorShape cursorShape = TerminalCursorShape::Block;
    TerminalMouseMode mouseMode = TerminalMouseMode::None;

private:
    static int pushLine(int count, const VTermScreenCell *cells, void *user);
    static int popLine(int count, VTermScreenCell *cells, void *user);
    static int setProperty(VTermProp property, VTermValue *value, void *user);
    static int ringBell(void *user);
    static void collectReply(const char *bytes, std::size_t length, void *user);
};

} // namespace sparkler::gui
