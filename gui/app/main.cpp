#include "app/language.h"
#include "app/main_window.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::Literals::StringLiterals;

int main(int argc, char *argv[])
{
    using namespace sparkler::gui;
    // One folder level below the XDG directories: no organisation.
    QCoreApplication::setApplicationName(u"sparkler"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SPARKLER_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Sparkler"_s);
    QGuiApplication::setDesktopFileName(u"sparkler"_s);
    QApplication application(argc, argv);
    const Settings settings = Settings::load();
    installLanguage(application, settings.language);

    QCommandLineParser options;
    options.setApplicationDescription(QCoreApplication::translate("main", "Create, run and watch KVM microVMs."));
    options.addHelpOption();
    options.addVersionOption();
    options.process(application);

    Theme theme(application);
    theme.apply(settings.theme);
    Paths paths = Paths::ofThisProgram();
    if (!settings.enginePath.isEmpty())
        paths.engine = settings.enginePath;
    Workspace workspace(paths);
    MainWindow window(&workspace, &theme);
    window.show();
    // The window first: reading the disk and asking engines comes when it is there.
    QMetaObject::invokeMethod(&workspace, &Workspace::open, Qt::QueuedConnection);
    return QApplication::exec();
}
