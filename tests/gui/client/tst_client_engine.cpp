#include "client/engine_client.h"

#include "harness/engine_process.h"

#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T, typename Call>
ApiResult<T> ask(Call call)
{
    std::optional<ApiResult<T>> result;
    call(EngineClient::Callback<T>([&](ApiResult<T> found) { result = std::move(found); }));
    const bool ended = QTest::qWaitFor([&] { return result.has_value(); }, 20000);
    return ended ? *std::move(result) : std::unexpected(ApiError{.detail = u"no callback"_s});
}

template <typename T>
QString faultOf(const ApiResult<T> &result)
{
    if (result)
        return u"it worked"_s;
    return result.error().kind == ApiError::Kind::Fault ? result.error().fault : result.error().sentence();
}

} // namespace

/// The client against the engine of this build, with what needs no KVM: both sides must mean the same documents.
class TestClientEngine : public QObject {
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void fresh_engine_tellsWhatItIs();
    void machineConfig_put_comesBack();
    void machineConfig_refused_hasTheFault();
    void drives_put_comeBack();
    void drive_missingFile_hasTheFault();
    void bootSource_put_comesBack();
    void logger_put_isTaken();
    void phase_beforeStart_hasTheFault();
    void http_badRequest_hasTheFault();
    void metrics_get_isAnObject();
    void engine_killed_isNotConnected();

private:
    QString file(const QString &name) const;
    ApiResult<void> put(const Drive &drive)
    {
        return ask<void>([&](auto done) { m_client->putDrive(drive, nullptr, done); });
    }
    VmConfig config()
    {
        return ask<VmConfig>([&](auto done) { m_client->vmConfig(nullptr, done); }).value_or(VmConfig{});
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<harness::EngineProcess> m_engine;
    std::unique_ptr<EngineClient> m_client;
};

void TestClientEngine::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_engine = std::make_unique<harness::EngineProcess>(m_directory->path());
    QVERIFY(m_engine->start({u"--id"_s, u"vm-1"_s}));
    QVERIFY(m_engine->waitForSocket());
    m_client = std::make_unique<EngineClient>(m_engine->socketPath());
}

void TestClientEngine::cleanup()
{
    m_client.reset();
    m_engine.reset();
    m_directory.reset();
}

QString TestClientEngine::file(const QString &name) const
{
    QFile made(m_directory->filePath(name));
    if (!made.open(QIODevice::WriteOnly) || !made.resize(1024 * 1024))
        return {};
    return made.fileName();
}

void TestClientEngine::fresh_engine_tellsWhatItIs()
{
    const auto version = ask<VersionInfo>([&](auto done) { m_client->version(nullptr, done); });
    QVERIFY2(version, qPrintable(faultOf(version)));
    QCOMPARE(version->firecrackerVersion.count(u'.'), 2);
    QVERIFY(!version->sparklerVersion.isEmpty());
    const auto info = ask<InstanceInfo>([&](auto done) { m_client->instanceInfo(nullptr, done); });
    QVERIFY2(info, qPrintable(faultOf(info)));
    QCOMPARE(info->id, u"vm-1"_s);
    QVERIFY(info->state == InstanceState::NotStarted);
    QCOMPARE(info->vmmVersion, version->firecrackerVersion);
    QVERIFY(m_client->connection()->peer());
    QCOMPARE(m_client->connection()->peer()->pid, qint64{m_engine->pid()});
    const auto machine = ask<MachineConfig>([&](auto done) { m_client->machineConfig(nullptr, done); });
    QVERIFY2(machine, qPrintable(faultOf(machine)));
    QVERIFY(*machine == MachineConfig{});
}

void TestClientEngine::machineConfig_put_comesBack()
{
    for (const MachineConfig &wanted :
         {MachineConfig{
              .vcpuCount = 4, .memSizeMib = 512, .smt = true, .trackDirtyPages = true, .cpuTemplate = u"T2"_s},
          MachineConfig{.vcpuCount = 1, .memSizeMib = 64, .hugePages = HugePages::TwoMiB, .cpuTemplate = u"T2"_s}}) {
        const auto done = ask<void>([&](auto callback) { m_client->putMachineConfig(wanted, nullptr, callback); });
        QVERIFY2(done, qPrintable(faultOf(done)));
        const auto machine = ask<MachineConfig>([&](auto callback) { m_client->machineConfig(nullptr, callback); });
        QVERIFY2(machine, qPrintable(faultOf(machine)));
        QVERIFY(*machine == wanted);
    }
}

void TestClientEngine::machineConfig_refused_hasTheFault()
{
    const MachineConfig odd{.vcpuCount = 3, .smt = true};
    const auto done = ask<void>([&](auto callback) { m_client->putMachineConfig(odd, nullptr, callback); });
    QCOMPARE(faultOf(done),
             u"Machine config error: The number of vCPUs must be greater than 0, less than 32 and must be "
             "1 or an even number if SMT is enabled."_s);
}

