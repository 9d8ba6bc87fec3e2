#include "pages/change_bar.h"
#include "pages/drive_dialog.h"
#include "pages/drives_card.h"
#include "pages/edit/page_test.h"
#include "pages/edit/shown_names.h"
#include "pages/hardware_page.h"
#include "pages/host_limits.h"
#include "widgets/byte_size_field.h"
#include "widgets/inline_message.h"
#include "widgets/rate_limiter_editor.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestHardwarePage : public PageTest<HardwarePage> {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();
    void noMachine_nothingToEdit();
    void edit_apply_changesTheFile();
    void edit_takenBack_isNoChange();
    void edit_discard_showsWhatIsSaved();
    void edit_otherMachineAndBack_isKept();
    void edit_invalidMemory_cannotBeAppliedButDiscarded();
    void edit_missingKernel_saysWhatTheEngineWould();
    void edit_machineDeleted_draftGoes();
    void definition_changedElsewhere_isFollowed();
    void drive_add_isInTheFile();
    void drive_newDisk_isMadeOnApply();
    void drive_newDiskDiscarded_leavesNoFile();
    void drive_dialogId_isChecked();
    void drive_rootMovedAndRemoved_byKeyboard();
    void limits_stopped_areADraft();
    void limits_running_arePatchedAtOnce();
    void limits_refused_areToldBesideTheDrives();
    void apply_running_tellsWhatNeedsARestart();
    void startRefused_isToldBesideItsSection();
    void everything_focusableHasAName();

private:
    using PageTest::add;
    Machine *add(const QString &name) { return add(definition(name)); }
    bool barIsShown() const { return m_page->findChild<ChangeBar *>()->isVisible(); }
    DrivesCard *drives() const { return m_page->findChild<DrivesCard *>(); }
};

void TestHardwarePage::init()
{
    setUp([](Workspace *workspace) { return std::make_unique<HardwarePage>(workspace); });
}

void TestHardwarePage::cleanup()
{
    tearDown();
}

void TestHardwarePage::noMachine_nothingToEdit()
{
    QVERIFY(!field<QSpinBox>(u"Virtual CPUs"_s)->isEnabled());
    QVERIFY(!barIsShown());
    QVERIFY(!m_page->hasUnsavedChanges());
}

void TestHardwarePage::edit_apply_changesTheFile()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    QSignalSpy unsaved(m_page.get(), &MachinePage::unsavedChangesChanged);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    QVERIFY(m_page->hasUnsavedChanges());
    QCOMPARE(unsaved.size(), 1);
    QVERIFY(barIsShown());
    QVERIFY(shownText().contains(u"Virtual CPUs: 4 instead of 1"_s));
    button(u"Apply"_s)->click();
    QTRY_VERIFY(!barIsShown());
    QVERIFY(!m_page->hasUnsavedChanges());
    QVERIFY(shownText().contains(u"The changes are saved."_s));
    QCOMPARE(machine->definition().config.machine.vcpuCount, 4);
    QVERIFY(store_testing::read(machine->directory().definitionFile()).contains("\"vcpu_count\": 4"));
}

void TestHardwarePage::edit_takenBack_isNoChange()
{
    m_page->setMachine(add(u"one"_s));
    auto *args = field<QLineEdit>(u"Boot arguments"_s);
    for (QCheckBox *box : m_page->findChildren<QCheckBox *>()) {
        if (box->text().contains(u"default argumen"_s)) {
            box->setChecked(false);
            QVERIFY(m_page->hasUnsavedChanges());
            QTest::keyClicks(args, u"quiet"_s);
            box->setChecked(true);
        }
    }
    QVERIFY(!m_page->hasUnsavedChanges());
    auto *memory = field<ByteSizeField>(u"Memory"_s);
    const quint64 before = memory->value();
    memory->setValue(before * 2);
    QVERIFY(barIsShown());
    memory->setValue(before);
    QVERIFY(!barIsShown());
    QVERIFY(!m_page->hasUnsavedChanges());
}

void TestHardwarePage::edit_discard_showsWhatIsSaved()
{
    m_page->setMachine(add(u"one"_s));
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    drives()->select(u"rootfs"_s);
    button(u"Remove"_s)->click();
    QCOMPARE(drives()->model()->rowCount(), 0);
    button(u"Discard"_s)->click();
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 1);
    QCOMPARE(drives()->model()->rowCount(), 1);
    QVERIFY(!m_page->hasUnsavedChanges());
}

void TestHardwarePage::edit_otherMachineAndBack_isKept()
{
    Machine *one = add(u"one"_s);
    Machine *two = add(u"two"_s);
    m_page->setMachine(one);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    m_page->setMachine(two);
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 1);
    QVERIFY(!barIsShown());
    QVERIFY(m_page->hasUnsavedChanges()); // closing the window would lose it
    m_page->setMachine(one);
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 4);
    QVERIFY(barIsShown());
}

