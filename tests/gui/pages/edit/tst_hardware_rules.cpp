#include "pages/config_rules.h"
#include "pages/host_limits.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestHardwareRules : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void vcpus_count_isJudged_data();
    void vcpus_count_isJudged();
    void memory_size_isJudged_data();
    void memory_size_isJudged();
    void bootArgs_text_isJudged_data();
    void bootArgs_text_isJudged();
    void driveId_text_isJudged_data();
    void driveId_text_isJudged();
    void freeDriveId_anything_isAccepted_data();
    void freeDriveId_anything_isAccepted();
    void file_missingKernel_quotesTheEngine();
    void file_oddSize_isAWarning();
    void file_folder_isRefused();
    void problems_twoRoots_areOneProblem();
    void problems_plannedDisk_isNone();
    void problems_missingDrive_isItsOwn();
    void partOf_failure_followsItsRequest();
    void hostLimits_meminfo_isRead();
    void hostLimits_moreThanTheHost_isAWarning();

private:
    QString file(const QString &name, qint64 bytes = 512) const;
    VmConfig goodConfig() const;

    QTemporaryDir m_directory;
};

void TestHardwareRules::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
}

QString TestHardwareRules::file(const QString &name, qint64 bytes) const
{
    QFile made(m_directory.filePath(name));
    if (!made.open(QIODevice::WriteOnly) || !made.resize(bytes))
        qFatal("no test file");
    return made.fileName();
}

VmConfig TestHardwareRules::goodConfig() const
{
    VmConfig config;
    config.bootSource.kernelImagePath = file(u"kernel"_s);
    Drive root;
    root.driveId = u"rootfs"_s;
    root.pathOnHost = file(u"rootfs"_s);
    root.isRootDevice = true;
    config.drives << root;
    return config;
}

void TestHardwareRules::vcpus_count_isJudged_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("smt");
    QTest::addColumn<bool>("good");
    QTest::newRow("0") << 0 << false << false;
    QTest::newRow("1") << 1 << false << true;
    QTest::newRow("1 with SMT") << 1 << true << true;
    QTest::newRow("3") << 3 << false << true;
    QTest::newRow("3 with SMT") << 3 << true << false;
    QTest::newRow("4 with SMT") << 4 << true << true;
    QTest::newRow("32") << 32 << false << true;
    QTest::newRow("33") << 33 << false << false;
}

void TestHardwareRules::vcpus_count_isJudged()
{
    QFETCH(int, count);
    QFETCH(bool, smt);
    MachineConfig config;
    config.vcpuCount = count;
    config.smt = smt;
    const auto problem = vcpuProblem(config);
    QTEST(!problem, "good");
    if (problem)
        QVERIFY2(problem->contains(u"The number of vCPUs must be greater than 0, less than 32"_s),
                 qPrintable(*problem));
}

void TestHardwareRules::memory_size_isJudged_data()
{
    QTest::addColumn<quint64>("mib");
    QTest::addColumn<bool>("hugePages");
    QTest::addColumn<QString>("fault");
    QTest::newRow("0") << quint64{0} << false << u"The memory size (MiB) is invalid."_s;
    QTest::newRow("1") << quint64{1} << false << QString();
    QTest::newRow("odd with huge pages") << quint64{129} << true << u"not a multiple of the configured page size"_s;
    QTest::newRow("even with huge pages") << quint64{128} << true << QString();
}

void TestHardwareRules::memory_size_isJudged()
{
    QFETCH(quint64, mib);
    QFETCH(bool, hugePages);
    QFETCH(QString, fault);
    MachineConfig config;
    config.memSizeMib = mib;
    config.hugePages = hugePages ? HugePages::TwoMiB : HugePages::None;
    const auto problem = memoryProblem(config);
    QCOMPARE(problem.has_value(), !fault.isEmpty());
    QVERIFY(problem.value_or(QString()).contains(fault));
}

void TestHardwareRules::bootArgs_text_isJudged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    QTest::newRow("empty") << QString() << true;
    QTest::newRow("usual") << u"console=ttyS0 reboot=k"_s << true;
    QTest::newRow("umlaut") << u"name=Jürgen"_s << false;
    QTest::newRow("two lines") << u"a\nb"_s << false;
    QTest::newRow("longest") << QString(2047, u'x') << true;
    QTest::newRow("too long") << QString(2048, u'x') << false;
}

void TestHardwareRules::bootArgs_text_isJudged()
{
    QFETCH(QString, text);
    QTEST(!bootArgsProblem(text), "good");
}

void TestHardwareRules::driveId_text_isJudged_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("problem");
    QTest::newRow("good") << u"data_1"_s << QString();
    QTest::newRow("letters of other scripts") << u"größe"_s << QString();
    QTest::newRow("empty") << QString() << u"The ID cannot be empty."_s;
    QTest::newRow("hyphen") << u"data-1"_s << u"API Resource IDs can only contain alphanumeric characters"_s;
    QTest::newRow("taken") << u"rootfs"_s << u"Another drive has this ID."_s;
}

void TestHardwareRules::driveId_text_isJudged()
{
    QFETCH(QString, text);
    QFETCH(QString, problem);
    const auto found = driveIdProblem(text, {u"rootfs"_s});
    QCOMPARE(found.has_value(), !problem.isEmpty());
    QVERIFY2(found.value_or(QString()).contains(problem), qPrintable(found.value_or(QString())));
}

