// The files of a snapshot as an engine may find them: whole, cut off, missing, changed. Runs on every /dev/kvm.
//
// SPARKLER_MUTATIONS is how many changed state files are tried (default 400; the thorough number is 10000, with
// QTEST_FUNCTION_TIMEOUT=7200000).
#include "harness/api_client.h"
#include "harness/boot_plan.h"
#include "harness/engine_process.h"
#include "harness/guest.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <sys/stat.h>
#include <unistd.h>

using namespace harness;

#define VERIFY_ENGINE(condition, engine)                                                                               \
    do {                                                                                                               \
        if (!(condition))                                                                                              \
            QFAIL((#condition "\nconsole: " + (engine).console().right(2000) + "\nlog: " + (engine).log().right(3000)) \
                      .constData());                                                                                   \
    } while (false)

namespace {

constexpr int kMemoryMib = 8;
constexpr int kPatience = 10000; // ms

/// What a state file ends with: CRC-64 of ECMA-182 over the rest, as in xz's files (docs/snapshots.md). Not the
/// engine's code, so that both cannot share a mistake.
quint64 crc64(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint64, 256> made{};
        for (quint64 i = 0; i < 256; ++i) {
            quint64 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value & 1) != 0 ? value >> 1 ^ 0xC96C5795D7870F42u : value >> 1;
            made[i] = value;
        }
        return made;
    }();
    quint64 sum = ~quint64{0};
    for (const char byte : bytes)
        sum = table[(sum ^ static_cast<unsigned char>(byte)) & 0xFF] ^ sum >> 8;
    return ~sum;
}

/// The file with the sum that belongs to the rest.
QByteArray withSum(QByteArray file)
{
    file.chop(8);
    const quint64 sum = crc64(file);
    for (int byte = 0; byte < 8; ++byte)
        file += static_cast<char>(sum >> (8 * byte) & 0xFF);
    return file;
}

/// One of many ways to change a file.
QByteArray mutated(QByteArray file, QRandomGenerator &random)
{
    const auto anywhere = [&] { return static_cast<qsizetype>(random.bounded(file.size())); };
    for (quint32 left = 1 + random.bounded(4u); left > 0 && file.size() > 16; --left) {
        const qsizetype at = anywhere(), length = std::min<qsizetype>(1 + random.bounded(64), file.size() - at);
        switch (random.bounded(8)) {
        case 0:
        case 1: // one bit
            file[at] = static_cast<char>(file[at] ^ (1 << random.bounded(8)));
            break;
        case 2: // numbers at the ends of their ranges
            for (qsizetype i = at; i < std::min(at + (1 << random.bounded(4)), file.size()); ++i)
                file[i] = random.bounded(2) == 0 ? '\0' : '\xFF';
            break;
        case 3:
            file[at] = static_cast<char>(random.bounded(256));
            break;
        case 4: // something that is elsewhere
            file.replace(at, length, file.mid(anywhere(), length));
            break;
        case 5:
            file.remove(at, length);
            break;
        case 6:
            file.insert(at, file.mid(anywhere(), length));
            break;
        default:
            file.truncate(std::max<qsizetype>(at, 16));
        }
    }
    return file;
}

bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size();
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSnapshotFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void wholeFiles_goOn();
    void brokenFiles_areRefused_data();
    void brokenFiles_areRefused();
    void changedStates_areRefusedOrRun_data();
    void changedStates_areRefusedOrRun();

private:
    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    QJsonObject loadBody(const QString &state, const QString &memory, bool resume = true) const;

    QTemporaryDir m_directory{QStringLiteral("/tmp/snapshot-files-XXXXXX")};
    QByteArray m_state; ///< of a good snapshot: "state" and "memory" in the directory
    QByteArray m_memory;
};

QJsonObject TestSnapshotFiles::loadBody(const QString &state, const QString &memory, bool resume) const
{
    return {{QStringLiteral("snapshot_path"), state},
            {QStringLiteral("mem_backend"), QJsonObject{{QStringLiteral("backend_type"), QStringLiteral("File")},
                                                        {QStringLiteral("backend_path"), memory}}},
            {QStringLiteral("resume_vm"), resume}};
}

