#include "manager/store_testing.h"
#include "pages/boot_source_form.h"
#include "pages/create_machine.h"
#include "pages/edit/shown_names.h"
#include "pages/file_choice.h"
#include "pages/machine_order.h"
#include "widgets/byte_size_field.h"
#include "widgets/inline_message.h"
#include "widgets/json_view.h"
#include "widgets/path_field.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCreateMachine : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void init();
    void cleanup();
    void demo_threeClicks_makeTheMachine();
    void demo_guestIsThere_isReadySoon();
    void demo_buildFails_machineStaysAndSaysWhy();
    void demo_cancelled_machineGoes();
    void demo_deletedMeanwhile_isSafe();
    void demo_programEnds_nextStartReportsTheMachine();
    void demo_secondOne_getsAnotherName();
    void resources_entered_areInTheMachine();
    void resources_backAndForth_keepWhatWasEntered();
    void resources_noName_cannotGoOn();
    void resources_nameTaken_isToldAndSolved();
    void files_noKernel_cannotGoOn();
    void files_kernelAndDisk_areCopiedAndEnlarged();
    void files_fileItself_isNotCopied();
    void files_kept_areInTheLibrary();
    void configuration_good_isImported();
    void configuration_unknownSection_isNoted();
    void configuration_missingFiles_areToldInTheReview();
    void configuration_broken_saysWhy();
    void source_choices_excludeEachOther();
    void review_json_isTheConfiguration();
    void allPages_everyFocusableHasAName();

private:
    void fakeBuildGuest(const QByteArray &body) const;
    QString file(const QString &name, const QByteArray &content = QByteArray(1 << 20, 'x')) const;
    void next() { m_wizard->button(QWizard::NextButton)->click(); }
    void create() { m_wizard->button(QWizard::FinishButton)->click(); }
    /// A field by its accessible name, among those that are shown.
    template <typename T>
    T *field(const QString &name) const;
    void toggle(const QString &text);
    QString shownText() const;
    MachineStore *store() const { return m_workspace->store(); }
    const MachineDefinition &made() const { return *store()->find(store()->ids().constLast()); }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CreateMachineWizard> m_wizard;
    Paths m_paths;
};

namespace {

const QByteArray kGoodBuild("mkdir -p $out; for f in vmlinux initrd rootfs.ext4; do echo $f >$out/$f; done\n"
                            "echo stamp >$out/.stamp\n");

} // namespace

void TestCreateMachine::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_paths.data = m_directory->filePath(u"data"_s);
    m_paths.cache = m_directory->filePath(u"cache"_s);
    m_paths.state = m_directory->filePath(u"state"_s);
    m_paths.resources = m_directory->filePath(u"resources"_s);
    m_workspace = std::make_unique<Workspace>(m_paths);
    m_workspace->open();
    m_wizard = std::make_unique<CreateMachineWizard>(m_workspace.get());
    m_wizard->show();
}

void TestCreateMachine::cleanup()
{
    m_wizard.reset();
    m_workspace.reset();
}

void TestCreateMachine::fakeBuildGuest(const QByteArray &body) const
{
    const QString path = m_paths.resources + u"/guest/build-guest"_s;
    store_testing::write(path, "#!/bin/bash\nout=$2\n" + body);
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

QString TestCreateMachine::file(const QString &name, const QByteArray &content) const
{
    const QString path = m_directory->filePath(name);
    store_testing::write(path, content);
    return path;
}

template <typename T>
T *TestCreateMachine::field(const QString &name) const
{
    for (T *found : m_wizard->findChildren<T *>()) {
        if (found->accessibleName() == name && found->isVisible())
            return found;
    }
    return nullptr;
}

void TestCreateMachine::toggle(const QString &text)
{
    for (QAbstractButton *button : m_wizard->findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().remove(u'&').contains(text)) {
            button->click();
            return;
        }
    }
    QFAIL(qPrintable(u"no button "_s + text));
}

