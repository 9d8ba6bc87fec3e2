#pragma once

#include "manager/machine.h"

namespace sparkler::gui {

/// A machine as `list` and `show` print it; docs/sparklectl.md has its keys. `whole`: with its configuration, paths and
/// the like.
QJsonObject machineToJson(const Machine &machine, bool whole);
/// One of the words of --runner and --jail.
QString runnerWord(RunnerChoice choice);
QString jailWord(JailChoice choice);

} // namespace sparkler::gui
