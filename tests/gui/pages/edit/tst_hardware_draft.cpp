#include "pages/hardware_draft.h"

#include <QJsonArray>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

Drive drive(const QString &id, bool root = false)
{
    Drive made;
    made.driveId = id;
    made.pathOnHost = u"/disks/"_s + id;
    made.isRootDevice = root;
    return made;
}

VmConfig config()
{
    VmConfig made;
    made.bootSource.kernelImagePath = u"/kernel"_s;
    made.drives << drive(u"rootfs"_s, true) << drive(u"a"_s) << drive(u"b"_s);
    return made;
}

const RateLimiter kLimits{TokenBucket{1 << 20, std::nullopt, 1000}, std::nullopt};

} // namespace

class TestHardwareDraft : public QObject {
    Q_OBJECT
private slots:
    void dirty_changeAndBack_isClean();
    void dirty_rootMovedAndBack_isClean();
    void dirty_limiterWithoutLimits_isClean();
    void discard_all_isAsSaved();
    void interface_renamed_metadataServiceFollows();
    void interface_lastOfTheService_switchesItOff();
    void interface_changes_areToldApart();
    void rebase_devices_followUnlessEdited();
    void putDrive_newRoot_takesItFromTheOther();
    void rebase_editedParts_stay();
    void rebase_cpuTemplateAndMachine_areTwoParts();
    void rebase_toWhatWasEdited_isClean();
    void newDisks_driveRemoved_areNotMade();
    void changes_running_areSplit();
    void changes_stopped_areAllForTheNextStart();
    void driveChange_kinds_areTold();
};

void TestHardwareDraft::dirty_changeAndBack_isClean()
{
    HardwareDraft draft(config());
    QVERIFY(!draft.isDirty());
    MachineConfig machine = config().machine;
    machine.vcpuCount = 4;
    draft.setMachine(machine);
    QVERIFY(draft.isDirty());
    draft.setMachine(config().machine);
    QVERIFY(!draft.isDirty());
    Drive changed = drive(u"a"_s);
    changed.isReadOnly = true;
    draft.putDrive(u"a"_s, changed);
    QVERIFY(draft.isDirty());
    draft.putDrive(u"a"_s, drive(u"a"_s));
    QVERIFY(!draft.isDirty());
    draft.putDrive({}, drive(u"c"_s));
    draft.removeDrive(u"c"_s);
    QVERIFY(!draft.isDirty());
}

void TestHardwareDraft::dirty_rootMovedAndBack_isClean()
{
    HardwareDraft draft(config());
    draft.moveRoot(u"b"_s);
    QVERIFY(draft.isDirty());
    QVERIFY(draft.findDrive(u"b"_s)->isRootDevice);
    QVERIFY(!draft.findDrive(u"rootfs"_s)->isRootDevice);
    draft.moveRoot(u"none"_s);
    QVERIFY(draft.findDrive(u"b"_s)->isRootDevice);
    draft.moveRoot(u"rootfs"_s);
    QVERIFY(!draft.isDirty());
}

void TestHardwareDraft::dirty_limiterWithoutLimits_isClean()
{
    HardwareDraft draft(config());
    draft.setLimits(u"a"_s, kLimits);
    QVERIFY(draft.isDirty());
    draft.setLimits(u"a"_s, RateLimiter{});
    QVERIFY(!draft.isDirty());
    draft.setLimits(u"a"_s, RateLimiter{TokenBucket{0, std::nullopt, 0}, std::nullopt});
    QVERIFY(!draft.isDirty());
}

void TestHardwareDraft::discard_all_isAsSaved()
{
    HardwareDraft draft(config());
    draft.removeDrive(u"a"_s);
    draft.setBootSource({});
    draft.discard();
    QVERIFY(draft.config() == config());
}

void TestHardwareDraft::putDrive_newRoot_takesItFromTheOther()
{
    HardwareDraft draft(config());
    draft.putDrive({}, drive(u"c"_s, true));
    QVERIFY(draft.findDrive(u"c"_s)->isRootDevice);
    QVERIFY(!draft.findDrive(u"rootfs"_s)->isRootDevice);
    draft.putDrive(u"a"_s, drive(u"renamed"_s));
    QCOMPARE(draft.driveIds(), QStringList({u"rootfs"_s, u"renamed"_s, u"b"_s, u"c"_s}));
}

