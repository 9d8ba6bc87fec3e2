#pragma once

#include "manager/workspace.h"

namespace sparkler::gui {

/// What the create flow has gathered, and how it becomes a machine. No widgets.
struct MachineOrder {
    enum class Source { Demo, Files, Configuration };
    Source source = Source::Demo;
    MachineDefinition definition; ///< of a demo machine the boot source is filled in
    /// The root drive becomes a copy of this file; empty: it is used where it is. Not for a demo machine, which always
    /// gets a copy.
    QString copyRootFrom;
    qint64 diskBytes = 0; ///< the copy is enlarged to this; 0: not
    /// Files to keep in the library as well.
    QList<std::pair<QString, AssetKind>> keep;

    /// The machine in words, a line each.
    QStringList summary() const;
    /// The Firecracker configuration that it amounts to. Paths that do not exist yet are told by `placeholder`.
    VmConfig preview(const QString &placeholder) const;
};

/// The demo machine as it is offered first.
MachineOrder demoOrder(const AssetLibrary &assets, const QString &name);
/// `wanted`, with a number behind it when a machine has that name.
QString freeMachineName(const MachineStore &store, const QString &wanted);

/// Makes the machine: it is in the store when this returns, and a task does the rest. When that fails the machine
/// stays, unready, and tells why; when it is cancelled the machine goes. Returns its id.
Outcome<QString> placeOrder(Workspace *workspace, const MachineOrder &order);

} // namespace sparkler::gui
