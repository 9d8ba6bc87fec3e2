#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace sparkler::gui {

/// Modes the guest asked for that decide what typing sends.
struct TerminalInputModes {
    bool applicationCursor = false; ///< DECCKM: arrows send SS3
    bool applicationKeypad = false; ///< DECKPAM
    bool newLine = false;           ///< LNM: Return sends CR LF
    bool bracketedPaste = false;    ///< DECSET 2004
    bool focusReports = false;      ///< DECSET 1004

    bool operator==(const TerminalInputModes &) const = default;
};

/// Stands between the guest and the VT engine. The engine was not written for hostile input: control characters hidden
/// in UTF-8, double-width lines and side margins can take its cursor off the grid. So every byte is parsed here first
/// and only whole, known sequences with sane numbers go on; the rest is dropped. Between two calls of `pass` the engine
/// is therefore never in the middle of a sequence.
///
/// Keeps at most kMaxString bytes, whatever comes. Any thread, one at a time.
class TerminalFilter {
public:
    struct Handlers {
        std::function<void(const QByteArray &bytes)> pass; ///< clean UTF-8 and sequences for the engine
        std::function<void(const QString &title)> title;   ///< OSC 0 and 2: printable, at most kMaxTitle characters
        std::function<void()> clearScrollback;             ///< CSI 3 J
        std::function<void()> reset;                       ///< RIS comes next
    };

    static constexpr qsizetype kMaxString = 4096; ///< bytes of one OSC, DCS, … before it is given up
    static constexpr int kMaxTitle = 200;
    static constexpr int kMaxMarks = 5; ///< combining characters kept on one base character
    static constexpr int kMaxParameter = 9999;
    static constexpr int kMaxParameters = 16;

    explicit TerminalFilter(Handlers handlers);

    /// Handles all of `bytes`; a sequence may be split anywhere between calls.
    void feed(const QByteArray &bytes);

    /// Forgets a half-read sequence or character, as after lost input.
    void abandonSequence();

    const TerminalInputModes &modes() const { return m_modes; }
    void resetModes() { m_modes = {}; }

private:
    enum class State { Ground, Escape, EscapeIntermediate, Csi, CsiIgnore, Osc, String };

    void take(quint8 byte);
    void takeGround(quint8 byte);
    void takeUtf8(quint8 byte);
    void takeEscape(quint8 byte);
    void takeCsi(quint8 byte);
    void takeString(quint8 byte);
    void control(quint8 byte);
    void putCharacter(char32_t code);
    void finishEscape(quint8 final);
    void finishCsi(char final);
    void finishPlainCsi(char final);
    void finishPrivateCsi(char final);
    void finishOsc();
    void repeatLast(int count);
    void setMode(bool isPrivate, int mode, bool on);
    bool parseParameters();
    void emitCsi(const QByteArray &lead, const QByteArray &intermediate, char final, int maxValue);
    int parameter(int at, int fallback) const;
    void flush();

    Handlers m_handlers;
    TerminalInputModes m_modes;
    State m_state = State::Ground;
    QByteArray m_ready;    // for the engine, handed on by flush()
    QByteArray m_sequence; // the sequence being read, without its introducer
    QByteArray m_lead;     // of a parsed CSI: one of ? > < = or nothing
    QByteArray m_intermediate;
    struct Parameter {
        int value = -1;         // -1: not given
        bool continues = false; // a ':' follows, not a ';'
    };
    std::vector<Parameter> m_parameters;
    char32_t m_code = 0; // UTF-8 character being read
    char32_t m_codeMinimum = 0;
    int m_codeMissing = 0;
    int m_marks = 0;
    char32_t m_lastCode = 0; // for REP
};

} // namespace sparkler::gui
