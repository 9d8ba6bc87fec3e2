#pragma once

#include "manager/preferences.h"
#include "widgets/theme.h"

namespace sparkler::gui {

/// What the user has chosen, in settingsFile(); machines are not among it. GUI thread.
struct Settings : Preferences {
    ThemeMode theme = ThemeMode::System;

    static Settings load();
    void save() const;
    bool operator==(const Settings &) const = default;
};

} // namespace sparkler::gui