void TestSnapshotFiles::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
    // A machine with a disk and a vsock device, so that a state file holds most kinds of things.
    QTemporaryDir directory;
    EngineProcess engine(directory.path());
    VERIFY_ENGINE(engine.start() && engine.waitForSocket(), engine);
    ApiClient api(engine.socketPath());
    const auto put = [&](const char *where, const QJsonObject &body) { return api.put(where, body).status == 204; };
    QVERIFY(put("/machine-config", {{QStringLiteral("vcpu_count"), 1}, {QStringLiteral("mem_size_mib"), kMemoryMib}}));
    QVERIFY(put("/boot-source", {{QStringLiteral("kernel_image_path"), QStringLiteral(TINY_GUEST_DIR "/ticker")}}));
    QVERIFY(
        put("/drives/disk", {{QStringLiteral("drive_id"), QStringLiteral("disk")},
                             {QStringLiteral("path_on_host"), makeDisk(m_directory.path(), QStringLiteral("disk"), 1)},
                             {QStringLiteral("is_root_device"), false},
                             {QStringLiteral("is_read_only"), false}}));
    QVERIFY(put("/vsock", {{QStringLiteral("guest_cid"), 3}, {QStringLiteral("uds_path"), path("v.sock")}}));
    QVERIFY(put("/entropy", {{QStringLiteral("rate_limiter"), json(R"({"ops": {"size": 5, "refill_time": 100}})")}}));
    QVERIFY(put("/actions", startAction()));
    VERIFY_ENGINE(engine.waitForConsole("TICKING\n..", kPatience), engine);
    QCOMPARE(api.patch("/vm", json(R"({"state": "Paused"})")).status, 204);
    const Response created = api.put("/snapshot/create", {{QStringLiteral("snapshot_path"), path("state")},
                                                          {QStringLiteral("mem_file_path"), path("memory")}});
    QVERIFY2(created.status == 204, created.body);
    m_state = read(path("state"));
    m_memory = read(path("memory"));
    QVERIFY(m_state.size() > 1000);
    QCOMPARE(m_memory.size(), kMemoryMib << 20);
    QCOMPARE(withSum(m_state), m_state);
}

void TestSnapshotFiles::wholeFiles_goOn()
{
    QTemporaryDir directory;
    EngineProcess engine(directory.path());
    QFile::remove(path("v.sock"));
    VERIFY_ENGINE(engine.start() && engine.waitForSocket(), engine);
    ApiClient api(engine.socketPath());
    const Response loaded = api.put("/snapshot/load", loadBody(path("state"), path("memory")));
    QVERIFY2(loaded.status == 204, loaded.body);
    // Where it was, not at its beginning.
    VERIFY_ENGINE(engine.waitForConsole("...", kPatience), engine);
    QVERIFY(!engine.console().contains("TICKING"));
    QCOMPARE(api.get("/").json()[QStringLiteral("state")].toString(), QStringLiteral("Running"));
    // What a guest writes stays in its own copy.
    QCOMPARE(read(path("memory")), m_memory);
}

void TestSnapshotFiles::brokenFiles_areRefused_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("memory");
    QTest::addColumn<QString>("statePath");  // empty: a file with the bytes above
    QTest::addColumn<QString>("memoryPath"); // likewise
    QTest::addColumn<QString>("fault");
    const QString none;
    QByteArray flipped = m_state;
    flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 1);
    const QString stateFault = QStringLiteral("Failed to get snapshot state from file: ");
    const QString memoryFault = QStringLiteral("Failed to load guest memory: Error creating guest memory from file: ");
    QTest::newRow("no state") << m_state << m_memory << path("absent") << none << stateFault;
    QTest::newRow("directory as state") << m_state << m_memory << m_directory.path() << none << stateFault;
    QTest::newRow("empty state") << QByteArray() << m_memory << none << none << stateFault;
    QTest::newRow("seven bytes of state") << m_state.first(7) << m_memory << none << none << stateFault;
    QTest::newRow("half a state") << m_state.first(m_state.size() / 2) << m_memory << none << none << stateFault;
    QTest::newRow("all but a byte") << m_state.chopped(1) << m_memory << none << none << stateFault;
    QTest::newRow("one bit") << flipped << m_memory << none << none << stateFault;
    QTest::newRow("the memory as state") << m_memory << m_memory << none << none << stateFault;
    QTest::newRow("no memory") << m_state << m_memory << none << path("absent") << memoryFault;
    QTest::newRow("empty memory") << m_state << QByteArray() << none << none << memoryFault;
    QTest::newRow("a page too little") << m_state << m_memory.chopped(4096) << none << none << memoryFault;
    QTest::newRow("a byte too little") << m_state << m_memory.chopped(1) << none << none << memoryFault;
    QTest::newRow("directory as memory") << m_state << m_memory << none << m_directory.path() << memoryFault;
    ::mkfifo(QFile::encodeName(path("fifo")).constData(), 0600);
    QTest::newRow("pipe as memory") << m_state << m_memory << none << path("fifo") << memoryFault;
    QTest::newRow("pipe as state") << m_state << m_memory << path("fifo") << none << stateFault;
}

