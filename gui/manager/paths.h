#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace sparkler::gui {

/// Where things are on this host. A value: tests make their own.
struct Paths {
    QString data;            ///< $XDG_DATA_HOME/sparkler: machines/, trash/, assets/
    QString cache;           ///< $XDG_CACHE_HOME/sparkler: what can be made again
    QString state;           ///< $XDG_STATE_HOME/sparkler
    QString engine;          ///< sparkler-engine; empty: not found
    QString jailer;          ///< sparkler-jailer; empty: not found
    QString jailHelper;      ///< sparkler-jail-helper; empty: not found
    QString emulator;        ///< sparkler-emulator; empty: not found
    QString tools;           ///< sparkler-tools; empty: not found
    QString kvmProbe;        ///< sparkler-kvm-probe; empty: not found
    QString resources;       ///< the folder that holds guest/build-guest and emulator/build-emulator; empty: not found
    QString troubleshooting; ///< docs/troubleshooting.md; empty: not found

    QString machines() const { return data + QStringLiteral("/machines"); }
    QString trash() const { return data + QStringLiteral("/trash"); }
    QString assets() const { return data + QStringLiteral("/assets"); }

    /// From the environment (XDG, SPARKLER_ENGINE, SPARKLER_JAILER, SPARKLER_JAIL_HELPER, SPARKLER_EMULATOR,
    /// SPARKLER_TOOLS, SPARKLER_KVM_PROBE, SPARKLER_RESOURCES), then beside the running program, then ../lib/sparkler
    /// and
    /// ../share/sparkler, then PATH.
    static Paths ofThisProgram();
    /// The same for a program in `programDirectory`. In a build tree the resources are found in a folder above.
    static Paths find(const QString &programDirectory, const QProcessEnvironment &environment);
};

} // namespace sparkler::gui
