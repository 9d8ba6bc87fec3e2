// Versions: the semantic-version parser, the translation table, and what does not fit into an older version.
#include "snapshot/semver.h"
#include "snapshot/versions.h"

#include "virtio/queue.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::snapshot;

namespace {

template <typename T>
QByteArray errorOf(const Result<T> &result)
{
    return result ? QByteArray() : QByteArray::fromStdString(result.error().text);
}

const QByteArray kSuppression = "The virtio devices use a features that is incompatible with older versions of "
                                "Firecracker: notification suppression";

} // namespace

class TestVersions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void semver_valid_data();
    void semver_valid();
    void semver_malformed_saysWhere_data();
    void semver_malformed_saysWhere();
    void table_translatesBothWays_data();
    void table_translatesBothWays();
    void table_newest_isTheDefault();
    void dataVersion_unknown_isRefused_data();
    void dataVersion_unknown_isRefused();
    void microVm_unknownDataVersion_isRefused();
    void target_limits_data();
    void target_limits();
    void targetFacts_countsDevicesAndFeatures();
};

void TestVersions::semver_valid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("shown"); // major/minor/patch/pre-release/build
    QTest::newRow("plain") << QByteArray("1.4.0") << QByteArray("1/4/0//");
    QTest::newRow("zeros") << QByteArray("0.0.0") << QByteArray("0/0/0//");
    QTest::newRow("largest") << QByteArray("18446744073709551615.10.20") << QByteArray("18446744073709551615/10/20//");
    QTest::newRow("pre-release") << QByteArray("1.5.0-rc.1") << QByteArray("1/5/0/rc.1/");
    QTest::newRow("pre-release with zeros") << QByteArray("1.5.0-0.00a.-") << QByteArray("1/5/0/0.00a.-/");
    QTest::newRow("build") << QByteArray("1.5.0+007.x") << QByteArray("1/5/0//007.x");
    QTest::newRow("both") << QByteArray("1.5.0-dev+g12") << QByteArray("1/5/0/dev/g12");
}

void TestVersions::semver_valid()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, shown);
    const auto version = parseSemver(text.toStdString());
    QVERIFY2(version.has_value(), errorOf(version));
    const QByteArray found = QByteArray::number(quint64(version->major)) + '/' +
                             QByteArray::number(quint64(version->minor)) + '/' +
                             QByteArray::number(quint64(version->patch)) + '/' +
                             QByteArray::fromStdString(version->preRelease + "/" + version->build);
    QCOMPARE(found, shown);
}

void TestVersions::semver_malformed_saysWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *text, const char *error) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(error);
    };
    row("", "empty string, expected a semver version");
    row("invalid", "unexpected character 'i' while parsing major version number");
    row("1", "unexpected end of input while parsing major version number");
    row("1.", "unexpected end of input while parsing minor version number");
    row("1.2", "unexpected end of input while parsing minor version number");
    row("1.2.", "unexpected end of input while parsing patch version number");
    row("v1.2.3", "unexpected character 'v' while parsing major version number");
    row("1.x.0", "unexpected character 'x' while parsing minor version number");
    row("1.2.ü", "unexpected character 'ü' while parsing patch version number");
    row("1,2", "unexpected character ',' after major version number");
    row("01.2.3", "invalid leading zero in major version number");
    row("1.00.3", "invalid leading zero in minor version number");
    row("1.2.03", "invalid leading zero in patch version number");
    row("18446744073709551616.0.0", "value of major version number exceeds u64::MAX");
    row("1.2.3.4", "unexpected character '.' after patch version number");
    row("1.2.3 ", "unexpected character ' ' after patch version number");
    row("1.2.3\n", "unexpected character '\\n' after patch version number");
    row("1.2.3-", "empty identifier segment in pre-release identifier");
    row("1.2.3-a..b", "empty identifier segment in pre-release identifier");
    row("1.2.3-01", "invalid leading zero in pre-release identifier");
    row("1.2.3-a_b", "unexpected character '_' after pre-release identifier");
    row("1.2.3+", "empty identifier segment in build metadata");
    row("1.2.3+a+b", "unexpected character '+' after build metadata");
    row("\xff", "unexpected character '\xef\xbf\xbd' while parsing major version number");
}

void TestVersions::semver_malformed_saysWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, error);
    QCOMPARE(errorOf(parseSemver(text.toStdString())), error);
}

void TestVersions::table_translatesBothWays_data()
{
    QTest::addColumn<QByteArray>("microVm");
    QTest::addColumn<quint16>("data");
    const QList<QByteArray> versions{"0.23.0", "0.24.0", "0.25.0", "1.0.0", "1.1.0", "1.2.0", "1.3.0", "1.4.0"};
    for (quint16 index = 0; index < versions.size(); ++index)
        QTest::newRow(versions[index]) << versions[index] << quint16(index + 1);
}

void TestVersions::table_translatesBothWays()
{
    QFETCH(QByteArray, microVm);
    QFETCH(quint16, data);
    const auto parsed = parseSemver(microVm.toStdString());
    QVERIFY(parsed.has_value());
    const auto translated = dataVersionOf(*parsed);
    QVERIFY2(translated.has_value(), errorOf(translated));
    QCOMPARE(std::to_underlying(*translated), data);
    QCOMPARE(microVmVersionOf(DataVersion{data}).value_or(""), std::string_view(microVm));
}

