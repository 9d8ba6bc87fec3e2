// What clients may ask for around snapshots, and what is left when it goes wrong. Runs on every /dev/kvm.
#include "harness/api_client.h"
#include "harness/boot_plan.h"
#include "harness/engine_process.h"
#include "harness/guest.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace harness;

#define VERIFY_ENGINE(condition, engine)                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            QFAIL((#condition "\nconsole: " + (engine).console().right(2000) + "\nlog: " + (engine).log().right(3000)) \
                      .constData());                                                                                   \
    } while (false)

namespace {

constexpr int kOddMemoryMib = 9;
constexpr int kPatience = 10000; // ms

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Listens as a process does that plays the network.
class NetworkSocket {
public:
    explicit NetworkSocket(const QString &path) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray name = QFile::encodeName(path);
        std::copy_n(name.constData(), std::min<std::size_t>(static_cast<std::size_t>(name.size()), 107),
                    address.sun_path);
        if (::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0 ||
            ::listen(m_socket, 1) != 0)
            qFatal("no socket at %s", name.constData());
    }
    ~NetworkSocket()
    {
        ::close(m_peer);
        ::close(m_socket);
    }
    NetworkSocket(const NetworkSocket &) = delete;
    NetworkSocket &operator=(const NetworkSocket &) = delete;
    /// Whether somebody new has connected; the one before is let go.
    bool accepts()
    {
        ::close(m_peer);
        m_peer = ::accept(m_socket, nullptr, nullptr);
        return m_peer >= 0;
    }

private:
    int m_socket, m_peer = -1;
};

} // namespace

class TestSnapshotRequests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void create_failed_leavesNothing_data();
    void create_failed_leavesNothing();
    void create_failed_losesNoChangedPage();
    void create_resume_goesOn();
    void load_showsTheConfigurationOfTheSnapshot();
    void load_connectsToTheNetworkAnew();
    void load_changedDrive_staysChanged();
    void load_twice_isRefused();
    void load_hugePages_obeyTheRulesOfAConfiguration_data();
    void load_hugePages_obeyTheRulesOfAConfiguration();
    void load_recording_beginsWhenTheGuestRuns();

private:
    QString path(const char *name) const { return m_directory->filePath(QLatin1String(name)); }
    QStringList temporaryFiles() const
    {
        return QDir(m_directory->path()).entryList({QStringLiteral(".sparkler-*")}, QDir::Files | QDir::Hidden);
    }
    /// Starts an engine with a guest that prints for ever, and pauses it.
    void startGuest(bool trackDirtyPages, const QString &networkSocket = {});
    void startEngine();
    void saveGuest();
    Response create(const QString &state, const QString &memory, const QJsonObject &more = {});
    Response load(const QJsonObject &more = {});
    Response setState(const char *state)
    {
        return m_api->patch("/vm", {{QStringLiteral("state"), QLatin1String(state)}});
    }

    std::optional<QTemporaryDir> m_directory;
    std::optional<EngineProcess> m_engine;
    std::optional<ApiClient> m_api;
};

void TestSnapshotRequests::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestSnapshotRequests::init()
{
    m_api.reset();
    m_engine.reset();
    m_directory.emplace(QStringLiteral("/tmp/snapshot-requests-XXXXXX"));
}

void TestSnapshotRequests::startEngine()
{
    m_api.reset();
    m_engine.emplace(m_directory->path());
    QFile::remove(m_engine->socketPath());
    VERIFY_ENGINE(m_engine->start() && m_engine->waitForSocket(), *m_engine);
    m_api.emplace(m_engine->socketPath());
}

void TestSnapshotRequests::startGuest(bool trackDirtyPages, const QString &networkSocket)
{
    startEngine();
    const auto put = [&](const char *where, const QJsonObject &body) { return m_api->put(where, body).status == 204; };
    QVERIFY(put("/machine-config", {{QStringLiteral("vcpu_count"), 1},
                                    {QStringLiteral("mem_size_mib"), kOddMemoryMib},
                                    {QStringLiteral("track_dirty_pages"), trackDirtyPages}}));
    QVERIFY(put("/boot-source", {{QStringLiteral("kernel_image_path"), QStringLiteral(TINY_GUEST_DIR "/ticker")}}));
    QVERIFY(
        put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                             {QStringLiteral("path_on_host"), makeDisk(m_directory->path(), QStringLiteral("disk"), 1)},
                             {QStringLiteral("is_root_device"), false},
                             {QStringLiteral("is_read_only"), false}}));
    if (!networkSocket.isEmpty())
        QVERIFY(put("/network-interfaces/eth0", {{QStringLiteral("iface_id"), QStringLiteral("eth0")},
                                                 {QStringLiteral("socket_path"), networkSocket}}));
    QVERIFY(put("/actions", startAction()));
    VERIFY_ENGINE(m_engine->waitForConsole("TICKING\n..", kPatience), *m_engine);
    QCOMPARE(setState("Paused").status, 204);
}

void TestSnapshotRequests::saveGuest()
{
    startGuest(false);
    const Response created = create(path("state"), path("memory"));
    QVERIFY2(created.status == 204, created.body);
    startEngine();
}

