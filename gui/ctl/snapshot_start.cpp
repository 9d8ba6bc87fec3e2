// snapshot restore, snapshot clone; and what all commands of snapshots need

#include "ctl/arguments.h"
#include "ctl/life.h"
#include "ctl/machine_json.h"
#include "ctl/snapshot_commands.h"
#include "ctl/text.h"

#include <QPointer>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString severityWord(Finding::Severity severity)
{
    switch (severity) {
    case Finding::Severity::Problem:
        return u"problem"_s;
    case Finding::Severity::Risk:
        return u"risk"_s;
    case Finding::Severity::Warning:
        return u"warning"_s;
    case Finding::Severity::Note:
        break;
    }
    return u"note"_s;
}

/// Waits for what the library says would come of it.
std::optional<RestorePlan> planOf(Session &session,
                                  const std::function<void(QObject *, std::function<void(RestorePlan)>)> &begin)
{
    QObject context;
    std::optional<RestorePlan> plan;
    begin(&context, [&plan](const RestorePlan &found) { plan = found; });
    session.wait([&plan] { return plan.has_value(); });
    session.progress().clear();
    return plan;
}

Exit printPlan(const Session &session, const RestorePlan &plan)
{
    QJsonArray findings;
    for (const Finding &finding : plan.findings)
        findings.append(findingToJson(finding));
    if (session.out().json()) {
        Output::document(QJsonObject{{u"possible"_s, plan.possible()},
                                     {u"lost"_s, QJsonArray::fromStringList(plan.lost)},
                                     {u"findings"_s, findings}});
    } else {
        session.out().lines(plan.lost);
        for (const Finding &finding : plan.findings)
            session.out().line(u'[' + severityWord(finding.severity) + u"] "_s + finding.text);
        if (plan.possible())
            session.out().line(Ctl::tr("It can be done."));
    }
    return plan.possible() ? Exit::Good : Exit::NotNow;
}

/// Tells what stands in the way, if something does. Warnings are remarks, and so is a risk that is accepted.
Exit judge(const Session &session, const RestorePlan &plan, const QString &what, bool acceptRisk)
{
    for (const Finding &finding : plan.findings) {
        if (finding.severity == Finding::Severity::Problem)
            return session.out().fail(what, finding.text, Exit::NotNow, finding.remedy);
        if (finding.severity == Finding::Severity::Risk && !acceptRisk)
            return session.out().fail(what, finding.text, Exit::NotNow,
                                      Ctl::tr("It will probably go wrong; with --accept-risk it is tried."));
        if (finding.severity != Finding::Severity::Note)
            session.out().remark(finding.text);
    }
    return Exit::Good;
}

struct Chosen {
    SnapshotsOf of;
    QString snapshotId;
    Exit exit = Exit::Good;
};

/// The machine and the snapshot that the first two operands name, when the host is known, too.
Chosen choose(Session &session, const Arguments &arguments)
{
    Chosen chosen;
    chosen.of = readSnapshots(session, arguments.operand(0), Session::Role::Act);
    chosen.exit = chosen.of.exit;
    if (!chosen.of.machine)
        return chosen;
    const SnapshotEntry *entry = findSnapshot(session, chosen.of, arguments.operand(1));
    chosen.exit = entry ? Exit::Good : Exit::NoSuch;
    if (!entry)
        return chosen;
    chosen.snapshotId = entry->snapshot.id;
    session.checkHost();
    session.progress().setText(Ctl::tr("Looking at this host"));
    if (!session.wait([&session] { return session.workspace().readiness()->complete(); }))
        chosen.exit = session.interruption();
    session.progress().setText({});
    return chosen;
}

} // namespace

SnapshotsOf readSnapshots(Session &session, const QString &machine, Session::Role role)
{
    session.open(role);
    SnapshotsOf of;
    of.machine = session.machine(machine);
    if (!of.machine)
        return of;
    const QString id = of.machine->id();
    SnapshotLibrary *library = session.workspace().snapshots();
    session.openSnapshots();
    if (!session.wait([&] { return library->loaded(id) && library->upToDate(id); })) {
        of.machine = nullptr;
        of.exit = session.interruption();
        return of;
    }
    session.progress().clear();
    of.exit = Exit::Good;
    of.all = library->of(id);
    return of;
}

