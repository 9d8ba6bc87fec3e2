#pragma once

#include "models/balloon_monitor.h"
#include "models/counter_history.h"
#include "models/engine_config.h"

namespace sparkler::gui {

class Machine;

/// What was seen of one machine while its metrics were in sight, and what asks its engine for more. Bounded: an hour.
/// The plots and tables are made from it.
class MachineRecord : public QObject {
    Q_OBJECT
public:
    explicit MachineRecord(Machine *machine);

    CounterRates rates;
    CounterHistory counters;
    BalloonMonitor balloon;
    EngineConfig config;

    void add(const QDateTime &at, const QJsonObject &totals);
    bool isEmpty(const Machine &machine) const;

private:
    void takeClient(Machine &machine);
};

} // namespace sparkler::gui
