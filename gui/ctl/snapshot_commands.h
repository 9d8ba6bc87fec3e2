#pragma once

#include "ctl/session.h"

namespace sparkler::gui {

class Arguments;

/// A machine whose snapshots have been read. `machine` null: told, and `exit` says how to end.
struct SnapshotsOf {
    Machine *machine = nullptr;
    Exit exit = Exit::NoSuch;
    std::shared_ptr<const MachineSnapshots> all{};
};
SnapshotsOf readSnapshots(Session &session, const QString &machine, Session::Role role);
/// The snapshot with this id, name, or unique beginning of an id; null: told.
const SnapshotEntry *findSnapshot(Session &session, const SnapshotsOf &of, const QString &name);

QJsonObject snapshotToJson(const SnapshotEntry &entry);
QJsonObject findingToJson(const Finding &finding);

// snapshot_start.cpp
Exit restoreSnapshot(Session &session, const Arguments &arguments);
Exit cloneSnapshot(Session &session, const Arguments &arguments);

} // namespace sparkler::gui