QString TestCreateMachine::shownText() const
{
    QStringList texts;
    for (const QLabel *label : m_wizard->findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

void TestCreateMachine::demo_threeClicks_makeTheMachine()
{
    fakeBuildGuest(kGoodBuild);
    QSignalSpy created(m_wizard.get(), &CreateMachineWizard::created);
    QSignalSpy failed(m_wizard.get(), &CreateMachineWizard::failed);
    next();
    next();
    create();
    QCOMPARE(created.size(), 1);
    QCOMPARE(failed.size(), 0);
    QCOMPARE(store()->ids(), QStringList{created[0][0].toString()}); // at once, before the guest is built
    const QString id = store()->ids().constFirst();
    QVERIFY(!store()->preparing(id).isEmpty());
    QVERIFY(!m_wizard->isVisible());
    m_wizard.reset(); // the window may forget it
    QTRY_VERIFY(store()->preparing(id).isEmpty());
    QCOMPARE(made().name, u"Demo"_s);
    QCOMPARE(made().config.bootSource.kernelImagePath, m_paths.assets() + u"/demo/vmlinux"_s);
    QVERIFY(made().config.bootSource.bootArgs);
    QCOMPARE(made().config.drives.size(), 1);
    QVERIFY(made().config.drives[0].isRootDevice);
    QCOMPARE(store_testing::read(made().config.drives[0].pathOnHost), QByteArray("rootfs.ext4\n"));
    QCOMPARE(m_workspace->tasks()->tasks().constLast()->state(), Task::State::Done);
}

void TestCreateMachine::demo_guestIsThere_isReadySoon()
{
    fakeBuildGuest(kGoodBuild);
    Task *build = m_workspace->assets()->buildDemoGuest();
    QTRY_COMPARE(build->state(), Task::State::Done);
    fakeBuildGuest("exit 1\n");
    m_wizard = std::make_unique<CreateMachineWizard>(m_workspace.get());
    m_wizard->show();
    QVERIFY(shownText().contains(u"was made before"_s));
    QSignalSpy created(m_wizard.get(), &CreateMachineWizard::created);
    next();
    next();
    create();
    QCOMPARE(created.size(), 1);
    QTRY_VERIFY(store()->preparing(made().id).isEmpty());
    QCOMPARE(store_testing::read(made().config.drives[0].pathOnHost), QByteArray("rootfs.ext4\n"));
}

void TestCreateMachine::demo_buildFails_machineStaysAndSaysWhy()
{
    fakeBuildGuest("echo 'no network' >&2; exit 1\n");
    next();
    next();
    create();
    Task *task = m_workspace->tasks()->tasks().constLast();
    QTRY_COMPARE(task->state(), Task::State::Failed);
    QVERIFY(store()->incomplete(made().id));
    QVERIFY(store()->preparing(made().id).contains(u"no network"_s));
}

void TestCreateMachine::demo_cancelled_machineGoes()
{
    fakeBuildGuest("sleep 60\n");
    next();
    next();
    create();
    Task *task = m_workspace->tasks()->tasks().constLast();
    QTRY_VERIFY(!task->step().isEmpty());
    task->cancel();
    QTRY_COMPARE(task->state(), Task::State::Cancelled);
    QVERIFY(store()->ids().isEmpty());
}

void TestCreateMachine::demo_deletedMeanwhile_isSafe()
{
    fakeBuildGuest("sleep 60\n");
    next();
    next();
    create();
    Task *task = m_workspace->tasks()->tasks().constLast();
    QTRY_VERIFY(!task->step().isEmpty());
    const QString id = made().id;
    QVERIFY(store()->moveToTrash(id));
    QTRY_COMPARE(task->state(), Task::State::Cancelled);
    QVERIFY(store()->ids().isEmpty());
    QCOMPARE(store()->trash().size(), 1);
}

void TestCreateMachine::demo_programEnds_nextStartReportsTheMachine()
{
    fakeBuildGuest("sleep 60\n");
    next();
    next();
    create();
    QTRY_VERIFY(!m_workspace->tasks()->tasks().constLast()->step().isEmpty());
    m_wizard.reset();
    m_workspace.reset();
    m_workspace = std::make_unique<Workspace>(m_paths);
    m_workspace->open();
    QVERIFY(store()->incomplete(made().id));
    QVERIFY(!store()->preparing(made().id).isEmpty());
}

void TestCreateMachine::demo_secondOne_getsAnotherName()
{
    fakeBuildGuest(kGoodBuild);
    QVERIFY(store()->create(store_testing::definition(u"Demo"_s)));
    next();
    QCOMPARE(field<QLineEdit>(u"Name"_s)->text(), u"Demo 2"_s);
}

void TestCreateMachine::resources_entered_areInTheMachine()
{
    fakeBuildGuest(kGoodBuild);
    next();
    field<QLineEdit>(u"Name"_s)->setText(u"web"_s);
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(2);
    field<ByteSizeField>(u"Memory"_s)->setValue(512 * kMiB);
    next();
    QVERIFY(shownText().contains(u"web"_s));
    create();
    QCOMPARE(made().name, u"web"_s);
    QCOMPARE(made().config.machine.vcpuCount, 2);
    QCOMPARE(made().config.machine.memSizeMib, 512U);
}

void TestCreateMachine::resources_backAndForth_keepWhatWasEntered()
{
    next();
    field<QSpinBox>(u"Virtual CPUs"_s)->setValue(2);
    m_wizard->back();
    next();
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 2);
}

void TestCreateMachine::resources_noName_cannotGoOn()
{
    next();
    field<QLineEdit>(u"Name"_s)->setText(u"  "_s);
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY(shownText().contains(u"A machine needs a name."_s));
    field<QLineEdit>(u"Name"_s)->setText(u"web"_s);
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
}

void TestCreateMachine::resources_nameTaken_isToldAndSolved()
{
    fakeBuildGuest(kGoodBuild);
    QVERIFY(store()->create(store_testing::definition(u"web"_s)));
    next();
    field<QLineEdit>(u"Name"_s)->setText(u"web"_s);
    QVERIFY(shownText().contains(u"“web 2”"_s));
    next();
    create();
    QCOMPARE(made().name, u"web 2"_s);
}

void TestCreateMachine::files_noKernel_cannotGoOn()
{
    toggle(u"Own kernel"_s);
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    auto *kernel = field<QLineEdit>(u"Kernel"_s);
    QVERIFY(kernel);
    QTest::keyClicks(kernel, u"/none/vmlinux"_s);
    QVERIFY(shownText().contains(u"The kernel file cannot be opened: No such file or directory"_s));
    const QString path = file(u"vmlinux"_s);
    kernel->clear();
    QTest::keyClicks(kernel, path);
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    const QString found = AssetLibrary::recognise(path, AssetKind::Kernel).error();
    QTRY_VERIFY(shownText().contains(found));
}

void TestCreateMachine::files_kernelAndDisk_areCopiedAndEnlarged()
{
    const QString kernel = file(u"vmlinux"_s);
    const QString disk = file(u"my disk.img"_s);
    toggle(u"Own kernel"_s);
    QTest::keyClicks(field<QLineEdit>(u"Kernel"_s), kernel);
    QTest::keyClicks(field<QLineEdit>(u"Root file system"_s), disk);
    next();
    QCOMPARE(field<QLineEdit>(u"Name"_s)->text(), u"my disk"_s);
    toggle(u"Enlarge"_s);
    field<ByteSizeField>(u"Disk size"_s)->setValue(4 * kMiB);
    next();
    create();
    QTRY_VERIFY(store()->preparing(made().id).isEmpty());
    QCOMPARE(made().config.bootSource.kernelImagePath, kernel);
    QCOMPARE(*made().config.bootSource.bootArgs, u"console=ttyS0 reboot=k panic=1"_s);
    const QString own = made().config.drives[0].pathOnHost;
    QVERIFY(own.startsWith(store()->directory(made().id)));
    QCOMPARE(QFileInfo(own).size(), 4LL << 20);
    QCOMPARE(QFileInfo(disk).size(), 1LL << 20);
}

void TestCreateMachine::files_fileItself_isNotCopied()
{
    const QString disk = file(u"disk.img"_s);
    toggle(u"Own kernel"_s);
    QTest::keyClicks(field<QLineEdit>(u"Kernel"_s), file(u"vmlinux"_s));
    QTest::keyClicks(field<QLineEdit>(u"Root file system"_s), disk);
    next();
    toggle(u"a copy of the root file system"_s);
    QVERIFY(!field<ByteSizeField>(u"Disk size"_s));
    next();
    create();
    QCOMPARE(made().config.drives[0].pathOnHost, disk);
    QVERIFY(store()->preparing(made().id).isEmpty());
}

void TestCreateMachine::files_kept_areInTheLibrary()
{
    QByteArray elf(4096, '\0');
    elf.replace(0, 4,
                "\x7f"
                "ELF");
    elf[4] = 2; // 64 bits
    elf[5] = 1; // little-endian
    elf[6] = 1;
    elf[16] = 2;  // executable
    elf[18] = 62; // x86-64
    const QString kernel = file(u"vmlinux"_s, elf);
    if (const auto found = AssetLibrary::recognise(kernel, AssetKind::Kernel); !found)
        qInfo("%s", qPrintable(found.error()));
    toggle(u"Own kernel"_s);
    QTest::keyClicks(field<QLineEdit>(u"Kernel"_s), kernel);
    toggle(u"Keep copies"_s);
    next();
    next();
    create();
    QCOMPARE(m_workspace->tasks()->tasks().size(), 2);
    QTRY_VERIFY(m_workspace->tasks()->tasks().constLast()->ended());
    QCOMPARE(m_workspace->assets()->assets(AssetKind::Kernel).size(), 1);
}

void TestCreateMachine::configuration_good_isImported()
{
    const QString kernel = file(u"vmlinux"_s);
    const QString config =
        file(u"web.json"_s, R"({"boot-source":{"kernel_image_path":")" + kernel.toUtf8() +
                                R"("},"machine-config":{"vcpu_count":3,"mem_size_mib":300},"drives":[]})");
    toggle(u"Firecracker configuration"_s);
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QTest::keyClicks(field<QLineEdit>(u"Configuration file"_s), config);
    QVERIFY(m_wizard->button(QWizard::NextButton)->isEnabled());
    next();
    QCOMPARE(field<QLineEdit>(u"Name"_s)->text(), u"web"_s);
    QCOMPARE(field<QSpinBox>(u"Virtual CPUs"_s)->value(), 3);
    next();
    create();
    QCOMPARE(made().config.machine.vcpuCount, 3);
    QCOMPARE(made().config.machine.memSizeMib, 300U);
    QCOMPARE(made().config.bootSource.kernelImagePath, kernel);
    QVERIFY(!made().config.bootSource.bootArgs);
}

