#pragma once

#include <QString>

namespace sparkler::gui {

/// The file that choices and the window's layout are kept in: sparkler/sparkler.conf in the user's configuration
/// folder.
QString settingsFile();

/// The choices of settingsFile() that count without a window, too. A value; any thread.
struct Preferences {
    QString language;   ///< "de", "zh_CN" …; empty: the system's. Counts from the next start
    int stopGrace = 20; ///< seconds until a stop is forced, 5..600
    QString enginePath; ///< empty: found by itself. Counts from the next start

    static Preferences load();
    bool operator==(const Preferences &) const = default;
};

} // namespace sparkler::gui
