#pragma once

#include "manager/snapshots/requests.h"

#include <expected>
#include <functional>

namespace sparkler::gui {

/// The names of the snapshot's files that have checksums, below its folder.
QStringList checkedFiles(const Snapshot &snapshot);
/// SHA-256 of a file; empty: `goOn(bytes read)` said false. Error: a translated sentence. Blocks; any thread.
std::expected<QByteArray, QString> fileChecksum(const QString &path, const std::function<bool(qint64 bytes)> &goOn);
/// Reads all files and compares them. `goOn(progress)`; false stops with what was found so far. Blocks; any thread.
Verification verifySnapshot(const QString &folder, const Snapshot &snapshot,
                            const std::function<bool(double progress)> &goOn);

} // namespace sparkler::gui
