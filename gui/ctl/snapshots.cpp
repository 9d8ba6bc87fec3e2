// snapshot … : the table, and what does not start a machine

#include "ctl/arguments.h"
#include "ctl/life.h"
#include "ctl/machine_json.h"
#include "ctl/snapshot_commands.h"
#include "ctl/text.h"
#include "manager/snapshots/snapshot_text.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

Exit listSnapshots(Session &session, const Arguments &arguments)
{
    const SnapshotsOf of = readSnapshots(session, arguments.operand(0), Session::Role::Look);
    if (!of.machine)
        return of.exit;
    if (session.out().json()) {
        QJsonArray array;
        for (const SnapshotEntry &entry : of.all->entries) {
            QJsonObject object = snapshotToJson(entry);
            object.insert(u"here"_s, entry.snapshot.id == of.all->here);
            array.append(object);
        }
        Output::document(array);
        return Exit::Good;
    }
    QList<QStringList> rows;
    const QLocale locale;
    for (const SnapshotEntry &entry : of.all->entries) {
        const Snapshot &snapshot = entry.snapshot;
        rows << QStringList{snapshot.id,
                            (snapshot.id == of.all->here ? u"* "_s : QString()) + snapshot.name,
                            entry.damaged() ? Ctl::tr("damaged") : kindText(snapshot.kind),
                            snapshot.parent.isEmpty() ? u"-"_s : snapshot.parent,
                            momentText(snapshot.createdAt),
                            locale.formattedDataSize(entry.diskBytes)};
    }
    if (rows.isEmpty())
        session.out().remark(Ctl::tr("“%1” has no snapshots.").arg(of.machine->definition().name));
    else
        session.out().table(
            {Ctl::tr("ID"), Ctl::tr("NAME"), Ctl::tr("KIND"), Ctl::tr("AFTER"), Ctl::tr("TAKEN"), Ctl::tr("ON DISK")},
            rows);
    return Exit::Good;
}

Exit createSnapshot(Session &session, const Arguments &arguments)
{
    const SnapshotsOf of = readSnapshots(session, arguments.operand(0), Session::Role::Act);
    if (!of.machine)
        return of.exit;
    const QString machineId = of.machine->id();
    const SnapshotKind kind = arguments.has("--diff") ? SnapshotKind::Diff : SnapshotKind::Full;
    SnapshotLibrary *library = session.workspace().snapshots();
    if (const QString why = library->whyNotCreate(machineId, kind); !why.isEmpty())
        return session.out().fail(Ctl::tr("No snapshot was made."), why, Exit::NotNow);
    CreateSnapshot request;
    request.machineId = machineId;
    request.kind = kind;
    request.name = arguments.value("--name");
    request.note = arguments.value("--note");
    Task *task = library->create(request);
    if (const Exit made = session.finish(task); made != Exit::Good)
        return made;
    const QString id = task->result();
    session.wait([&] { return library->upToDate(machineId) && library->of(machineId)->find(id); });
    const SnapshotEntry *entry = library->of(machineId)->find(id);
    if (!entry)
        return session.interruption();
    if (session.out().json())
        Output::document(snapshotToJson(*entry));
    else
        session.out().line(Ctl::tr("“%1” is taken; its id is %2.").arg(entry->snapshot.name, id));
    return Exit::Good;
}

