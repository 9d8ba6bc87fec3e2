#include "manager/run_state.h"

#include "client/json.h"
#include "manager/store_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr std::array kPhases{"starting"_L1, "running"_L1, "stopping"_L1};

QJsonObject toObject(const ProcessIdentity &process)
{
    return {{u"pid"_s, process.pid},
            {u"startTicks"_s, static_cast<qint64>(process.startTicks)},
            {u"bootId"_s, process.bootId}};
}

std::optional<ProcessIdentity> processFrom(const QJsonObject &object)
{
    const qint64 pid = object.value("pid"_L1).toInteger();
    if (pid <= 0)
        return std::nullopt;
    return ProcessIdentity{pid, static_cast<quint64>(object.value("startTicks"_L1).toInteger()),
                           object.value("bootId"_L1).toString()};
}

QJsonArray toArray(const QList<ShownPath> &shown)
{
    QJsonArray array;
    for (const ShownPath &one : shown)
        array.append(QJsonObject{{u"path"_s, one.path}, {u"inside"_s, one.inside}, {u"writable"_s, one.writable}});
    return array;
}

QList<ShownPath> shownFrom(const QJsonArray &array)
{
    QList<ShownPath> shown;
    for (const QJsonValue &value : array)
        shown.append({value["path"_L1].toString(), value["inside"_L1].toString(), value["writable"_L1].toBool()});
    return shown;
}

} // namespace

Outcome<void> RunState::save(const QString &file) const
{
    QJsonObject object{{u"version"_s, kVersion},
                       {u"phase"_s, QString(kPhases[static_cast<std::size_t>(phase)])},
                       {u"runner"_s, runner},
                       {u"seenAs"_s, seenAs},
                       {u"startedAt"_s, startedAt.toString(Qt::ISODateWithMs)},
                       {u"config"_s, toJson(config)},
                       {u"logLevel"_s, static_cast<int>(logLevel)},
                       {u"memoryBase"_s, memoryBase},
                       {u"consoleBefore"_s, consoleBefore},
                       {u"litter"_s, QJsonArray::fromStringList(litter)},
                       {u"shown"_s, toArray(shown)}};
    if (process) {
        const QJsonObject identity = toObject(*process);
        for (auto entry = identity.begin(); entry != identity.end(); ++entry)
            object.insert(entry.key(), entry.value());
    }
    QJsonObject roles;
    for (auto role = driveRoles.begin(); role != driveRoles.end(); ++role)
        roles.insert(role.key(), role.value());
    object.insert(u"driveRoles"_s, roles);

    const auto written = writeAtomically(file, QJsonDocument(object).toJson(), IfLink::Replace);
    if (written)
        return {};
    Failure failure;
    failure.what = QCoreApplication::translate("sparkler::gui::Machine", "What runs could not be recorded.");
    failure.why = QCoreApplication::translate("sparkler::gui::Machine", "The file %1 could not be written: %2.")
                      .arg(file, written.error());
    return std::unexpected(failure);
}

std::expected<RunState, RunState::Missing> RunState::load(const QString &file)
{
    const auto text = readSmallFile(file);
    if (!text)
        return std::unexpected(QFileInfo::exists(file) || QFileInfo(file).isSymLink() ? Missing::Unreadable
                                                                                      : Missing::NoFile);
    const auto object = parseObject(*text);
    if (!object || object->value("version"_L1).toInt() != kVersion)
        return std::unexpected(Missing::Unreadable);
    RunState state;
    const QString phase = object->value("phase"_L1).toString();
    const auto *found = std::find(kPhases.begin(), kPhases.end(), phase);
    const auto config = vmConfigFromJson(object->value("config"_L1));
    if (found == kPhases.end() || !config)
        return std::unexpected(Missing::Unreadable);
    state.phase = static_cast<Phase>(found - kPhases.begin());
    state.process = processFrom(*object);
    state.runner = object->value("runner"_L1).toString();
    state.seenAs = object->value("seenAs"_L1).toString();
    state.startedAt = QDateTime::fromString(object->value("startedAt"_L1).toString(), Qt::ISODateWithMs);
    state.config = *config;
    state.logLevel = static_cast<LogLevel>(std::clamp(object->value("logLevel"_L1).toInt(), 0, 5));
    state.memoryBase = object->value("memoryBase"_L1).toString();
    state.consoleBefore = object->value("consoleBefore"_L1).toString();
    const QJsonObject roles = object->value("driveRoles"_L1).toObject();
    for (auto role = roles.begin(); role != roles.end(); ++role)
        state.driveRoles.insert(role.key(), role.value().toString());
    const QJsonArray litter = object->value("litter"_L1).toArray();
    for (const QJsonValue &path : litter)
        state.litter.append(path.toString());
    state.shown = shownFrom(object->value("shown"_L1).toArray());
    return state;
}

void RunState::takeOver(const MachineDirectory &directory)
{
    const QFileInfo lock(directory.startLock());
    const QFileInfo state(directory.stateFile());
    if (lock.exists() || lock.isSymLink() || state.exists() || state.isSymLink())
        return;
    QFile::rename(directory.olderStateFile(), directory.stateFile()); // fails when there is none
}

} // namespace sparkler::gui
