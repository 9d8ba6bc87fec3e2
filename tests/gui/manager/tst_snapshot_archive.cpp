#include "snapshot_fixture.h"

#include "manager/snapshots/archive.h"

#include <QJsonDocument>

#include <archive.h>
#include <archive_entry.h>
#include <sys/stat.h>

using namespace sparkler::gui;
using namespace snapshot_testing;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Member {
    QByteArray name;
    QByteArray content;
    unsigned type = AE_IFREG;
    QByteArray link{};
};

/// An archive as anybody could make one.
void writeTar(const QString &path, const QList<Member> &members)
{
    archive *out = archive_write_new();
    archive_write_set_format_pax(out);
    archive_write_add_filter_zstd(out);
    archive_write_open_filename(out, QFile::encodeName(path).constData());
    for (const Member &member : members) {
        archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.constData());
        archive_entry_set_filetype(entry, member.type);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, member.type == AE_IFREG ? member.content.size() : 0);
        if (member.type == AE_IFLNK)
            archive_entry_set_symlink(entry, member.link.constData());
        else if (!member.link.isEmpty())
            archive_entry_set_hardlink(entry, member.link.constData());
        if (archive_write_header(out, entry) != ARCHIVE_OK)
            qFatal("%s", archive_error_string(out));
        if (member.type == AE_IFREG && member.link.isEmpty())
            archive_write_data(out, member.content.constData(), static_cast<size_t>(member.content.size()));
        archive_entry_free(entry);
    }
    archive_write_free(out);
}

Snapshot simple()
{
    Snapshot one = snapshot(1);
    one.stateBytes = 5;
    one.memoryBytes = 8192;
    one.definition.config.drives = {{.driveId = u"rootfs"_s, .pathOnHost = u"/victim"_s, .isRootDevice = true}};
    one.drives = {
        {u"rootfs"_s, u"/victim"_s, u"drives/rootfs.img"_s, SnapshotDrive::Copy::Full, false, 4096, one.createdAt}};
    return one;
}

QList<Member> members(const Snapshot &one)
{
    return {{"sparkler-snapshot/snapshot.json", snapshotToText(one)},
            {"sparkler-snapshot/state", "state"},
            {"sparkler-snapshot/memory", QByteArray(8192, 'm')},
            {"sparkler-snapshot/drives/rootfs.img", QByteArray(4096, 'd')}};
}

bool goOn(qint64, qint64)
{
    return true;
}

} // namespace

