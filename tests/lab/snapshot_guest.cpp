#include "snapshot_guest.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QJsonDocument>
#include <QThread>

#include <csignal>

using namespace harness;

namespace {

constexpr int kAskPort = 5100;
constexpr int kEchoPort = 7100;

QJsonObject backend(const char *type, const QString &path)
{
    return {{QStringLiteral("backend_type"), QLatin1String(type)}, {QStringLiteral("backend_path"), path}};
}

} // namespace

// ---- Snapshot ------------------------------------------------------------------------------------------------------

QJsonObject Snapshot::createBody(const char *type) const
{
    return {{QStringLiteral("snapshot_type"), QLatin1String(type)},
            {QStringLiteral("snapshot_path"), state},
            {QStringLiteral("mem_file_path"), memory}};
}

QJsonObject Snapshot::loadBody(const QJsonObject &more) const
{
    QJsonObject body{{QStringLiteral("snapshot_path"), state},
                     {QStringLiteral("mem_backend"), backend("File", memory)},
                     {QStringLiteral("resume_vm"), true}};
    for (auto it = more.begin(); it != more.end(); ++it)
        body[it.key()] = it.value();
    return body;
}

QJsonObject Snapshot::uffdBody(const QString &socket) const
{
    return loadBody({{QStringLiteral("mem_backend"), backend("Uffd", socket)}});
}

// ---- LabEngine -----------------------------------------------------------------------------------------------------

LabEngine::LabEngine()
    : directory(QStringLiteral("/tmp/lab-XXXXXX")), process(directory.path()), shell(process),
      api(process.socketPath(), 60000)
{
}

bool LabEngine::start(const QStringList &arguments)
{
    return process.start(arguments) && process.waitForSocket();
}

void LabEngine::kill()
{
    process.kill(SIGKILL);
    process.waitForExit(10000);
}

bool LabEngine::setState(const char *state)
{
    return api.patch("/vm", {{QStringLiteral("state"), QLatin1String(state)}}).status == 204;
}

// ---- LoadStatus ----------------------------------------------------------------------------------------------------

std::optional<LoadStatus> LoadStatus::parse(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const QJsonObject checks = object[QStringLiteral("checks")].toObject();
    if (checks.isEmpty())
        return std::nullopt;
    LoadStatus status;
    status.m_realtimeMs = object[QStringLiteral("realtime_ms")].toInteger();
    for (auto it = checks.begin(); it != checks.end(); ++it)
        status.m_checks[it.key()] = it.value().toObject();
    return status;
}

QByteArray LoadStatus::wrong() const
{
    QByteArray text;
    for (auto it = m_checks.begin(); it != m_checks.end(); ++it) {
        const int count = it.value()[QStringLiteral("wrong")].toInt(-1);
        if (count != 0)
            text += it.key().toUtf8() + ": " + QByteArray::number(count) +
                    " wrong, the first: " + it.value()[QStringLiteral("first_wrong")].toString().toUtf8() + "; ";
    }
    return text;
}

QStringList LoadStatus::idleSince(const LoadStatus &before) const
{
    QStringList idle;
    for (auto it = m_checks.begin(); it != m_checks.end(); ++it) {
        const auto done = [&](const LoadStatus &status) {
            return status.m_checks[it.key()][QStringLiteral("done")].toInteger();
        };
        if (done(*this) <= done(before))
            idle += it.key();
    }
    return idle;
}

int LoadStatus::begunAnew(const QString &kind) const
{
    int count = 0;
    for (auto it = m_checks.begin(); it != m_checks.end(); ++it)
        count += it.key().startsWith(kind) ? it.value()[QStringLiteral("anew")].toInt() : 0;
    return count;
}

qint64 LoadStatus::latestMs() const
{
    qint64 latest = 0;
    for (const QJsonObject &check : m_checks)
        latest = std::max(latest, check[QStringLiteral("late_ms")].toInteger());
    return latest;
}

// ---- SnapshotGuest -------------------------------------------------------------------------------------------------

SnapshotGuest::SnapshotGuest(const QString &kernel) : m_directory(QStringLiteral("/tmp/lab-XXXXXX"))
{
    plan.assets = GuestAssets::forKernel(kernel);
    plan.memoryMib = 160;
    plan.interfaces = {json(R"({"iface_id": "eth0", "host_dev_name": "tap0", "guest_mac": "06:00:ac:10:00:02"})")};
    plan.vsock = {{QStringLiteral("guest_cid"), 5}, {QStringLiteral("uds_path"), vsockPath()}};
    plan.machineExtras[QStringLiteral("track_dirty_pages")] = true;
    plan.bootArgs += " ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off";
}

bool SnapshotGuest::startPeers()
{
    const QStringList arguments{QStringLiteral("echo"), QStringLiteral("tcp::%1").arg(kEchoPort),
                                QStringLiteral("unix:%1_%2").arg(vsockPath()).arg(kEchoPort)};
    m_peers = std::make_unique<HostProgram>(guestTool(QStringLiteral("snapshot_load")), arguments);
    return m_peers->prints("ECHO listening");
}

