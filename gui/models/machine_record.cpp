#include "models/machine_record.h"

#include "manager/machine.h"

namespace sparkler::gui {

MachineRecord::MachineRecord(Machine *machine) : QObject(machine)
{
    connect(machine, &Machine::stateChanged, this, [this, machine] { takeClient(*machine); });
    takeClient(*machine);
}

/// Only an engine whose guest was started has a balloon that can be asked about.
void MachineRecord::takeClient(Machine &machine)
{
    const MachineState state = machine.state();
    const bool started =
        state == MachineState::Running || state == MachineState::Paused || state == MachineState::Stopping;
    EngineClient *client = started ? machine.client() : nullptr;
    balloon.setClient(client);
    config.setClient(client);
}

void MachineRecord::add(const QDateTime &at, const QJsonObject &totals)
{
    rates.feed(at, totals);
    counters.append(at, rates.totals());
}

bool MachineRecord::isEmpty(const Machine &machine) const
{
    return counters.isEmpty() && machine.usage().empty();
}

} // namespace sparkler::gui
