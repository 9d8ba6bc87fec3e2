#pragma once

#include "app/main_window.h"
#include "widgets/terminal/terminal_widget.h"

#include <QElapsedTimer>
#include <QTest>

#include <cstdio>
#include <functional>
#include <memory>
#include <optional>

/// QVERIFY with all that a ManagerSession `s` knows. The report is made only when something went wrong, and is longer
/// than Qt Test's messages may be.
#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        const bool holds = static_cast<bool>(condition);                                                               \
        if (!holds)                                                                                                    \
            std::fputs(s.report().constData(), stderr);                                                                \
        QVERIFY2(holds, #condition);                                                                                   \
    } while (false)

/// A test program of a manager on a computer where it never ran: with a home directory of its own and, when
/// SPARKLER_E2E_GUEST is "ready", the demo guest named `guest` there already. Returns what main() returns.
int runEndToEnd(int argc, char **argv, QObject &test, const QString &guest = QStringLiteral("6.1"));

/// A manager as a user has it: a home directory of its own, the window, and the user's hands. Below the window it only
/// looks, to wait and to check.
class ManagerSession {
public:
    /// LAB_SLOW, or 1.
    static int slowness();

    ManagerSession();
    ~ManagerSession();
    ManagerSession(const ManagerSession &) = delete;
    ManagerSession &operator=(const ManagerSession &) = delete;

    /// As a start of the program.
    void open();
    /// As its end: the window is closed, everything below it goes.
    bool close();

    sparkler::gui::MainWindow *window() const { return m_window.get(); }
    sparkler::gui::Workspace &workspace() const { return *m_workspace; }
    sparkler::gui::Machine *machine(const QString &name) const; ///< null: none
    bool waitFor(const std::function<bool()> &condition, int seconds) const;
    bool waitForState(const QString &name, sparkler::gui::MachineState state, int seconds) const;

    /// What came of createMachine().
    struct Created {
        sparkler::gui::Machine *machine;
        int clicks; ///< in the wizard
    };

    // What the user does and sees.
    /// By the create flow, taking what it offers; nothing when it does not come to an end in time.
    std::optional<Created> createMachine();
    /// On the console, once the prompt is there.
    bool logIn();
    bool selectMachine(const QString &name);
    bool showPage(const QString &title);
    bool choose(const QString &action); ///< a button of the machine's header
    /// Of the console page; null: it is not in sight.
    sparkler::gui::TerminalWidget *terminal() const;
    QString console() const;
    bool waitForConsole(const QString &text, int seconds, qsizetype from = 0) const;
    /// Types a line on the console.
    bool type(const QString &line);
    /// Types `command` and waits for its end; what it printed, or nothing in time.
    std::optional<QString> run(const QString &command, int seconds);
    /// The text of all strips with a message.
    QStringList messages() const;
    /// The text of all labels in sight, one a line.
    QString texts() const;

    /// Notes the step that begins, with the time it begins at. What the window shows then becomes a picture when
    /// SPARKLER_E2E_PICTURES names a folder for them.
    void step(const char *what);
    /// All that helps to understand a failure.
    QByteArray report() const;

private:
    void watch(sparkler::gui::Machine *machine);

    QElapsedTimer m_clock;
    QByteArray m_steps;
    QStringList m_failures;
    int m_commands = 0;
    int m_pictures = 0;
    std::unique_ptr<sparkler::gui::Workspace> m_workspace;
    std::unique_ptr<sparkler::gui::MainWindow> m_window;
};

/// `seconds` of an ordinary computer.
inline int slow(int seconds)
{
    return seconds * ManagerSession::slowness();
}
