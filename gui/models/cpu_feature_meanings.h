#pragma once

#include <QStringList>

namespace sparkler::gui {

/// A meaning that the tools have told in English, in the user's language; one that is not known stays as it is.
QString cpuMeaningText(const QString &english);
/// All that are known, for tests.
QStringList knownCpuMeanings();

} // namespace sparkler::gui
