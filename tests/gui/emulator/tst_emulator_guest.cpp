// A whole guest in the engine in a real helper machine, used as a client uses a local engine. See with-helper.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace {

constexpr int kLimitMs = 300000; ///< for one step; emulation on a busy machine is slow

/// A blocking Unix stream connection with a limit on waiting.
class Connection {
public:
    explicit Connection(const QString &path) : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, qPrintable(path), sizeof(address.sun_path));
        m_good = ::connect(m_fd, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) == 0;
    }
    ~Connection() { ::close(m_fd); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    bool good() const { return m_good; }
    bool send(const QByteArray &bytes)
    {
        return ::send(m_fd, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL) == bytes.size();
    }
    /// Reads on until all that was read matches. False: the end or the limit came first.
    bool waitFor(const QRegularExpression &expression)
    {
        QElapsedTimer timer;
        timer.start();
        while (!expression.match(QString::fromUtf8(m_text)).hasMatch())
            if (!readSome(kLimitMs - int(timer.elapsed())))
                return false;
        return true;
    }
    bool waitForEnd()
    {
        while (readSome(kLimitMs)) {
        }
        return m_ended;
    }
    const QByteArray &text() const { return m_text; }

private:
    bool readSome(int limitMs)
    {
        pollfd readable{.fd = m_fd, .events = POLLIN, .revents = 0};
        char buffer[4096];
        if (limitMs <= 0 || ::poll(&readable, 1, limitMs) <= 0)
            return false;
        const ssize_t count = ::read(m_fd, buffer, sizeof(buffer));
        m_ended = count == 0 || (count < 0 && errno == ECONNRESET);
        if (count > 0)
            m_text.append(buffer, qsizetype(count));
        return count > 0;
    }
    int m_fd;
    bool m_good = false;
    bool m_ended = false;
    QByteArray m_text;
};

} // namespace

class TestEmulatorGuest : public QObject {
    Q_OBJECT
private slots:
    void guest_bootsAnswersAndPowersOff();

private:
    bool startEmulator();
    bool put(const QByteArray &target, const QByteArray &body);
    QByteArray log();

    QTemporaryDir m_directory;
    QProcess m_emulator;
};

bool TestEmulatorGuest::startEmulator()
{
    const QString guest = qEnvironmentVariable("GUEST_DIR");
    const QString helper = qEnvironmentVariable("HELPER_DIR");
    const QString shared = m_directory.filePath(QStringLiteral("shared, with a comma"));
    if (!QDir().mkpath(shared))
        return false;
    for (const char *name : {"vmlinux", "initrd", "rootfs.ext4"}) {
        const QString file = QLatin1Char('/') + QString::fromLatin1(name);
        if (!QFile::copy(guest + file, shared + file) ||
            !QFile::setPermissions(shared + file, QFile::ReadOwner | QFile::WriteOwner))
            return false;
    }
    m_emulator.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_emulator.setStandardOutputFile(m_directory.filePath(QStringLiteral("engine.log")));
    m_emulator.start(qEnvironmentVariable("EMULATOR"),
                     {QStringLiteral("--directory"), shared, QStringLiteral("--kernel"),
                      helper + QStringLiteral("/vmlinux"), QStringLiteral("--initrd"),
                      helper + QStringLiteral("/initrd"), QStringLiteral("--memory"), QStringLiteral("512"),
                      QStringLiteral("--api-sock"), m_directory.filePath(QStringLiteral("api")),
                      QStringLiteral("--console-sock"), m_directory.filePath(QStringLiteral("console")),
                      QStringLiteral("--log"), m_directory.filePath(QStringLiteral("log")), QStringLiteral("--"),
                      QStringLiteral("--id"), QStringLiteral("emulated")});
    if (!m_emulator.waitForStarted())
        return false;
    return QTest::qWaitFor([this] { return QFile::exists(m_directory.filePath(QStringLiteral("console"))); }, 10000);
}

bool TestEmulatorGuest::put(const QByteArray &target, const QByteArray &body)
{
    Connection connection(m_directory.filePath(QStringLiteral("api")));
    const QByteArray request = "PUT " + target + " HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: " +
                               QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const bool done = connection.good() && connection.send(request) &&
                      connection.waitFor(QRegularExpression(QStringLiteral("\r\n\r\n")));
    if (!done || !connection.text().startsWith("HTTP/1.1 204"))
        qWarning() << target << connection.text() << log();
    return done && connection.text().startsWith("HTTP/1.1 204");
}

QByteArray TestEmulatorGuest::log()
{
    QByteArray all;
    for (const char *name : {"log", "engine.log"}) {
        QFile file(m_directory.filePath(QString::fromLatin1(name)));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll().right(4000);
    }
    return all;
}

void TestEmulatorGuest::guest_bootsAnswersAndPowersOff()
{
    QElapsedTimer timer;
    timer.start();
    QVERIFY(startEmulator());
    QVERIFY(put("/machine-config", R"({"vcpu_count": 1, "mem_size_mib": 192})"));
    qInfo() << "API answers after" << timer.elapsed() << "ms";
    QVERIFY(put("/boot-source", R"({"kernel_image_path": "/machine/vmlinux", "initrd_path": "/machine/initrd",
                                    "boot_args": "console=ttyS0 reboot=k panic=1 quiet loglevel=1"})"));
    QVERIFY(put("/drives/rootfs", R"({"drive_id": "rootfs", "path_on_host": "/machine/rootfs.ext4",
                                      "is_root_device": true, "is_read_only": false})"));
    Connection console(m_directory.filePath(QStringLiteral("console")));
    QVERIFY(console.good());
    QVERIFY(put("/actions", R"({"action_type": "InstanceStart"})"));

    QVERIFY2(console.waitFor(QRegularExpression(QStringLiteral("login:"))), (console.text() + log()).constData());
    qInfo() << "login prompt after" << timer.elapsed() << "ms";
    QVERIFY(console.send("root\n"));
    QVERIFY2(console.waitFor(QRegularExpression(QStringLiteral("login:[^#]*# "))), console.text().constData());
    // Timers of an idle guest have to fire as well.
    QVERIFY(console.send("sleep 0.5; echo answer $((6 * 7))\n"));
    QVERIFY2(console.waitFor(QRegularExpression(QStringLiteral("answer 42"))), console.text().constData());
    QVERIFY(console.send("poweroff\n"));
    QVERIFY2(console.waitForEnd(), console.text().constData());
    QVERIFY(m_emulator.state() == QProcess::NotRunning || m_emulator.waitForFinished(kLimitMs));
    QCOMPARE(m_emulator.exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_emulator.exitCode(), 0);
    QVERIFY2(log().contains("exit_code=0"), log().constData());
}

QTEST_GUILESS_MAIN(TestEmulatorGuest)
#include "tst_emulator_guest.moc"
