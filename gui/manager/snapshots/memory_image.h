#pragma once

#include "manager/failure.h"

#include <QStringList>

#include <functional>

namespace sparkler::gui {

/// `goOn(done, total)`: bytes; false stops.
using CopyProgress = std::function<bool(qint64 done, qint64 total)>;

/// Puts the memory of a diff together: the base as a copy that shares its blocks where it can, then the data of each
/// diff over it. `chain`: paths, the full one first; all of one size. `to`: a new file, on stable storage afterwards;
/// nothing of it stays on failure. Error: a translated sentence; empty: stopped by `goOn`. Blocks; any thread.
std::expected<void, QString> layerMemory(const QStringList &chain, const QString &to, const CopyProgress &goOn);

/// Whether a file in `folder` can be sparse page by page, as diffs are. Error: a translated sentence.
std::expected<void, QString> supportsDiffs(const QString &folder);

} // namespace sparkler::gui
