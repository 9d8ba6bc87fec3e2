#include "framework_microvm.h"

#include "harness/guest.h"
#include "harness/host_network.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace harness;

namespace {

void sleepMs(int milliseconds)
{
    ::poll(nullptr, 0, milliseconds * slowFactor());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray told(const char *step, const Response &response)
{
    return QByteArray(step) + ": " + QByteArray::number(response.status) + ' ' + response.body;
}

/// The drivers' patience is for a machine with nothing else to do.
constexpr int kBusy = 4;

} // namespace

FrameworkFifo::FrameworkFifo(const QString &path) : m_path(path)
{
    const QByteArray name = QFile::encodeName(path);
    if (::mkfifo(name.constData(), 0666) == 0)
        m_fd = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
}

FrameworkFifo::~FrameworkFifo()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

QByteArrayList FrameworkFifo::readLines(int most)
{
    std::array<char, 65536> buffer{};
    for (ssize_t got = 0; (got = ::read(m_fd, buffer.data(), buffer.size())) > 0;)
        m_rest.append(buffer.data(), got);
    QByteArrayList lines;
    for (qsizetype end = 0; lines.size() < most && (end = m_rest.indexOf('\n')) >= 0;) {
        lines << m_rest.left(end + 1);
        m_rest.remove(0, end + 1);
    }
    return lines;
}

FrameworkMicrovm::FrameworkMicrovm(const QString &id, Launch launch)
    : jail(id, QStringLiteral("/tmp/framework-%1").arg(::getpid())), m_directory(QStringLiteral("/tmp/microvm-XXXXXX")),
      m_launch(launch)
{
    jail.daemonize = launch != Launch::Screen;
}

QString FrameworkMicrovm::guestImage(const char *name)
{
    return QStringLiteral(TINY_GUEST_DIR "/") + QLatin1String(name);
}

QString FrameworkMicrovm::makeDisk(const char *name, int mib) const
{
    return harness::makeDisk(m_directory.path(), QLatin1String(name), mib);
}

ApiClient &FrameworkMicrovm::api()
{
    if (!m_api)
        m_api.emplace(jail.apiSocketPath());
    return *m_api;
}

QByteArray FrameworkMicrovm::spawn(bool useRamdisk)
{
    if (!jail.setup(useRamdisk))
        return "the jail cannot be set up";
    if (withLogger) {
        const QString fifo = path("log_fifo");
        if (::mkfifo(QFile::encodeName(fifo).constData(), 0666) != 0 || jail.jailedPath(fifo, true).isEmpty())
            return "no log FIFO";
        jail.extraArguments.append({QStringLiteral("log-path"), QStringLiteral("log_fifo")});
        jail.extraArguments.append({QStringLiteral("level"), QStringLiteral("Info")});
        if (withReader)
            m_reader = std::thread([this] { readLog(); });
    }
    if (!metadataFile.isEmpty()) {
        if (QFile::exists(metadataFile) && jail.jailedPath(metadataFile, true).isEmpty())
            return "no metadata in the jail";
        jail.extraArguments.append({QStringLiteral("metadata"), QFileInfo(metadataFile).fileName()});
    }
    const DriverOutput launched = launch();
    if (!launched.ended || launched.status != 0 || !launched.err.isEmpty())
        return "launch: status " + QByteArray::number(launched.status) + ", " + launched.out + launched.err;
    bool hasApi = true;
    for (const auto &[key, value] : jail.extraArguments)
        hasApi = hasApi && key != QLatin1String("no-api");
    for (int tries = 0; hasApi && !QFile::exists(jail.apiSocketPath()); ++tries) {
        if (tries == 5 * kBusy)
            return "no socket";
        sleepMs(200);
    }
    if (withLogger && withReader && !logContains("Running Firecracker"))
        return "not in the log: Running Firecracker";
    return {};
}

DriverOutput FrameworkMicrovm::launch()
{
    QStringList words = QStringList{FrameworkJail::jailerPath()} + jail.parameters();
    switch (m_launch) {
    case Launch::CloneHelper: {
        words.prepend(hostTool(QStringLiteral("sparkler-test-newpid-clone")));
        DriverOutput output = runAsDriver(words);
        m_pid = output.out.trimmed().toInt();
        return output;
    }
    case Launch::Fork: {
        DriverOutput output = runAsDriver(words);
        // The forked process may end before the engine's has written its number: today's drivers look five times, too.
        m_pid = pidFile();
        for (int tries = 0; m_pid <= 0 && tries < 5 * kBusy; ++tries) {
            sleepMs(100);
            m_pid = pidFile();
        }
        return output;
    }
    case Launch::Screen: {
        words = QStringList{QStringLiteral("screen"),   QStringLiteral("-L"),
                            QStringLiteral("-Logfile"), screenLog(),
                            QStringLiteral("-dmS"),     QStringLiteral("session") + jail.id} +
                words;
        DriverOutput output = runAsDriver(words);
        if (!findScreen())
            output.err += "no screen with exactly one child";
        return output;
    }
    }
    return {};
}

bool FrameworkMicrovm::findScreen()
{
    const QRegularExpression session(QStringLiteral("([0-9]+)\\.session") + jail.id);
    QRegularExpressionMatch match;
    for (int tries = 0; !match.hasMatch(); ++tries) {
        if (tries == 30)
            return false;
        match =
            session.match(QString::fromLocal8Bit(runAsDriver({QStringLiteral("screen"), QStringLiteral("-ls")}).out));
        if (!match.hasMatch())
            sleepMs(100);
    }
    m_screenPid = match.captured(1).toInt();
    // The session is listed a moment before it starts its window; the framework's slower look does not see that.
    bool isOne = false;
    for (int tries = 0; !isOne && tries < 30; ++tries) {
        if (tries > 0)
            sleepMs(100);
        const QByteArray children = contentOf(QStringLiteral("/proc/%1/task/%1/children").arg(m_screenPid)).trimmed();
        m_pid = children.toInt(&isOne);
    }
    (void)runAsDriver({QStringLiteral("screen"), QStringLiteral("-S"), QStringLiteral("session") + jail.id,
                       QStringLiteral("-X"), QStringLiteral("colon"), QStringLiteral("logfile flush 0^M")});
    return isOne;
}

bool FrameworkMicrovm::serialInput(const QByteArray &text)
{
    return runAsDriver({QStringLiteral("screen"), QStringLiteral("-S"), QStringLiteral("session") + jail.id,
                        QStringLiteral("-p"), QStringLiteral("0"), QStringLiteral("-X"), QStringLiteral("stuff"),
                        QString::fromLatin1(text)})
               .status == 0;
}

QByteArray FrameworkMicrovm::basicConfig(const char *guestName, const QJsonObject &machine)
{
    if (const Response done = api().put("/machine-config", machine); done.status != 204)
        return told("machine-config", done);
    const QString kernel = jail.jailedPath(guestImage(guestName));
    if (const Response done = api().put("/boot-source", {{QStringLiteral("kernel_image_path"), kernel}});
        done.status != 204)
        return told("boot-source", done);
    const QString rootfs = jail.jailedPath(makeDisk("rootfs", 1));
    const Response done = api().put("/drives/rootfs", {{QStringLiteral("drive_id"), QStringLiteral("rootfs")},
                                                       {QStringLiteral("path_on_host"), rootfs},
                                                       {QStringLiteral("is_root_device"), true},
                                                       {QStringLiteral("is_read_only"), false}});
    return done.status == 204 ? QByteArray() : told("drive", done);
}

QByteArray FrameworkMicrovm::start()
{
    const auto state = [this] { return api().get("/").json()[QStringLiteral("state")].toString(); };
    if (state() != QLatin1String("Not started"))
        return "state before the start: " + state().toLatin1();
    const Response done = api().put("/actions", startAction());
    if (done.status != 204)
        return told("InstanceStart", done);
    return state() == QLatin1String("Running") ? QByteArray() : "state after the start: " + state().toLatin1();
}

void FrameworkMicrovm::kill()
{
    if (m_launch == Launch::Screen && m_screenPid > 0)
        (void)runAsDriver({QStringLiteral("screen"), QStringLiteral("-XS"), QStringLiteral("session") + jail.id,
                           QStringLiteral("kill")});
    if (m_pid > 1)
        ::kill(m_pid, SIGKILL);
    while (m_pid > 1 && isAlive())
        ::poll(nullptr, 0, 5);
    while (m_screenPid > 1 && ::waitpid(m_screenPid, nullptr, 0) < 0 && errno == EINTR) {
    }
    m_stopReading = true;
    if (m_reader.joinable())
        m_reader.join();
}

bool FrameworkMicrovm::isAlive() const
{
    (void)::waitpid(m_pid, nullptr, WNOHANG); // as init would
    return ::kill(m_pid, 0) == 0;
}

void FrameworkMicrovm::readLog()
{
    const int fd = ::open(QFile::encodeName(path("log_fifo")).constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    std::array<char, 4096> buffer{};
    for (bool last = false; !last;) {
        last = m_stopReading; // once more after the end of the engine
        for (ssize_t got = 0; (got = ::read(fd, buffer.data(), buffer.size())) > 0;) {
            const std::lock_guard lock(m_lock);
            m_log.append(buffer.data(), got);
        }
        ::poll(nullptr, 0, 10);
    }
    ::close(fd);
}

QByteArray FrameworkMicrovm::log() const
{
    const std::lock_guard lock(m_lock);
    return m_log;
}

bool FrameworkMicrovm::logContains(const QByteArray &text) const
{
    for (int tries = 0; tries < 5; ++tries) {
        if (log().contains(text))
            return true;
        sleepMs(100);
    }
    return false;
}

pid_t FrameworkMicrovm::pidFile() const
{
    const QByteArray text = contentOf(jail.chrootPath() + QStringLiteral("/firecracker.pid"));
    bool isNumber = false;
    const int number = text.toInt(&isNumber);
    return isNumber && QByteArray::number(number) == text ? number : -1;
}

QHash<QByteArray, pid_t> FrameworkMicrovm::threads() const
{
    QHash<QByteArray, pid_t> all;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_pid));
    for (const QString &id : tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        all.insert(contentOf(tasks.filePath(id) + QStringLiteral("/comm")).chopped(1), id.toInt());
    return all;
}
