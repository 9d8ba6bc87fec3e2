#pragma once

#include <QByteArray>

#include <memory>

namespace sparkler::gui {

/// Standard input as a raw terminal: every key goes through as it is. As it was before afterwards, whatever comes: also
/// when the process is killed, since a small process of its own waits for its end. Nothing happens when standard input
/// is no terminal.
class RawTerminal {
public:
    RawTerminal();
    ~RawTerminal();
    RawTerminal(const RawTerminal &) = delete;
    RawTerminal &operator=(const RawTerminal &) = delete;
    bool active() const;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// What is typed, without the escapes: Ctrl-] and then q leaves, ] is Ctrl-] itself, ? asks for help; anything else
/// goes through together with its Ctrl-].
class EscapeFilter {
public:
    enum class Wish { None, Help, Leave };
    /// The bytes for the guest; what follows a wish to leave is dropped.
    QByteArray take(const QByteArray &typed);
    /// What was asked for in the last take().
    Wish wish() const { return m_wish; }

private:
    bool m_escaped = false;
    Wish m_wish = Wish::None;
};

} // namespace sparkler::gui
