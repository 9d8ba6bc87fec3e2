// Fingerprints of hosts: their document, hostile ones, what differs between two, and where a host's facts come from.
#include "app/tools/fingerprint.h"
#include "app/tools/host_facts.h"
#include "support/temp_files.h"

#include <QByteArray>
#include <QTest>

using namespace sparkler;
using namespace sparkler::test;
using namespace sparkler::tools;

namespace {

Fingerprint sample()
{
    return {.firecrackerVersion = "1.4.0",
            .kernelVersion = "6.1.0-18-amd64",
            .microcodeVersion = "0x1000065",
            .biosVersion = "A\n\\name",
            .biosRevision = "1.0",
            .guestCpuConfig = {.capabilities = {},
                               .cpuid = {{0x1, 0, 0, {{CpuidRegister::Ecx, {0xffff'ffff, 0x5}}}}},
                               .msrs = {{0x10a, {~std::uint64_t{0}, 0x2}}}}};
}

/// With "<62 zeros>" written out.
std::string withZeros(std::string text)
{
    constexpr std::string_view kName = "<62 zeros>";
    for (std::size_t at = 0; (at = text.find(kName)) != std::string::npos;)
        text.replace(at, kName.size(), std::string(62, '0'));
    return text;
}

/// The document of sample(), by hand.
std::string sampleText()
{
    return withZeros(R"({
  "firecracker_version": "1.4.0",
  "kernel_version": "6.1.0-18-amd64",
  "microcode_version": "0x1000065",
  "bios_version": "A\n\\name",
  "bios_revision": "1.0",
  "guest_cpu_config": {
    "kvm_capabilities": [],
    "cpuid_modifiers": [
      { "leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
        { "register": "ecx", "bitmap": "0b00000000000000000000000000000101" } ] }
    ],
    "msr_modifiers": [
      { "addr": "0x10a", "bitmap": "0b<62 zeros>10" }
    ]
  }
}
)");
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void json_isAsWritten();
    void json_comesBack();
    void parse_errors_data();
    void parse_errors();
    void parse_passesOverUnknownFields();
    void fields_areInOrder();
    void difference_ofTexts();
    void difference_ofTheProcessor_isOnlyWhatDiffers();
    void difference_none();
    void microcode_data();
    void microcode();
    void hostFacts_ofFiles();
    void hostFacts_missingFile_isNamed();
};

void TestFingerprint::json_isAsWritten()
{
    QCOMPARE(QByteArray::fromStdString(toJson(sample())), QByteArray::fromStdString(sampleText()));
}

void TestFingerprint::json_comesBack()
{
    const auto parsed = parseFingerprint(sampleText());
    QVERIFY2(parsed.has_value(), parsed ? "" : parsed.error().text.c_str());
    QVERIFY(*parsed == sample());
    QVERIFY(parseFingerprint(toJson(Fingerprint())).value() == Fingerprint());
}

void TestFingerprint::parse_errors_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("empty") << QByteArray() << QByteArray("EOF while parsing a value at line 1 column 0");
    QTest::newRow("a list of another length")
        << QByteArray("[]")
        << QByteArray("invalid length 0, expected struct Fingerprint with 6 elements at line 1 column 2");
    QTest::newRow("a number") << QByteArray("1")
                              << QByteArray(
                                     "invalid type: integer `1`, expected struct Fingerprint at line 1 column 1");
    QTest::newRow("no fields") << QByteArray("{}")
                               << QByteArray("missing field `firecracker_version` at line 1 column 2");
    QTest::newRow("a number for a text") << QByteArray(R"({"kernel_version": 6})")
                                         << QByteArray(
                                                "invalid type: integer `6`, expected a string at line 1 column 20");
    QTest::newRow("twice") << QByteArray(R"({"kernel_version": "a", "kernel_version": "b"})")
                           << QByteArray("duplicate field `kernel_version` at line 1 column 40");
    QTest::newRow("a bad template") << QByteArray(R"({"guest_cpu_config": {"msr_modifiers": 1}})")
                                    << QByteArray("invalid type: integer `1`, expected a sequence at line 1 column 40");
    QTest::newRow("something behind") << QByteArray::fromStdString(sampleText() + "x")
                                      << QByteArray("trailing characters at line 18 column 1");
    QTest::newRow("cut off") << QByteArray::fromStdString(sampleText().substr(0, 60))
                             << QByteArray("EOF while parsing a string at line 3 column 24");
    QTest::newRow("deep") << QByteArray(R"({"guest_cpu_config": )") + QByteArray(100'000, '[')
                          << QByteArray("invalid type: sequence, expected a string at line 1 column 23");
}

void TestFingerprint::parse_errors()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, error);
    const auto parsed = parseFingerprint(json.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(QByteArray::fromStdString(parsed.error().text), error);
}

void TestFingerprint::parse_passesOverUnknownFields()
{
    std::string text = sampleText();
    text.insert(1, R"("new": [{"a": null}, 1.5], )");
    QVERIFY(parseFingerprint(text).value() == sample());
    // However deep, without a deep stack.
    std::string deep = sampleText();
    deep.insert(1, "\"new\": " + std::string(200'000, '[') + std::string(200'000, ']') + ", ");
    QVERIFY(parseFingerprint(deep).value() == sample());
}

void TestFingerprint::fields_areInOrder()
{
    QVERIFY(fingerprintFields() ==
            std::vector<std::string_view>({"firecracker_version", "kernel_version", "microcode_version", "bios_version",
                                           "bios_revision", "guest_cpu_config"}));
}

void TestFingerprint::difference_ofTexts()
{
    Fingerprint now = sample();
    now.biosVersion = "B";
    QCOMPARE(QByteArray::fromStdString(differenceIn("bios_version", sample(), now).value()),
             QByteArray("{\n"
                        "  \"name\": \"bios_version\",\n"
                        "  \"prev\": \"A\\n\\\\name\",\n"
                        "  \"curr\": \"B\"\n"
                        "}"));
    for (const std::string_view field : fingerprintFields())
        QCOMPARE(differenceIn(field, sample(), now).has_value(), field == "bios_version");
}

void TestFingerprint::difference_ofTheProcessor_isOnlyWhatDiffers()
{
    Fingerprint now = sample();
    now.guestCpuConfig.cpuid[0].registers[0].bits.value = 0x4;
    now.guestCpuConfig.msrs.clear();
    const std::string expected = withZeros(R"({
  "name": "guest_cpu_config",
  "prev": {
    "kvm_capabilities": [],
    "cpuid_modifiers": [
      { "leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
        { "register": "ecx", "bitmap": "0bxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1" } ] }
    ],
    "msr_modifiers": [
      { "addr": "0x10a", "bitmap": "0b<62 zeros>10" }
    ]
  },
  "curr": {
    "kvm_capabilities": [],
    "cpuid_modifiers": [
      { "leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
        { "register": "ecx", "bitmap": "0bxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx0" } ] }
    ],
    "msr_modifiers": []
  }
})");
    QCOMPARE(QByteArray::fromStdString(differenceIn("guest_cpu_config", sample(), now).value()),
             QByteArray::fromStdString(expected));
}

void TestFingerprint::difference_none()
{
    Fingerprint same = sample();
    same.guestCpuConfig.msrs.push_back(same.guestCpuConfig.msrs.front()); // says the same again
    for (const std::string_view field : fingerprintFields())
        QVERIFY(!differenceIn(field, sample(), same));
}

void TestFingerprint::microcode_data()
{
    QTest::addColumn<QByteArray>("cpuInfo");
    QTest::addColumn<QByteArray>("version"); // empty: none found
    QTest::newRow("first of two") << QByteArray(
                                         "processor\t: 0\nmicrocode\t: 0x1000065\ncpu MHz\t\t: 1\n\nmicrocode\t: 0x2\n")
                                  << QByteArray("0x1000065");
    QTest::newRow("last line, without its end") << QByteArray("processor : 0\nmicrocode : 0x5") << QByteArray("0x5");
    QTest::newRow("not the name of another line")
        << QByteArray("microcode_x : 1\nx microcode : 2\nmodel : microcode : 3\n") << QByteArray();
    QTest::newRow("no colon") << QByteArray("microcode 0x5\n") << QByteArray();
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("empty lines") << QByteArray("\n\n\n") << QByteArray();
}

void TestFingerprint::microcode()
{
    QFETCH(QByteArray, cpuInfo);
    QFETCH(QByteArray, version);
    const auto found = microcodeVersion(cpuInfo.toStdString());
    QCOMPARE(found.has_value(), !version.isEmpty());
    QCOMPARE(QByteArray::fromStdString(found ? *found : found.error().text),
             found ? version : QByteArray("Failed to find microcode version in /proc/cpuinfo"));
}

void TestFingerprint::hostFacts_ofFiles()
{
    const TempDir dir;
    const HostFiles files{dir.file("cpuinfo"), dir.file("version"), dir.file("release")};
    writeFile(files.cpuInfo, "microcode : 0x7\n");
    writeFile(files.biosVersion, "1.2 beta\n");
    writeFile(files.biosRevision, "3.4\n");
    const auto facts = readHostFacts(files);
    QVERIFY2(facts.has_value(), facts ? "" : facts.error().text.c_str());
    QCOMPARE(facts->microcodeVersion, "0x7");
    QCOMPARE(facts->biosVersion, "1.2 beta");
    QCOMPARE(facts->biosRevision, "3.4");
    QCOMPARE(QByteArray::fromStdString(facts->kernelVersion), QSysInfo::kernelVersion().toUtf8());
}

void TestFingerprint::hostFacts_missingFile_isNamed()
{
    const TempDir dir;
    HostFiles files{dir.file("cpuinfo"), dir.file("version"), dir.file("release")};
    const auto error = [&files] { return readHostFacts(files).error().text; };
    QCOMPARE(error(), "Failed to read " + files.cpuInfo + ": No such file or directory (os error 2)");
    writeFile(files.cpuInfo, "microcode : 0x7\n");
    QCOMPARE(error(), "Failed to read " + files.biosVersion + ": No such file or directory (os error 2)");
    writeFile(files.biosVersion, "v");
    QCOMPARE(error(), "Failed to read " + files.biosRevision + ": No such file or directory (os error 2)");
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