void TestHardwareDraft::rebase_editedParts_stay()
{
    HardwareDraft draft(config());
    MachineConfig mine = config().machine;
    mine.vcpuCount = 4;
    draft.setMachine(mine);
    VmConfig theirs = config();
    theirs.machine.memSizeMib = 999;
    theirs.bootSource.kernelImagePath = u"/other"_s;
    draft.rebase(theirs);
    QCOMPARE(draft.config().machine.vcpuCount, 4);
    QCOMPARE(draft.config().machine.memSizeMib, config().machine.memSizeMib);
    QCOMPARE(draft.config().bootSource.kernelImagePath, u"/other"_s);
    QVERIFY(draft.isDirty());
    draft.discard();
    QVERIFY(draft.config() == theirs);
}

void TestHardwareDraft::rebase_cpuTemplateAndMachine_areTwoParts()
{
    const QJsonObject custom{{u"msr_modifiers"_s, QJsonArray()}};
    HardwareDraft draft(config());
    draft.setCpuTemplate({}, custom);
    VmConfig theirs = config();
    theirs.machine.vcpuCount = 7;
    theirs.machine.cpuTemplate = u"T2"_s;
    draft.rebase(theirs);
    QCOMPARE(draft.config().machine.vcpuCount, 7);
    QCOMPARE(draft.config().machine.cpuTemplate, QString());
    QCOMPARE(draft.config().cpuConfig, std::optional(custom));
    QCOMPARE(draft.changes(false).atNextStart, QStringList{u"CPU template"_s});
    draft.discard();
    QCOMPARE(draft.config().machine.cpuTemplate, u"T2"_s);
    QVERIFY(!draft.config().cpuConfig);
    // And the other way round: whoever edits the rest leaves the template alone.
    MachineConfig mine = config().machine;
    mine.vcpuCount = 3;
    draft.setMachine(mine);
    QCOMPARE(draft.config().machine.cpuTemplate, u"T2"_s);
    theirs.machine.cpuTemplate.clear();
    theirs.cpuConfig = custom;
    draft.rebase(theirs);
    QCOMPARE(draft.config().machine.vcpuCount, 3);
    QCOMPARE(draft.config().cpuConfig, std::optional(custom));
}

void TestHardwareDraft::rebase_toWhatWasEdited_isClean()
{
    HardwareDraft draft(config());
    draft.removeDrive(u"b"_s);
    draft.rebase(draft.config());
    QVERIFY(!draft.isDirty());
}

void TestHardwareDraft::newDisks_driveRemoved_areNotMade()
{
    HardwareDraft draft(config());
    const DiskPlan plan{{}, u"/disks/new"_s, 1 << 20, u"ext4"_s};
    draft.planDisk(plan);
    draft.putDrive({}, drive(u"new"_s));
    QCOMPARE(draft.newDisks().size(), 1);
    draft.removeDrive(u"new"_s);
    QVERIFY(draft.newDisks().isEmpty());
    draft.putDrive({}, drive(u"new"_s));
    draft.diskMade(plan.to);
    QVERIFY(draft.newDisks().isEmpty());
}

void TestHardwareDraft::changes_running_areSplit()
{
    HardwareDraft draft(config());
    draft.setLimits(u"a"_s, kLimits);
    MachineConfig machine = config().machine;
    machine.vcpuCount = 2;
    draft.setMachine(machine);
    const auto changes = draft.changes(true);
    QCOMPARE(changes.now, QStringList{u"Drive “a”: rate limits"_s});
    QCOMPARE(changes.atNextStart, QStringList{u"Virtual CPUs: 2 instead of 1"_s});
}

void TestHardwareDraft::changes_stopped_areAllForTheNextStart()
{
    HardwareDraft draft(config());
    draft.setLimits(u"a"_s, kLimits);
    QVERIFY(draft.changes(false).now.isEmpty());
    QCOMPARE(draft.changes(false).atNextStart.size(), 1);
}

void TestHardwareDraft::driveChange_kinds_areTold()
{
    using Kind = HardwareDraft::ChangeKind;
    HardwareDraft draft(config());
    QCOMPARE(draft.driveChange(u"a"_s, true), Kind::None);
    Drive changed = drive(u"a"_s);
    changed.pathOnHost = u"/other"_s;
    draft.putDrive(u"a"_s, changed);
    QCOMPARE(draft.driveChange(u"a"_s, true), Kind::Now);
    QCOMPARE(draft.driveChange(u"a"_s, false), Kind::NextStart);
    changed.isReadOnly = true;
    draft.putDrive(u"a"_s, changed);
    QCOMPARE(draft.driveChange(u"a"_s, true), Kind::Both);
    draft.putDrive({}, drive(u"c"_s));
    QCOMPARE(draft.driveChange(u"c"_s, true), Kind::NextStart);
}

