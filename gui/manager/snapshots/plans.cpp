#include "manager/snapshots/plans.h"

#include "manager/config_diff.h"
#include "manager/network_hints.h"
#include "manager/snapshots/state_description.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <fcntl.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshots)
};

HostFacts factsOf(const SnapshotContext &context, RunnerChoice choice)
{
    const Readiness &host = *context.readiness;
    HostFacts facts;
    facts.cpu = context.cpu;
    facts.engineVersion = host.engineVersion();
    const bool local = choice == RunnerChoice::Local || (choice == RunnerChoice::Automatic && host.kvmUsable() == true);
    const bool emulated =
        choice == RunnerChoice::Emulated ||
        (choice == RunnerChoice::Automatic && host.kvmUsable() == false && host.emulatorUsable() == true);
    if (local || emulated) {
        facts.runner = local ? u"local"_s : u"emulated"_s;
    } else if (host.kvmUsable() == false && host.emulatorUsable() == false) {
        facts.whyNoRunner = Text::tr("Machines cannot run on this host.");
        const QList<ReadinessCheck> checks = host.checks();
        for (const ReadinessCheck &check : checks) {
            if (check.id == "kvm"_L1) {
                facts.whyNoRunner = check.reason;
                facts.runnerRemedy = check.remedyText;
            }
        }
    }
    return facts;
}

QSet<QString> tapsInDefinitions(const MachineStore &store)
{
    QSet<QString> taps;
    const QStringList ids = store.ids();
    for (const QString &id : ids) {
        for (const NetworkInterface &interface : store.find(id)->config.networkInterfaces) {
            if (!interface.userMode())
                taps.insert(interface.hostDevName);
        }
    }
    return taps;
}

RestoreQuestion question(const SnapshotContext &context, const QString &machineId, const Snapshot &snapshot)
{
    const MachineDefinition &now = *context.store->find(machineId);
    RestoreQuestion asked;
    asked.snapshot = snapshot;
    asked.chain = context.lineage(machineId)->chain(snapshot.id);
    asked.machineRoot = context.store->directory(machineId);
    asked.host = factsOf(context, now.runner);
    asked.tools = context.paths.tools;
    asked.reader = context.taps;
    asked.usedTaps = tapsInDefinitions(*context.store);
    return asked;
}

/// What the way back costs.
QStringList losses(const Machine &machine, const Snapshot &snapshot, const MachineDefinition &restored)
{
    QStringList lost;
    const QString then = QLocale().toString(snapshot.createdAt.toLocalTime(), QLocale::ShortFormat);
    if (machine.startedAt().isValid())
        lost << Text::tr("The guest ends at once, without shutting down: what its programs do now is lost.");
    for (const SnapshotDrive &drive : snapshot.drives) {
        if (!drive.file.isEmpty())
            lost << Text::tr("Drive “%1”: everything written since %2 is lost.").arg(drive.driveId, then);
    }
    const QStringList settings = restartLines(machine.definition().config, machine.definition().logLevel,
                                              restored.config, machine.definition().logLevel);
    for (const QString &line : settings)
        lost << Text::tr("Settings go back: %1").arg(line);
    return lost;
}