void TestHardwarePage::edit_invalidMemory_cannotBeAppliedButDiscarded()
{
    m_page->setMachine(add(u"one"_s));
    auto *memory = field<ByteSizeField>(u"Memory"_s);
    auto *text = memory->findChild<QLineEdit *>();
    text->selectAll();
    QTest::keyClicks(text, u"lots"_s);
    QVERIFY(barIsShown());
    QVERIFY(!button(u"Apply"_s)->isEnabled());
    QVERIFY(!button(u"Apply"_s)->toolTip().isEmpty());
    button(u"Discard"_s)->click();
    QCOMPARE(text->text(), u"128 MiB"_s);
    QVERIFY(!barIsShown());
}

void TestHardwarePage::edit_missingKernel_saysWhatTheEngineWould()
{
    m_page->setMachine(add(u"one"_s));
    auto *kernel = field<QLineEdit>(u"Kernel"_s);
    kernel->clear();
    QTest::keyClicks(kernel, u"/none/vmlinux"_s);
    QVERIFY(shownText().contains(u"The kernel file cannot be opened: No such file or directory (os error 2)"_s));
    QVERIFY(!button(u"Apply"_s)->isEnabled());
}

void TestHardwarePage::edit_machineDeleted_draftGoes()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    QVERIFY(m_workspace->store()->moveToTrash(machine->id()));
    QVERIFY(!m_page->hasUnsavedChanges());
    QVERIFY(!barIsShown());
}

void TestHardwarePage::definition_changedElsewhere_isFollowed()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    MachineDefinition changed = machine->definition();
    changed.config.bootSource.bootArgs = u"quiet"_s;
    QVERIFY(m_workspace->store()->save(changed));
    QTRY_COMPARE(field<QLineEdit>(u"Boot arguments"_s)->text(), u"quiet"_s);
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 4);
    button(u"Apply"_s)->click();
    QTRY_VERIFY(!m_page->hasUnsavedChanges());
    QCOMPARE(machine->definition().config.machine.vcpuCount, 4);
    QCOMPARE(machine->definition().config.bootSource.bootArgs, u"quiet"_s);
}

void TestHardwarePage::drive_add_isInTheFile()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    button(u"Add drive…"_s)->click();
    auto *form = dialog<DriveDialog>();
    QVERIFY(form);
    QVERIFY(!button(u"Add"_s, form)->isEnabled()); // no file yet
    QTest::keyClicks(field<QLineEdit>(u"Disk image"_s, form), file(u"more data.img"_s));
    QCOMPARE(field<QLineEdit>(u"ID"_s, form)->text(), u"more_data"_s);
    button(u"Add"_s, form)->click();
    QCOMPARE(drives()->model()->rowCount(), 2);
    QCOMPARE(drives()->selectedId(), u"more_data"_s);
    button(u"Apply"_s)->click();
    QTRY_VERIFY(!m_page->hasUnsavedChanges());
    QCOMPARE(machine->definition().config.drives.size(), 2);
    QCOMPARE(machine->definition().config.drives[1].pathOnHost, m_directory->filePath(u"more data.img"_s));
}

void TestHardwarePage::drive_newDisk_isMadeOnApply()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    button(u"New disk…"_s)->click();
    auto *form = dialog<DriveDialog>();
    field<ByteSizeField>(u"Size"_s, form)->setValue(8 * kMiB);
    button(u"Add"_s, form)->click();
    const QString path = machine->directory().files() + u"/data.img"_s;
    QVERIFY(!QFileInfo::exists(path));
    QVERIFY(drives()->model()->index(1, DriveModel::SizeColumn).data().toString().contains(u"8 MiB"_s));
    button(u"Apply"_s)->click();
    QTRY_VERIFY(!m_page->hasUnsavedChanges());
    QCOMPARE(QFileInfo(path).size(), 8LL << 20);
    QCOMPARE(machine->definition().config.drives[1].pathOnHost, path);
    QCOMPARE(drives()->model()->index(1, DriveModel::SizeColumn).data().toString(), u"8 MiB"_s);
}

void TestHardwarePage::drive_newDiskDiscarded_leavesNoFile()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    button(u"New disk…"_s)->click();
    button(u"Add"_s, dialog<DriveDialog>())->click();
    button(u"Discard"_s)->click();
    QVERIFY(QDir(machine->directory().files()).isEmpty());
    QCOMPARE(drives()->model()->rowCount(), 1);
}

void TestHardwarePage::drive_dialogId_isChecked()
{
    m_page->setMachine(add(u"one"_s));
    button(u"New disk…"_s)->click();
    auto *form = dialog<DriveDialog>();
    auto *id = field<QLineEdit>(u"ID"_s, form);
    for (const QString &bad : {u"a-b"_s, u"rootfs"_s}) {
        id->clear();
        QTest::keyClicks(id, bad);
        QVERIFY(!button(u"Add"_s, form)->isEnabled());
    }
    id->clear();
    QTest::keyClicks(id, u"data_2"_s);
    QVERIFY(button(u"Add"_s, form)->isEnabled());
    QCOMPARE(namelessShownWidgets(*form), QString());
    form->reject();
}

