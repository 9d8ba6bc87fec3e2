// cpu-template-helper on this machine's KVM: what guests' processors look like, whether templates hold, and what the
// engine says when one does not.
#include "harness/engine_process.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace harness;

namespace {

constexpr int kPatience = 60'000; // ms

struct ToolRun {
    int exitCode = -1;
    QByteArray out, err;
};

ToolRun runTool(const QStringList &words)
{
    QProcess tool;
    tool.start(QStringLiteral(TOOLS_DIR "/cpu-template-helper"), words);
    if (!tool.waitForFinished(kPatience * slowFactor()) || tool.exitStatus() != QProcess::NormalExit)
        return {};
    return {tool.exitCode(), tool.readAllStandardOutput(), tool.readAllStandardError()};
}

/// CPUID or MSR numbers and bitmaps ("0b…", every bit there), as the tool writes them.
quint64 number(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.sliced(2).toULongLong(nullptr, text.startsWith(QStringLiteral("0x")) ? 16 : 2);
}

/// Registers of a dumped template; nothing where there is none.
std::optional<quint64> cpuidRegister(const QJsonObject &dumped, quint64 leaf, quint64 subleaf, const char *name)
{
    for (const auto &change : dumped[QStringLiteral("cpuid_modifiers")].toArray()) {
        if (number(change[QStringLiteral("leaf")]) != leaf || number(change[QStringLiteral("subleaf")]) != subleaf)
            continue;
        for (const auto &reg : change[QStringLiteral("modifiers")].toArray()) {
            if (reg[QStringLiteral("register")] == QLatin1String(name))
                return number(reg[QStringLiteral("bitmap")]);
        }
    }
    return std::nullopt;
}

std::optional<quint64> msr(const QJsonObject &dumped, quint64 index)
{
    for (const auto &change : dumped[QStringLiteral("msr_modifiers")].toArray()) {
        if (number(change[QStringLiteral("addr")]) == index)
            return number(change[QStringLiteral("bitmap")]);
    }
    return std::nullopt;
}

/// Clears bits of CPUID leaf 1, EBX, that the machine sets whatever a template says: the cache line is 8 units.
constexpr auto kAgainstTheMachine =
    R"({"cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
        {"register": "ebx", "bitmap": "0bxxxxxxxxxxxxxxxx00010000xxxxxxxx"}]}]})";

} // namespace

class TestCpuTemplateTool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void dump_isOrderedAndWhole();
    void dump_hasTheMachineOfTheConfiguration();
    void dump_hasTheTemplateOfTheOption();
    void dump_leavesNothingBehind();
    void dump_thatIsVerified_holds();

    void verify_tellsBitsThatTheMachineSets();
    void verify_tellsBootMsrs();
    void verify_templateOfTheConfiguration();
    void verify_refused_data();
    void verify_refused();
    void verify_builtInOfTheOtherVendor();

    void fingerprint_isOfThisHost();

    void engine_warnsOfATemplateThatDoesNotHold();
    void engine_saysNothingOfOneThatDoes();

private:
    QString path(const char *name) const { return m_directory->path() + QLatin1Char('/') + QLatin1String(name); }
    QString written(const char *name, const QByteArray &content) const;
    /// A --config-file with the tiny guest `kernel`.
    QString config(const QByteArray &sections, const char *kernel = "spin") const;
    QJsonObject dumped(const QStringList &options = {}) const;
    /// The log of an engine whose guest powers off at once.
    QByteArray logOfARun(const QByteArray &cpuTemplate) const;

    QScopedPointer<QTemporaryDir> m_directory;
};

void TestCpuTemplateTool::initTestCase()
{
    QVERIFY2(::access("/dev/kvm", R_OK | W_OK) == 0, "these tests need a /dev/kvm that they may use");
}

void TestCpuTemplateTool::init()
{
    m_directory.reset(new QTemporaryDir(QStringLiteral("/tmp/template-XXXXXX")));
    QVERIFY(m_directory->isValid());
}

QString TestCpuTemplateTool::written(const char *name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return QStringLiteral("/missing");
    return file.fileName();
}

