#include "app/main_window.h"
#include "text/language.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Ends the program for --help and --version.
void readOptions(const QCoreApplication &application)
{
    QCommandLineParser options;
    options.setApplicationDescription(QCoreApplication::translate("main", "Create, run and watch KVM microVMs."));
    options.addHelpOption();
    options.addVersionOption();
    options.process(application);
}

} // namespace

int main(int argc, char *argv[])
{
    using namespace sparkler::gui;
    // One folder level below the XDG directories: no organisation.
    QCoreApplication::setApplicationName(u"sparkler"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLER_VERSION));
    const bool asksOnly = std::any_of(argv + 1, argv + argc, [](std::string_view argument) {
        return argument == "--version" || argument == "--help" || argument == "-v" || argument == "-h";
    });
    if (asksOnly) {
        // Without a display, too.
        const QCoreApplication application(argc, argv);
        readOptions(application);
    }
    QGuiApplication::setApplicationDisplayName(u"Sparkler"_s);
    QGuiApplication::setDesktopFileName(u"sparkler"_s);
    QApplication application(argc, argv);
    const Settings settings = Settings::load();
    installLanguage(application, settings.language);

    readOptions(application);

    Theme theme(application);
    theme.apply(settings.theme);
    Paths paths = Paths::ofThisProgram();
    if (!settings.enginePath.isEmpty())
        paths.engine = settings.enginePath;
    Workspace workspace(paths);
    MainWindow window(&workspace, &theme);
    window.show();
    // In the first turn of the event loop: machines are read while the display server maps the window.
    QMetaObject::invokeMethod(&workspace, &Workspace::open, Qt::QueuedConnection);
    return QApplication::exec();
}
