#pragma once

// What was clicked, as something to paste elsewhere.

#include "client/exchange.h"
#include "client/types.h"

namespace sparkler::gui {

/// One `curl` command line, quoted for a POSIX shell.
QString curlCommand(const Exchange &exchange, const QString &socketPath);
/// A script: several exchanges, one curl each.
QString curlScript(const QList<Exchange> &exchanges, const QString &socketPath);
/// The --config-file document, indented.
QString configurationFile(const VmConfig &config);
/// A Go program that makes the machine with firecracker-go-sdk.
QString goSdkProgram(const VmConfig &config, const QString &socketPath);

} // namespace sparkler::gui