void TestCreateMachine::configuration_unknownSection_isNoted()
{
    const QString config = file(u"web.json"_s, R"({"boot-source":{"kernel_image_path":"/k"},)"
                                               R"("drives":[],"pmem":[{"id":"p"}]})");
    toggle(u"Firecracker configuration"_s);
    QTest::keyClicks(field<QLineEdit>(u"Configuration file"_s), config);
    QVERIFY2(shownText().contains(u"pmem"_s), qPrintable(shownText()));
    next();
    next();
    create();
    QVERIFY(made().config.otherSections.contains(u"pmem"_s));
}

void TestCreateMachine::configuration_missingFiles_areToldInTheReview()
{
    const QString config = file(u"web.json"_s, R"({"boot-source":{"kernel_image_path":"/none/k"},"drives":[)"
                                               R"({"drive_id":"r","path_on_host":"/none/r","is_root_device":true}]})");
    toggle(u"Firecracker configuration"_s);
    QTest::keyClicks(field<QLineEdit>(u"Configuration file"_s), config);
    next();
    QVERIFY(shownText().contains(u"Invalid block device path: /none/r"_s));
    toggle(u"a copy of the root file system"_s); // of nothing: not possible
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    toggle(u"a copy of the root file system"_s);
    next();
    QVERIFY2(shownText().contains(u"it cannot start like this"_s), qPrintable(shownText()));
    QVERIFY(shownText().contains(u"The kernel file cannot be opened"_s));
    create();
    QCOMPARE(made().config.drives[0].pathOnHost, u"/none/r"_s);
}