Response TestSnapshotRequests::create(const QString &state, const QString &memory, const QJsonObject &more)
{
    QJsonObject body = more;
    body[QStringLiteral("snapshot_path")] = state;
    body[QStringLiteral("mem_file_path")] = memory;
    return m_api->put("/snapshot/create", body);
}

Response TestSnapshotRequests::load(const QJsonObject &more)
{
    QJsonObject body = more;
    body[QStringLiteral("snapshot_path")] = path("state");
    body[QStringLiteral("mem_backend")] = QJsonObject{{QStringLiteral("backend_type"), QStringLiteral("File")},
                                                      {QStringLiteral("backend_path"), path("memory")}};
    return m_api->put("/snapshot/load", body);
}

void TestSnapshotRequests::create_failed_leavesNothing_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("memory");
    QTest::addColumn<QString>("fault");
    const QString state = QStringLiteral("Cannot perform open on the snapshot backing file: ");
    const QString memory = QStringLiteral("Cannot perform open on the memory backing file: ");
    QTest::newRow("a device as state") << "/dev/null"
                                       << "memory" << state + "it is not a regular file";
    QTest::newRow("a device as memory") << "state"
                                        << "/dev/null" << memory + "it is not a regular file";
    QTest::newRow("a pipe as memory") << "state"
                                      << "pipe" << memory + "it is not a regular file";
    QTest::newRow("a directory as state") << "."
                                          << "memory" << state + "Is a directory (os error 21)";
    QTest::newRow("no directory") << "state"
                                  << "none/memory" << memory + "No such file or directory (os error 2)";
    QTest::newRow("one name for both")
        << "state"
        << "state"
        << "Cannot perform rename on the snapshot backing file: the memory file has the same name";
    QTest::newRow("one name for both, in other words")
        << "state"
        << "./state"
        << "Cannot perform rename on the snapshot backing file: the memory file has the same name";
}

void TestSnapshotRequests::create_failed_leavesNothing()
{
    QFETCH(const QString, state);
    QFETCH(const QString, memory);
    QFETCH(const QString, fault);
    startGuest(false);
    QCOMPARE(::mkfifo(QFile::encodeName(path("pipe")).constData(), 0600), 0);
    const QStringList before = QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
    const auto inDirectory = [this](const QString &name) {
        return name.startsWith(u'/') ? name : m_directory->path() + u'/' + name;
    };
    const Response refused = create(inDirectory(state), inDirectory(memory));
    QCOMPARE(QDir(m_directory->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System), before);
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.fault(), "Create snapshot error: " + fault);
    QCOMPARE(m_api->get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Paused"));
    QCOMPARE(create(path("state"), path("memory")).status, 204);
}

void TestSnapshotRequests::create_failed_losesNoChangedPage()
{
    startGuest(true);
    QCOMPARE(create(path("state"), path("memory")).status, 204);
    QCOMPARE(setState("Resumed").status, 204);
    VERIFY_ENGINE(m_engine->waitForConsole("...", kPatience, m_engine->console().size()), *m_engine);
    QCOMPARE(setState("Paused").status, 204);
    // Each fails at another step.
    const QJsonObject diff{{QStringLiteral("snapshot_type"), QStringLiteral("Diff")}};
    QCOMPARE(create(path("state"), path("none/memory"), diff).status, 400);
    QCOMPARE(create(m_directory->path(), path("memory"), diff).status, 400);
    QCOMPARE(create(path("state"), path("state"), diff).status, 400);
    QCOMPARE(create(path("state"), path("memory"), diff).status, 204);
    QCOMPARE(create(path("state"), path("whole")).status, 204);
    const QByteArray merged = read(path("memory"));
    QCOMPARE(merged.size(), kOddMemoryMib << 20);
    QVERIFY2(merged == read(path("whole")), "a diff onto the former image is not the memory");
}