void TestSnapshotFiles::brokenFiles_areRefused()
{
    QFETCH(const QByteArray, state);
    QFETCH(const QByteArray, memory);
    QFETCH(const QString, statePath);
    QFETCH(const QString, memoryPath);
    QFETCH(const QString, fault);
    QVERIFY(write(path("changed-state"), state) && write(path("changed-memory"), memory));
    QTemporaryDir directory;
    EngineProcess engine(directory.path());
    QFile::remove(path("v.sock"));
    VERIFY_ENGINE(engine.start() && engine.waitForSocket(), engine);
    ApiClient api(engine.socketPath());
    const Response refused =
        api.put("/snapshot/load", loadBody(statePath.isEmpty() ? path("changed-state") : statePath,
                                           memoryPath.isEmpty() ? path("changed-memory") : memoryPath));
    QCOMPARE(refused.status, 400);
    QVERIFY2(refused.fault().contains(fault), refused.body);
    const auto end = engine.waitForExit(kPatience);
    VERIFY_ENGINE(end, engine);
    QCOMPARE(end->signal, 0);
    QCOMPARE(end->code, 1);
    QCOMPARE(read(path("state")), m_state);
    QCOMPARE(read(path("memory")), m_memory);
}

void TestSnapshotFiles::changedStates_areRefusedOrRun_data()
{
    QTest::addColumn<bool>("rightSum");
    QTest::newRow("as they are") << false;
    QTest::newRow("with the sum that belongs to them") << true;
}

void TestSnapshotFiles::changedStates_areRefusedOrRun()
{
    QFETCH(const bool, rightSum);
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("SPARKLER_MUTATIONS", &given);
    // A wrong sum is found before anything else is looked at: of these, few.
    const int count = (given ? asked : 400) * (rightSum ? 9 : 1) / 10;
    int refused = 0, ran = 0;
    for (int seed = 0; seed < count; ++seed) {
        QRandomGenerator random(static_cast<quint32>(seed) * 2 + rightSum);
        QByteArray changed = mutated(m_state, random);
        if (rightSum)
            changed = withSum(changed);
        if (changed == m_state)
            continue;
        QVERIFY(write(path("changed-state"), changed));
        QFile::remove(path("v.sock"));
        QFile::remove(path("api.sock"));
        EngineProcess engine(m_directory.path());
        VERIFY_ENGINE(engine.start() && engine.waitForSocket(), engine);
        ApiClient api(engine.socketPath(), kPatience);
        const Response loaded = api.put("/snapshot/load", loadBody(path("changed-state"), path("memory")));
        const QByteArray which = "mutation " + QByteArray::number(seed) + ": " + QByteArray::number(loaded.status) +
                                 ' ' + loaded.body + "\nlog: " + engine.log().right(3000);
        if (loaded.status == 400) {
            ++refused;
            const auto end = engine.waitForExit(kPatience);
            QVERIFY2(end && end->signal == 0 && end->code == 1, which);
            QVERIFY2(loaded.fault().startsWith(QStringLiteral("Load snapshot error: ")), which);
        } else {
            // What was changed may be anything that a guest may do to its own machine, also end it.
            ++ran;
            QVERIFY2(rightSum && loaded.status == 204, which);
            ::usleep(2000);
            const bool lives = api.get("/").status == 200;
            const auto end = lives ? std::nullopt : engine.waitForExit(kPatience);
            QVERIFY2(lives || (end && end->signal == 0), which);
        }
    }
    qInfo("%d refused, %d ran", refused, ran);
    QVERIFY(refused > 0);
    QCOMPARE(read(path("memory")), m_memory);
}

QTEST_GUILESS_MAIN(TestSnapshotFiles)
#include "tst_snapshot_files.moc"
