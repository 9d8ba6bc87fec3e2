#include "manager/background.h"
#include "manager/machine_private.h"

#include <algorithm>
#include <sys/stat.h>

namespace sparkler::gui {
namespace {

/// The second of the two names that a drive's file has by turns, so that the file in use stays until the engine has the
/// other one.
const QString kLiveSuffix = QStringLiteral("-live");

QString notChanged(const QString &driveId)
{
    return Machine::tr("The drive “%1” was not changed.").arg(driveId);
}

QString interfaceNotChanged(const QString &ifaceId)
{
    return Machine::tr("The network interface “%1” was not changed.").arg(ifaceId);
}

/// Whether a jail that was made with `shown` shows `path`, too.
bool isSeen(const QList<ShownPath> &shown, const QString &path)
{
    return std::ranges::any_of(
        shown, [&](const ShownPath &one) { return path == one.path || path.startsWith(one.path + QLatin1Char('/')); });
}

Failure notSeenInJail(const DriveUpdate &update, Placement how)
{
    Failure failure;
    failure.what = notChanged(update.driveId);
    failure.why = how == Placement::Shown
                      ? Machine::tr("%1 lies on another file system than the machine’s folder, and the engine’s jail, "
                                    "which was made at the start, does not show it.")
                      : Machine::tr("%1 lies where the engine’s jail, which was made at the start, does not show it.");
    failure.why = failure.why.arg(*update.pathOnHost);
    failure.state = Machine::tr("The drive keeps its old file.");
    failure.remedy = Machine::tr("Stop the machine and make the change then, or move the file to the file system of "
                                 "the machine’s folder.");
    return failure;
}

Failure joined(const QList<Failure> &failures)
{
    Failure all = failures.constFirst();
    for (qsizetype at = 1; at < failures.size(); ++at)
        all.why += QLatin1Char('\n') + failures[at].what + QLatin1Char(' ') + failures[at].why;
    return all;
}

} // namespace

QStringList Machine::Private::pendingLines() const
{
    if (!run || !hasEngine())
        return {};
    return restartLines(run->config, run->logLevel, definition.config, definition.logLevel);
}

void Machine::Private::takeDefinition()
{
    const MachineDefinition *stored = context->store->find(definition.id);
    if (!stored)
        return;
    definition.basis = stored->basis; // no part of the comparison, but the next save() is measured by it
    if (*stored == definition)
        return;
    definition = *stored;
    // It may be another manager that made the change, live.
    if (!live)
        refreshRun();
    emit q->definitionChanged();
}

void Machine::Private::apply(const MachineDefinition &wanted, QObject *caller,
                             std::function<void(Outcome<QStringList>)> done)
{
    // Never from within the call, whatever comes of it.
    const auto answer = [caller, done](const Outcome<QStringList> &outcome) {
        QMetaObject::invokeMethod(
            caller, [done, outcome] { done(outcome); }, Qt::QueuedConnection);
    };
    if (const QString why = q->whyNot(MachineAction::Edit); !why.isEmpty()) {
        Failure failure;
        failure.what = Machine::tr("“%1” was not changed.").arg(definition.name);
        failure.why = why;
        answer(std::unexpected(failure));
        return;
    }
    MachineDefinition before = definition;
    if (const auto saved = context->store->save(wanted); !saved) {
        answer(std::unexpected(saved.error()));
        return;
    }
    takeDefinition();
    refreshRun();
    const bool reachable = client && (state == MachineState::Running || state == MachineState::Paused);
    const QList<DriveChange> changes = reachable ? liveChanges(run->config, definition.config) : QList<DriveChange>();
    const auto interfaces =
        reachable ? liveInterfaceChanges(run->config, definition.config) : QList<NetworkInterfaceUpdate>();
    if (changes.isEmpty() && interfaces.isEmpty()) {
        answer(pendingLines());
        return;
    }
    live = std::make_unique<LiveUpdate>(LiveUpdate{std::move(before),
                                                   caller,
                                                   [answer](const Outcome<QStringList> &outcome) { answer(outcome); },
                                                   changes,
                                                   interfaces,
                                                   {}});
    nextLiveChange();
}

void Machine::Private::nextLiveChange()
{
    if (live->changes.isEmpty()) {
        if (live->interfaces.isEmpty())
            endLiveUpdate();
        else
            patchInterface(live->interfaces.takeFirst());
        return;
    }
    const DriveChange change = live->changes.takeFirst();
    if (change.update.pathOnHost)
        placeLiveFile(change);
    else
        patchDrive(change, std::nullopt, {});
}

void Machine::Private::placeLiveFile(const DriveChange &change)
{
    using Use = MachineDirectory::Use;
    using Placed = MachineDirectory::Placed;
    const QString base = QStringLiteral("drive-") + change.update.driveId;
    const QString role = run->driveRoles.value(change.update.driveId, base) == base ? base + kLiveSuffix : base;
    const auto elsewhere = context->runner(run->runner)->elsewhere();
    const auto work = [change, role, elsewhere, where = directory, shown = run->shown]() -> Outcome<Placed> {
        const Use use = change.readOnly ? Use::ReadOnly : Use::ReadWrite;
        auto placed = where.place(*change.update.pathOnHost, role, use, elsewhere);
        if (placed && (placed->how == Placement::Shown || (!shown.isEmpty() && !isSeen(shown, placed->path))))
            return std::unexpected(notSeenInJail(change.update, placed->how));
        return placed;
    };
    runInBackground(engineContext.get(), work, [this, change, role](const Outcome<MachineDirectory::Placed> &placed) {
        if (!placed)
            refuseLiveChange(change, placed.error());
        else
            patchDrive(change, *placed, role);
    });
}

void Machine::Private::patchDrive(const DriveChange &change, const std::optional<MachineDirectory::Placed> &placed,
                                  const QString &role)
{
    DriveUpdate update = change.update;
    if (placed) {
        const auto seen = directory.enginePath(placed->path, run->seenAs);
        if (!seen) {
            refuseLiveChange(change, seen.error());
            return;
        }
        update.pathOnHost = *seen;
    }
    client->patchDrive(update, engineContext.get(), [this, change, placed, role](const ApiResult<void> &result) {
        if (!result) {
            refuseLiveChange(change, Failure::fromApi(notChanged(change.update.driveId), result.error()));
            return;
        }
        const QString &id = change.update.driveId;
        const auto wanted = std::ranges::find(definition.config.drives, id, &Drive::driveId);
        saveRun([&](RunState &now) {
            const auto drive = std::ranges::find(now.config.drives, id, &Drive::driveId);
            if (drive == now.config.drives.end())
                return;
            if (change.update.pathOnHost) {
                drive->pathOnHost = *change.update.pathOnHost;
                now.driveRoles.insert(id, role);
                if (placed->how != Placement::Inside && !now.litter.contains(placed->path))
                    now.litter.append(placed->path);
            }
            if (change.update.rateLimiter && wanted != definition.config.drives.end())
                drive->rateLimiter = wanted->rateLimiter;
        });
        nextLiveChange();
    });
}

void Machine::Private::refuseLiveChange(const DriveChange &change, const Failure &failure)
{
    const QString &id = change.update.driveId;
    live->failures.append(failure);
    // What the machine does not have is not kept either: this drive goes back to what it was.
    MachineDefinition kept = definition;
    const auto drive = std::ranges::find(kept.config.drives, id, &Drive::driveId);
    const auto before = std::ranges::find(live->before.config.drives, id, &Drive::driveId);
    if (drive != kept.config.drives.end() && before != live->before.config.drives.end()) {
        if (change.update.pathOnHost)
            drive->pathOnHost = before->pathOnHost;
        if (change.update.rateLimiter)
            drive->rateLimiter = before->rateLimiter;
        keepInstead(kept);
    }
    nextLiveChange();
}

void Machine::Private::keepInstead(const MachineDefinition &kept)
{
    if (const auto saved = context->store->save(kept); !saved)
        live->failures.append(saved.error());
    takeDefinition();
}

void Machine::Private::patchInterface(const NetworkInterfaceUpdate &update)
{
    client->patchNetworkInterface(update, engineContext.get(), [this, update](const ApiResult<void> &result) {
        if (!result) {
            refuseInterfaceChange(update, Failure::fromApi(interfaceNotChanged(update.ifaceId), result.error(),
                                                           Machine::tr("The interface keeps its old limits.")));
            return;
        }
        const auto &all = definition.config.networkInterfaces;
        const auto wanted = std::ranges::find(all, update.ifaceId, &NetworkInterface::ifaceId);
        saveRun([&](RunState &now) {
            auto &running = now.config.networkInterfaces;
            const auto interface = std::ranges::find(running, update.ifaceId, &NetworkInterface::ifaceId);
            if (interface == running.end() || wanted == all.end())
                return;
            interface->rxRateLimiter = wanted->rxRateLimiter;
            interface->txRateLimiter = wanted->txRateLimiter;
        });
        nextLiveChange();
    });
}

void Machine::Private::refuseInterfaceChange(const NetworkInterfaceUpdate &update, const Failure &failure)
{
    live->failures.append(failure);
    MachineDefinition kept = definition;
    const auto &had = live->before.config.networkInterfaces;
    auto &all = kept.config.networkInterfaces;
    const auto interface = std::ranges::find(all, update.ifaceId, &NetworkInterface::ifaceId);
    const auto before = std::ranges::find(had, update.ifaceId, &NetworkInterface::ifaceId);
    if (interface != all.end() && before != had.end()) {
        interface->rxRateLimiter = before->rxRateLimiter;
        interface->txRateLimiter = before->txRateLimiter;
        keepInstead(kept);
    }
    nextLiveChange();
}

void Machine::Private::endLiveUpdate()
{
    const auto ended = std::move(live);
    emit q->definitionChanged();
    if (!ended->caller)
        return;
    if (ended->failures.isEmpty()) {
        ended->done(pendingLines());
        return;
    }
    Failure failure = joined(ended->failures);
    if (failure.state.isEmpty())
        failure.state = Machine::tr("The drive keeps its old settings. All other changes are saved.");
    failure.logLines = lastEngineLines(directory);
    ended->done(std::unexpected(failure));
}

/// The engine is gone: what has not been changed yet will be there at the next start.
void Machine::Private::abandonLiveUpdate()
{
    if (!live)
        return;
    const auto ended = std::move(live);
    if (!ended->caller)
        return;
    Failure failure;
    failure.what = Machine::tr("The running machine was not changed.");
    failure.why = Machine::tr("The engine ended meanwhile.");
    failure.state = Machine::tr("The changes are saved and hold from the next start on.");
    ended->done(std::unexpected(failure));
}

} // namespace sparkler::gui
