#pragma once

#include "widgets/theme.h"

#include <QString>

namespace sparkler::gui {

/// The file that choices and the window's layout are kept in: sparkler/sparkler.conf in the user's configuration
/// folder.
QString settingsFile();

/// What the user has chosen, in settingsFile(); machines are not among it. GUI thread.
struct Settings {
    ThemeMode theme = ThemeMode::System;
    QString language;   ///< "de", "zh_CN" …; empty: the system's. Counts from the next start
    int stopGrace = 20; ///< seconds until a stop is forced, 5..600
    QString enginePath; ///< empty: found by itself. Counts from the next start

    static Settings load();
    void save() const;
    bool operator==(const Settings &) const = default;
};

} // namespace sparkler::gui
