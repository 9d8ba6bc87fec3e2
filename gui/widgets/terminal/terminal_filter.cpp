#include "widgets/terminal/terminal_filter.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace sparkler::gui {

namespace {

constexpr quint8 kEscape = 0x1b;
constexpr quint8 kCancel = 0x18;
constexpr quint8 kSubstitute = 0x1a;
constexpr quint8 kBell = 0x07;
constexpr quint8 kLineFeed = 0x0a;
constexpr char32_t kReplacement = 0xfffd;
constexpr int kMaxRepeat = 1000;
constexpr int kMaxCsiText = 256;
constexpr int kMaxColour = 255;

bool joinsPrevious(char32_t code)
{
    // The engine also joins Hangul medial vowels and final consonants to the character before.
    return QChar::isMark(code) || QChar::category(code) == QChar::Other_Format || (code >= 0x1160 && code <= 0x11ff);
}

bool isUnprintable(char32_t code)
{
    return QChar::category(code) == QChar::Other_Control || QChar::isSurrogate(code) || QChar::isNonCharacter(code) ||
           code == 0x2028 || code == 0x2029;
}

bool isPassedPrivateMode(int mode)
{
    // Left out on purpose: 2 and 3 (other terminals, 132 columns) and 69 (side margins).
    static constexpr std::array kModes{1,    5,    6,    7,    12,   25,   66,   1000, 1002,
                                       1003, 1004, 1005, 1006, 1015, 1047, 1048, 1049, 2004};
    return std::ranges::find(kModes, mode) != kModes.end();
}

QByteArray utf8Of(char32_t code)
{
    return QString::fromUcs4(&code, 1).toUtf8();
}

} // namespace

TerminalFilter::TerminalFilter(Handlers handlers) : m_handlers(std::move(handlers)) {}

void TerminalFilter::feed(const QByteArray &bytes)
{
    for (const char byte : bytes)
        take(static_cast<quint8>(byte));
    flush();
}

void TerminalFilter::abandonSequence()
{
    m_state = State::Ground;
    m_sequence.clear();
    m_codeMissing = 0;
}

void TerminalFilter::flush()
{
    if (m_ready.isEmpty())
        return;
    m_handlers.pass(std::exchange(m_ready, {}));
}

void TerminalFilter::take(quint8 byte)
{
    if (m_state != State::Ground && (byte == kCancel || byte == kSubstitute)) {
        abandonSequence();
        return;
    }
    switch (m_state) {
    case State::Ground:
        takeGround(byte);
        break;
    case State::Escape:
    case State::EscapeIntermediate:
        takeEscape(byte);
        break;
    case State::Csi:
    case State::CsiIgnore:
        takeCsi(byte);
        break;
    case State::Osc:
    case State::String:
        takeString(byte);
        break;
    }
}

void TerminalFilter::takeGround(quint8 byte)
{
    if (m_codeMissing > 0 || byte >= 0x80) {
        takeUtf8(byte);
    } else if (byte == kEscape) {
        m_state = State::Escape;
        m_sequence.clear();
    } else if (byte < 0x20) {
        control(byte);
    } else if (byte != 0x7f) {
        putCharacter(byte);
    }
}

void TerminalFilter::takeUtf8(quint8 byte)
{
    if (m_codeMissing > 0) {
        if ((byte & 0xc0) != 0x80) {
            m_codeMissing = 0;
            putCharacter(kReplacement);
            takeGround(byte);
            return;
        }
        m_code = (m_code << 6) | (byte & 0x3fu);
        if (--m_codeMissing == 0)
            putCharacter(m_code >= m_codeMinimum && m_code <= 0x10ffff ? m_code : kReplacement);
    } else if (byte >= 0xc2 && byte <= 0xdf) {
        m_code = byte & 0x1fu;
        m_codeMinimum = 0x80;
        m_codeMissing = 1;
    } else if (byte >= 0xe0 && byte <= 0xef) {
        m_code = byte & 0x0fu;
        m_codeMinimum = 0x800;
        m_codeMissing = 2;
    } else if (byte >= 0xf0 && byte <= 0xf4) {
        m_code = byte & 0x07u;
        m_codeMinimum = 0x10000;
        m_codeMissing = 3;
    } else {
        putCharacter(kReplacement);
    }
}

void TerminalFilter::putCharacter(char32_t code)
{
    if (isUnprintable(code))
        code = kReplacement;
    if (joinsPrevious(code)) {
        if (++m_marks > kMaxMarks)
            return;
    } else {
        m_marks = 0;
        m_lastCode = code;
    }
    if (code < 0x80)
        m_ready.append(static_cast<char>(code));
    else
        m_ready.append(utf8Of(code));
}

