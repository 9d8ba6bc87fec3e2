#include "ctl/arguments.h"
#include "ctl/help.h"
#include "ctl/session.h"
#include "ctl/text.h"
#include "text/language.h"

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace sparkler::gui {
namespace {

/// "sparklectl --help", "sparklectl --version" and nothing at all, as one expects them of any program.
QStringList spelledOut(QStringList words)
{
    const QString first = words.value(0);
    if (first.isEmpty() || first == "--help"_L1 || first == "-h"_L1)
        words = QStringList{u"help"_s} + words.mid(1);
    else if (first == "--version"_L1)
        words.first() = u"version"_s;
    else if (commandsOf(first).size() > 0 && (words.value(1) == "--help"_L1 || words.value(1) == "-h"_L1))
        words = {u"help"_s, first};
    return words;
}

Exit run(const QStringList &given)
{
    const bool jsonErrors = given.contains(u"--json"_s);
    const auto order = findOrder(spelledOut(given));
    if (!order)
        return Output(jsonErrors).usage(order.error());
    const Command &command = *order->command;
    const auto arguments = Arguments::parse(command, order->rest);
    if (!arguments)
        return Output(jsonErrors).usage(arguments.error(), QString::fromLatin1(command.name));
    if (arguments->has("--help")) {
        Output::raw(helpText(command).toUtf8());
        return Exit::Good;
    }
    const Preferences preferences = Preferences::load();
    Paths paths = Paths::ofThisProgram();
    if (!preferences.enginePath.isEmpty())
        paths.engine = preferences.enginePath;
    Session session(paths, preferences, Output(arguments->has("--json"), arguments->has("--quiet")));
    return command.run(session, *arguments);
}

} // namespace
} // namespace sparkler::gui

int main(int argc, char *argv[])
{
    using namespace sparkler::gui;
    // The manager's name: the same folders and translations.
    QCoreApplication::setApplicationName(u"sparkler"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLER_VERSION));
    std::signal(SIGPIPE, SIG_DFL); // `sparklectl list | head` ends without a word
    const QCoreApplication application(argc, argv);
    installLanguage(*QCoreApplication::instance(), Preferences::load().language);
    return static_cast<int>(run(QCoreApplication::arguments().mid(1)));
}