Exit deleteSnapshot(Session &session, const Arguments &arguments)
{
    const QString what = Ctl::tr("The snapshot was not deleted.");
    if (arguments.has("--with-diffs") && arguments.has("--merge-diffs"))
        return session.out().fail(
            what, Ctl::tr("%1 and %2 exclude each other.").arg(u"--with-diffs"_s, u"--merge-diffs"_s), Exit::Usage);
    const SnapshotsOf of = readSnapshots(session, arguments.operand(0), Session::Role::Act);
    if (!of.machine)
        return of.exit;
    const SnapshotEntry *entry = findSnapshot(session, of, arguments.operand(1));
    if (!entry)
        return Exit::NoSuch;
    const RemovalMode mode = arguments.has("--with-diffs")    ? RemovalMode::WithDiffs
                             : arguments.has("--merge-diffs") ? RemovalMode::MergeDiffs
                                                              : RemovalMode::OnlyIt;
    SnapshotLibrary *library = session.workspace().snapshots();
    const QString id = entry->snapshot.id;
    const RemovalPlan plan = library->planRemoval(of.machine->id(), id, mode);
    if (!plan.whyNot.isEmpty())
        return session.out().fail(what, plan.whyNot, Exit::NotNow,
                                  Ctl::tr("See %1").arg(u"--with-diffs, --merge-diffs"_s));
    if (const Exit done = session.finish(library->remove(of.machine->id(), id, mode)); done != Exit::Good)
        return done;
    if (session.out().json())
        Output::document(QJsonObject{{u"removed"_s, QJsonArray::fromStringList(plan.removed)},
                                     {u"merged"_s, QJsonArray::fromStringList(plan.merged)}});
    return Exit::Good;
}

QString fileWord(VerifiedFile::State state)
{
    switch (state) {
    case VerifiedFile::State::Good:
        return u"good"_s;
    case VerifiedFile::State::Changed:
        return u"changed"_s;
    case VerifiedFile::State::Missing:
        return u"missing"_s;
    case VerifiedFile::State::Recorded:
        return u"recorded"_s;
    case VerifiedFile::State::Unreadable:
        break;
    }
    return u"unreadable"_s;
}

Exit verifySnapshots(Session &session, const Arguments &arguments)
{
    const SnapshotsOf of = readSnapshots(session, arguments.operand(0), Session::Role::Act);
    if (!of.machine)
        return of.exit;
    const SnapshotEntry *entry = findSnapshot(session, of, arguments.operand(1));
    if (!entry)
        return Exit::NoSuch;
    const QString machineId = of.machine->id();
    const QString id = entry->snapshot.id;
    SnapshotLibrary *library = session.workspace().snapshots();
    const Exit done = session.finish(library->verify(machineId, id));
    const auto found = library->verification(machineId, id);
    if (!found)
        return done;
    QJsonArray array;
    for (const VerifiedFile &file : found->files) {
        array.append(
            QJsonObject{{u"file"_s, file.file}, {u"state"_s, fileWord(file.state)}, {u"detail"_s, file.detail}});
        if (!session.out().json())
            session.out().line(file.file + u": "_s + fileStateText(file.state));
    }
    if (session.out().json())
        Output::document(QJsonObject{{u"good"_s, found->good()}, {u"files"_s, array}});
    return done;
}

Exit exportSnapshot(Session &session, const Arguments &arguments)
{
    const SnapshotsOf of = readSnapshots(session, arguments.operand(0), Session::Role::Act);
    if (!of.machine)
        return of.exit;
    const SnapshotEntry *entry = findSnapshot(session, of, arguments.operand(1));
    if (!entry)
        return Exit::NoSuch;
    const QString path = QDir::cleanPath(QFileInfo(arguments.operand(2)).absoluteFilePath());
    Task *task = session.workspace().snapshots()->exportArchive(of.machine->id(), entry->snapshot.id, path);
    if (const Exit done = session.finish(task); done != Exit::Good)
        return done;
    if (session.out().json())
        Output::document(QJsonObject{{u"file"_s, path}, {u"bytes"_s, QFileInfo(path).size()}});
    return Exit::Good;
}