QString TestCpuTemplateTool::config(const QByteArray &sections, const char *kernel) const
{
    const QByteArray drives = sections.contains("\"drives\"") ? "" : "\"drives\": [], ";
    return written("config.json", "{" + drives + R"("boot-source": {"kernel_image_path": ")" TINY_GUEST_DIR "/" +
                                      QByteArray(kernel) + "\"}" + sections + "}");
}

QJsonObject TestCpuTemplateTool::dumped(const QStringList &options) const
{
    const ToolRun run = runTool(
        QStringList{QStringLiteral("template"), QStringLiteral("dump"), QStringLiteral("-o"), path("dump.json")} +
        options);
    if (run.exitCode != 0 || !run.out.isEmpty() || !run.err.isEmpty()) {
        qWarning("the dump failed: %s%s", run.out.constData(), run.err.constData());
        return {};
    }
    QFile file(path("dump.json"));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void TestCpuTemplateTool::dump_isOrderedAndWhole()
{
    const QJsonObject whole = dumped();
    QCOMPARE(whole.keys(), QStringList({QStringLiteral("cpuid_modifiers"), QStringLiteral("kvm_capabilities"),
                                        QStringLiteral("msr_modifiers")}));
    QVERIFY(whole[QStringLiteral("kvm_capabilities")].toArray().isEmpty());
    std::pair<quint64, quint64> before;
    bool first = true;
    for (const auto &change : whole[QStringLiteral("cpuid_modifiers")].toArray()) {
        const std::pair place(number(change[QStringLiteral("leaf")]), number(change[QStringLiteral("subleaf")]));
        QVERIFY(first || before < place);
        before = place;
        first = false;
        const QJsonArray registers = change[QStringLiteral("modifiers")].toArray();
        QCOMPARE(registers.size(), 4);
        for (const auto &reg : registers)
            QVERIFY(QRegularExpression(QStringLiteral("^0b[01]{32}$"))
                        .match(reg[QStringLiteral("bitmap")].toString())
                        .hasMatch());
    }
    QVERIFY(before.first >= 0x8000'0000); // the extended leaves are there
    quint64 index = 0;
    for (const auto &change : whole[QStringLiteral("msr_modifiers")].toArray()) {
        QVERIFY(number(change[QStringLiteral("addr")]) > index);
        index = number(change[QStringLiteral("addr")]);
        QVERIFY(QRegularExpression(QStringLiteral("^0b[01]{64}$"))
                    .match(change[QStringLiteral("bitmap")].toString())
                    .hasMatch());
    }
    QCOMPARE(msr(whole, 0x2ff), std::optional<quint64>(0x806)); // MTRRdefType at boot
    QCOMPARE(msr(whole, 0x1a0).value_or(1) & 1, quint64{1});    // fast strings
    for (const quint64 leftOut : {0x10u, 0x6e0u, 0x17au})
        QVERIFY(!msr(whole, leftOut));
}

void TestCpuTemplateTool::dump_hasTheMachineOfTheConfiguration()
{
    // One processor: a count of 1; a hypervisor is there. (Other feature bits a KVM without hardware support may set on
    // its own, whatever it is told.)
    const QJsonObject one = dumped();
    QCOMPARE(cpuidRegister(one, 1, 0, "ebx").value_or(0) >> 8, quint64{1 << 8 | 8});
    QCOMPARE(cpuidRegister(one, 1, 0, "ecx").value_or(0) >> 31, quint64{1});
    // Four, two of a core: a shift of one bit, two threads, four in all.
    const QJsonObject four = dumped({QStringLiteral("--config"), config(R"(, "machine-config": {"vcpu_count": 4,
        "mem_size_mib": 64, "smt": true})")});
    QCOMPARE(cpuidRegister(four, 1, 0, "ebx").value_or(0) >> 8, quint64{4 << 8 | 8});
    QCOMPARE(cpuidRegister(four, 0xb, 0, "eax").value_or(0) & 0x1f, quint64{1});
    QCOMPARE(cpuidRegister(four, 0xb, 0, "ebx").value_or(0) & 0xffff, quint64{2});
    QCOMPARE(cpuidRegister(four, 0xb, 1, "ebx").value_or(0) & 0xffff, quint64{4});
}

void TestCpuTemplateTool::dump_hasTheTemplateOfTheOption()
{
    constexpr auto kStepping = R"({"cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
        {"register": "eax", "bitmap": "0b%1"}]}]})";
    const auto stepping = [](const char *bits) { return QByteArray(kStepping).replace("%1", bits); };
    const QString inConfig = config(R"(, "cpu-config": )" + stepping("0101"));
    const auto of = [this](const QStringList &options) {
        return cpuidRegister(dumped(options), 1, 0, "eax").value_or(0) & 0xf;
    };
    QCOMPARE(of({QStringLiteral("-c"), inConfig}), quint64{5});
    QCOMPARE(of({QStringLiteral("-c"), inConfig, QStringLiteral("-t"), written("t", stepping("1010"))}), quint64{10});
    QCOMPARE(of({QStringLiteral("-t"), path("t")}), quint64{10});
}