void TestHardwareDraft::interface_renamed_metadataServiceFollows()
{
    VmConfig saved = config();
    saved.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"t0"_s},
                               {.ifaceId = u"b"_s, .hostDevName = u"t1"_s}};
    saved.mmdsConfig = MmdsConfig{.networkInterfaces = {u"a"_s, u"b"_s}};
    HardwareDraft draft(saved);
    draft.putInterface(u"a"_s, {.ifaceId = u"c"_s, .hostDevName = u"t0"_s});
    QCOMPARE(draft.config().mmdsConfig->networkInterfaces, QStringList({u"c"_s, u"b"_s}));
    QVERIFY(draft.findInterface(u"c"_s) && !draft.findInterface(u"a"_s));
    draft.putInterface({}, {.ifaceId = u"d"_s, .hostDevName = u"t2"_s});
    QCOMPARE(draft.config().networkInterfaces.size(), 3);
    draft.discard();
    QVERIFY(!draft.isDirty());
}

void TestHardwareDraft::interface_lastOfTheService_switchesItOff()
{
    VmConfig saved = config();
    saved.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"t0"_s},
                               {.ifaceId = u"b"_s, .hostDevName = u"t1"_s}};
    saved.mmdsConfig = MmdsConfig{.networkInterfaces = {u"a"_s}};
    HardwareDraft draft(saved);
    draft.removeInterface(u"b"_s);
    QVERIFY(draft.config().mmdsConfig);
    draft.removeInterface(u"a"_s);
    QVERIFY(!draft.config().mmdsConfig);
    QVERIFY(draft.config().networkInterfaces.isEmpty());
}

void TestHardwareDraft::interface_changes_areToldApart()
{
    using Kind = HardwareDraft::ChangeKind;
    VmConfig saved = config();
    saved.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"t0"_s}};
    HardwareDraft draft(saved);
    QCOMPARE(draft.interfaceChange(u"a"_s, true), Kind::None);
    draft.setInterfaceLimits(u"a"_s, RateLimiter{TokenBucket{0, std::nullopt, 0}, std::nullopt}, std::nullopt);
    QCOMPARE(draft.interfaceChange(u"a"_s, true), Kind::None); // it limits nothing
    draft.setInterfaceLimits(u"a"_s, std::nullopt, kLimits);
    QCOMPARE(draft.interfaceChange(u"a"_s, true), Kind::Now);
    QCOMPARE(draft.interfaceChange(u"a"_s, false), Kind::NextStart);
    QCOMPARE(draft.changes(true).now.size(), 1);
    QVERIFY(draft.changes(true).atNextStart.isEmpty());
    NetworkInterface changed = *draft.findInterface(u"a"_s);
    changed.mtu = 1400;
    draft.putInterface(u"a"_s, changed);
    QCOMPARE(draft.interfaceChange(u"a"_s, true), Kind::Both);
    draft.setInterfaceLimits(u"a"_s, std::nullopt, std::nullopt);
    QCOMPARE(draft.interfaceChange(u"a"_s, true), Kind::NextStart);
    QCOMPARE(draft.interfaceChange(u"none"_s, true), Kind::None);
}

void TestHardwareDraft::rebase_devices_followUnlessEdited()
{
    HardwareDraft draft(config());
    draft.setEntropy(Entropy{});
    VmConfig saved = config();
    saved.networkInterfaces = {{.ifaceId = u"a"_s, .hostDevName = u"t0"_s}};
    saved.vsock = Vsock{7, u"vsock.sock"_s};
    saved.balloon = Balloon{.amountMib = 5};
    saved.mmds = QJsonObject{{u"a"_s, 1}};
    saved.serial = Serial{};
    draft.rebase(saved);
    QVERIFY(draft.config().entropy && draft.isDirty());
    QVERIFY(draft.config().vsock == saved.vsock && draft.config().balloon == saved.balloon);
    QVERIFY(draft.config().networkInterfaces == saved.networkInterfaces);
    QVERIFY(draft.config().mmds == saved.mmds && draft.config().serial == saved.serial);
    saved.entropy = Entropy{};
    draft.rebase(saved);
    QVERIFY(!draft.isDirty());
}

QTEST_GUILESS_MAIN(TestHardwareDraft)
#include "tst_hardware_draft.moc"
