#pragma once

#include "harness/engine_process.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace harness {

/// The files of a demo guest (see resources/guest): SPARKLER_GUEST_DIR/<version>/.
struct GuestAssets {
    static GuestAssets forKernel(const QString &version = QStringLiteral("6.1"));

    QString vmlinux, bzImage, initrd;
    QString rootfs; ///< pristine: copy it before a guest writes to it
    bool complete() const;
    /// A private copy of the root file system in `directory`.
    QString copyRootfs(const QString &directory, const QString &name = QStringLiteral("rootfs.ext4")) const;
};

/// A sparse file of `mib` MiB, filled with zeros.
QString makeDisk(const QString &directory, const QString &name, int mib);

/// A shell on the serial console of a running guest.
class GuestShell {
public:
    explicit GuestShell(EngineProcess &engine) : m_engine(engine) {}

    struct Output {
        int status = -1; ///< of the command; -1: no answer in time
        QByteArray text; ///< stdout and stderr, without the echoed command line
    };

    /// Waits for the login prompt and logs in as root.
    bool login(int timeoutMs = 20000);
    Output run(const QByteArray &command, int timeoutMs = 10000);

private:
    EngineProcess &m_engine;
    int m_counter = 0;
};

} // namespace harness