void TestHardwareRules::freeDriveId_anything_isAccepted_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"scratch"_s << u"scratch"_s;
    QTest::newRow("file name") << u"my disk-1.0"_s << u"my_disk_1_0"_s;
    QTest::newRow("taken twice") << u"data"_s << u"data3"_s;
    QTest::newRow("empty") << QString() << u"drive"_s;
}

void TestHardwareRules::freeDriveId_anything_isAccepted()
{
    QFETCH(QString, wanted);
    const QStringList taken{u"data"_s, u"data2"_s};
    const QString id = freeDriveId(wanted, taken);
    QTEST(id, "id");
    QVERIFY(!driveIdProblem(id, taken));
}

void TestHardwareRules::file_missingKernel_quotesTheEngine()
{
    const Validity found = fileProblem(u"/none/vmlinux"_s, FileRole::Kernel, true);
    QVERIFY(!found.isAcceptable());
    QVERIFY(found.text.contains(u"The kernel file cannot be opened: No such file or directory (os error 2)"_s));
    QVERIFY(fileProblem(u"/none/a.img"_s, FileRole::Drive, true)
                .text.contains(u"Invalid block device path: /none/a.img"_s));
    QVERIFY(!fileProblem({}, FileRole::Kernel, true).isAcceptable());
    QVERIFY(!fileProblem(u"a.img"_s, FileRole::Drive, true).isAcceptable());
}

void TestHardwareRules::file_oddSize_isAWarning()
{
    const Validity found = fileProblem(file(u"odd"_s, 700), FileRole::Drive, false);
    QCOMPARE(found.level, Validity::Level::Warning);
    QCOMPARE(fileProblem(file(u"even"_s, 1024), FileRole::Drive, false).level, Validity::Level::Ok);
}

void TestHardwareRules::file_folder_isRefused()
{
    QVERIFY(!fileProblem(m_directory.path(), FileRole::Drive, true).isAcceptable());
}

void TestHardwareRules::problems_twoRoots_areOneProblem()
{
    VmConfig config = goodConfig();
    QVERIFY(findProblems(config, {}).isEmpty());
    Drive second = config.drives[0];
    second.driveId = u"second"_s;
    config.drives << second;
    const ConfigProblems problems = findProblems(config, {});
    QVERIFY2(problems.drives.contains(u"A root block device already exists!"_s), qPrintable(problems.drives));
    QVERIFY(problems.driveNotes.isEmpty());
}

void TestHardwareRules::problems_plannedDisk_isNone()
{
    VmConfig config = goodConfig();
    Drive planned;
    planned.driveId = u"data"_s;
    planned.pathOnHost = u"/none/data.img"_s;
    config.drives << planned;
    QVERIFY(findProblems(config, {u"/none/data.img"_s}).isEmpty());
    QCOMPARE(findProblems(config, {}).driveNotes.keys(), QStringList{u"data"_s});
}

void TestHardwareRules::problems_missingDrive_isItsOwn()
{
    VmConfig config = goodConfig();
    config.bootSource.kernelImagePath = u"/none/kernel"_s;
    config.machine.vcpuCount = 99;
    const ConfigProblems problems = findProblems(config, {});
    QVERIFY(problems.machine);
    QVERIFY(problems.bootSource);
    QVERIFY(problems.driveNotes.isEmpty());
}

void TestHardwareRules::partOf_failure_followsItsRequest()
{
    Failure failure;
    QCOMPARE(partOf(failure), HardwarePart::Whole);
    failure.request = u"PATCH /drives/rootfs"_s;
    QCOMPARE(partOf(failure), HardwarePart::Drives);
    failure.request = u"PUT /boot-source"_s;
    QCOMPARE(partOf(failure), HardwarePart::BootSource);
    failure.request = u"PUT /machine-config"_s;
    QCOMPARE(partOf(failure), HardwarePart::Machine);
}

void TestHardwareRules::hostLimits_meminfo_isRead()
{
    const HostLimits host =
        HostLimits::parse(8, "MemTotal:       16384000 kB\nMemFree:    1 kB\nMemAvailable:    4096000 kB\n");
    QCOMPARE(host.memoryMib, 16000U);
    QCOMPARE(host.freeMemoryMib, 4000U);
    QCOMPARE(HostLimits::parse(8, "nonsense").memoryMib, 0U);
    QVERIFY(HostLimits::parse(0, {}).vcpusHint().isEmpty());
    QVERIFY(HostLimits::ofThisHost().cpus > 0);
    QVERIFY(HostLimits::ofThisHost().memoryMib > 0);
}

void TestHardwareRules::hostLimits_moreThanTheHost_isAWarning()
{
    const HostLimits host{4, 8192, 2048};
    QCOMPARE(host.vcpus(4).level, Validity::Level::Ok);
    QCOMPARE(host.vcpus(5).level, Validity::Level::Warning);
    QCOMPARE(host.vcpus(33).level, Validity::Level::Error);
    QCOMPARE(host.memory(2048).level, Validity::Level::Ok);
    QCOMPARE(host.memory(2049).level, Validity::Level::Warning);
    QCOMPARE(host.memory(8193).level, Validity::Level::Warning);
    QVERIFY(host.memory(8193).text != host.memory(2049).text);
    QCOMPARE(host.memory(0).level, Validity::Level::Error);
    QCOMPARE((HostLimits{0, 0, 0}).vcpus(32).level, Validity::Level::Ok);
}

QTEST_MAIN(TestHardwareRules)
#include "tst_hardware_rules.moc"
