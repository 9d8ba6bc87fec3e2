#pragma once

#include "ctl/command.h"

namespace sparkler::gui {

/// "sparklectl snapshot create MACHINE [--name NAME] …"
QString usageLine(const Command &command);
/// What --help of a command prints.
QString helpText(const Command &command);
/// All commands, a line each, with the exit codes; with a `group` ("snapshot") only those of it.
QString overview(const QString &group = {});
/// sparklectl(1) in the man macros, in the language of the program. `date`: as the page shows it.
QString manPage(const QString &version, const QString &date);
/// The exit codes and what they mean.
QList<std::pair<int, QString>> exitCodes();

} // namespace sparkler::gui
