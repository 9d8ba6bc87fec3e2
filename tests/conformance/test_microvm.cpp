#include "test_microvm.h"

#include <QFileInfo>

using namespace harness;

ApiClient &TestMicrovm::api()
{
    if (!m_api)
        m_api.emplace(m_engine.socketPath());
    return *m_api;
}

QString TestMicrovm::rootfs()
{
    if (m_rootfs.isEmpty())
        m_rootfs = m_assets.copyRootfs(m_directory.path());
    return m_rootfs;
}

void TestMicrovm::commonConfig(const QJsonObject &bootSource)
{
    QCOMPARE(api()
                 .put("/machine-config", json(R"({"vcpu_count": 2, "mem_size_mib": 256, "track_dirty_pages": false})"))
                 .status,
             204);
    QCOMPARE(api().put("/boot-source", bootSource).status, 204);
}

void TestMicrovm::addRootDrive(const QString &ioEngine)
{
    QJsonObject drive = driveBody(QStringLiteral("rootfs"), rootfs(), true, false);
    if (!ioEngine.isEmpty())
        drive[QStringLiteral("io_engine")] = ioEngine;
    QCOMPARE(putDrive(drive).status, 204);
}

void TestMicrovm::basicConfig(bool addRootDevice, const QString &rootfsIoEngine)
{
    commonConfig({{QStringLiteral("kernel_image_path"), kernel()},
                  {QStringLiteral("initrd_path"), m_assets.initrd},
                  {QStringLiteral("boot_args"), QStringLiteral("console=ttyS0 reboot=k panic=1 quiet loglevel=1")}});
    if (addRootDevice)
        addRootDrive(rootfsIoEngine);
}

void TestMicrovm::bareConfig(const QString &rootfsIoEngine)
{
    commonConfig({{QStringLiteral("kernel_image_path"), kernel()}});
    addRootDrive(rootfsIoEngine);
}

Response TestMicrovm::putDrive(const QJsonObject &body)
{
    return api().put("/drives/" + body[QStringLiteral("drive_id")].toString().toLatin1(), body);
}

Response TestMicrovm::patchDrive(const QJsonObject &fields)
{
    QJsonObject body = fields;
    body[QStringLiteral("drive_id")] = QStringLiteral("scratch");
    return api().patch("/drives/scratch", body);
}

Response TestMicrovm::addDrive(const QString &id, const QString &fileName, const QJsonObject &rateLimiter)
{
    QJsonObject body = driveBody(id, makeDisk(directory(), fileName, 1), false, false);
    if (!rateLimiter.isEmpty())
        body[QStringLiteral("rate_limiter")] = rateLimiter;
    return putDrive(body);
}

QString TestMicrovm::addTap(const QString &ifaceId)
{
    const QString name = QFileInfo(directory()).fileName().left(8) + QStringLiteral("tap") + ifaceId;
    return harness::addTap(name) ? name : QString();
}

Response TestMicrovm::putNetwork(const QString &ifaceId, const QString &tap, const QString &mac,
                                 const QJsonObject &more)
{
    QJsonObject body = more;
    body[QStringLiteral("iface_id")] = ifaceId;
    body[QStringLiteral("host_dev_name")] = tap;
    body[QStringLiteral("guest_mac")] = mac;
    return api().put("/network-interfaces/" + ifaceId.toLatin1(), body);
}

Response TestMicrovm::action(const QString &type)
{
    return api().put("/actions", {{QStringLiteral("action_type"), type}});
}

void TestMicrovm::start()
{
    QCOMPARE(api().get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Not started"));
    QCOMPARE(action(QStringLiteral("InstanceStart")).status, 204);
    QCOMPARE(api().get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
}

QJsonObject driveBody(const QString &id, const QString &path, bool root, bool readOnly)
{
    return {{QStringLiteral("drive_id"), id},
            {QStringLiteral("path_on_host"), path},
            {QStringLiteral("is_root_device"), root},
            {QStringLiteral("is_read_only"), readOnly}};
}

QJsonObject limiter(int bandwidth, int ops)
{
    const auto bucket = [](int size) {
        return QJsonObject{{QStringLiteral("size"), size}, {QStringLiteral("refill_time"), 100}};
    };
    QJsonObject limits;
    if (bandwidth > 0)
        limits[QStringLiteral("bandwidth")] = bucket(bandwidth);
    if (ops > 0)
        limits[QStringLiteral("ops")] = bucket(ops);
    return limits;
}