void TestVersions::table_newest_isTheDefault()
{
    QCOMPARE(microVmVersionOf(newestDataVersion()).value_or(""), std::string_view("1.4.0"));
    QCOMPARE(supportedVersions().size(), std::size_t{8});
}

void TestVersions::dataVersion_unknown_isRefused_data()
{
    QTest::addColumn<QByteArray>("microVm");
    for (const char *version : {"0.22.0", "0.22.1", "1.4.1", "1.5.0", "1.4.0-dev", "1.4.0+x", "2.0.0"})
        QTest::newRow(version) << QByteArray(version);
}

void TestVersions::dataVersion_unknown_isRefused()
{
    QFETCH(QByteArray, microVm);
    const auto parsed = parseSemver(microVm.toStdString());
    QVERIFY(parsed.has_value());
    QCOMPARE(errorOf(dataVersionOf(*parsed)), QByteArray("Cannot translate microVM version to snapshot data version"));
}

void TestVersions::microVm_unknownDataVersion_isRefused()
{
    QCOMPARE(errorOf(microVmVersionOf(DataVersion{0})),
             QByteArray("Cannot translate snapshot data version 0 to Firecracker microVM version"));
    QCOMPARE(errorOf(microVmVersionOf(DataVersion{9})),
             QByteArray("Cannot translate snapshot data version 9 to Firecracker microVM version"));
    QVERIFY(!isSupported(DataVersion{0}));
    QVERIFY(isSupported(DataVersion{1}));
    QVERIFY(isSupported(DataVersion{8}));
    QVERIFY(!isSupported(DataVersion{9}));
}

void TestVersions::target_limits_data()
{
    QTest::addColumn<quint16>("version");
    QTest::addColumn<quint32>("devices");
    QTest::addColumn<QByteArray>(
        "features"); // e: event index on some device, n: on an interface, b, r: balloon, entropy
    QTest::addColumn<QByteArray>("error");
    const QByteArray many = "Too many devices attached: 12. The maximum number allowed for the snapshot data version "
                            "requested is 11.";
    const QByteArray noBalloon = "Cannot serialize the microVM state: Target version does not implement the "
                                 "virtio-balloon device.";
    const QByteArray noEntropy = "Cannot serialize the microVM state: Target version does not support persisting the "
                                 "virtio-rng device.";
    const auto row = [](const char *name, quint16 version, quint32 devices, const char *features,
                        const QByteArray &error) {
        QTest::newRow(name) << version << devices << QByteArray(features) << error;
    };
    row("0.23: 11 devices", 1, 11, "", {});
    row("0.23: 12 devices", 1, 12, "", many);
    row("0.24: 12 devices", 2, 12, "", {});
    row("0.23: too many comes first", 1, 12, "enbr", many);
    row("0.23: event index", 1, 2, "e", kSuppression);
    row("0.25: event index", 3, 2, "e", kSuppression);
    row("1.0: event index on a drive", 4, 2, "e", {});
    row("1.0: event index on an interface", 4, 2, "en", kSuppression);
    row("1.1: event index on an interface", 5, 2, "en", {});
    row("0.23: suppression comes before balloon", 1, 2, "eb", kSuppression);
    row("0.23: balloon", 1, 2, "b", noBalloon);
    row("0.23: balloon comes before entropy", 1, 2, "br", noBalloon);
    row("0.24: balloon", 2, 2, "b", {});
    row("1.3: entropy", 7, 2, "r", noEntropy);
    row("1.4: everything", 8, 19, "enbr", {});
}

void TestVersions::target_limits()
{
    QFETCH(quint16, version);
    QFETCH(quint32, devices);
    QFETCH(QByteArray, features);
    QFETCH(QByteArray, error);
    const TargetFacts facts{.devices = devices,
                            .eventIndexAcknowledged = features.contains('e'),
                            .eventIndexOnInterface = features.contains('n'),
                            .hasBalloon = features.contains('b'),
                            .hasEntropy = features.contains('r')};
    QCOMPARE(errorOf(checkTarget(DataVersion{version}, facts)), error);
}

void TestVersions::targetFacts_countsDevicesAndFeatures()
{
    MachineState state;
    QCOMPARE(targetFacts(state).devices, 0u);
    state.drives.resize(2);
    state.interfaces.resize(3);
    state.balloon.emplace();
    state.vsock.emplace();
    state.entropy.emplace();
    TargetFacts facts = targetFacts(state);
    QCOMPARE(facts.devices, 8u);
    QVERIFY(facts.hasBalloon && facts.hasEntropy);
    QVERIFY(!facts.eventIndexAcknowledged && !facts.eventIndexOnInterface);

    state.vsock->transport.driverFeatures = virtio::kFeatureEventIndex | virtio::kFeatureVersion1;
    facts = targetFacts(state);
    QVERIFY(facts.eventIndexAcknowledged && !facts.eventIndexOnInterface);

    state.interfaces[2].transport.driverFeatures = virtio::kFeatureEventIndex;
    QVERIFY(targetFacts(state).eventIndexOnInterface);
}

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