Exit importSnapshot(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    session.openSnapshots();
    const QString path = QDir::cleanPath(QFileInfo(arguments.operand(0)).absoluteFilePath());
    Task *task = session.workspace().snapshots()->importArchive(path);
    if (const Exit done = session.finish(task); done != Exit::Good)
        return done;
    const Machine *machine = session.workspace().supervisor()->find(task->result());
    if (!machine)
        return Exit::NoSuch; // deleted by somebody else already
    if (session.out().json())
        Output::document(machineToJson(*machine, true));
    else
        session.out().line(madeSentence(*machine));
    return Exit::Good;
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Operand kSnapshot[] = {{.name = "MACHINE", .completes = Completes::Machine}, {.name = "SNAPSHOT"}};
constexpr Operand kExport[] = {{.name = "MACHINE", .completes = Completes::Machine},
                               {.name = "SNAPSHOT"},
                               {.name = "FILE", .completes = Completes::File}};
constexpr Operand kImport[] = {{.name = "FILE", .completes = Completes::File}};

constexpr Option kCreateOptions[] = {
    {.name = "--name", .value = "NAME", .help = QT_TRANSLATE_NOOP("sparklectl", "Its name; the time if not given")},
    {.name = "--note", .value = "TEXT", .help = QT_TRANSLATE_NOOP("sparklectl", "A note with it")},
    {.name = "--diff", .help = QT_TRANSLATE_NOOP("sparklectl", "Only what has changed since the last one")},
};
constexpr Option kDeleteOptions[] = {
    {.name = "--with-diffs", .help = QT_TRANSLATE_NOOP("sparklectl", "Delete the diffs that need it, too")},
    {.name = "--merge-diffs", .help = QT_TRANSLATE_NOOP("sparklectl", "Make the diffs that need it full before")},
};
constexpr Option kPaused = {.name = "--paused",
                            .help = QT_TRANSLATE_NOOP("sparklectl", "Leave the guest paused afterwards")};
constexpr Option kDryRun = {.name = "--dry-run",
                            .help = QT_TRANSLATE_NOOP("sparklectl", "Only tell what would come of it")};
constexpr Option kAcceptRisk{.name = "--accept-risk",
                             .help = QT_TRANSLATE_NOOP("sparklectl", "Try it also where it will probably go wrong")};
constexpr Option kRestoreOptions[] = {kPaused, kDryRun, kAcceptRisk};
constexpr Option kCloneOptions[] = {
    {.name = "--name", .value = "NAME", .help = QT_TRANSLATE_NOOP("sparklectl", "The new machine's name")},
    {.name = "--count", .value = "NUMBER", .help = QT_TRANSLATE_NOOP("sparklectl", "So many machines, 1 to 64")},
    kPaused,
    kDryRun,
    kAcceptRisk,
};

constexpr Command kCommands[] = {
    {.name = "snapshot list",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "List a machine's snapshots"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "A star marks the one that was made or restored last."),
     .operands = kMachine,
     .options = {},
     .run = listSnapshots},
    {.name = "snapshot create",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Take a snapshot of a machine that runs or is paused"),
     .details = "",
     .operands = kMachine,
     .options = kCreateOptions,
     .run = createSnapshot},
    {.name = "snapshot restore",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Go back to a snapshot"),
     .details =
         QT_TRANSLATE_NOOP("sparklectl", "Ends the machine's engine and starts it from the snapshot; what was "
                                         "done since is gone. When it fails, drives and settings are as before."),
     .operands = kSnapshot,
     .options = kRestoreOptions,
     .run = restoreSnapshot},
    {.name = "snapshot clone",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Make new machines from a snapshot and start them"),
     .details = "",
     .operands = kSnapshot,
     .options = kCloneOptions,
     .run = cloneSnapshot},
    {.name = "snapshot delete",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Delete a snapshot for good"),
     .details = "",
     .operands = kSnapshot,
     .options = kDeleteOptions,
     .run = deleteSnapshot},
    {.name = "snapshot verify",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Compare a snapshot's files with their checksums"),
     .details = "",
     .operands = kSnapshot,
     .options = {},
     .run = verifySnapshots},
    {.name = "snapshot export",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Write a snapshot into one file, for elsewhere"),
     .details = "",
     .operands = kExport,
     .options = {},
     .run = exportSnapshot},
    {.name = "snapshot import",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Make a stopped machine of such a file"),
     .details = "",
     .operands = kImport,
     .options = {},
     .run = importSnapshot},
};

} // namespace

std::span<const Command> snapshotCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