void TerminalFilter::control(quint8 byte)
{
    static constexpr std::array<quint8, 9> kPassed{kBell, 0x08, 0x09, kLineFeed, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f};
    if (std::ranges::find(kPassed, byte) != kPassed.end())
        m_ready.append(static_cast<char>(byte));
}

void TerminalFilter::takeEscape(quint8 byte)
{
    if (byte == kEscape) {
        m_state = State::Escape;
        m_sequence.clear();
    } else if (byte < 0x20) {
        control(byte);
    } else if (byte >= 0x7f) {
        abandonSequence();
        if (byte >= 0x80)
            takeGround(byte);
    } else if (byte < 0x30) {
        m_state = State::EscapeIntermediate;
        if (m_sequence.size() < 4)
            m_sequence.append(static_cast<char>(byte));
    } else {
        finishEscape(byte);
    }
}

void TerminalFilter::finishEscape(quint8 final)
{
    const bool plain = m_state == State::Escape;
    m_state = State::Ground;
    if (!plain) {
        // Character sets ASCII, British and line drawing for G0 and G1; the alignment test.
        const bool charset = (m_sequence == "(" || m_sequence == ")") && (final == '0' || final == 'A' || final == 'B');
        if (charset || (m_sequence == "#" && final == '8'))
            m_ready.append('\x1b').append(m_sequence).append(static_cast<char>(final));
        return;
    }
    switch (final) {
    case '[':
        m_state = State::Csi;
        return;
    case ']':
        m_state = State::Osc;
        return;
    case 'P':
    case 'X':
    case '^':
    case '_':
        m_state = State::String;
        return;
    case '=':
    case '>':
        m_modes.applicationKeypad = final == '=';
        return;
    case 'c':
        m_modes = {};
        flush();
        m_handlers.reset();
        m_ready.append("\x1b"
                       "c");
        return;
    case '7':
    case '8':
    case 'D':
    case 'E':
    case 'H':
    case 'M':
        m_ready.append('\x1b').append(static_cast<char>(final));
        return;
    default:
        return;
    }
}

void TerminalFilter::takeCsi(quint8 byte)
{
    if (byte == kEscape) {
        m_state = State::Escape;
        m_sequence.clear();
    } else if (byte < 0x20) {
        control(byte);
    } else if (byte >= 0x80) {
        abandonSequence();
        takeGround(byte);
    } else if (byte < 0x40) {
        if (m_sequence.size() < kMaxCsiText)
            m_sequence.append(static_cast<char>(byte));
        else
            m_state = State::CsiIgnore;
    } else if (byte != 0x7f) {
        const bool wanted = m_state == State::Csi && parseParameters();
        m_state = State::Ground;
        if (wanted)
            finishCsi(static_cast<char>(byte));
    }
}

bool TerminalFilter::parseParameters()
{
    m_lead.clear();
    m_intermediate.clear();
    m_parameters.clear();
    qsizetype at = 0;
    if (!m_sequence.isEmpty() && m_sequence.at(0) >= '<' && m_sequence.at(0) <= '?')
        m_lead = m_sequence.mid(at++, 1);
    Parameter current;
    bool any = false;
    for (; at < m_sequence.size(); ++at) {
        const char c = m_sequence.at(at);
        if (c >= '0' && c <= '9' && m_intermediate.isEmpty()) {
            current.value = std::min(std::max(current.value, 0) * 10 + (c - '0'), kMaxParameter);
            any = true;
        } else if ((c == ';' || c == ':') && m_intermediate.isEmpty()) {
            current.continues = c == ':';
            m_parameters.push_back(current);
            current = {};
            any = true;
        } else if (c >= ' ' && c <= '/' && m_intermediate.isEmpty()) {
            m_intermediate.append(c);
        } else {
            return false;
        }
    }
    if (any)
        m_parameters.push_back(current);
    return m_parameters.size() <= static_cast<std::size_t>(kMaxParameters);
}

int TerminalFilter::parameter(int at, int fallback) const
{
    const auto index = static_cast<std::size_t>(at);
    return index < m_parameters.size() && m_parameters[index].value >= 0 ? m_parameters[index].value : fallback;
}

void TerminalFilter::emitCsi(const QByteArray &lead, const QByteArray &intermediate, char final, int maxValue)
{
    m_ready.append("\x1b[").append(lead);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        if (m_parameters[i].value >= 0)
            m_ready.append(QByteArray::number(std::min(m_parameters[i].value, maxValue)));
        if (i + 1 < m_parameters.size())
            m_ready.append(m_parameters[i].continues ? ':' : ';');
    }
    m_ready.append(intermediate).append(final);
}