void TestClientEngine::drives_put_comeBack()
{
    const TokenBucket bucket{.size = 1000, .oneTimeBurst = 50, .refillTimeMs = 100};
    const Drive data{.driveId = u"data_1"_s,
                     .pathOnHost = file(u"dä ta.img"_s),
                     .isReadOnly = true,
                     .rateLimiter = RateLimiter{.bandwidth = bucket, .ops = {}}};
    const Drive root{.driveId = u"root"_s,
                     .pathOnHost = file(u"root.img"_s),
                     .isRootDevice = true,
                     .partuuid = u"0eaa91a0-01"_s,
                     .cacheType = CacheType::Writeback};
    for (const Drive &drive : {data, root}) {
        const auto done = put(drive);
        QVERIFY2(done, qPrintable(faultOf(done)));
    }
    const QList<Drive> expected{root, data}; // the root drive first
    QVERIFY(config().drives == expected);
    Drive second = data;
    second.driveId = u"other"_s;
    second.isRootDevice = true;
    QCOMPARE(faultOf(put(second)), u"Drive config error: A root block device already exists!"_s);
}

void TestClientEngine::drive_missingFile_hasTheFault()
{
    const auto done = put({.driveId = u"a"_s, .pathOnHost = u"/nonexistent/it's \"x\""_s});
    QCOMPARE(faultOf(done), u"Drive config error: Invalid block device path: /nonexistent/it's \"x\""_s);
    QCOMPARE(faultOf(put({.driveId = {}, .pathOnHost = u"/x"_s})), u"The ID cannot be empty."_s);
    QCOMPARE(faultOf(put({.driveId = u"a b"_s, .pathOnHost = u"/x"_s})),
             u"API Resource IDs can only contain alphanumeric characters and underscores."_s);
}

void TestClientEngine::bootSource_put_comesBack()
{
    const BootSource wanted{
        .kernelImagePath = file(u"kernel"_s), .initrdPath = file(u"initrd"_s), .bootArgs = u"quiet"_s};
    const auto done = ask<void>([&](auto callback) { m_client->putBootSource(wanted, nullptr, callback); });
    QVERIFY2(done, qPrintable(faultOf(done)));
    QVERIFY(config().bootSource == wanted);
    const auto missing =
        ask<void>([&](auto callback) { m_client->putBootSource({.kernelImagePath = u"/none"_s}, nullptr, callback); });
    QCOMPARE(faultOf(missing), u"Boot source error: The kernel file cannot be opened: No such file or directory "
                               "(os error 2)"_s);
}

void TestClientEngine::logger_put_isTaken()
{
    const LoggerConfig logger{.logPath = file(u"other.log"_s), .level = LogLevel::Warn, .showLogOrigin = true};
    const auto done = ask<void>([&](auto callback) { m_client->putLogger(logger, nullptr, callback); });
    QVERIFY(done || done.error().kind == ApiError::Kind::Fault);
    // The command line has set a log path already; the level's name was understood either way.
    QVERIFY2(!faultOf(done).contains(u"deserializing"_s), qPrintable(faultOf(done)));
}

void TestClientEngine::phase_beforeStart_hasTheFault()
{
    const QString fault = u"The requested operation is not supported before starting the microVM."_s;
    QCOMPARE(faultOf(ask<void>([&](auto done) { m_client->pause(nullptr, done); })), fault);
    QCOMPARE(faultOf(ask<void>([&](auto done) { m_client->resume(nullptr, done); })), fault);
    QCOMPARE(faultOf(ask<void>([&](auto done) { m_client->flushMetrics(nullptr, done); })), fault);
    QCOMPARE(faultOf(ask<void>([&](auto done) { m_client->sendCtrlAltDel(nullptr, done); })), fault);
    QCOMPARE(faultOf(ask<void>(
                 [&](auto done) { m_client->patchDrive({.driveId = u"a"_s, .pathOnHost = u"/x"_s}, nullptr, done); })),
             fault);
    QVERIFY(faultOf(ask<void>([&](auto done) {
                m_client->start(nullptr, done);
            })).endsWith(u"Cannot start microvm without kernel configuration."_s));
}

void TestClientEngine::http_badRequest_hasTheFault()
{
    const auto raw = ask<HttpReply>(
        [&](auto done) { m_client->raw({.method = "POST", .path = u"/"_s, .body = "{}"}, nullptr, done); });
    QVERIFY2(faultOf(raw).startsWith(u"Invalid HTTP Method: Unsupported HTTP method."_s), qPrintable(faultOf(raw)));
    QCOMPARE(raw.error().status, 400);
    const auto version = ask<VersionInfo>([&](auto done) { m_client->version(nullptr, done); });
    QVERIFY2(version, qPrintable(faultOf(version)));
    const auto unknown =
        ask<HttpReply>([&](auto done) { m_client->raw({.method = "GET", .path = u"/nothing"_s}, nullptr, done); });
    QCOMPARE(faultOf(unknown), u"Invalid request method and/or path: GET nothing."_s);
}

void TestClientEngine::metrics_get_isAnObject()
{
    const auto metrics = ask<QJsonObject>([&](auto done) { m_client->metrics(nullptr, done); });
    QVERIFY2(metrics, qPrintable(faultOf(metrics)));
    QVERIFY(!metrics->isEmpty());
}

void TestClientEngine::engine_killed_isNotConnected()
{
    QVERIFY(ask<VersionInfo>([&](auto done) { m_client->version(nullptr, done); }));
    m_engine->kill(SIGKILL);
    QVERIFY(m_engine->waitForExit(10000));
    const auto version = ask<VersionInfo>([&](auto done) { m_client->version(nullptr, done); });
    QVERIFY(!version);
    QVERIFY(version.error().kind == ApiError::Kind::NotConnected);
    QCOMPARE(version.error().detail, u"nobody listens on the socket"_s);
}

QTEST_GUILESS_MAIN(TestClientEngine)
#include "tst_client_engine.moc"
