#include "manager/workspace.h"

#include "store_testing.h"

#include <QTemporaryDir>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class WorkspaceTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Workspace> m_workspace;
    Paths m_paths;

    void fakeBuildGuest(const QByteArray &body) const
    {
        const QString path = m_paths.resources + u"/guest/build-guest"_s;
        store_testing::write(path, "#!/bin/bash\nout=$2\n" + body);
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }
    QString largeFile(qsizetype bytes) const
    {
        store_testing::write(m_dir->filePath(u"image"_s), QByteArray(bytes, 'x'));
        return m_dir->filePath(u"image"_s);
    }
    MachineStore *store() const { return m_workspace->store(); }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_paths.data = m_dir->filePath(u"data"_s);
        m_paths.cache = m_dir->filePath(u"cache"_s);
        m_paths.state = m_dir->filePath(u"state"_s);
        m_paths.resources = m_dir->filePath(u"resources"_s);
        m_workspace = std::make_unique<Workspace>(m_paths);
        m_workspace->open();
    }
    void cleanup() { m_workspace.reset(); }

    void demoMachine_noGuestYet_buildsItFirst()
    {
        fakeBuildGuest("mkdir -p $out; for f in vmlinux initrd rootfs.ext4; do echo $f >$out/$f; done\n"
                       "echo stamp >$out/.stamp\n");
        Task *task = m_workspace->createDemoMachine(u"Demo"_s);
        QTRY_VERIFY(task->ended());
        QVERIFY2(task->state() == Task::State::Done,
                 qPrintable(task->failure() ? task->failure()->report() : QString()));
        const MachineDefinition *made = store()->find(task->result());
        QVERIFY(made);
        QCOMPARE(made->name, u"Demo"_s);
        QCOMPARE(made->config.machine.vcpuCount, 1);
        QCOMPARE(made->config.machine.memSizeMib, 256U);
        QCOMPARE(made->config.bootSource.kernelImagePath, m_paths.assets() + u"/demo/vmlinux"_s);
        QCOMPARE(made->config.drives.size(), 1);
        QVERIFY(made->config.drives[0].isRootDevice);
        QCOMPARE(store_testing::read(made->config.drives[0].pathOnHost), QByteArray("rootfs.ext4\n"));
        QVERIFY(store()->preparing(made->id).isEmpty());

        fakeBuildGuest("exit 1\n"); // not needed a second time
        Task *second = m_workspace->createDemoMachine(u"Demo"_s);
        QTRY_COMPARE(second->state(), Task::State::Done);
        QCOMPARE(store()->find(second->result())->name, u"Demo 2"_s);
    }

    void demoMachine_buildFails_noMachineIsMade()
    {
        fakeBuildGuest("echo 'no network' >&2; exit 1\n");
        Task *task = m_workspace->createDemoMachine(u"Demo"_s);
        QTRY_COMPARE(task->state(), Task::State::Failed);
        QVERIFY(task->failure()->why.contains(u"no network"_s));
        QVERIFY(store()->ids().isEmpty());
    }

    void createMachine_withCopy_existsAtOnceAndIsReadyLater()
    {
        MachineDefinition definition = store_testing::definition(u"web"_s, u"/ignored"_s);
        definition.config.drives[0].driveId = u"disk"_s;
        const auto task = m_workspace->createMachine(definition, largeFile(1 << 20), 4LL << 20);
        QVERIFY(task);
        QCOMPARE(store()->ids().size(), 1);
        const QString id = store()->ids().first();
        QVERIFY(!store()->preparing(id).isEmpty());
        Machine *machine = m_workspace->supervisor()->find(id);
        QVERIFY(machine);
        QVERIFY(!machine->whyNot(MachineAction::Start).isEmpty());
        QTRY_COMPARE((*task)->state(), Task::State::Done);
        QCOMPARE((*task)->result(), id);
        QVERIFY(store()->preparing(id).isEmpty());
        const MachineDefinition *made = store()->find(id);
        QCOMPARE(made->config.drives.size(), 1);
        QCOMPARE(made->config.drives[0].driveId, u"disk"_s);
        QCOMPARE(made->config.drives[0].pathOnHost, store()->directory(id) + u"/files/rootfs.img"_s);
        QCOMPARE(QFileInfo(made->config.drives[0].pathOnHost).size(), 4LL << 20);
    }

    void createMachine_withoutCopy_isReadyAtOnce()
    {
        const auto task = m_workspace->createMachine(store_testing::definition(u"web"_s), {}, 0);
        QVERIFY(task);
        QVERIFY(store()->preparing(store()->ids().first()).isEmpty());
        QTRY_COMPARE((*task)->state(), Task::State::Done);
        QCOMPARE((*task)->result(), store()->ids().first());
    }

    void createMachine_cancelled_theMachineGoes()
    {
        const auto task = m_workspace->createMachine(store_testing::definition(u"web"_s), largeFile(40 << 20), 0);
        QVERIFY(task);
        (*task)->cancel();
        QTRY_COMPARE((*task)->state(), Task::State::Cancelled);
        QVERIFY(store()->ids().isEmpty());
        QVERIFY(store()->trash().isEmpty());
    }

    void createMachine_copyFails_theMachineStaysAndSaysWhy()
    {
        const auto task =
            m_workspace->createMachine(store_testing::definition(u"web"_s), m_dir->filePath(u"none"_s), 0);
        QVERIFY(task);
        QTRY_COMPARE((*task)->state(), Task::State::Failed);
        const QString id = store()->ids().first();
        QVERIFY(store()->incomplete(id));
        QVERIFY(m_workspace->supervisor()->find(id)->whyNot(MachineAction::Start).contains(u"no such file"_s));
    }

    void createMachine_deletedMeanwhile_isSafe()
    {
        const auto task = m_workspace->createMachine(store_testing::definition(u"web"_s), largeFile(40 << 20), 0);
        QVERIFY(task);
        const QString id = store()->ids().first();
        connect(*task, &Task::changed, this, [this, id, task = *task] {
            if (task->progress() && store()->find(id))
                QVERIFY(store()->moveToTrash(id));
        });
        QTRY_COMPARE((*task)->state(), Task::State::Cancelled);
        QVERIFY(store()->ids().isEmpty());
        QCOMPARE(store()->trash().size(), 1);
        QTRY_COMPARE(store_testing::listing(m_paths.trash() + u'/' + id + u"/files"_s), QStringList{u".incomplete"_s});
    }

    void programEnds_whileADiskIsMade_nextStartReportsTheMachine()
    {
        QVERIFY(m_workspace->createMachine(store_testing::definition(u"web"_s), largeFile(40 << 20), 0));
        const QString id = store()->ids().first();
        m_workspace.reset();
        m_workspace = std::make_unique<Workspace>(m_paths);
        m_workspace->open();
        QVERIFY(!store()->preparing(id).isEmpty());
        QVERIFY(!QFileInfo::exists(store()->find(id)->config.drives[0].pathOnHost));
    }
};

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "tst_workspace.moc"
