// Whole engines with a --config-file: in which order its parts are applied, and what a failure looks like.
#include "harness/api_client.h"
#include "harness/engine_process.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <unistd.h>

using namespace harness;

namespace {

constexpr int kPatience = 10000; // ms

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestConfigFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void failure_isToldWhereTheFileSays_data();
    void failure_isToldWhereTheFileSays();
    void metadata_isOneOfTheParts_data();
    void metadata_isOneOfTheParts();
    void metadata_thatDoesNotFit_leavesTheSocketOfTheApi();
    void metadata_isThereWhenTheMachineRuns();

private:
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }
    /// The options for an engine with this file, whose log goes to standard output.
    QStringList options(const QByteArray &sections) const;
    QStringList withMetadata(const QByteArray &sections, const QByteArray &metadata, const char *limit) const;
    /// Runs the engine to its end; what it printed is in `output`.
    static void runToEnd(EngineProcess &engine, const QStringList &options, int exitCode);

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestConfigFile::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestConfigFile::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/config-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

QStringList TestConfigFile::options(const QByteArray &sections) const
{
    QFile file(path("config.json"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(R"({"drives": [], "boot-source": {"kernel_image_path": ")" TINY_GUEST_DIR R"(/spin"})" + sections + "}");
    return {QStringLiteral("--api-sock"), path("api.sock"), QStringLiteral("--config-file"), file.fileName()};
}

QStringList TestConfigFile::withMetadata(const QByteArray &sections, const QByteArray &metadata,
                                         const char *limit) const
{
    QFile file(path("metadata.json"));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    file.write(metadata);
    return options(sections) + QStringList{QStringLiteral("--metadata"), file.fileName(),
                                           QStringLiteral("--mmds-size-limit"), QLatin1String(limit)};
}

void TestConfigFile::runToEnd(EngineProcess &engine, const QStringList &options, int exitCode)
{
    QVERIFY(engine.startWith(options));
    const auto end = engine.waitForExit(kPatience);
    QVERIFY2(end.has_value(), engine.console().constData());
    QCOMPARE(end->code, exitCode);
}

void TestConfigFile::failure_isToldWhereTheFileSays_data()
{
    QTest::addColumn<QByteArray>("sections");
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("machine rule")
        << QByteArray(R"("machine-config": {"vcpu_count": 0, "mem_size_mib": 128})")
        << QByteArray("VM config error: The number of vCPUs must be greater than 0, less than 32 and must be 1 or an "
                      "even number if SMT is enabled.");
    QTest::newRow("drive form")
        << QByteArray(R"("drives": [{"drive_id": "a", "is_root_device": false}])")
        << QByteArray("Block device error: Unable to create the virtio block device: Invalid block config.");
    QTest::newRow("a device of another version")
        << QByteArray(R"("pmem": [{}])")
        << QByteArray("Pmem device error: pmem devices (`pmem`) are not available in this version of Sparkler.");
    QTest::newRow("the machine before the kernel") << QByteArray(R"("boot-source": {"kernel_image_path": "/missing"},
                         "machine-config": {"vcpu_count": 1, "mem_size_mib": 0})")
                                                   << QByteArray("VM config error: The memory size (MiB) is invalid.");
    QTest::newRow("the kernel before the drives")
        << QByteArray(R"("boot-source": {"kernel_image_path": "/missing"},
                         "drives": [{"drive_id": "a", "is_root_device": false}])")
        << QByteArray("Boot source error: The kernel file cannot be opened: No such file or directory (os error 2)");
}

/// The logger is the first part: whoever reads its file learns of every failure after it.
void TestConfigFile::failure_isToldWhereTheFileSays()
{
    QFETCH(QByteArray, sections);
    QFETCH(QByteArray, fault);
    EngineProcess engine(m_directory->path());
    QJsonObject whole{{QStringLiteral("drives"), QJsonArray()},
                      {QStringLiteral("boot-source"),
                       QJsonObject{{QStringLiteral("kernel_image_path"), QStringLiteral(TINY_GUEST_DIR "/spin")}}},
                      {QStringLiteral("logger"), QJsonObject{{QStringLiteral("log_path"), path("log")}}}};
    const QJsonObject changes = QJsonDocument::fromJson("{" + sections + "}").object();
    QVERIFY(!changes.isEmpty());
    for (auto change = changes.begin(); change != changes.end(); ++change)
        whole[change.key()] = change.value();
    QFile file(path("config.json"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(whole).toJson()) > 0);
    file.close();
    runToEnd(engine, {QStringLiteral("--api-sock"), path("api.sock"), QStringLiteral("--config-file"), file.fileName()},
             1);
    const QByteArray log = contentOf(path("log"));
    QVERIFY2(log.contains("RunWithApiError error: Failed to build MicroVM from Json: Configuration for VMM from one "
                          "single json failed: " +
                          fault + "\n"),
             log.constData());
}

void TestConfigFile::metadata_isOneOfTheParts_data()
{
    QTest::addColumn<QByteArray>("sections");
    QTest::addColumn<QByteArray>("fault");
    QTest::newRow("too large") << QByteArray() << QByteArray("MMDS error: The MMDS patch request doesn't fit.");
    QTest::newRow("after the balloon") << QByteArray(R"(, "balloon": {"amount_mib": 1000, "deflate_on_oom": true})")
                                       << QByteArray("Balloon device error: Amount of pages requested is too large.");
    QTest::newRow("before its configuration") << QByteArray(R"(, "mmds-config": {"network_interfaces": []})")
                                              << QByteArray("MMDS error: The MMDS patch request doesn't fit.");
}

void TestConfigFile::metadata_isOneOfTheParts()
{
    QFETCH(QByteArray, sections);
    QFETCH(QByteArray, fault);
    EngineProcess engine(m_directory->path());
    runToEnd(engine, withMetadata(sections, R"({"a": 1})", "3"), 1);
    QVERIFY2(engine.console().contains("Configuration for VMM from one single json failed: " + fault + "\n"),
             engine.console().constData());
}

void TestConfigFile::metadata_thatDoesNotFit_leavesTheSocketOfTheApi()
{
    // Without a configuration file: the API is there first, as with the file.
    EngineProcess engine(m_directory->path());
    QStringList arguments = withMetadata({}, R"({"a": 1})", "3");
    arguments.remove(2, 2); // --config-file
    runToEnd(engine, arguments, 1);
    QVERIFY2(engine.console().contains("Populating MMDS from file failed: The MMDS patch request doesn't fit.\n"),
             engine.console().constData());
    QVERIFY(QFile::exists(path("api.sock")));
}

void TestConfigFile::metadata_isThereWhenTheMachineRuns()
{
    EngineProcess engine(m_directory->path());
    QVERIFY(engine.startWith(withMetadata({}, R"({"a": 1})", "30")));
    QVERIFY(engine.waitForConsole("Successfully added metadata to mmds from file", kPatience));
    QVERIFY(engine.waitForConsole("Successfully started microvm", kPatience));
    // No interface reaches it, so only its absence can be asked for.
    ApiClient api(engine.socketPath());
    QCOMPARE(api.get("/mmds").fault(), QStringLiteral("MMDS error: The MMDS data store is not initialized."));
    engine.kill(SIGKILL);
}

QTEST_APPLESS_MAIN(TestConfigFile)
#include "tst_config_file.moc"
