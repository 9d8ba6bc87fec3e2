// completion, help, version

#include "ctl/arguments.h"
#include "ctl/completion.h"
#include "ctl/help.h"
#include "ctl/session.h"
#include "ctl/text.h"

#include <QDateTime>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

Exit printCompletion(Session &, const Arguments &arguments)
{
    Output::raw(completionScript(arguments.operand(0)).toUtf8());
    return Exit::Good;
}

/// The page's date: of the build when it is to be the same each time.
QString pageDate()
{
    bool given = false;
    const qint64 epoch = qEnvironmentVariable("SOURCE_DATE_EPOCH").toLongLong(&given);
    const QDateTime at = given ? QDateTime::fromSecsSinceEpoch(epoch, Qt::UTC) : QDateTime::currentDateTimeUtc();
    return at.date().toString(Qt::ISODate);
}

Exit printHelp(Session &session, const Arguments &arguments)
{
    if (arguments.has("--man")) {
        Output::raw(manPage(QCoreApplication::applicationVersion(), pageDate()).toUtf8());
        return Exit::Good;
    }
    const QString name = arguments.operandsFrom(0).join(u' ');
    if (const Command *command = findCommand(name))
        Output::raw(helpText(*command).toUtf8());
    else if (name.isEmpty() || !commandsOf(name).isEmpty())
        Output::raw(overview(name).toUtf8());
    else
        return session.out().usage(Ctl::tr("There is no command “%1”.").arg(name));
    return Exit::Good;
}

Exit printVersion(Session &session, const Arguments &)
{
    if (session.out().json())
        Output::document(QJsonObject{{u"version"_s, QCoreApplication::applicationVersion()}});
    else
        session.out().line(u"sparklectl "_s + QCoreApplication::applicationVersion());
    return Exit::Good;
}

constexpr Operand kShell[] = {{.name = "SHELL", .completes = Completes::Words, .words = "bash|zsh|fish"}};
constexpr Operand kCommandName[] = {{.name = "COMMAND", .optional = true, .repeated = true}};

constexpr Option kHelpOptions[] = {
    {.name = "--man", .help = QT_TRANSLATE_NOOP("sparklectl", "Print the manual page, for man -l -")},
};

constexpr Command kCommands[] = {
    {.name = "completion",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print a completion script for bash, zsh or fish"),
     .details = "",
     .operands = kShell,
     .options = {},
     .run = printCompletion},
    {.name = "help",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Tell what the commands do"),
     .details = "",
     .operands = kCommandName,
     .options = kHelpOptions,
     .run = printHelp},
    {.name = "version",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print the version"),
     .details = "",
     .operands = {},
     .options = {},
     .run = printVersion},
};

} // namespace

std::span<const Command> shellCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