void TerminalFilter::finishCsi(char final)
{
    if (m_lead.isEmpty() && m_intermediate.isEmpty()) {
        finishPlainCsi(final);
    } else if (m_lead == "?" && m_intermediate.isEmpty()) {
        finishPrivateCsi(final);
    } else if (m_lead == ">" && m_intermediate.isEmpty() && final == 'c') {
        emitCsi(m_lead, {}, final, kMaxParameter);
    } else if (m_lead.isEmpty() && m_intermediate == "!" && final == 'p') {
        m_modes = {};
        m_ready.append("\x1b[!p");
    } else if (m_lead.isEmpty() && m_intermediate == " " && final == 'q' && parameter(0, 0) <= 6) {
        emitCsi({}, m_intermediate, final, 6);
    }
}

void TerminalFilter::finishPlainCsi(char final)
{
    switch (final) {
    case 'J':
        if (parameter(0, 0) == 3) {
            flush();
            m_handlers.clearScrollback();
            return;
        }
        emitCsi({}, {}, final, kMaxParameter);
        return;
    case 'm':
        emitCsi({}, {}, final, kMaxColour);
        return;
    case 'b':
        repeatLast(parameter(0, 1));
        return;
    case 's': // to the engine these two would be side margins and nothing
        if (m_parameters.empty())
            m_ready.append("\x1b"
                           "7");
        return;
    case 'u':
        if (m_parameters.empty())
            m_ready.append("\x1b"
                           "8");
        return;
    case 'h':
    case 'l':
        for (const Parameter &mode : m_parameters)
            setMode(false, mode.value, final == 'h');
        return;
    default:
        if (QByteArrayView("@ABCDEFGHIKLMPSTXZ`acdefgnr").contains(final))
            emitCsi({}, {}, final, kMaxParameter);
        return;
    }
}

void TerminalFilter::finishPrivateCsi(char final)
{
    if (final == 'h' || final == 'l') {
        for (const Parameter &mode : m_parameters)
            setMode(true, mode.value, final == 'h');
    } else if (final == 'n') {
        emitCsi("?", {}, final, kMaxParameter);
    } else if ((final == 'J' || final == 'K') && parameter(0, 0) <= 2) {
        emitCsi("?", {}, final, 2);
    }
}

void TerminalFilter::setMode(bool isPrivate, int mode, bool on)
{
    if (isPrivate && mode == 47)
        mode = 1047; // the older name, which the engine does not know
    if (!isPrivate && mode == 20)
        m_modes.newLine = on;
    if (isPrivate && mode == 1)
        m_modes.applicationCursor = on;
    if (isPrivate && mode == 66)
        m_modes.applicationKeypad = on;
    if (isPrivate && mode == 1004)
        m_modes.focusReports = on;
    if (isPrivate && mode == 2004)
        m_modes.bracketedPaste = on;
    if (isPrivate ? isPassedPrivateMode(mode) : (mode == 4 || mode == 20)) {
        m_ready.append(isPrivate ? "\x1b[?" : "\x1b[").append(QByteArray::number(mode)).append(on ? 'h' : 'l');
    }
}

void TerminalFilter::repeatLast(int count)
{
    if (m_lastCode == 0)
        return;
    const QByteArray again = utf8Of(m_lastCode);
    for (int i = 0; i < std::min(count, kMaxRepeat); ++i)
        m_ready.append(again);
}

void TerminalFilter::takeString(quint8 byte)
{
    if (byte == kBell) {
        if (m_state == State::Osc)
            finishOsc();
        abandonSequence();
    } else if (byte == kEscape) {
        // ESC \ ends the string; ESC and anything else ends it too and starts afresh.
        if (m_state == State::Osc)
            finishOsc();
        m_state = State::Escape;
        m_sequence.clear();
    } else if (byte == kLineFeed || m_sequence.size() >= kMaxString) {
        // A string that lost its end must not swallow the rest of a boot log.
        abandonSequence();
        takeGround(byte);
    } else {
        m_sequence.append(static_cast<char>(byte));
    }
}

void TerminalFilter::finishOsc()
{
    const qsizetype separator = m_sequence.indexOf(';');
    if (separator != 1 || (m_sequence.at(0) != '0' && m_sequence.at(0) != '2'))
        return;
    QString title;
    const QList<uint> codes = QString::fromUtf8(m_sequence.mid(separator + 1)).toUcs4();
    for (const uint code : codes) {
        // Format characters could turn the text round or hide parts of it.
        if (title.size() < kMaxTitle && QChar::isPrint(code) && QChar::category(code) != QChar::Other_Format)
            title += QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1);
    }
    flush();
    m_handlers.title(title.simplified());
}

} // namespace sparkler::gui
