#include "ctl/machine_json.h"

#include "client/json.h"
#include "ctl/session.h"

#include <QJsonArray>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue timeOrNull(const QDateTime &at)
{
    return at.isValid() ? QJsonValue(at.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString runnerWord(RunnerChoice choice)
{
    switch (choice) {
    case RunnerChoice::Local:
        return u"local"_s;
    case RunnerChoice::Emulated:
        return u"emulated"_s;
    case RunnerChoice::Automatic:
        break;
    }
    return u"automatic"_s;
}

QString jailWord(JailChoice choice)
{
    switch (choice) {
    case JailChoice::None:
        return u"none"_s;
    case JailChoice::Privileged:
        return u"privileged"_s;
    case JailChoice::Rootless:
        break;
    }
    return u"rootless"_s;
}

QJsonObject machineToJson(const Machine &machine, bool whole)
{
    const MachineDefinition &definition = machine.definition();
    QJsonObject object{{u"id"_s, definition.id},
                       {u"name"_s, definition.name},
                       {u"group"_s, definition.group},
                       {u"tags"_s, QJsonArray::fromStringList(definition.tags)},
                       {u"state"_s, stateWord(machine.state())},
                       {u"reason"_s, machine.reason()},
                       {u"vcpus"_s, definition.config.machine.vcpuCount},
                       {u"memory_mib"_s, static_cast<qint64>(definition.config.machine.memSizeMib)},
                       {u"runner"_s, runnerWord(definition.runner)},
                       {u"jail"_s, jailWord(definition.jail.choice)},
                       {u"running_on"_s, machine.runningOn()},
                       {u"engine_pid"_s, machine.enginePid()},
                       {u"created_at"_s, timeOrNull(definition.createdAt)},
                       {u"started_at"_s, timeOrNull(machine.startedAt())},
                       {u"needs_restart"_s, machine.needsRestart()}};
    if (!whole)
        return object;
    const MachineDirectory directory = machine.directory();
    object.insert(u"notes"_s, definition.notes);
    object.insert(u"directory"_s, directory.root());
    object.insert(u"api_socket"_s, directory.apiSocket());
    object.insert(u"console_socket"_s, directory.consoleSocket());
    object.insert(u"log"_s, directory.engineLog());
    object.insert(u"config"_s, toJson(definition.config));
    const auto running = machine.runningConfig();
    object.insert(u"running_config"_s, running ? QJsonValue(toJson(*running)) : QJsonValue(QJsonValue::Null));
    return object;
}

} // namespace sparkler::gui
