#pragma once

// The balloon device's documents as values (GET /balloon, /balloon/statistics, /balloon/hinting/status).

#include "client/json.h"

#include <QMap>

namespace sparkler::gui {

/// The device as configured. `amountMib` is the present target.
struct Balloon {
    quint64 amountMib = 0;
    bool deflateOnOom = false;
    quint64 statsPollingIntervalS = 0; ///< 0: no statistics; 0..65535
    bool freePageHinting = false;
    bool freePageReporting = false;
    bool operator==(const Balloon &) const = default;
};

/// What the guest's driver reports.
struct BalloonStatistics {
    quint64 targetMib = 0;
    quint64 actualMib = 0;
    QMap<QString, quint64> reported{}; ///< what the guest told, by the API's keys ("free_memory")
};

/// A run of free page hinting. Commands: 0 stop, 1 done, from 2 on the number of a run.
struct BalloonHinting {
    quint64 hostCommand = 0;
    std::optional<quint64> guestCommand{}; ///< absent: the guest has not said anything yet
    bool operator==(const BalloonHinting &) const = default;
};

JsonResult<Balloon> balloonFromJson(const QJsonObject &object);
JsonResult<BalloonStatistics> balloonStatisticsFromJson(const QJsonObject &object);
JsonResult<BalloonHinting> balloonHintingFromJson(const QJsonObject &object);

} // namespace sparkler::gui
