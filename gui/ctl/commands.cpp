#include "ctl/command.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace sparkler::gui {
namespace {

constexpr Option kCommon[] = {
    {.name = "--json",
     .help = QT_TRANSLATE_NOOP("sparklectl", "Print JSON in place of text, errors on standard error as well")},
    {.name = "--quiet", .letter = 'q', .help = QT_TRANSLATE_NOOP("sparklectl", "Show no progress and no remarks")},
    {.name = "--help", .letter = 'h', .help = QT_TRANSLATE_NOOP("sparklectl", "Tell what the command does")},
};

std::vector<const Command *> gather()
{
    std::vector<const Command *> all;
    for (const auto table : {machineCommands(), createCommands(), lifeCommands(), trashCommands(), consoleCommands(),
                             snapshotCommands(), driveCommands(), interfaceCommands(), mmdsCommands(),
                             metricsCommands(), logCommands(), doctorCommands(), apiCommands(), shellCommands()}) {
        for (const Command &command : table)
            all.push_back(&command);
    }
    return all;
}

} // namespace

std::span<const Option> commonOptions()
{
    return kCommon;
}

std::span<const Command *const> allCommands()
{
    static const std::vector<const Command *> all = gather();
    return all;
}

const Command *findCommand(QStringView name)
{
    const auto all = allCommands();
    const auto found =
        std::ranges::find_if(all, [name](const Command *command) { return name == QLatin1StringView(command->name); });
    return found == all.end() ? nullptr : *found;
}

QList<const Command *> commandsOf(QStringView group)
{
    QList<const Command *> found;
    for (const Command *command : allCommands()) {
        const QString name = QString::fromLatin1(command->name);
        if (name.size() > group.size() && name.startsWith(group) && name[group.size()] == u' ')
            found << command;
    }
    return found;
}

} // namespace sparkler::gui
