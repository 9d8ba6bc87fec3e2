#pragma once

#include "harness/boot_plan.h"
#include "harness/host_network.h"

#include <QTemporaryDir>
#include <QTest>

#include <optional>

/// A microVM with its API, as the acceptance framework's fixture of the same name gives it.
class TestMicrovm {
public:
    TestMicrovm() : m_directory(QStringLiteral("/tmp/api-XXXXXX")), m_engine(m_directory.path()) {}

    bool spawn() { return m_engine.start() && m_engine.waitForSocket(); }

    harness::EngineProcess &engine() { return m_engine; }
    QString directory() const { return m_directory.path(); }
    harness::ApiClient &api();
    QString kernel() const { return m_assets.vmlinux; }
    QString rootfs();

    /// 2 vCPUs, 256 MiB, kernel, and a root file system that can be written. Our guest needs its initrd and a console.
    void basicConfig(bool addRootDevice = true, const QString &rootfsIoEngine = {});
    /// The same to the letter: nothing but a kernel in the boot source.
    void bareConfig(const QString &rootfsIoEngine);

    harness::Response putDrive(const QJsonObject &body);
    harness::Response patchDrive(const QJsonObject &fields);
    /// A new empty file of the name, as a drive that can be written and is not the root.
    harness::Response addDrive(const QString &id, const QString &fileName, const QJsonObject &rateLimiter = {});
    /// A tap named as the framework does it for this interface; empty when it cannot be made.
    QString addTap(const QString &ifaceId);
    harness::Response putNetwork(const QString &ifaceId, const QString &tap, const QString &mac,
                                 const QJsonObject &more = {});
    harness::Response action(const QString &type);
    QJsonObject fullConfig() { return api().get("/vm/config").json(); }

    /// Starts it; the state then is Running.
    void start();

private:
    void commonConfig(const QJsonObject &bootSource);
    void addRootDrive(const QString &ioEngine);

    QTemporaryDir m_directory;
    harness::EngineProcess m_engine;
    std::optional<harness::ApiClient> m_api;
    harness::GuestAssets m_assets = harness::GuestAssets::forKernel();
    QString m_rootfs;
};

/// The body of a drive's PUT.
QJsonObject driveBody(const QString &id, const QString &path, bool root, bool readOnly);
/// Buckets of the sizes for a refill time of 100 ms; 0: none.
QJsonObject limiter(int bandwidth, int ops);

/// A check on a running guest that shows its console and the engine's log when it fails.
#define VERIFY_VM(condition, vm) VERIFY_GUEST(condition, (vm).engine())

#define VERIFY_IN(response, expected)                                                                                  \
    do {                                                                                                               \
        const harness::Response &answer = (response);                                                                  \
        QCOMPARE(answer.status, 400);                                                                                  \
        QVERIFY2(answer.body.contains(expected), answer.body.constData());                                             \
    } while (false)