SnapshotFacts lookAtFiles(const RestoreQuestion &asked)
{
    SnapshotFacts facts;
    const SnapshotFolder folder(asked.machineRoot);
    const QString own = folder.of(asked.snapshot.id) + u'/';
    const auto want = [&](const QString &path) {
        if (!QFile::exists(path))
            facts.missingFiles << path;
    };
    if (asked.chain.isEmpty())
        facts.chainProblem = Text::tr("The memory is not whole: a snapshot that this one is a diff of is missing or "
                                      "damaged.");
    want(own + SnapshotFolder::stateName());
    for (const QString &path : memoryPaths(folder, asked.chain)) {
        want(path);
        if (asked.chain.size() > 1)
            facts.bytesNeeded += allocatedBytes(path);
    }
    const int copies = asked.inPlace ? 1 : asked.clones;
    for (const SnapshotDrive &drive : asked.snapshot.drives) {
        if (!drive.file.isEmpty()) {
            want(own + drive.file);
            facts.bytesNeeded += copies * allocatedBytes(own + drive.file);
            if (const auto target = restoreTarget(drive.path, asked.machineRoot); asked.inPlace && !target)
                facts.problems << target.error();
            continue;
        }
        const QFileInfo info(drive.path);
        if (!info.exists())
            facts.missingFiles << drive.path;
        else if (info.size() != drive.bytes || info.lastModified().toUTC() != drive.modifiedAt)
            facts.changedFiles << drive.path;
    }
    const OwnedFd fd(open(QFile::encodeName(asked.machineRoot).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    facts.bytesFree = fd ? freeBytes(fd.get()) : -1;
    return facts;
}

/// Free devices for every clone; what was chosen stays.
QList<TapChoice> proposeTaps(const RestoreQuestion &asked)
{
    QList<TapChoice> all = asked.taps;
    all.resize(asked.clones);
    QSet<QString> taken = asked.usedTaps;
    for (const TapChoice &choice : std::as_const(all)) {
        for (const QString &name : choice)
            taken.insert(name);
    }
    QStringList free;
    const QStringList existing = asked.reader.taps();
    for (const QString &name : existing) {
        if (!taken.contains(name) && !asked.reader.read(name).blocks())
            free << name;
    }
    for (TapChoice &choice : all) {
        for (const NetworkInterface &interface : asked.snapshot.definition.config.networkInterfaces) {
            if (interface.userMode())
                continue;
            QString &name = choice[interface.ifaceId];
            if (!name.isEmpty())
                continue;
            name = free.isEmpty() ? freeTapName(taken.values() + existing) : free.takeFirst();
            taken.insert(name);
        }
    }
    return all;
}

} // namespace

MachineDefinition restoredDefinition(const Snapshot &snapshot, const MachineDefinition &now)
{
    MachineDefinition restored = now;
    restored.config = snapshot.definition.config;
    for (NetworkInterface &interface : restored.config.networkInterfaces) {
        for (const NetworkInterface &current : now.config.networkInterfaces) {
            // The snapshot's engine had a device of this kind; only which one it is can be another.
            if (current.ifaceId != interface.ifaceId || current.userMode() != interface.userMode())
                continue;
            interface.hostDevName = current.hostDevName;
            interface.forwards = current.forwards;
        }
    }
    return restored;
}

std::expected<QString, QString> restoreTarget(const QString &path, const QString &machineRoot)
{
    const QFileInfo info(path);
    const QString real = info.exists() ? info.canonicalFilePath() : path;
    const QString root = QFileInfo(machineRoot).canonicalFilePath();
    const bool insideByName = path.startsWith(machineRoot + u'/') || path.startsWith(root + u'/');
    if (insideByName && info.exists() && !real.startsWith(root + u'/'))
        return std::unexpected(
            Text::tr("%1 lies in the machine’s folder but is a link that leads out of it.").arg(path));
    if (info.exists() && !info.isFile())
        return std::unexpected(Text::tr("%1 is not a regular file any more.").arg(path));
    const QString parent = QFileInfo(real).path();
    if (access(QFile::encodeName(parent).constData(), W_OK | X_OK) != 0)
        return std::unexpected(
            Text::tr("The drive cannot be put back: files cannot be made in the folder %1.").arg(parent));
    return real;
}

RestoreQuestion restoreQuestion(const SnapshotContext &context, const QString &machineId, const Snapshot &snapshot)
{
    RestoreQuestion asked = question(context, machineId, snapshot);
    const Machine *machine = context.supervisor->find(machineId);
    const MachineDefinition restored = restoredDefinition(snapshot, *context.store->find(machineId));
    TapChoice choice;
    for (const NetworkInterface &interface : restored.config.networkInterfaces) {
        if (!interface.userMode())
            choice.insert(interface.ifaceId, interface.hostDevName);
    }
    asked.taps = {choice};
    if (machine) {
        asked.enginePid = machine->enginePid();
        asked.running = machine->state() == MachineState::Running || machine->state() == MachineState::Paused;
        asked.lost = losses(*machine, snapshot, restored);
    }
    return asked;
}

RestoreQuestion cloneQuestion(const SnapshotContext &context, const CloneSnapshot &request, const Snapshot &snapshot)
{
    RestoreQuestion asked = question(context, request.machineId, snapshot);
    asked.inPlace = false;
    asked.clones = std::clamp(request.count, 1, CloneSnapshot::kMost);
    asked.taps = request.taps.mid(0, asked.clones);
    return asked;
}

RestorePlan answer(const RestoreQuestion &asked)
{
    RestorePlan plan;
    plan.lost = asked.lost;
    plan.snapshotFirst = asked.inPlace && asked.running;
    HostFacts host = asked.host;
    const QList<TapChoice> taps = asked.inPlace ? asked.taps : proposeTaps(asked);
    // The emulator has no network of the host's.
    for (const TapChoice &choice : host.runner == u"emulated"_s ? QList<TapChoice>() : taps) {
        for (const QString &name : choice) {
            TapState state = asked.reader.read(name);
            if (state.problem == TapState::Problem::Busy && state.holder == asked.enginePid && asked.enginePid != 0)
                state.problem = TapState::Problem::None;
            host.taps.insert(name, state);
        }
    }
    // The emulator's processor is its own.
    if (asked.snapshot.runner != u"emulated"_s && host.runner == u"local"_s) {
        const QString folder = SnapshotFolder(asked.machineRoot).of(asked.snapshot.id);
        host.cpuVerdict = savedCpuVerdict(asked.tools, folder + u'/' + SnapshotFolder::stateName());
    }
    plan.findings = hostFindings(asked.snapshot, host) + fileFindings(lookAtFiles(asked));
    for (const TapChoice &choice : taps)
        plan.findings += tapFindings(asked.snapshot, choice, host);
    if (!asked.inPlace) {
        plan.taps = taps;
        plan.findings += cloneFindings(asked.snapshot);
    }
    if (const auto &serial = asked.snapshot.definition.config.serial; serial && !serial->serialOutPath.isEmpty())
        plan.findings.append({Finding::Severity::Note,
                              Text::tr("The serial port writes to the engine’s output, not to its file: snapshots do "
                                       "not hold that setting."),
                              {},
                              {}});
    return plan;
}

std::optional<Failure> firstProblem(const QList<Finding> &findings, bool acceptRisk, Failure what)
{
    using Severity = Finding::Severity;
    for (const Finding &finding : findings) {
        const bool counts =
            finding.severity == Severity::Problem || (finding.severity == Severity::Risk && !acceptRisk);
        if (!counts)
            continue;
        what.why = finding.text;
        what.remedy = finding.remedy;
        return what;
    }
    return std::nullopt;
}

} // namespace sparkler::gui