/// With all the devices that need no privilege: once more is the same, so the machine itself can start, too.
void TestCpuTemplateTool::dump_leavesNothingBehind()
{
    const QByteArray disk(1 << 20, 'd');
    const QByteArray devices = R"(, "vsock": {"guest_cid": 3, "uds_path": ")" + path("v.sock").toUtf8() +
                               R"("}, "balloon": {"amount_mib": 0, "deflate_on_oom": true}, "entropy": {},
        "logger": {"log_path": ")" +
                               path("log").toUtf8() + R"("}, "metrics": {"metrics_path": ")" +
                               path("metrics").toUtf8() + R"("}, "drives": [{"drive_id": "d", "is_root_device": true,
        "is_read_only": false, "path_on_host": ")" +
                               written("disk", disk).toUtf8() + "\"}]";
    QJsonObject first;
    for (int round = 0; round < 2; ++round) {
        const QJsonObject whole = dumped({QStringLiteral("-c"), config(devices)});
        QVERIFY(!whole.isEmpty());
        QVERIFY(round == 0 || whole == first);
        first = whole;
    }
    QDir directory(m_directory->path());
    QCOMPARE(directory.entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name),
             QStringList({QStringLiteral("config.json"), QStringLiteral("disk"), QStringLiteral("dump.json")}));
    QFile file(path("disk"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll() == disk);
    // A configuration that is refused after its socket was bound leaves none either.
    const ToolRun run = runTool({QStringLiteral("template"), QStringLiteral("dump"), QStringLiteral("-o"),
                                 path("dump.json"), QStringLiteral("-c"),
                                 config(R"(, "balloon": {"amount_mib": 100000, "deflate_on_oom": true}, "vsock":
        {"guest_cid": 3, "uds_path": ")" +
                                        path("v.sock").toUtf8() + "\"}")});
    QVERIFY2(run.err.startsWith("Failed to create VmResources: Balloon device error: "), run.err.constData());
    QVERIFY(!QFile::exists(path("v.sock")));
}

/// Every register of a guest, asked for as a template, is there afterwards; but for the sub-leaves that the machine
/// adds to what KVM offers, which no template can name.
void TestCpuTemplateTool::dump_thatIsVerified_holds()
{
    QJsonObject whole = dumped();
    QJsonArray leaves = whole[QStringLiteral("cpuid_modifiers")].toArray();
    const auto all = leaves.size();
    QVERIFY(all > 10);
    const QRegularExpression refused(QStringLiteral("^Failed to build microVM: Failed to create guest config: Template "
                                                    "changes a CPUID entry not supported by KVM: Leaf: ([0-9a-f]+), "
                                                    "Subleaf: ([0-9a-f]+)\n$"));
    for (;;) {
        whole[QStringLiteral("cpuid_modifiers")] = leaves;
        const ToolRun run = runTool({QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("-t"),
                                     written("whole.json", QJsonDocument(whole).toJson())});
        const auto match = refused.match(QString::fromUtf8(run.err));
        if (!match.hasMatch()) {
            QCOMPARE(run.err, QByteArray());
            QCOMPARE(run.out, QByteArray());
            QCOMPARE(run.exitCode, 0);
            break;
        }
        const auto isRefused = [&match](const QJsonValue &change) {
            return number(change[QStringLiteral("leaf")]) == match.captured(1).toULongLong(nullptr, 16) &&
                   number(change[QStringLiteral("subleaf")]) == match.captured(2).toULongLong(nullptr, 16);
        };
        const auto before = leaves.size();
        for (auto change = leaves.begin(); change != leaves.end();)
            change = isRefused(*change) ? leaves.erase(change) : change + 1;
        QCOMPARE(leaves.size(), before - 1);
    }
    QVERIFY2(leaves.size() * 2 > all, "most of what a guest finds is KVM's");
}

void TestCpuTemplateTool::verify_tellsBitsThatTheMachineSets()
{
    const ToolRun run = runTool({QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("--template"),
                                 written("t", kAgainstTheMachine)});
    QCOMPARE(run.err, QByteArray("Value for leaf=0x1, subleaf=0x0, flags=0b0, register=ebx mismatched.\n"
                                 "* CPU template     : 0bxxxxxxxxxxxxxxxx00010000xxxxxxxx\n"
                                 "* CPU configuration: 0bxxxxxxxxxxxxxxxx00001000xxxxxxxx\n"
                                 "* Diff             :                      ^^           \n"));
    QCOMPARE(run.out, QByteArray());
    QCOMPARE(run.exitCode, 1);
}

void TestCpuTemplateTool::verify_tellsBootMsrs()
{
    const ToolRun run =
        runTool({QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("-t"),
                 written("t", R"({"msr_modifiers": [{"addr": "0x2ff", "bitmap": "0b00xxxxxxxxxx"}]})")});
    QVERIFY2(run.err.startsWith("Value for index=0x2ff mismatched.\n* CPU template     : 0b" + QByteArray(52, 'x') +
                                "00xxxxxxxxxx\n* CPU configuration: 0b" + QByteArray(52, 'x') + "10xxxxxxxxxx\n"),
             run.err.constData());
    QCOMPARE(run.exitCode, 1);
}

void TestCpuTemplateTool::verify_templateOfTheConfiguration()
{
    const auto verify = [this](const QByteArray &sections) {
        return runTool({QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("-c"), config(sections)});
    };
    QCOMPARE(verify(R"(, "cpu-config": {})").exitCode, 0);
    QCOMPARE(verify(R"(, "cpu-config": )" + QByteArray(kAgainstTheMachine)).exitCode, 1);
    QCOMPARE(verify("").err, QByteArray("CPU template is not specified: neither --template nor the configuration has "
                                        "one.\n"));
    QCOMPARE(verify("").exitCode, 1);
}

void TestCpuTemplateTool::verify_refused_data()
{
    QTest::addColumn<QByteArray>("cpuTemplate");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("leaf") << QByteArray(R"({"cpuid_modifiers": [{"leaf": "0x1fffffff", "subleaf": "0x2", "flags": 0,
                                            "modifiers": []}]})")
                          << QByteArray("Failed to create guest config: Template changes a CPUID entry not supported "
                                        "by KVM: Leaf: 1fffffff, Subleaf: 2");
    QTest::newRow("MSR") << QByteArray(R"({"msr_modifiers": [{"addr": "0x7ffffff", "bitmap": "0b1"}]})")
                         << QByteArray("Failed to create guest config: Template changes an MSR entry not supported by "
                                       "KVM: Register Address: 7ffffff");
    QTest::newRow("value of an MSR") << R"({"msr_modifiers": [{"addr": "0x1b", "bitmap": "1)" + QByteArray(63, 'x') +
                                            "\"}]}"
                                     << QByteArray("System configuration error: Failed to set MSR 0x1b");
    QTest::newRow("capability") << QByteArray(R"({"kvm_capabilities": ["4000000000"]})")
                                << QByteArray("Internal error while starting microVM: ");
}