class TestSnapshotArchive : public QObject {
    Q_OBJECT

private slots:
    void exported_thenImported_isAMachineThatCanBeRestored()
    {
        SnapshotFixture f;
        Machine *machine = f.running();
        f.create(machine);
        const QString diff = f.create(machine, SnapshotKind::Diff, u"the second"_s);
        const QString path = f.file(u"taken"_s, 1);
        QCOMPARE(f.end(f.library().exportArchive(machine->id(), diff, path)), Task::State::Failed);
        QCOMPARE(QFileInfo(path).size(), 1);
        QVERIFY(QFile::remove(path));
        QCOMPARE(f.end(f.library().exportArchive(machine->id(), diff, path)), Task::State::Done);
        f.settle(machine->id());
        QVERIFY(f.left(machine).filter(u".work"_s).isEmpty());
        QVERIFY(QFileInfo(path).size() < 100'000); // zeros and holes cost nothing

        Task *task = f.library().importArchive(path);
        QCOMPARE(f.end(task), Task::State::Done);
        const QString id = task->result();
        QVERIFY(id != machine->id());
        Machine *imported = f.supervisor().find(id);
        QCOMPARE(imported->state(), MachineState::Stopped);
        QCOMPARE(f.store().preparing(id), QString());
        QVERIFY(imported->definition().name != machine->definition().name);
        QVERIFY(f.diskOf(imported).startsWith(imported->directory().files()));
        QCOMPARE(f.disk(imported), 'a');
        QTRY_COMPARE(f.library().of(id)->entries.size(), 1);
        const Snapshot kept = f.snapshot(imported, diff);
        QCOMPARE(kept.name, u"the second"_s);
        QCOMPARE(kept.kind, SnapshotKind::Full);
        QCOMPARE(kept.parent, QString());
        QCOMPARE(kept.drives[0].path, f.diskOf(imported));
        QCOMPARE(f.library().of(id)->here, diff);
        f.writeDisk(imported, 'x');
        QTRY_VERIFY(f.library().upToDate(id));
        QCOMPARE(f.end(f.library().restore({id, diff})), Task::State::Done);
        QCOMPARE(f.disk(imported), 'a');
        QTRY_VERIFY(f.library().upToDate(id));
        const QString again = f.create(imported);
        QCOMPARE(f.pages(SnapshotFolder(imported->directory().root()).of(again) + u"/memory"_s), "abc");
        QCOMPARE(machine->state(), MachineState::Running);
    }

    void holes_stayHoles()
    {
        QTemporaryDir home;
        Snapshot one = snapshot(1);
        store(home.path(), one);
        const QString folder = SnapshotFolder(home.path()).of(one.id);
        one.stateBytes = 5;
        one.memoryBytes = 256LL << 20;
        QFile memory(folder + u"/memory"_s);
        QVERIFY(memory.open(QIODevice::ReadWrite) && memory.resize(one.memoryBytes));
        for (const qint64 at : {0LL, 64LL << 20, (64LL << 20) + 8192, (256LL << 20) - 4096}) {
            QVERIFY(memory.seek(at));
            memory.write(QByteArray(4096, static_cast<char>('a' + at % 7)));
        }
        memory.close();
        const QString path = home.filePath(u"a.tar.zst"_s);
        qint64 last = 0;
        const auto written =
            SnapshotArchive::write(path, folder, one, memory.fileName(), [&](qint64 done, qint64 total) {
                const bool right = done >= last && done <= total;
                last = done;
                return right;
            });
        QVERIFY2(written, written ? "" : qPrintable(written.error()));
        const QString to = home.filePath(u"to"_s);
        QVERIFY(QDir().mkpath(to));
        const auto read = SnapshotArchive::extract(path, to, goOn);
        QVERIFY2(read, read ? "" : qPrintable(read.error()));
        QCOMPARE(readFile(to + u"/memory"_s), readFile(memory.fileName()));
        struct stat info = {};
        QVERIFY(::stat(QFile::encodeName(to + u"/memory"_s).constData(), &info) == 0);
        QVERIFY(info.st_blocks * 512 < 1 << 20);
    }

    void strangersArchive_isRefused_data()
    {
        QTest::addColumn<QList<Member>>("content");
        const QList<Member> good = members(simple());
        const auto row = [](const char *name, const QList<Member> &content) { QTest::newRow(name) << content; };
        const auto with = [&good](const Member &extra) { return good + QList<Member>{extra}; };
        row("empty", {});
        row("only the description", good.mid(0, 1));
        row("description not first", good.mid(1) + good.mid(0, 1));
        row("absolute", with({"/etc/passwd", "x"}));
        row("upwards", with({"sparkler-snapshot/../../x", "x"}));
        row("upwards in drives", with({"sparkler-snapshot/drives/../../x.img", "x"}));
        row("unknown name", with({"sparkler-snapshot/run", "x"}));
        row("other top", with({"state", "state"}));
        row("twice", with(good[1]));
        row("description twice", with(good[0]));
        row("drive that is not listed", with({"sparkler-snapshot/drives/other.img", "x"}));
        row("folder", with({"sparkler-snapshot/drives", {}, AE_IFDIR}));
        row("device", with({"sparkler-snapshot/drives/d.img", {}, AE_IFCHR}));
        row("pipe", with({"sparkler-snapshot/drives/d.img", {}, AE_IFIFO}));
        QList<Member> link = good;
        link[2] = {"sparkler-snapshot/memory", {}, AE_IFLNK, "/etc/shadow"};
        row("symbolic link", link);
        link[2] = {"sparkler-snapshot/memory", {}, AE_IFREG, "sparkler-snapshot/state"};
        row("hard link", link);
        QList<Member> sized = good;
        sized[2].content.append('m');
        row("too long", sized);
        sized[2].content.chop(2);
        row("too short", sized);
        Snapshot diff = simple();
        diff.kind = SnapshotKind::Diff;
        diff.parent = idOf(7);
        row("diff", members(diff));
        Snapshot huge = simple();
        huge.memoryBytes = 1LL << 49;
        row("huge", members(huge));
        QList<Member> text = good;
        text[0].content = "{}";
        row("no description", text);
    }
    void strangersArchive_isRefused()
    {
        QFETCH(QList<Member>, content);
        SnapshotFixture f;
        const QString path = f.file(u"archive"_s);
        writeTar(path, content);
        Task *task = f.library().importArchive(path);
        QCOMPARE(f.end(task), Task::State::Failed);
        QVERIFY(!task->failure()->why.isEmpty());
        QVERIFY(f.store().ids().isEmpty());
        QVERIFY(f.store().trash().isEmpty());
        const QStringList left =
            QDir(f.paths().data + u"/import/snapshots"_s).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        QVERIFY2(left.filter(QRegularExpression(u"^\\.work"_s)).isEmpty(), qPrintable(left.join(u' ')));
    }

    void strangersPaths_becomeTheMachinesOwn()
    {
        SnapshotFixture f;
        Snapshot one = simple();
        const QString victim = f.file(u"victim"_s, 10);
        one.drives[0].path = victim;
        one.definition.config.drives[0].pathOnHost = victim;
        one.definition.config.serial = Serial{victim, {}};
        const QString path = f.file(u"archive"_s);
        writeTar(path, members(one));
        Task *task = f.library().importArchive(path);
        QCOMPARE(f.end(task), Task::State::Done);
        const QString id = task->result();
        const QString root = f.store().directory(id);
        QVERIFY(f.store().find(id)->config.drives[0].pathOnHost.startsWith(root));
        QCOMPARE(f.store().find(id)->config.serial->serialOutPath, QString(kSerialName));
        QTRY_COMPARE(f.library().of(id)->entries.size(), 1);
        QVERIFY(f.library().of(id)->entries[0].snapshot.drives[0].path.startsWith(root));
        QVERIFY(!snapshotToText(f.library().of(id)->entries[0].snapshot).contains(victim.toUtf8()));
        // A drive that can be written to and is not in it would be somebody's file here.
        Snapshot without = simple();
        Drive other{.driveId = u"data"_s, .pathOnHost = victim};
        without.definition.config.drives.append(other);
        writeTar(path, members(without));
        QCOMPARE(f.end(f.library().importArchive(path)), Task::State::Failed);
        QCOMPARE(f.store().ids(), QStringList{id});
        QCOMPARE(QFileInfo(victim).size(), 10);
    }

    void truncatedAndFlipped_areErrorsOrTheSame()
    {
        QTemporaryDir home;
        const QString path = home.filePath(u"a"_s);
        writeTar(path, members(simple()));
        const QByteArray good = readFile(path);
        int refused = 0;
        for (qsizetype cut = 0; cut < good.size(); cut += 7) {
            writeFile(path, good.first(cut));
            const QString to = home.filePath(QString::number(cut));
            QVERIFY(QDir().mkpath(to));
            refused += SnapshotArchive::extract(path, to, goOn) ? 0 : 1;
            QByteArray flipped = good;
            flipped[cut] = static_cast<char>(flipped[cut] ^ 0x10);
            writeFile(path, flipped);
            const QString other = to + u"-flipped"_s;
            QVERIFY(QDir().mkpath(other));
            if (const auto read = SnapshotArchive::extract(path, other, goOn))
                QCOMPARE(QFileInfo(other + u"/memory"_s).size(), 8192);
        }
        QVERIFY(refused >= good.size() / 7);
    }

    void stopped_leavesNoArchive()
    {
        QTemporaryDir home;
        Snapshot one = snapshot(1);
        store(home.path(), one);
        one.stateBytes = 5;
        one.memoryBytes = 8192;
        const QString folder = SnapshotFolder(home.path()).of(one.id);
        const auto written = SnapshotArchive::write(home.filePath(u"x"_s), folder, one, folder + u"/memory"_s,
                                                    [](qint64, qint64) { return false; });
        QVERIFY(!written);
        QCOMPARE(written.error(), QString());
        QCOMPARE(QDir(home.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
    }
};

QTEST_GUILESS_MAIN(TestSnapshotArchive)
#include "tst_snapshot_archive.moc"
