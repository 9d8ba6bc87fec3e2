#include "widgets/terminal/terminal_keys.h"

#include <algorithm>
#include <array>

namespace sparkler::gui {

namespace {

/// Keys of the shape CSI 1 ; modifiers X, or SS3 X.
struct LetterKey {
    int key;
    char letter;
    bool followsCursorMode; // F1 to F4 are SS3 in every mode
};

constexpr std::array kLetterKeys{
    LetterKey{Qt::Key_Up, 'A', true},   LetterKey{Qt::Key_Down, 'B', true}, LetterKey{Qt::Key_Right, 'C', true},
    LetterKey{Qt::Key_Left, 'D', true}, LetterKey{Qt::Key_End, 'F', true},  LetterKey{Qt::Key_Home, 'H', true},
    LetterKey{Qt::Key_F1, 'P', false},  LetterKey{Qt::Key_F2, 'Q', false},  LetterKey{Qt::Key_F3, 'R', false},
    LetterKey{Qt::Key_F4, 'S', false},
};

/// Keys of the shape CSI number ; modifiers ~.
struct NumberKey {
    int key;
    int number;
};

constexpr std::array kNumberKeys{
    NumberKey{Qt::Key_Insert, 2},   NumberKey{Qt::Key_Delete, 3}, NumberKey{Qt::Key_PageUp, 5},
    NumberKey{Qt::Key_PageDown, 6}, NumberKey{Qt::Key_F5, 15},    NumberKey{Qt::Key_F6, 17},
    NumberKey{Qt::Key_F7, 18},      NumberKey{Qt::Key_F8, 19},    NumberKey{Qt::Key_F9, 20},
    NumberKey{Qt::Key_F10, 21},     NumberKey{Qt::Key_F11, 23},   NumberKey{Qt::Key_F12, 24},
};

/// Keypad keys in application mode: SS3 letter.
struct KeypadKey {
    int key;
    char letter;
};

constexpr std::array kKeypadKeys{
    KeypadKey{Qt::Key_0, 'p'},        KeypadKey{Qt::Key_1, 'q'},      KeypadKey{Qt::Key_2, 'r'},
    KeypadKey{Qt::Key_3, 's'},        KeypadKey{Qt::Key_4, 't'},      KeypadKey{Qt::Key_5, 'u'},
    KeypadKey{Qt::Key_6, 'v'},        KeypadKey{Qt::Key_7, 'w'},      KeypadKey{Qt::Key_8, 'x'},
    KeypadKey{Qt::Key_9, 'y'},        KeypadKey{Qt::Key_Plus, 'k'},   KeypadKey{Qt::Key_Comma, 'l'},
    KeypadKey{Qt::Key_Minus, 'm'},    KeypadKey{Qt::Key_Period, 'n'}, KeypadKey{Qt::Key_Slash, 'o'},
    KeypadKey{Qt::Key_Asterisk, 'j'}, KeypadKey{Qt::Key_Enter, 'M'},
};

int xtermModifiers(Qt::KeyboardModifiers modifiers)
{
    return 1 + (modifiers.testFlag(Qt::ShiftModifier) ? 1 : 0) + (modifiers.testFlag(Qt::AltModifier) ? 2 : 0) +
           (modifiers.testFlag(Qt::ControlModifier) ? 4 : 0);
}

QByteArray withMeta(QByteArray bytes, Qt::KeyboardModifiers modifiers)
{
    return modifiers.testFlag(Qt::AltModifier) && !bytes.isEmpty() ? bytes.prepend('\x1b') : bytes;
}

QByteArray cursorOrFunctionBytes(int key, int modifiers, const TerminalInputModes &modes)
{
    if (const auto *letter = std::ranges::find(kLetterKeys, key, &LetterKey::key); letter != kLetterKeys.end()) {
        if (modifiers != 1)
            return QByteArray("\x1b[1;").append(QByteArray::number(modifiers)).append(letter->letter);
        const bool application = !letter->followsCursorMode || modes.applicationCursor;
        return QByteArray(application ? "\x1bO" : "\x1b[").append(letter->letter);
    }
    if (const auto *number = std::ranges::find(kNumberKeys, key, &NumberKey::key); number != kNumberKeys.end()) {
        QByteArray bytes = QByteArray("\x1b[").append(QByteArray::number(number->number));
        if (modifiers != 1)
            bytes.append(';').append(QByteArray::number(modifiers));
        return bytes.append('~');
    }
    return {};
}

/// The control character of Ctrl and `key`, or -1.
int controlCharacter(int key)
{
    if (key >= Qt::Key_A && key <= Qt::Key_Z)
        return key - Qt::Key_A + 1;
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_At:
    case Qt::Key_2:
        return 0x00;
    case Qt::Key_BracketLeft:
    case Qt::Key_3:
        return 0x1b;
    case Qt::Key_Backslash:
    case Qt::Key_4:
        return 0x1c;
    case Qt::Key_BracketRight:
    case Qt::Key_5:
        return 0x1d;
    case Qt::Key_AsciiCircum:
    case Qt::Key_6:
        return 0x1e;
    case Qt::Key_Underscore:
    case Qt::Key_Slash:
    case Qt::Key_7:
        return 0x1f;
    case Qt::Key_Question:
    case Qt::Key_8:
        return 0x7f;
    default:
        return -1;
    }
}

} // namespace

QByteArray terminalKeyBytes(int key, Qt::KeyboardModifiers modifiers, const QString &text,
                            const TerminalInputModes &modes)
{
    if (modes.applicationKeypad && modifiers == Qt::KeypadModifier) {
        if (const auto *keypad = std::ranges::find(kKeypadKeys, key, &KeypadKey::key); keypad != kKeypadKeys.end())
            return QByteArray("\x1bO").append(keypad->letter);
    }
    const QByteArray special = cursorOrFunctionBytes(key, xtermModifiers(modifiers), modes);
    if (!special.isEmpty())
        return special;

    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return withMeta(modes.newLine ? QByteArray("\r\n") : QByteArray("\r"), modifiers);
    case Qt::Key_Backspace:
        return withMeta(QByteArray(1, modifiers.testFlag(Qt::ControlModifier) ? '\x08' : '\x7f'), modifiers);
    case Qt::Key_Tab:
        return withMeta(QByteArray("\t"), modifiers);
    case Qt::Key_Backtab:
        return QByteArray("\x1b[Z");
    case Qt::Key_Escape:
        return withMeta(QByteArray("\x1b"), modifiers);
    default:
        break;
    }
    // AltGr arrives as Ctrl+Alt on some layouts, with the finished character as text.
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    const bool finished = !text.isEmpty() && text.at(0).isPrint();
    if (control && !(finished && modifiers.testFlag(Qt::AltModifier))) {
        const int character = controlCharacter(key);
        return character < 0 ? QByteArray() : withMeta(QByteArray(1, static_cast<char>(character)), modifiers);
    }
    if (!finished)
        return {};
    return control ? text.toUtf8() : withMeta(text.toUtf8(), modifiers);
}

QByteArray terminalPasteBytes(const QString &text, const TerminalInputModes &modes)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c == u'\r' || c == u'\n') {
            if (c == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
                ++i;
            clean += u'\r';
        } else if (c == QChar::ParagraphSeparator || c == QChar::LineSeparator) {
            clean += u'\r';
        } else if (c == u'\t' || c.category() != QChar::Other_Control) {
            clean += c;
        }
    }
    if (!modes.bracketedPaste || clean.isEmpty())
        return clean.toUtf8();
    return QByteArray("\x1b[200~").append(clean.toUtf8()).append("\x1b[201~");
}

} // namespace sparkler::gui
