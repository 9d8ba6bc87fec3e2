#include "manager/machine_directory.h"
#include "manager/machine_store.h"
#include "manager/run_state.h"
#include "manager/socket_owner.h"
#include "manager/task.h"

#include "store_testing.h"

#include <QSignalSpy>
#include <QTemporaryDir>

#include <unistd.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;
using store_testing::definition;

class MachineTrashTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<MachineStore> m_store;

    /// With a disk of its own.
    QString machineWithDisk(const QByteArray &content)
    {
        MachineDefinition made = definition(u"a"_s);
        made.id = m_store->newId();
        made.config.drives[0].pathOnHost = m_store->directory(made.id) + u"/files/rootfs.img"_s;
        const auto id = m_store->create(made);
        store_testing::write(made.config.drives[0].pathOnHost, content);
        return id.value_or(QString());
    }

    void pretendItRuns(const QString &id)
    {
        const QString file = MachineDirectory(m_store->directory(id)).stateFile();
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        RunState state;
        state.phase = RunState::Phase::Running;
        state.process = ProcessIdentity::of(getpid());
        state.config = m_store->find(id)->config;
        QVERIFY(state.save(file));
    }

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_tasks = std::make_unique<TaskList>();
        m_store = std::make_unique<MachineStore>(m_dir->filePath(u"machines"_s), m_dir->filePath(u"trash"_s));
        m_store->setTaskList(m_tasks.get());
        m_store->load();
    }
    void cleanup()
    {
        m_tasks.reset();
        m_store.reset();
    }

    void trash_andBack_everythingIsThere()
    {
        const QString id = machineWithDisk("content");
        const MachineDefinition before = *m_store->find(id);
        QSignalSpy removed(m_store.get(), &MachineStore::removed);
        QSignalSpy added(m_store.get(), &MachineStore::added);
        QVERIFY(m_store->moveToTrash(id));
        QCOMPARE(removed.count(), 1);
        QVERIFY(m_store->ids().isEmpty());
        const auto trash = m_store->trash();
        QCOMPARE(trash.size(), 1);
        QCOMPARE(trash.first().id, id);
        QCOMPARE(trash.first().name, u"a"_s);
        QVERIFY(trash.first().bytes > 0);
        QVERIFY(trash.first().deletedAt.secsTo(QDateTime::currentDateTime()) < 3600);
        QVERIFY(m_store->restore(id));
        QCOMPARE(added.count(), 1);
        QVERIFY(*m_store->find(id) == before);
        QCOMPARE(store_testing::read(before.config.drives[0].pathOnHost), QByteArray("content"));
        QVERIFY(m_store->trash().isEmpty());
        QCOMPARE(store_testing::listing(m_store->directory(id)), QStringList({u"files"_s, u"machine.json"_s}));
    }

    void trash_nameTakenMeanwhile_restoredUnderAnother()
    {
        const QString id = machineWithDisk("x");
        QVERIFY(m_store->moveToTrash(id));
        QVERIFY(m_store->create(definition(u"a"_s)));
        QVERIFY(m_store->restore(id));
        QCOMPARE(m_store->find(id)->name, u"a 2"_s);
    }

    void trash_whileItRuns_isRefused()
    {
        const QString id = machineWithDisk("x");
        pretendItRuns(id);
        const auto moved = m_store->moveToTrash(id);
        QVERIFY(!moved && !moved.error().remedy.isEmpty());
        QVERIFY(m_store->find(id));
    }

    void trash_unknownIds_areRefused()
    {
        for (const QString &id : {u"zzzzzzzz"_s, u"../x"_s, QString()}) {
            QVERIFY(!m_store->moveToTrash(id));
            QVERIFY(!m_store->restore(id));
            QVERIFY(!m_store->emptyTrash(id));
            QVERIFY(!m_store->duplicate(id));
        }
    }

    void emptyTrash_removesTheFilesButNotWhatLinksLeadTo()
    {
        const QString id = machineWithDisk("x");
        const QString outside = m_dir->filePath(u"outside/precious"_s);
        store_testing::write(outside, "precious");
        QVERIFY(QFile::link(m_dir->filePath(u"outside"_s), m_store->directory(id) + u"/files/link"_s));
        QVERIFY(m_store->moveToTrash(id));
        QVERIFY(m_store->emptyTrash(id));
        QVERIFY(m_store->trash().isEmpty());
        QTRY_VERIFY(store_testing::listing(m_dir->filePath(u"trash"_s)).isEmpty());
        QCOMPARE(store_testing::read(outside), QByteArray("precious"));
    }

    void duplicate_ownDisk_isCopiedInTheBackground()
    {
        const QString id = machineWithDisk(QByteArray(100'000, 'x'));
        const auto copy = m_store->duplicate(id);
        QVERIFY(copy);
        QCOMPARE(m_store->find(*copy)->name, u"a copy"_s);
        QVERIFY(!m_store->preparing(*copy).isEmpty());
        QVERIFY(!m_store->preparing(id).isEmpty());
        QVERIFY(!m_store->duplicate(id)); // one at a time
        QCOMPARE(m_tasks->tasks().size(), 1);
        Task *task = m_tasks->tasks().first();
        QTRY_COMPARE(task->state(), Task::State::Done);
        QCOMPARE(task->result(), *copy);
        QVERIFY(m_store->preparing(*copy).isEmpty());
        QVERIFY(m_store->preparing(id).isEmpty());
        const QString disk = m_store->find(*copy)->config.drives[0].pathOnHost;
        QCOMPARE(disk, m_store->directory(*copy) + u"/files/rootfs.img"_s);
        QCOMPARE(store_testing::read(disk), QByteArray(100'000, 'x'));
        QCOMPARE(store_testing::listing(m_store->directory(*copy) + u"/files"_s), QStringList{u"rootfs.img"_s});
    }

    void duplicate_diskElsewhere_isSharedAtOnce()
    {
        const QString id = *m_store->create(definition(u"a"_s));
        const auto copy = m_store->duplicate(id);
        QVERIFY(copy);
        QVERIFY(m_tasks->tasks().isEmpty());
        QVERIFY(m_store->preparing(*copy).isEmpty());
        QCOMPARE(m_store->find(*copy)->config.drives[0].pathOnHost, u"/disks/a.img"_s);
    }

    void duplicate_macAddresses_areNewOnes()
    {
        MachineDefinition source = definition(u"a"_s);
        source.config.networkInterfaces = {
            {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"02:00:00:00:00:01"_s},
            {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s}};
        const QString copy = *m_store->duplicate(*m_store->create(source));
        const auto &interfaces = m_store->find(copy)->config.networkInterfaces;
        QVERIFY(!interfaces[0].guestMac.isEmpty());
        QVERIFY(interfaces[0].guestMac != u"02:00:00:00:00:01"_s);
        QVERIFY(interfaces[1].guestMac.isEmpty()); // the guest chooses there, too
        QCOMPARE(m_store->macs(), (QSet<QString>{u"02:00:00:00:00:01"_s, QString(interfaces[0].guestMac)}));
    }

    void duplicate_running_isRefused()
    {
        const QString id = machineWithDisk("x");
        pretendItRuns(id);
        QVERIFY(!m_store->duplicate(id));
        QCOMPARE(m_store->ids().size(), 1);
    }

    void duplicate_cancelled_theCopyGoes()
    {
        const QString id = machineWithDisk(QByteArray(50 << 20, 'x'));
        const auto copy = m_store->duplicate(id);
        QVERIFY(copy);
        m_tasks->tasks().first()->cancel();
        QTRY_COMPARE(m_tasks->tasks().first()->state(), Task::State::Cancelled);
        QCOMPARE(m_store->ids(), QStringList{id});
        QVERIFY(m_store->preparing(id).isEmpty());
        QVERIFY(m_store->trash().isEmpty());
    }

    void duplicate_copyDeletedMeanwhile_endsTheWorkAndRestoresAsIncomplete()
    {
        const QString id = machineWithDisk(QByteArray(50 << 20, 'x'));
        const QString copy = *m_store->duplicate(id);
        QVERIFY(m_store->moveToTrash(copy));
        QVERIFY(m_store->restore(copy)); // before the work has ended
        QTRY_COMPARE(m_tasks->tasks().first()->state(), Task::State::Cancelled);
        QVERIFY(m_store->find(copy));
        QVERIFY(m_store->incomplete(copy));
        QCOMPARE(store_testing::listing(m_store->directory(copy) + u"/files"_s), QStringList{u".incomplete"_s});
    }

    void duplicate_sourceDiskUnreadable_theCopyStaysAndSaysWhy()
    {
        if (geteuid() == 0)
            QSKIP("root can read everything");
        const QString id = machineWithDisk("x");
        QVERIFY(QFile::setPermissions(m_store->find(id)->config.drives[0].pathOnHost, QFile::WriteOwner));
        const QString copy = *m_store->duplicate(id);
        QTRY_COMPARE(m_tasks->tasks().first()->state(), Task::State::Failed);
        QVERIFY(m_store->incomplete(copy));
        QVERIFY(m_store->preparing(copy).contains(u"permission"_s));
    }

    void trash_whileItIsBeingStarted_isRefused()
    {
        const QString id = machineWithDisk("x");
        const MachineDirectory directory(m_store->directory(id));
        QVERIFY(QDir().mkpath(directory.run()));
        StartLock other;
        QVERIFY(other.tryLock(directory.startLock()));
        const auto refused = m_store->moveToTrash(id);
        QVERIFY(!refused);
        QVERIFY(!refused.error().why.isEmpty());
        QVERIFY(m_store->find(id));
        other.unlock();
        QVERIFY(m_store->moveToTrash(id));
    }

    void trash_plantedLinks_areNotWrittenThrough()
    {
        const QString id = machineWithDisk("x");
        const QString victim = m_dir->filePath(u"victim"_s);
        store_testing::write(victim, "mine");
        QVERIFY(QFile::link(victim, m_store->directory(id) + u"/trashed.json"_s));
        QVERIFY(m_store->moveToTrash(id));
        QCOMPARE(store_testing::read(victim), QByteArray("mine"));
        QVERIFY(m_store->trash().first().deletedAt.isValid());
    }

    void duplicate_diskLinkLeadsOut_isRefused()
    {
        const QString id = machineWithDisk("x");
        const QString disk = m_store->find(id)->config.drives[0].pathOnHost;
        const QString secret = m_dir->filePath(u"secret"_s);
        store_testing::write(secret, "secret");
        QVERIFY(QFile::remove(disk));
        QVERIFY(QFile::link(secret, disk));
        const auto copied = m_store->duplicate(id);
        QVERIFY(!copied);
        QVERIFY2(copied.error().why.contains(u"leads out of it"_s), qPrintable(copied.error().why));
        QCOMPARE(m_store->ids(), QStringList{id});
    }
};

QTEST_GUILESS_MAIN(MachineTrashTest)
#include "tst_machine_trash.moc"