QByteArray SnapshotGuest::startLoads() const
{
    const bool vsock = !plan.vsock.isEmpty();
    const QByteArray port = QByteArray::number(kEchoPort);
    return "mkdir -p /mnt/data && mount -t ext4 /dev/vdb /mnt/data && "
           "(snapshot_load run --ask " +
           (vsock ? QByteArray("vsock::") : QByteArray("tcp:127.0.0.1:")) + QByteArray::number(kAskPort) +
           (vsock ? " --echo vsock:2:" + port : QByteArray()) + " --echo tcp:172.16.0.1:" + port + ' ' + loads +
           " >/run/load 2>&1 &) && "
           "for i in $(seq 100); do grep -q runs /run/load && break; usleep 50000; done; grep runs /run/load";
}

bool SnapshotGuest::boot()
{
    plan.rootfs = plan.assets.copyRootfs(m_directory.path());
    if (makeDisk(m_directory.path(), QStringLiteral("data.ext4"), 24).isEmpty() ||
        runOnHost(QStringLiteral("/sbin/mke2fs -q -F -t ext4 ") + dataDrive()).status != 0)
        return false;
    plan.moreDrives.append(QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("data")},
                                       {QStringLiteral("path_on_host"), dataDrive()},
                                       {QStringLiteral("is_root_device"), false},
                                       {QStringLiteral("is_read_only"), false},
                                       {QStringLiteral("io_engine"), plan.ioEngine}});
    m_engine = std::make_unique<LabEngine>();
    return startPeers() && startOverApi(m_engine->process, plan) && m_engine->shell.login() &&
           m_engine->shell.run(startLoads(), 30000).status == 0;
}

Response SnapshotGuest::freeze(const char *type, const Snapshot &snapshot)
{
    if (!m_engine->setState("Paused"))
        return {};
    return m_engine->api.put("/snapshot/create", snapshot.createBody(type));
}

Response SnapshotGuest::load(const Snapshot &snapshot, const QJsonObject &more)
{
    return loadWith(snapshot.loadBody(more));
}

Response SnapshotGuest::loadWith(const QJsonObject &body)
{
    // Who starts an engine anew takes the socket of the old one away: it is in nobody's use.
    QFile::remove(vsockPath());
    m_engine = std::make_unique<LabEngine>();
    return m_engine->start() ? m_engine->api.put("/snapshot/load", body) : Response();
}

QByteArray SnapshotGuest::ask(const QByteArray &word, int timeoutMs)
{
    if (!plan.vsock.isEmpty())
        return askBehind(vsockPath(), word, timeoutMs);
    const QByteArray address = "tcp:127.0.0.1:" + QByteArray::number(kAskPort);
    return m_engine->shell.run("snapshot_load ask " + address + " " + word, timeoutMs).text;
}

QByteArray SnapshotGuest::problemsSince(const LoadStatus &before, int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    QByteArray idle;
    while (!deadline.hasExpired()) {
        const std::optional<LoadStatus> now = status();
        if (!now)
            return "the guest does not answer";
        if (!now->wrong().isEmpty())
            return now->wrong();
        idle = now->idleSince(before).join(QStringLiteral(", ")).toUtf8();
        if (idle.isEmpty())
            return {};
        QThread::msleep(200);
    }
    return "stands still: " + idle;
}

QByteArray SnapshotGuest::end()
{
    const std::optional<LoadStatus> last = LoadStatus::parse(ask("stop"));
    if (!last)
        return "the guest does not answer";
    QByteArray problems = last->wrong();
    if (m_engine->shell.run("umount /mnt/data").status != 0)
        problems += "the data drive cannot be unmounted; ";
    m_engine->process.type("poweroff\n");
    const auto exit = m_engine->process.waitForExit(20000);
    if (!exit || exit->code != 0)
        problems += "the engine did not end as it should; ";
    for (const QString &drive : {plan.rootfs, dataDrive()}) {
        const HostOutput fsck = runOnHost(QStringLiteral("/sbin/e2fsck -fn ") + drive, 30000);
        if (fsck.status != 0)
            problems += fsck.text + "; ";
    }
    return problems;
}

bool rebase(const QString &base, const QString &diff)
{
    const HostOutput output = runOnHost(hostTool(QStringLiteral("snapshot-editor")),
                                        {QStringLiteral("edit-memory"), QStringLiteral("rebase"),
                                         QStringLiteral("--memory-path"), base, QStringLiteral("--diff-path"), diff},
                                        60000);
    if (output.status != 0)
        qWarning("%s", output.text.constData());
    return output.status == 0;
}

QByteArray askBehind(const QString &vsockPath, const QByteArray &word, int timeoutMs)
{
    const QStringList arguments{QStringLiteral("ask"), QStringLiteral("muxer:%1:%2").arg(vsockPath).arg(kAskPort),
                                QString::fromLatin1(word)};
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    while (!deadline.hasExpired()) {
        // A question is torn by a snapshot like every stream: it is asked again.
        const HostOutput answer = runOnHost(guestTool(QStringLiteral("snapshot_load")), arguments, timeoutMs);
        if (answer.status == 0)
            return answer.text.trimmed();
        QThread::msleep(50);
    }
    return {};
}