void TestCreateMachine::source_choices_excludeEachOther()
{
    toggle(u"Own kernel"_s);
    toggle(u"Firecracker configuration"_s);
    int chosen = 0;
    for (const QRadioButton *choice : m_wizard->findChildren<QRadioButton *>())
        chosen += choice->isChecked();
    QCOMPARE(chosen, 1);
    QVERIFY(field<QLineEdit>(u"Configuration file"_s));
    QVERIFY(!field<QLineEdit>(u"Kernel"_s));
}

void TestCreateMachine::configuration_broken_saysWhy()
{
    toggle(u"Firecracker configuration"_s);
    QTest::keyClicks(field<QLineEdit>(u"Configuration file"_s), file(u"bad.json"_s, "{nonsense"));
    QVERIFY(!m_wizard->button(QWizard::NextButton)->isEnabled());
    QVERIFY2(shownText().contains(u"was not imported"_s), qPrintable(shownText()));
}

void TestCreateMachine::review_json_isTheConfiguration()
{
    toggle(u"Own kernel"_s);
    QTest::keyClicks(field<QLineEdit>(u"Kernel"_s), file(u"vmlinux"_s));
    next();
    next();
    const auto *view = m_wizard->findChild<JsonView *>();
    QVERIFY(view);
    const QJsonObject object = QJsonDocument::fromJson(view->bytes()).object();
    QCOMPARE(object.value(u"boot-source"_s).toObject().value(u"kernel_image_path"_s).toString(),
             m_directory->filePath(u"vmlinux"_s));
    QVERIFY(object.contains(u"machine-config"_s));
}

void TestCreateMachine::allPages_everyFocusableHasAName()
{
    QCOMPARE(namelessShownWidgets(*m_wizard), QString());
    toggle(u"Own kernel"_s);
    toggle(u"Firecracker configuration"_s);
    toggle(u"Demo guest"_s);
    next();
    QCOMPARE(namelessShownWidgets(*m_wizard), QString());
    next();
    QCOMPARE(namelessShownWidgets(*m_wizard), QString());
}

QTEST_MAIN(TestCreateMachine)
#include "tst_create_machine.moc"
