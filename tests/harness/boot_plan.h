#pragma once

#include "harness/api_client.h"
#include "harness/engine_process.h"
#include "harness/guest.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

namespace harness {

/// The object that `text` spells. A text that spells none ends the test: it is a mistake in the test.
QJsonObject json(const QByteArray &text);

/// How one guest is started, over the API or from a configuration file.
struct BootPlan {
    GuestAssets assets = GuestAssets::forKernel();
    bool bzImage = false;
    int vcpus = 1;
    int memoryMib = 256;
    QString ioEngine = QStringLiteral("Sync");
    QString rootfs; ///< on the host
    QString cacheType = QStringLiteral("Unsafe");
    QJsonObject machineExtras;
    QJsonArray moreDrives;
    QJsonArray interfaces;
    QJsonObject mmds, vsock, balloon, entropy; ///< bodies of their PUT; empty: no such device
    QJsonObject oldVsock;                      ///< body of PUT /vsocks/root, over the API only
    QJsonObject cpuConfig;                     ///< body of PUT /cpu-config, over the API only
    QByteArray bootArgs = "console=ttyS0 reboot=k panic=1 quiet loglevel=1";

    QJsonObject machineConfig() const;
    QJsonObject bootSource() const;
    QJsonArray drives() const;
};

/// Everything of `plan`, in an order that the API takes. False when something was refused; then `*refusal` tells what.
bool configureOverApi(ApiClient &api, const BootPlan &plan, QByteArray *refusal = nullptr);
QJsonObject startAction();
/// Starts the engine, waits for its socket, configures and starts the guest. A metrics file is `metrics.json` beside
/// the log.
bool startOverApi(EngineProcess &engine, const BootPlan &plan, const QStringList &engineArguments = {});
/// Writes `directory`/vm.json and starts the engine with it.
bool startFromFile(EngineProcess &engine, const BootPlan &plan, const QString &directory,
                   const QStringList &engineArguments = {});

/// The sum of a counter over all lines of a metrics file: each line tells the increase since the one before.
qint64 metricTotal(const QString &path, const char *group, const char *leaf);

} // namespace harness

/// A boolean check that shows console and log when it fails, since there is no second look at a lab.
#define VERIFY_GUEST(condition, engine)                                                                                \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            QFAIL((#condition "\nconsole: " + (engine).console().right(3000) +                                         \
                   "\nlog: " + (engine).log().right(3000) + "\nthreads: " + (engine).threads())                        \
                      .constData());                                                                                   \
    } while (false)

/// A step that uses Qt Test's macros inside a helper: stop when one of them failed.
#define STEP(call)                                                                                                     \
    do {                                                                                                               \
        call;                                                                                                          \
        if (QTest::currentTestFailed())                                                                                \
            return;                                                                                                    \
    } while (false)
