#pragma once

#include "widgets/theme.h"

#include <QIcon>
#include <QPixmap>
#include <optional>
#include <span>

namespace sparkler::gui {

enum class Icon {
    Logo,
    Machine,
    Start,
    Pause,
    Resume,
    Stop,
    ForceStop,
    Restart,
    CtrlAltDel,
    Add,
    Remove,
    Edit,
    Duplicate,
    Import,
    Export,
    Settings,
    Search,
    Filter,
    Tag,
    Group,
    Console,
    Metrics,
    Logs,
    Inspector,
    Hardware,
    Processor,
    Memory,
    Drive,
    Network,
    Snapshot,
    Restore,
    Here,
    Merge,
    Verify,
    Overview,
    Copy,
    Check,
    Warning,
    Error,
    Info,
    Help,
    Tasks,
    Close,
    Undo,
    Refresh,
    Folder,
    File,
    Key,
    Socket,
    Balloon,
    Metadata,
    Clock,
    Plug,
    More,
    ChevronUp,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    StateRunning,
    StatePaused,
    StateStopped,
    StateStarting,
    StateStopping,
    StateCrashed,
    StateUnresponsive,
    StateUnknown,
    BadgeEmulated,
};

/// Every icon, for tests and contact sheets.
std::span<const Icon> allIcons();
/// Name of the drawing under the resource prefix /sparkler/icons, without folder and suffix.
QLatin1StringView iconName(Icon icon);

/// Drawn in the application palette's text colour, dimmed when disabled, in the highlighted text colour when selected;
/// it follows palette changes. With `tint` the normal colour is that role's.
QIcon icon(Icon icon, std::optional<ColourRole> tint = std::nullopt);

/// One drawing in one colour, for labels and delegates. `size` in device-independent pixels.
QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio);

} // namespace sparkler::gui
