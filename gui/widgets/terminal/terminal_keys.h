#pragma once

#include "widgets/terminal/terminal_filter.h"

#include <QByteArray>
#include <QString>
#include <Qt>

namespace sparkler::gui {

/// What the guest receives for a key, after the conventions of xterm: Ctrl-letters are control characters, Alt puts an
/// ESC in front, cursor and function keys carry their modifiers as a number.
/// `key` is a Qt::Key, `text` what the keyboard layout makes of it. Empty when the key sends nothing.
QByteArray terminalKeyBytes(int key, Qt::KeyboardModifiers modifiers, const QString &text,
                            const TerminalInputModes &modes);

/// What the guest receives for pasted text: line ends become CR, other control characters except Tab are left out (a
/// pasted ESC could act as typed commands), and the text is bracketed when the guest asked for that.
QByteArray terminalPasteBytes(const QString &text, const TerminalInputModes &modes);

} // namespace sparkler::gui