void TestSnapshotRequests::create_resume_goesOn()
{
    startGuest(false);
    const qsizetype printed = m_engine->console().size();
    QCOMPARE(create(path("state"), path("memory"), {{QStringLiteral("resume_vm"), true}}).status, 204);
    QCOMPARE(m_api->get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    VERIFY_ENGINE(m_engine->waitForConsole("...", kPatience, printed), *m_engine);
}

void TestSnapshotRequests::load_showsTheConfigurationOfTheSnapshot()
{
    startGuest(false);
    const QByteArray config = m_api->get("/vm/config").body;
    const QByteArray machine = m_api->get("/machine-config").body;
    QCOMPARE(create(path("state"), path("memory")).status, 204);
    startEngine();
    QCOMPARE(load().status, 204);
    QCOMPARE(m_api->get("/vm/config").body, config);
    QCOMPARE(m_api->get("/machine-config").body, machine);
    QCOMPARE(m_api->get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Paused"));
}

void TestSnapshotRequests::load_connectsToTheNetworkAnew()
{
    const auto socketPath = [this] {
        const QJsonObject config = m_api->get("/vm/config").json();
        return config[QStringLiteral("network-interfaces")].toArray().at(0)[QStringLiteral("socket_path")].toString();
    };
    const auto elsewhere = [](const char *key, const QString &value) {
        const QJsonObject change{{QStringLiteral("iface_id"), QStringLiteral("eth0")}, {QLatin1String(key), value}};
        return QJsonObject{{QStringLiteral("network_overrides"), QJsonArray{change}}};
    };
    NetworkSocket first(path("net1"));
    startGuest(false, path("net1"));
    QVERIFY(first.accepts());
    QCOMPARE(socketPath(), path("net1"));
    QCOMPARE(create(path("state"), path("memory")).status, 204);
    startEngine();
    QCOMPARE(load().status, 204); // to where it was
    QVERIFY(first.accepts());
    QCOMPARE(socketPath(), path("net1"));

    NetworkSocket second(path("net2"));
    startEngine();
    QCOMPARE(load(elsewhere("socket_path", path("net2"))).status, 204);
    QVERIFY(second.accepts());
    QVERIFY(!first.accepts());
    QCOMPARE(socketPath(), path("net2"));

    startEngine();
    const Response nobody = load(elsewhere("socket_path", path("net3")));
    QCOMPARE(nobody.status, 400);
    QVERIFY2(nobody.body.contains("Could not create the network device: Connecting to the socket"), nobody.body);
    startEngine();
    const Response tap = load(elsewhere("host_dev_name", QStringLiteral("tap0")));
    QCOMPARE(tap.status, 400);
    QVERIFY2(tap.body.contains("was saved with a socket"), tap.body);
}

void TestSnapshotRequests::load_changedDrive_staysChanged()
{
    saveGuest();
    const QString other = makeDisk(m_directory->path(), QStringLiteral("other"), 2);
    const QString third = makeDisk(m_directory->path(), QStringLiteral("third"), 3);
    QCOMPARE(load({{QStringLiteral("drive_overrides"),
                    QJsonArray{QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                           {QStringLiteral("path_on_host"), other}}}}})
                 .status,
             204);
    const auto drivePath = [this] {
        const QJsonArray drives = m_api->get("/vm/config").json()[QStringLiteral("drives")].toArray();
        return drives.at(0)[QStringLiteral("path_on_host")].toString();
    };
    QCOMPARE(drivePath(), other);
    QCOMPARE(m_api
                 ->patch("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                                          {QStringLiteral("path_on_host"), third}})
                 .status,
             204);
    QCOMPARE(create(path("state"), path("memory")).status, 204); // over the file that is mapped
    startEngine();
    QCOMPARE(load().status, 204);
    QCOMPARE(drivePath(), third);
}

void TestSnapshotRequests::load_twice_isRefused()
{
    saveGuest();
    QCOMPARE(load().status, 204);
    const Response again = load();
    QCOMPARE(again.status, 400);
    QCOMPARE(again.fault(), QStringLiteral("The requested operation is not supported after starting the microVM."));
    QCOMPARE(setState("Resumed").status, 204);
}

void TestSnapshotRequests::load_hugePages_obeyTheRulesOfAConfiguration_data()
{
    QTest::addColumn<QString>("pages");
    QTest::addColumn<QString>("fault"); // empty: loaded
    const QString size = QStringLiteral("Machine config error: The memory size (MiB) is either 0, or not a multiple of "
                                        "the configured page size.");
    QTest::newRow("as saved") << "Snapshot" << QString();
    QTest::newRow("normal") << "None" << QString();
    QTest::newRow("transparent") << "Transparent" << size; // 9 MiB are no whole number of huge pages
    QTest::newRow("2M") << "2M" << size;
}

void TestSnapshotRequests::load_hugePages_obeyTheRulesOfAConfiguration()
{
    QFETCH(const QString, pages);
    QFETCH(const QString, fault);
    saveGuest();
    const Response loaded = load({{QStringLiteral("huge_pages"), pages}});
    if (!fault.isEmpty()) {
        QCOMPARE(loaded.status, 400);
        QCOMPARE(loaded.fault(),
                 "Load snapshot error: Failed to restore from snapshot: Failed to load guest memory: " + fault);
        const auto end = m_engine->waitForExit(kPatience);
        VERIFY_ENGINE(end && end->code == 1 && end->signal == 0, *m_engine);
        return;
    }
    QVERIFY2(loaded.status == 204, loaded.body);
    // What can be loaded can be saved again.
    QCOMPARE(create(path("again"), path("memory-again")).status, 204);
}

void TestSnapshotRequests::load_recording_beginsWhenTheGuestRuns()
{
    saveGuest();
    QCOMPARE(load({{QStringLiteral("record_working_set"), true}}).status, 204);
    // Nobody knows how long it stays paused: that time is not recorded, and no processor time is spent on it.
    QVERIFY(!m_engine->threads().contains("fc_record"));
    QCOMPARE(setState("Resumed").status, 204);
    QVERIFY(m_engine->threads().contains("fc_record"));
    VERIFY_ENGINE(m_engine->waitForConsole("...", kPatience), *m_engine);
}

QTEST_GUILESS_MAIN(TestSnapshotRequests)
#include "tst_snapshot_requests.moc"
