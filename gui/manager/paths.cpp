#include "manager/paths.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// $XDG_… when it is an absolute path (the specification says to ignore any other), else below the home directory.
QString baseDirectory(const QProcessEnvironment &environment, const QString &variable, const QString &belowHome)
{
    const QString value = environment.value(variable);
    const QString home = environment.value(u"HOME"_s, QDir::homePath());
    return QDir::cleanPath((QDir::isAbsolutePath(value) ? value : home + u"/"_s + belowHome) + u"/sparkler"_s);
}

/// What the variable names is taken as it is: a wrong value is reported, not replaced by another program.
QString program(const QString &name, const QString &variable, const QString &programDirectory,
                const QProcessEnvironment &environment)
{
    if (const QString given = environment.value(variable); !given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    for (const QString &directory : QStringList{programDirectory, programDirectory + u"/../lib/sparkler"_s}) {
        const QFileInfo file(directory + u"/"_s + name);
        if (file.isFile() && file.isExecutable())
            return QDir::cleanPath(file.absoluteFilePath());
    }
    const QStringList path = environment.value(u"PATH"_s).split(u':', Qt::SkipEmptyParts);
    return path.isEmpty() ? QString() : QStandardPaths::findExecutable(name, path);
}

QString resourceFolder(const QString &programDirectory, const QProcessEnvironment &environment)
{
    if (const QString given = environment.value(u"SPARKLER_RESOURCES"_s); !given.isEmpty())
        return QFileInfo(given).absoluteFilePath();
    QStringList candidates{programDirectory + u"/../share/sparkler"_s};
    // A build tree: build/PRESET/bin or PRESET/bin below the source tree.
    for (QString up = u"/.."_s; up.size() <= 4 * 3; up += u"/.."_s)
        candidates << programDirectory + up + u"/resources"_s;
    for (const QString &candidate : std::as_const(candidates)) {
        const QString folder = QDir::cleanPath(candidate);
        if (QFileInfo(folder + u"/guest/build-guest"_s).isExecutable())
            return folder;
    }
    return {};
}

/// With the resources where it is installed, beside them in the source tree.
QString document(const QString &resources, const QString &name)
{
    if (resources.isEmpty())
        return {};
    for (const QString &folder : QStringList{resources, resources + u"/../docs"_s}) {
        if (const QString file = QDir::cleanPath(folder + u'/' + name); QFileInfo(file).isFile())
            return file;
    }
    return {};
}

} // namespace

Paths Paths::find(const QString &programDirectory, const QProcessEnvironment &environment)
{
    Paths paths;
    paths.data = baseDirectory(environment, u"XDG_DATA_HOME"_s, u".local/share"_s);
    paths.cache = baseDirectory(environment, u"XDG_CACHE_HOME"_s, u".cache"_s);
    paths.state = baseDirectory(environment, u"XDG_STATE_HOME"_s, u".local/state"_s);
    paths.engine = program(u"sparkler-engine"_s, u"SPARKLER_ENGINE"_s, programDirectory, environment);
    paths.jailer = program(u"sparkler-jailer"_s, u"SPARKLER_JAILER"_s, programDirectory, environment);
    paths.jailHelper = program(u"sparkler-jail-helper"_s, u"SPARKLER_JAIL_HELPER"_s, programDirectory, environment);
    paths.emulator = program(u"sparkler-emulator"_s, u"SPARKLER_EMULATOR"_s, programDirectory, environment);
    paths.tools = program(u"sparkler-tools"_s, u"SPARKLER_TOOLS"_s, programDirectory, environment);
    paths.kvmProbe = program(u"sparkler-kvm-probe"_s, u"SPARKLER_KVM_PROBE"_s, programDirectory, environment);
    paths.resources = resourceFolder(programDirectory, environment);
    paths.troubleshooting = document(paths.resources, u"troubleshooting.md"_s);
    return paths;
}

Paths Paths::ofThisProgram()
{
    return find(QCoreApplication::applicationDirPath(), QProcessEnvironment::systemEnvironment());
}

} // namespace sparkler::gui
