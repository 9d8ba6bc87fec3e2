#pragma once

#include <QString>

namespace sparkler::gui {

/// A completion script for "bash", "zsh" or "fish", made from the table of commands. Names of machines are asked of
/// sparklectl when they are needed. Empty: no such shell.
QString completionScript(const QString &shell);

} // namespace sparkler::gui
