#pragma once

// Free page hinting of the balloon (GET /balloon/hinting/status).

#include "client/json.h"

namespace sparkler::gui {

/// A run of free page hinting. Commands: 0 stop, 1 done, from 2 on the number of a run.
struct BalloonHinting {
    quint64 hostCommand = 0;
    std::optional<quint64> guestCommand{}; ///< absent: the guest has not said anything yet
    bool operator==(const BalloonHinting &) const = default;
};

JsonResult<BalloonHinting> balloonHintingFromJson(const QJsonValue &value);

} // namespace sparkler::gui