const SnapshotEntry *findSnapshot(Session &session, const SnapshotsOf &of, const QString &name)
{
    QStringList found;
    for (const auto &fits :
         {std::function([&](const Snapshot &one) { return one.id == name; }),
          std::function([&](const Snapshot &one) { return one.name == name; }),
          std::function([&](const Snapshot &one) { return !name.isEmpty() && one.id.startsWith(name); })}) {
        for (const SnapshotEntry &entry : of.all->entries) {
            if (fits(entry.snapshot))
                found << entry.snapshot.id;
        }
        if (!found.isEmpty())
            break;
    }
    if (found.size() == 1)
        return of.all->find(found.constFirst());
    const QString machine = of.machine->definition().name;
    session.out().fail(found.isEmpty() ? Ctl::tr("“%1” has no snapshot “%2”.").arg(machine, name)
                                       : Ctl::tr("“%1” fits several snapshots: %2.").arg(name, found.join(u", "_s)),
                       {}, Exit::NoSuch, Ctl::tr("“sparklectl snapshot list” tells which there are."));
    return nullptr;
}

QJsonObject snapshotToJson(const SnapshotEntry &entry)
{
    const Snapshot &snapshot = entry.snapshot;
    return {{u"id"_s, snapshot.id},
            {u"name"_s, snapshot.name},
            {u"note"_s, snapshot.note},
            {u"kind"_s, snapshot.kind == SnapshotKind::Diff ? u"diff"_s : u"full"_s},
            {u"parent"_s, snapshot.parent},
            {u"created_at"_s, snapshot.createdAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"pause_ms"_s,
             snapshot.pause ? QJsonValue(static_cast<qint64>(snapshot.pause->count())) : QJsonValue(QJsonValue::Null)},
            {u"memory_mib"_s, static_cast<qint64>(snapshot.memoryMib)},
            {u"bytes_on_disk"_s, entry.diskBytes},
            {u"problem"_s, entry.problem}};
}

QJsonObject findingToJson(const Finding &finding)
{
    return {{u"severity"_s, severityWord(finding.severity)},
            {u"text"_s, finding.text},
            {u"remedy"_s, finding.remedy},
            {u"command"_s, finding.command}};
}

Exit restoreSnapshot(Session &session, const Arguments &arguments)
{
    const Chosen chosen = choose(session, arguments);
    if (chosen.exit != Exit::Good)
        return chosen.exit;
    const QPointer<Machine> machine = chosen.of.machine;
    RestoreSnapshot request{machine->id(), chosen.snapshotId, !arguments.has("--paused"), false};
    request.acceptRisk = arguments.has("--accept-risk");
    SnapshotLibrary *library = session.workspace().snapshots();
    const auto plan = planOf(session, [&](QObject *context, std::function<void(RestorePlan)> done) {
        library->planRestore(request, context, std::move(done));
    });
    if (!plan)
        return session.interruption();
    if (arguments.has("--dry-run"))
        return printPlan(session, *plan);
    const QString what = Ctl::tr("“%1” was not restored.").arg(machine->definition().name);
    if (const Exit exit = judge(session, *plan, what, request.acceptRisk); exit != Exit::Good)
        return exit;
    if (const Exit done = session.finish(library->restore(request)); done != Exit::Good)
        return done;
    if (session.out().json())
        Output::document(machineToJson(*machine, false));
    return Exit::Good;
}

Exit cloneSnapshot(Session &session, const Arguments &arguments)
{
    bool good = true;
    const int count = arguments.has("--count") ? arguments.value("--count").toInt(&good) : 1;
    if (!good || count < 1 || count > CloneSnapshot::kMost)
        return session.out().usage(Ctl::tr("--count is a number from 1 to %1.").arg(CloneSnapshot::kMost),
                                   u"snapshot clone"_s);
    const Chosen chosen = choose(session, arguments);
    if (chosen.exit != Exit::Good)
        return chosen.exit;
    CloneSnapshot request;
    request.machineId = chosen.of.machine->id();
    request.snapshotId = chosen.snapshotId;
    request.count = count;
    request.name = arguments.value("--name");
    request.resume = !arguments.has("--paused");
    request.acceptRisk = arguments.has("--accept-risk");
    SnapshotLibrary *library = session.workspace().snapshots();
    const auto plan = planOf(session, [&](QObject *context, std::function<void(RestorePlan)> done) {
        library->planClone(request, context, std::move(done));
    });
    if (!plan)
        return session.interruption();
    if (arguments.has("--dry-run"))
        return printPlan(session, *plan);
    const QString what = Ctl::tr("No machine was made.");
    if (const Exit exit = judge(session, *plan, what, request.acceptRisk); exit != Exit::Good)
        return exit;
    request.taps = plan->taps;
    Task *task = library->clone(request);
    if (const Exit done = session.finish(task); done != Exit::Good)
        return done;
    QJsonArray array;
    for (const QString &id : task->result().split(u'\n', Qt::SkipEmptyParts)) {
        const Machine *machine = session.workspace().supervisor()->find(id);
        if (!machine)
            continue;
        array.append(machineToJson(*machine, false));
        if (!session.out().json())
            session.out().line(madeSentence(*machine));
    }
    if (session.out().json())
        Output::document(array);
    return Exit::Good;
}

} // namespace sparkler::gui
