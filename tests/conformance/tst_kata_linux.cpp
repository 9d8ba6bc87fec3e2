// The container runtime's driver of tst_kata with a Linux guest, in the lab: a kernel that has its drivers built in
// finds everything on the command line (acpi=off), its root on the first partition of the first drive, and the host
// through vhost-vsock. It has no console, so it writes what it sees on a drive that is changed while it runs.
#include "harness/boot_plan.h"
#include "harness/guest.h"
#include "harness/host_network.h"
#include "kata_driver.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace harness;

namespace {

constexpr quint32 kCid = 2019;
constexpr qint64 kPartitionStart = 1024 * 1024;

/// The guest's first program.
const QByteArray kPod = R"sh(#!/bin/sh
mount -t proc proc /proc
mount -t sysfs sysfs /sys
until [ "$(cat /sys/block/vdb/size)" -gt 0 ]; do usleep 20000; done
{
    echo POD
    cat /proc/cmdline
    echo processors $(grep -c ^processor /proc/cpuinfo)
    echo drives $(ls /sys/block)
    echo interfaces $(ls /sys/class/net)
    echo root $(grep ' / ' /proc/mounts | cut -d ' ' -f 2-4 | tail -n 1)
    [ -e /proc/acpi ] || echo no acpi
    echo END
} >/dev/report
dd if=/dev/report of=/dev/vdb bs=4096 conv=sync
sync
echo said it too | socat - VSOCK-CONNECT:2:7000
while :; do sleep 1; done
)sh";

QString kernel()
{
    return qEnvironmentVariable("SPARKLER_GUEST_DIR") + QStringLiteral("/kernel/bzImage");
}

bool write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

/// A disk whose only partition is `filesystem`.
bool makeDiskOf(const QString &filesystem, const QString &disk)
{
    QFile source(filesystem);
    QFile target(disk);
    if (!source.open(QIODevice::ReadOnly) || !target.open(QIODevice::WriteOnly))
        return false;
    QByteArray record(512, '\0');
    const auto put = [&record](int at, qint64 value) {
        for (int i = 0; i < 4; ++i)
            record[at + i] = static_cast<char>(value >> (8 * i) & 0xff);
    };
    record[446 + 4] = static_cast<char>(0x83);
    put(446 + 8, kPartitionStart / 512);
    put(446 + 12, source.size() / 512);
    record[510] = 0x55;
    record[511] = static_cast<char>(0xaa);
    return target.write(record) == record.size() && target.seek(kPartitionStart) &&
           target.write(source.readAll()) == source.size();
}

} // namespace

class TestKataLinux : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pod_findsEverything_withoutAcpi();

private:
    QString makeImage();

    QTemporaryDir m_directory{QStringLiteral("/tmp/kata-XXXXXX")};
};

void TestKataLinux::initTestCase()
{
    QVERIFY2(QFile::exists(kernel()), qPrintable(kernel() + QStringLiteral(" (resources/guest/build-kernel)")));
    QVERIFY2(enterNetworkNamespace(), "taps need root");
    QVERIFY2(QFile::exists(QStringLiteral("/dev/vhost-vsock")), "this host has no vhost-vsock");
}

/// The demo guest's root file system with a journal (the driver says data=ordered) and our first program, on a
/// partition.
QString TestKataLinux::makeImage()
{
    const QString filesystem =
        GuestAssets::forKernel(QStringLiteral("6.1-test")).copyRootfs(m_directory.path(), QStringLiteral("fs.ext4"));
    if (!write(m_directory.filePath(QStringLiteral("pod")), kPod))
        return {};
    const QString commands = m_directory.filePath(QStringLiteral("commands"));
    if (!write(commands, "write " + m_directory.filePath(QStringLiteral("pod")).toLocal8Bit() +
                             " /pod\nset_inode_field /pod mode 0100755\n"))
        return {};
    const HostOutput filled = runOnHost(QStringLiteral("/sbin/debugfs -w -f %1 %2").arg(commands, filesystem));
    const HostOutput journal = runOnHost(QStringLiteral("/sbin/tune2fs -j ") + filesystem);
    if (filled.status != 0 || journal.status != 0)
        qWarning("%s%s", filled.text.constData(), journal.text.constData());
    const QString disk = m_directory.filePath(QStringLiteral("image"));
    return journal.status == 0 && makeDiskOf(filesystem, disk) ? disk : QString();
}

void TestKataLinux::pod_findsEverything_withoutAcpi()
{
    const QString image = makeImage();
    QVERIFY(!image.isEmpty());
    QProcess listener; // of the host's AF_VSOCK
    listener.start(QStringLiteral("socat"),
                   {QStringLiteral("-u"), QStringLiteral("VSOCK-LISTEN:7000"), QStringLiteral("-")});
    QVERIFY(listener.waitForStarted());
    QByteArray said;
    KataDriver driver(m_directory.path(), KataDriver::FalseFields::LeftOut);
    QVERIFY(driver.init());
    VERIFY_DONE(driver.setMachine(256, 2));
    VERIFY_DONE(driver.setBootSource(kernel(), "init=/pod"));
    VERIFY_DONE(driver.setRootfs(image));
    VERIFY_DONE(driver.createDiskPool());
    QVERIFY(addTap(QStringLiteral("tap0_kata")));
    VERIFY_DONE(
        driver.addNetwork(QStringLiteral("eth0"), QStringLiteral("02:00:ca:fe:00:01"), QStringLiteral("tap0_kata")));
    VERIFY_DONE(driver.addVsock(kCid));
    VERIFY_DONE(driver.start());
    QVERIFY(driver.isRunning());
    const auto threads = driver.threadIds();
    QVERIFY(threads.has_value() && threads->size() == 2);

    const QString volume = makeDisk(m_directory.path(), QStringLiteral("volume"), 1);
    VERIFY_DONE(driver.updateDrive(0, volume));
    QFile file(volume);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray report;
    const auto hasReport = [&] {
        file.seek(0);
        report = file.read(4096);
        return report.contains("END\n");
    };
    QTRY_VERIFY2_WITH_TIMEOUT(hasReport(), report.constData(), 30000 * slowFactor());
    for (const QByteArray &seen :
         {QByteArray("POD\n"), "init=/pod " + KataDriver::kernelParameters({}), QByteArray("\nprocessors 2\n"),
          QByteArray("\ndrives vda vdb vdc vdd vde vdf vdg vdh vdi\n"), QByteArray("\nno acpi\n")})
        QVERIFY2(report.contains(seen), (seen + " is not in " + report).constData());
    QVERIFY2(report.contains(" eth0"), report.constData());
    QVERIFY2(report.contains("\nroot / ext4 ro"), report.constData());

    QTRY_COMPARE_WITH_TIMEOUT((said += listener.readAll()), QByteArray("said it too\n"), 10000 * slowFactor());

    const auto stopped = driver.stop();
    QVERIFY(stopped.has_value());
    QVERIFY2(*stopped < 1500 * slowFactor(), QByteArray::number(*stopped).constData());
}

QTEST_GUILESS_MAIN(TestKataLinux)
#include "tst_kata_linux.moc"
