#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace sparkler::gui {

class Arguments;
class Session;

/// How sparklectl ends. Part of its interface: docs/sparklectl.md.
enum class Exit {
    Good = 0,
    Failed = 1,
    Usage = 2,         ///< the command line is wrong; nothing was done
    NoSuch = 3,        ///< no such machine, snapshot, drive or interface, or the name fits several
    NotNow = 4,        ///< the machine's state does not allow it
    HostNotReady = 5,  ///< `doctor` found a problem
    Interrupted = 130, ///< by a signal
};

/// What a shell offers for a word that is being typed.
enum class Completes { Nothing, Machine, Trash, File, Words };

/// One option of a command. Texts are untranslated (context "sparklectl").
struct Option {
    const char *name;            ///< "--json"
    char letter = 0;             ///< 'f' for "-f"; 0: none
    const char *value = nullptr; ///< "PATH"; null: a flag
    const char *help = "";       ///< one line
    Completes completes = Completes::Nothing;
    const char *words = nullptr; ///< Words: "none|user"
    bool repeatable = false;
};

/// What stands without an option, in order.
struct Operand {
    const char *name; ///< "MACHINE"
    Completes completes = Completes::Nothing;
    const char *words = nullptr;
    bool optional = false;
    bool repeated = false; ///< the last one only
};

/// One command, and all that help, completion and man page tell of it.
struct Command {
    const char *name;    ///< "snapshot create"
    const char *summary; ///< one line, no full stop
    const char *details; ///< whole sentences; may be empty
    std::span<const Operand> operands;
    std::span<const Option> options;
    Exit (*run)(Session &session, const Arguments &arguments);
};

/// Options that every command has: --help, --json, --quiet.
std::span<const Option> commonOptions();
/// All commands, in the order of the help.
std::span<const Command *const> allCommands();
/// By its full name; null: none.
const Command *findCommand(QStringView name);
/// Commands whose name begins with the word `group` ("snapshot").
QList<const Command *> commandsOf(QStringView group);

// One table for each file of commands.
std::span<const Command> machineCommands();   ///< list, show
std::span<const Command> createCommands();    ///< create
std::span<const Command> lifeCommands();      ///< start, stop, restart, pause, resume
std::span<const Command> trashCommands();     ///< delete, undelete, trash
std::span<const Command> consoleCommands();   ///< console
std::span<const Command> snapshotCommands();  ///< snapshot …
std::span<const Command> driveCommands();     ///< drive …
std::span<const Command> interfaceCommands(); ///< interface …
std::span<const Command> mmdsCommands();      ///< mmds …
std::span<const Command> metricsCommands();   ///< metrics
std::span<const Command> logCommands();       ///< logs, events
std::span<const Command> doctorCommands();    ///< doctor
std::span<const Command> apiCommands();       ///< api
std::span<const Command> shellCommands();     ///< completion, help, version

} // namespace sparkler::gui