void TestHardwarePage::drive_rootMovedAndRemoved_byKeyboard()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    button(u"New disk…"_s)->click();
    button(u"Add"_s, dialog<DriveDialog>())->click();
    button(u"Set as root"_s)->click();
    QVERIFY(drives()->model()->drives()[1].isRootDevice);
    QVERIFY(!drives()->model()->drives()[0].isRootDevice);
    QVERIFY(!button(u"Set as root"_s)->isEnabled());
    drives()->select(u"rootfs"_s);
    auto *table = m_page->findChild<QTableView *>();
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(drives()->model()->rowCount(), 1);
    drives()->select(u"data"_s);
    QTest::keyClick(table, Qt::Key_Return);
    QVERIFY(dialog<DriveDialog>());
    QVERIFY(dialog<DriveDialog>()->windowTitle().contains(u"data"_s));
}

void TestHardwarePage::limits_stopped_areADraft()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    drives()->select(u"rootfs"_s);
    button(u"Limits…"_s)->click();
    auto *form = dialog<LimitsDialog>();
    form->findChild<RateLimiterEditor *>()->setValue({TokenBucketValue{10 * kMiB, std::nullopt, 1000}, std::nullopt});
    button(u"Set limits"_s, form)->click();
    QVERIFY(m_page->hasUnsavedChanges());
    QCOMPARE(drives()->model()->index(0, DriveModel::LimitsColumn).data().toString(), u"10 MiB/s"_s);
    button(u"Apply"_s)->click();
    QTRY_VERIFY(!m_page->hasUnsavedChanges());
    QCOMPARE(machine->definition().config.drives[0].rateLimiter->bandwidth->size, 10 * kMiB);
}

void TestHardwarePage::limits_running_arePatchedAtOnce()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    start(machine);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4); // stays a draft
    drives()->select(u"rootfs"_s);
    button(u"Limits…"_s)->click();
    auto *form = dialog<LimitsDialog>();
    form->findChild<RateLimiterEditor *>()->setValue({TokenBucketValue{10 * kMiB, std::nullopt, 1000}, std::nullopt});
    button(u"Apply now"_s, form)->click();
    QTRY_VERIFY(shownText().contains(u"The rate limits of “rootfs” apply now."_s));
    QVERIFY(requests(machine).constLast().startsWith(u"PATCH /drives/rootfs"_s));
    QVERIFY(requests(machine).constLast().contains(u"10485760"_s));
    QCOMPARE(machine->definition().config.machine.vcpuCount, 1);
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 4);
    QVERIFY(m_page->hasUnsavedChanges());
}

void TestHardwarePage::limits_refused_areToldBesideTheDrives()
{
    qputenv("FAKE_ENGINE", R"({"refuse":["PATCH /drives/rootfs"]})");
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    start(machine);
    drives()->select(u"rootfs"_s);
    button(u"Limits…"_s)->click();
    auto *form = dialog<LimitsDialog>();
    form->findChild<RateLimiterEditor *>()->setValue({TokenBucketValue{10 * kMiB, std::nullopt, 1000}, std::nullopt});
    button(u"Apply now"_s, form)->click();
    auto *message = drives()->findChild<InlineMessage *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY2(message->copyText().contains(u"The fake engine refuses."_s), qPrintable(message->copyText()));
    QVERIFY(!machine->definition().config.drives[0].rateLimiter);
    QVERIFY(m_page->hasUnsavedChanges()); // what was wanted is not lost
    button(u"Discard"_s)->click();
    QVERIFY(!m_page->hasUnsavedChanges());
}

void TestHardwarePage::apply_running_tellsWhatNeedsARestart()
{
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    start(machine);
    QVERIFY(shownText().contains(u"The machine runs"_s));
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(4);
    QVERIFY(shownText().contains(u"At the next start: Virtual CPUs: 4 instead of 1"_s));
    button(u"Apply"_s)->click();
    QTRY_VERIFY(shownText().contains(u"Some need a restart: Virtual CPUs: 4 instead of 1"_s));
    QVERIFY(!m_page->hasUnsavedChanges());
    QVERIFY(machine->needsRestart());
}

void TestHardwarePage::startRefused_isToldBesideItsSection()
{
    qputenv("FAKE_ENGINE", R"({"refuse":["PUT /drives/rootfs"]})");
    Machine *machine = add(u"one"_s);
    m_page->setMachine(machine);
    machine->start();
    auto *message = drives()->findChild<InlineMessage *>();
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->copyText().contains(u"The fake engine refuses."_s));
    QTRY_VERIFY(machine->state() == MachineState::Crashed || machine->state() == MachineState::Stopped);
}

void TestHardwarePage::everything_focusableHasAName()
{
    m_page->setMachine(add(u"one"_s));
    QCOMPARE(namelessShownWidgets(*m_page), QString());
}

QTEST_MAIN(TestHardwarePage)
#include "tst_hardware_page.moc"