void TestCpuTemplateTool::verify_refused()
{
    QFETCH(QByteArray, cpuTemplate);
    QFETCH(QByteArray, error);
    const ToolRun run = runTool(
        {QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("-t"), written("t", cpuTemplate)});
    QVERIFY2(run.err.startsWith("Failed to build microVM: " + error), run.err.constData());
    QCOMPARE(run.exitCode, 1);
}

void TestCpuTemplateTool::verify_builtInOfTheOtherVendor()
{
    const bool isAmd = cpuidRegister(dumped(), 0, 0, "ebx") == quint64{0x68747541}; // "Auth"
    const QByteArray named = isAmd ? "T2" : "T2A";
    const ToolRun run = runTool(
        {QStringLiteral("template"), QStringLiteral("verify"), QStringLiteral("-c"),
         config(R"(, "machine-config": {"vcpu_count": 1, "mem_size_mib": 64, "cpu_template": ")" + named + "\"}")});
    QCOMPARE(run.err, QByteArray("Failed to build microVM: Failed to get CPU template: CPU vendor mismatched between "
                                 "actual CPU and CPU template.\n"));
    QCOMPARE(run.exitCode, 1);
}

void TestCpuTemplateTool::fingerprint_isOfThisHost()
{
    const ToolRun run =
        runTool({QStringLiteral("fingerprint"), QStringLiteral("dump"), QStringLiteral("-o"), path("f.json")});
    QFile bios(QStringLiteral("/sys/devices/virtual/dmi/id/bios_version"));
    if (!bios.open(QIODevice::ReadOnly)) { // a host without firmware tables
        QCOMPARE(run.err, QByteArray("Failed to read /sys/devices/virtual/dmi/id/bios_version: No such file or "
                                     "directory (os error 2)\n"));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(!QFile::exists(path("f.json")));
        return;
    }
    QCOMPARE(run.err, QByteArray());
    QCOMPARE(run.exitCode, 0);
    QFile file(path("f.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject fingerprint = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(fingerprint[QStringLiteral("kernel_version")].toString(), QSysInfo::kernelVersion());
    QCOMPARE(fingerprint[QStringLiteral("bios_version")].toString(), QString::fromUtf8(bios.readAll().trimmed()));
    QCOMPARE(fingerprint[QStringLiteral("guest_cpu_config")].toObject(), dumped());
    const ToolRun compared = runTool({QStringLiteral("fingerprint"), QStringLiteral("compare"), QStringLiteral("-p"),
                                      path("f.json"), QStringLiteral("-c"), path("f.json")});
    QCOMPARE(compared.exitCode, 0);
}

QByteArray TestCpuTemplateTool::logOfARun(const QByteArray &cpuTemplate) const
{
    EngineProcess engine(m_directory->path());
    if (!engine.start({QStringLiteral("--config-file"), config(R"(, "cpu-config": )" + cpuTemplate, "power_off")}))
        return {};
    const auto end = engine.waitForExit(kPatience * slowFactor());
    if (!end || end->code != 0)
        qWarning("the engine did not end as it should");
    return engine.log();
}

void TestCpuTemplateTool::engine_warnsOfATemplateThatDoesNotHold()
{
    const QByteArray log = logOfARun(kAgainstTheMachine);
    QVERIFY2(log.contains("The CPU template is not in force everywhere: leaf=0x1, subleaf=0x0, flags=0b0, register=ebx "
                          "is 0bxxxxxxxxxxxxxxxx00001000xxxxxxxx, not 0bxxxxxxxxxxxxxxxx00010000xxxxxxxx.\n"),
             log.constData());
    QCOMPARE(log.count("not in force"), 1);
}

void TestCpuTemplateTool::engine_saysNothingOfOneThatDoes()
{
    const QByteArray log = logOfARun(R"({"cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "flags": 0,
        "modifiers": [{"register": "eax", "bitmap": "0b0000"}]}]})");
    QVERIFY2(log.contains("exit_code=0"), log.constData());
    QVERIFY(!log.contains("not in force"));
}

QTEST_GUILESS_MAIN(TestCpuTemplateTool)
#include "tst_cpu_template_tool.moc"
