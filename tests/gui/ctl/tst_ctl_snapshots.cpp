// The commands of snapshots, against fake engines.

#include "ctl_fixture.h"

#include <QFile>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TestCtlSnapshots : public QObject {
    Q_OBJECT

    std::unique_ptr<CtlFixture> m_user;
    QString m_id;

    QString disk() const { return m_user->directory(m_id) + u"/files/rootfs.img"_s; }
    void write(char byte) const
    {
        QFile file(disk());
        if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(4096, byte)) != 4096)
            qFatal("no disk");
    }
    QByteArray read() const
    {
        QFile file(disk());
        return file.open(QIODevice::ReadOnly) ? file.read(1) : QByteArray();
    }
    CtlFixture::Result snapshot(const QStringList &words) { return m_user->run(QStringList{u"snapshot"_s} + words); }
    QString take(const QString &name, const QStringList &more = {})
    {
        return snapshot(QStringList{u"create"_s, u"--json"_s, m_id, u"--name"_s, name} + more)
            .object()
            .value("id"_L1)
            .toString();
    }

private slots:
    void init()
    {
        m_user = std::make_unique<CtlFixture>();
        m_id = m_user->create(u"one"_s, {u"--drive"_s, m_user->file(u"root.img"_s), u"--copy-root"_s, u"--memory"_s,
                                         u"1"_s, u"--track-dirty-pages"_s});
        write('a');
        VERIFY_CODE(m_user->run({u"start"_s, m_id}), 0);
    }
    void cleanup() { m_user.reset(); }

    void create_list_shape()
    {
        const QString first = take(u"first"_s);
        QVERIFY(!first.isEmpty());
        QCOMPARE(m_user->state(m_id), u"running"_s);
        const QString second = take(u"second"_s, {u"--diff"_s, u"--note"_s, u"n"_s});
        const QJsonArray all = snapshot({u"list"_s, u"--json"_s, m_id}).array();
        QCOMPARE(all.size(), 2);
        const QJsonObject diff = all[1].toObject();
        QCOMPARE(diff.keys(),
                 QStringList({u"bytes_on_disk"_s, u"created_at"_s, u"here"_s, u"id"_s, u"kind"_s, u"memory_mib"_s,
                              u"name"_s, u"note"_s, u"parent"_s, u"pause_ms"_s, u"problem"_s}));
        QCOMPARE(diff.value("id"_L1).toString(), second);
        QCOMPARE(diff.value("parent"_L1).toString(), first);
        QCOMPARE(diff.value("kind"_L1).toString(), u"diff"_s);
        QVERIFY(diff.value("here"_L1).toBool());
        QVERIFY(snapshot({u"list"_s, m_id}).out.contains("* second"));
    }

    void create_ofAStoppedMachine_isNotPossible()
    {
        VERIFY_CODE(m_user->run({u"stop"_s, m_id}), 0);
        VERIFY_CODE(snapshot({u"create"_s, m_id}), 4);
        VERIFY_CODE(snapshot({u"list"_s, m_id}), 0);
    }

    void create_thatFails_leavesTheGuestRunning()
    {
        VERIFY_CODE(m_user->run({u"stop"_s, m_id}), 0);
        m_user->script({{u"fullDisk"_s, true}});
        VERIFY_CODE(m_user->run({u"start"_s, m_id}), 0);
        const auto failed = snapshot({u"create"_s, m_id});
        VERIFY_CODE(failed, 1);
        QVERIFY(failed.err.contains("No space left"));
        QCOMPARE(m_user->state(m_id), u"running"_s);
        QCOMPARE(snapshot({u"list"_s, u"--json"_s, m_id}).array().size(), 0);
    }

    void restore_putsTheDriveBack()
    {
        take(u"first"_s);
        write('b');
        const auto plan = snapshot({u"restore"_s, u"--dry-run"_s, u"--json"_s, m_id, u"first"_s});
        VERIFY_CODE(plan, 0);
        QCOMPARE(plan.object().keys(), QStringList({u"findings"_s, u"lost"_s, u"possible"_s}));
        QCOMPARE(read(), QByteArray("b"));
        VERIFY_CODE(snapshot({u"restore"_s, m_id, u"first"_s}), 0);
        QCOMPARE(read(), QByteArray("a"));
        QCOMPARE(m_user->state(m_id), u"running"_s);
        QCOMPARE(m_user->engines(m_id), 1);
        VERIFY_CODE(snapshot({u"restore"_s, u"--paused"_s, m_id, u"first"_s}), 0);
        QCOMPARE(m_user->state(m_id), u"paused"_s);
    }

    void clone_runsBesideIt()
    {
        take(u"first"_s);
        const auto made =
            snapshot({u"clone"_s, u"--json"_s, u"--count"_s, u"2"_s, u"--name"_s, u"copy"_s, m_id, u"first"_s});
        VERIFY_CODE(made, 0);
        QCOMPARE(made.array().size(), 2);
        for (const QJsonValue &machine : made.array()) {
            QCOMPARE(machine["state"_L1].toString(), u"running"_s);
            QCOMPARE(m_user->engines(machine["id"_L1].toString()), 1);
        }
        VERIFY_CODE(snapshot({u"clone"_s, u"--count"_s, u"65"_s, m_id, u"first"_s}), 2);
    }

    void delete_withDependents_isSaidOrRefused()
    {
        const QString first = take(u"first"_s);
        const QString second = take(u"second"_s, {u"--diff"_s});
        VERIFY_CODE(snapshot({u"delete"_s, m_id, u"first"_s}), 4);
        const auto gone = snapshot({u"delete"_s, u"--json"_s, u"--with-diffs"_s, m_id, u"first"_s});
        VERIFY_CODE(gone, 0);
        QCOMPARE(gone.object().value("removed"_L1).toArray(), (QJsonArray{first, second}));
        QCOMPARE(snapshot({u"list"_s, u"--json"_s, m_id}).array().size(), 0);
    }

    void verify_exportImport()
    {
        const QString first = take(u"first"_s);
        VERIFY_CODE(snapshot({u"verify"_s, m_id, u"first"_s}), 0); // notes what is not known yet
        const auto good = snapshot({u"verify"_s, u"--json"_s, m_id, u"first"_s});
        VERIFY_CODE(good, 0);
        QVERIFY(good.object().value("good"_L1).toBool());
        const QString archive = m_user->home() + u"/first.tar.zst"_s;
        VERIFY_CODE(snapshot({u"export"_s, m_id, u"first"_s, archive}), 0);
        VERIFY_CODE(snapshot({u"export"_s, m_id, u"first"_s, archive}), 1); // it is there
        const auto imported = snapshot({u"import"_s, u"--json"_s, archive});
        VERIFY_CODE(imported, 0);
        QCOMPARE(imported.object().value("state"_L1).toString(), u"stopped"_s);
        VERIFY_CODE(snapshot({u"import"_s, m_user->file(u"nothing"_s)}), 1);

        QFile state(m_user->directory(m_id) + u"/snapshots/"_s + first + u"/state"_s);
        QVERIFY(state.open(QIODevice::ReadWrite) && state.putChar('X'));
        state.close();
        const auto bad = snapshot({u"verify"_s, u"--json"_s, m_id, u"first"_s});
        VERIFY_CODE(bad, 1);
        QVERIFY(!bad.object().value("good"_L1).toBool());
    }

    void snapshot_byNameIdOrItsBeginning()
    {
        const QString first = take(u"first"_s);
        VERIFY_CODE(snapshot({u"verify"_s, m_id, first.left(5)}), 0);
        take(u"first"_s);
        const auto several = snapshot({u"verify"_s, m_id, u"first"_s});
        VERIFY_CODE(several, 3);
        QVERIFY(several.err.contains("fits several snapshots"));
        VERIFY_CODE(snapshot({u"verify"_s, m_id, first}), 0);
    }
};

QTEST_GUILESS_MAIN(TestCtlSnapshots)
#include "tst_ctl_snapshots.moc"
