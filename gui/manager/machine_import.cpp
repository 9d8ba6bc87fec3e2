// The part of MachineStore that speaks to Firecracker's configuration files.

#include "manager/definition_json.h"
#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "manager/machine_store_p.h"

#include "client/json.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A relative path in the file is taken from the file's folder; the engine would take it from wherever it was started.
void makeAbsolute(QString &path, const QDir &folder, QStringList &relative)
{
    if (path.isEmpty() || QDir::isAbsolutePath(path))
        return;
    relative << path;
    path = QDir::cleanPath(folder.absoluteFilePath(path));
}

} // namespace

Outcome<MachineStore::Imported> MachineStore::importConfigurationFile(const QString &path)
{
    const auto refused = [&](const QString &why) {
        return std::unexpected(storeFailure(tr("%1 was not imported.").arg(path), why, {},
                                            tr("Choose a Firecracker configuration file (JSON).")));
    };
    const auto text = readSmallFile(path);
    if (!text)
        return refused(text.error());
    const JsonResult<QJsonObject> object = parseObject(*text);
    if (!object)
        return refused(tr("It is not a JSON document: %1.").arg(object.error()));
    if (const QString key = duplicateKey(*text); !key.isEmpty())
        return refused(tr("“%1” is there twice.").arg(key));
    const JsonResult<VmConfig> config = vmConfigFromJson(*object);
    if (!config)
        return refused(tr("It is not a machine's configuration: %1.").arg(config.error()));

    Imported imported;
    imported.definition.config = *config;
    imported.definition.name = QFileInfo(path).completeBaseName();
    QStringList relative;
    const QDir folder = QFileInfo(path).absoluteDir();
    makeAbsolute(imported.definition.config.bootSource.kernelImagePath, folder, relative);
    makeAbsolute(imported.definition.config.bootSource.initrdPath, folder, relative);
    for (Drive &drive : imported.definition.config.drives)
        makeAbsolute(drive.pathOnHost, folder, relative);

    if (auto &vsock = imported.definition.config.vsock; vsock && vsock->udsPath != kVsockName) {
        imported.notes
            << tr("The vsock’s socket will lie in the machine’s folder instead of being %1.").arg(vsock->udsPath);
        vsock->udsPath = kVsockName;
    }
    if (auto &serial = imported.definition.config.serial; serial && serial->serialOutPath != kSerialName)
        makeAbsolute(serial->serialOutPath, folder, relative);
    imported.notes << deviceProblems(imported.definition.config);
    const QStringList sections = sectionsInUse(config->otherSections);
    for (const QString &section : sections)
        imported.notes << tr("The section “%1” is kept, but this version cannot use it.").arg(section);
    const QStringList unknown = unknownConfigKeys(*object);
    for (const QString &key : unknown)
        imported.notes << tr("“%1” is not known to this version and was left out.").arg(key);
    if (!relative.isEmpty())
        imported.notes << tr("Relative paths were taken from %1: %2.").arg(folder.path(), relative.join(u", "_s));
    return imported;
}

Outcome<void> MachineStore::exportConfigurationFile(const MachineDefinition &definition, const QString &path)
{
    const QByteArray text = QJsonDocument(toJson(definition.config)).toJson(QJsonDocument::Indented);
    if (const auto written = writeAtomically(path, text); !written)
        return std::unexpected(storeFailure(tr("“%1” was not exported to %2.").arg(definition.name, path),
                                            written.error(), {}, tr("Choose another place.")));
    return {};
}

} // namespace sparkler::gui
