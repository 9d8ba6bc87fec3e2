#include "kata_driver.h"

#include "harness/engine_process.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;

namespace {

constexpr int kApiTimeoutS = 10;
constexpr qint64 kStopTimeoutMs = 15'000;

void sleepMs(int milliseconds)
{
    ::poll(nullptr, 0, milliseconds);
}

QString drive(int index)
{
    return QStringLiteral("drive_%1").arg(index);
}

} // namespace

KataDriver::~KataDriver()
{
    if (!isGone()) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
}

ApiClient &KataDriver::api()
{
    if (!m_api)
        m_api.emplace(socketPath());
    return *m_api;
}

bool KataDriver::init()
{
    std::array words{EngineProcess::enginePath().toLocal8Bit(), QByteArray("--api-sock"), socketPath().toLocal8Bit()};
    std::array argv{words[0].data(), words[1].data(), words[2].data(), static_cast<char *>(nullptr)};
    m_pid = ::fork();
    if (m_pid == 0) {
        const int null = ::open("/dev/null", O_RDWR | O_CLOEXEC);
        for (const int standard : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
            ::dup2(null, standard);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    return m_pid > 0 && waitForApi(kApiTimeoutS);
}

bool KataDriver::waitForApi(int seconds)
{
    QElapsedTimer time;
    time.start();
    for (;;) {
        if (ApiClient(socketPath()).get("/").status == 200)
            return true;
        if (time.elapsed() > seconds * 1000 * slowFactor())
            return false;
        sleepMs(10);
    }
}

Response KataDriver::setMachine(int memoryMib, int vcpus)
{
    QJsonObject body{{QStringLiteral("mem_size_mib"), memoryMib}, {QStringLiteral("vcpu_count"), vcpus}};
    if (m_falseFields == FalseFields::Sent)
        body[QStringLiteral("ht_enabled")] = false;
    return api().put("/machine-config", body);
}

QByteArray KataDriver::kernelParameters(const QByteArray &first)
{
    return first + (first.isEmpty() ? "" : " ") +
           "root=/dev/vda1 rootflags=data=ordered,errors=remount-ro ro rootfstype=ext4 pci=off reboot=k panic=1 "
           "iommu=off 8250.nr_uarts=0 net.ifnames=0 random.trust_cpu=on acpi=off";
}

Response KataDriver::setBootSource(const QString &kernel, const QByteArray &firstParameters)
{
    return api().put("/boot-source",
                     {{QStringLiteral("kernel_image_path"), kernel},
                      {QStringLiteral("boot_args"), QString::fromLatin1(kernelParameters(firstParameters))}});
}

Response KataDriver::putDrive(const QString &id, const QString &path, bool readOnly)
{
    return api().put("/drives/" + id.toLatin1(), {{QStringLiteral("drive_id"), id},
                                                  {QStringLiteral("is_read_only"), readOnly},
                                                  {QStringLiteral("is_root_device"), false},
                                                  {QStringLiteral("path_on_host"), path}});
}

Response KataDriver::setRootfs(const QString &path)
{
    return putDrive(QStringLiteral("rootfs"), path, true);
}

Response KataDriver::createDiskPool()
{
    Response answer;
    for (int i = 0; i < kDiskPool; ++i) {
        QFile placeholder(m_directory + QStringLiteral("/placeholder_%1").arg(i));
        if (!placeholder.open(QIODevice::WriteOnly))
            return {};
        answer = putDrive(drive(i), placeholder.fileName(), false);
        if (answer.status != 204)
            break;
    }
    return answer;
}

Response KataDriver::addNetwork(const QString &name, const QString &mac, const QString &tap)
{
    QJsonObject body{
        {QStringLiteral("guest_mac"), mac}, {QStringLiteral("iface_id"), name}, {QStringLiteral("host_dev_name"), tap}};
    if (m_falseFields == FalseFields::Sent)
        body[QStringLiteral("allow_mmds_requests")] = false;
    return api().put("/network-interfaces/" + name.toLatin1(), body);
}

Response KataDriver::addVsock(quint32 cid)
{
    return api().put("/vsocks/root", {{QStringLiteral("guest_cid"), static_cast<qint64>(cid)},
                                      {QStringLiteral("id"), QStringLiteral("root")}});
}

Response KataDriver::start()
{
    m_api.reset(); // a new client for this
    const Response answer = api().put("/actions", {{QStringLiteral("action_type"), QStringLiteral("InstanceStart")}});
    if (answer.status == 204 && !waitForApi(kApiTimeoutS))
        return {};
    return answer;
}

bool KataDriver::isRunning()
{
    const Response answer = api().get("/");
    return answer.status == 200 && answer.json()[QStringLiteral("state")].toString() == QLatin1String("Running");
}

Response KataDriver::updateDrive(int index, const QString &path)
{
    const Response patched =
        api().patch("/drives/" + drive(index).toLatin1(),
                    {{QStringLiteral("drive_id"), drive(index)}, {QStringLiteral("path_on_host"), path}});
    if (patched.status != 204 || !isRunning())
        return patched;
    return api().put("/actions", {{QStringLiteral("action_type"), QStringLiteral("BlockDeviceRescan")},
                                  {QStringLiteral("payload"), drive(index)}});
}

std::optional<QHash<int, pid_t>> KataDriver::threadIds() const
{
    QHash<int, pid_t> vcpus;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_pid));
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        QFile file(tasks.filePath(id) + QStringLiteral("/comm"));
        if (!file.open(QIODevice::ReadOnly))
            return std::nullopt;
        const QByteArray comm = file.readAll().trimmed();
        const QByteArray prefix = "fc_vcpu";
        if (!comm.startsWith(prefix))
            continue;
        // Strictly digits, as Go's ParseInt has it: no blank in front.
        const QByteArray number = comm.mid(prefix.size());
        bool isNumber = !number.isEmpty() && number == number.trimmed();
        const int vcpu = number.toInt(&isNumber);
        if (!isNumber || number != QByteArray::number(vcpu))
            return std::nullopt;
        vcpus.insert(vcpu, id.toInt());
    }
    return vcpus;
}

/// Signal 0. The driver's process has ended by then, so it is init that reaps the engine; here it is this.
bool KataDriver::isGone()
{
    if (m_pid <= 0 || m_reaped)
        return true;
    m_reaped = ::waitpid(m_pid, nullptr, WNOHANG) == m_pid;
    return m_reaped;
}

std::optional<qint64> KataDriver::stop()
{
    if (isGone())
        return 0;
    ::kill(m_pid, SIGTERM);
    QElapsedTimer time;
    time.start();
    while (!isGone()) {
        if (time.elapsed() >= kStopTimeoutMs) {
            ::kill(m_pid, SIGKILL);
            return std::nullopt;
        }
        sleepMs(50);
    }
    return time.elapsed();
}
