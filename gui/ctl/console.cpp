// console

#include "ctl/arguments.h"
#include "ctl/engine_call.h"
#include "ctl/raw_terminal.h"
#include "ctl/text.h"

#include <QSocketNotifier>
#include <QTimer>

#include <cerrno>

#include <unistd.h>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype kReadBytes = 4096;
constexpr int kRetryMs = 20;

/// What is typed goes to the guest, what the guest prints to standard output.
class Viewer : public QObject {
public:
    Viewer(ConsoleClient *console, bool input, bool terminal) : m_console(console), m_escapes(terminal)
    {
        show(console->received());
        connect(console, &ConsoleClient::data, this, &Viewer::show);
        connect(console, &ConsoleClient::linkChanged, this, [this] { send(); });
        m_retry.setInterval(kRetryMs);
        connect(&m_retry, &QTimer::timeout, this, &Viewer::send);
        if (!input)
            return;
        m_notifier = new QSocketNotifier(STDIN_FILENO, QSocketNotifier::Read, this);
        connect(m_notifier, &QSocketNotifier::activated, this, &Viewer::read);
    }

    /// The user wants to go, or there is nothing more to send or to show it on.
    bool left() const { return m_left; }

private:
    void show(const QByteArray &bytes)
    {
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t now =
                ::write(STDOUT_FILENO, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done));
            if (now < 0 && errno == EINTR)
                continue;
            if (now < 0) {
                m_left = true;
                return;
            }
            done += now;
        }
    }

    void read()
    {
        QByteArray typed(kReadBytes, Qt::Uninitialized);
        const ssize_t got = ::read(STDIN_FILENO, typed.data(), static_cast<std::size_t>(typed.size()));
        if (got < 0 && (errno == EINTR || errno == EAGAIN))
            return;
        if (got <= 0) {
            m_notifier->setEnabled(false);
            m_inputEnded = true;
            return send();
        }
        typed.truncate(got);
        m_waiting += m_escapes ? m_filter.take(typed) : typed;
        if (m_escapes && m_filter.wish() == EscapeFilter::Wish::Help)
            show("\r\n" + Ctl::tr("Ctrl-] q leaves, Ctrl-] ] sends Ctrl-].").toUtf8() + "\r\n");
        send();
        if (m_escapes && m_filter.wish() == EscapeFilter::Wish::Leave)
            m_left = true;
    }

    /// What the console does not take now is tried again, and nothing more is read meanwhile.
    void send()
    {
        if (!m_waiting.isEmpty() && m_console->write(m_waiting))
            m_waiting.clear();
        const bool waits = !m_waiting.isEmpty();
        if (waits && !m_retry.isActive())
            m_retry.start();
        else if (!waits)
            m_retry.stop();
        if (m_notifier && !m_inputEnded)
            m_notifier->setEnabled(!waits);
        if (m_inputEnded && !waits)
            m_left = true;
    }

    ConsoleClient *m_console;
    QSocketNotifier *m_notifier = nullptr;
    QTimer m_retry;
    EscapeFilter m_filter;
    QByteArray m_waiting;
    bool m_escapes;
    bool m_inputEnded = false;
    bool m_left = false;
};

Exit openConsole(Session &session, const Arguments &arguments)
{
    const QString what = Ctl::tr("There is no console.");
    session.open(Session::Role::Look);
    Exit exit = Exit::Good;
    Machine *machine = runningMachine(session, arguments.operand(0), what, exit);
    if (!machine)
        return exit;
    const QString name = machine->definition().name;
    const bool input = !arguments.has("--no-input");
    {
        std::optional<RawTerminal> terminal;
        if (input)
            terminal.emplace();
        const bool raw = terminal && terminal->active();
        if (raw)
            session.out().remark(Ctl::tr("The console of “%1”. Ctrl-] q leaves it.").arg(name) + u'\r');
        Viewer viewer(machine->console(), input, raw);
        session.wait([&] { return viewer.left() || !machine->client(); });
    }
    session.out().remark(machine->client() ? QString() : Ctl::tr("“%1” has ended.").arg(name));
    return Exit::Good;
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Option kOptions[] = {
    {.name = "--no-input", .help = QT_TRANSLATE_NOOP("sparklectl", "Only show what the guest prints")},
};

constexpr Command kCommands[] = {
    {.name = "console",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Open a running machine's serial console"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "First what it has printed, as far as it is kept. Ctrl-] q leaves, the "
                                                "machine runs on. Input that is no terminal is sent as it is, and at "
                                                "its end the command ends. What a guest prints can do to the terminal "
                                                "what any program can."),
     .operands = kMachine,
     .options = kOptions,
     .run = openConsole},
};

} // namespace

std::span<const Command> consoleCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
