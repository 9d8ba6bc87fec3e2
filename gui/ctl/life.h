#pragma once

#include "ctl/command.h"
#include "manager/machine.h"

namespace sparkler::gui {

/// What a machine tells while this lives.
class Told : public QObject {
    Q_OBJECT
public:
    explicit Told(Machine *machine);
    QList<Failure> failures;
};

/// Starts it and waits until its guest runs; what fails is told. After a signal nothing of the start stays.
Exit startMachine(Session &session, Machine *machine);
/// Asks its guest to power off, or forces it; 0: at once. After a signal it is left running, unless it was forced
/// already.
Exit stopMachine(Session &session, Machine *machine, int graceSeconds);

/// What is said of a new machine: its name and id.
QString madeSentence(const Machine &machine);

} // namespace sparkler::gui
