#include "pages/hardware_page_p.h"

#include "widgets/page_column.h"

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool holds(const QList<Drive> &drives, const QString &driveId)
{
    return std::ranges::find(drives, driveId, &Drive::driveId) != drives.end();
}

} // namespace

DriveDialog::Context HardwarePage::Private::dialogContext(const QString &exceptId)
{
    DriveDialog::Context context;
    const HardwareDraft &shown = draft();
    context.library = workspace->assets();
    context.takenPaths = shown.plannedPaths();
    context.diskFolder = machine->directory().files();
    for (const Drive &drive : shown.config().drives) {
        if (drive.driveId == exceptId)
            continue;
        context.takenIds << drive.driveId;
        if (drive.isRootDevice)
            context.currentRoot = drive.driveId;
    }
    context.live = live() && holds(shown.base().drives, exceptId);
    return context;
}

void HardwarePage::Private::addDrive(DriveDialog::Start start)
{
    auto *dialog = new DriveDialog(dialogContext({}), start, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q, [this, dialog, target = machine] {
        if (target && target == machine)
            takeDrive({}, *dialog);
    });
    dialog->open();
}

void HardwarePage::Private::editDrive(const QString &driveId)
{
    const Drive *drive = draft().findDrive(driveId);
    if (!drive)
        return;
    std::optional<DiskPlan> planned;
    for (const DiskPlan &plan : draft().newDisks()) {
        if (plan.to == drive->pathOnHost)
            planned = plan;
    }
    auto *dialog = new DriveDialog(dialogContext(driveId), *drive, planned, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q, [this, dialog, driveId, target = machine] {
        if (target && target == machine)
            takeDrive(driveId, *dialog);
    });
    dialog->open();
}

void HardwarePage::Private::takeDrive(const QString &formerId, const DriveDialog &dialog)
{
    const Drive drive = dialog.drive();
    edit([&](HardwareDraft &draft) {
        if (const auto disk = dialog.newDisk()) {
            draft.diskMade(disk->to); // an earlier plan for it
            draft.planDisk(*disk);
        }
        draft.putDrive(formerId, drive);
    });
    drives->select(drive.driveId);
}

void HardwarePage::Private::editLimits(const QString &driveId)
{
    const Drive *drive = draft().findDrive(driveId);
    if (!drive)
        return;
    const bool now = live() && holds(draft().base().drives, driveId);
    auto *dialog = new LimitsDialog(driveId, drive->rateLimiter, now, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q, [this, dialog, driveId, now, target = machine] {
        if (!target || target != machine)
            return;
        if (now && live())
            applyLimits(driveId, dialog->limiter());
        else
            edit([&](HardwareDraft &draft) { draft.setLimits(driveId, dialog->limiter()); });
    });
    dialog->open();
}

/// These alone, at once; what else is being edited stays a draft.
void HardwarePage::Private::applyLimits(const QString &driveId, const std::optional<RateLimiter> &limiter)
{
    clearMessages();
    MachineDefinition wanted = machine->definition();
    const auto drive = std::ranges::find(wanted.config.drives, driveId, &Drive::driveId);
    if (drive == wanted.config.drives.end())
        return;
    drive->rateLimiter = normalised(limiter);
    edit([&](HardwareDraft &draft) { draft.setLimits(driveId, limiter); });
    busy.insert(machine->id());
    show();
    const QPointer<Machine> target = machine;
    machine->apply(wanted, q, [this, target, driveId](const Outcome<QStringList> &outcome) {
        if (target)
            busy.remove(target->id());
        if (!outcome)
            report(target, outcome.error());
        if (!target || target != machine)
            return;
        follow();
        if (outcome)
            messages.value(HardwarePart::Drives)
                ->setMessage(InlineMessage::Kind::Success,
                             HardwarePage::tr("The rate limits of “%1” apply now.").arg(driveId));
    });
}

void HardwarePage::Private::discard()
{
    clearMessages();
    column->setFocus(); // the bar goes
    edit([](HardwareDraft &draft) { draft.discard(); });
    resources->reload();
    show();
}

void HardwarePage::Private::apply()
{
    if (!machine || !whyNotApply().isEmpty() || busy.contains(machine->id()))
        return;
    clearMessages();
    column->setFocus(); // the bar goes; else the focus would jump to a button somewhere else
    busy.insert(machine->id());
    show();
    makeDisks(machine);
}

void HardwarePage::Private::makeDisks(QPointer<Machine> target)
{
    HardwareDraft &changed = drafts[target->id()];
    const QList<DiskPlan> disks = changed.newDisks();
    if (disks.isEmpty()) {
        save(target);
        return;
    }
    const DiskPlan plan = disks.constFirst();
    Task *task = workspace->assets()->createDisk(plan.to, plan.bytes, plan.fileSystem);
    QObject::connect(task, &Task::finished, q, [this, task, target, plan] {
        if (!target)
            return;
        if (task->state() == Task::State::Done) {
            drafts[target->id()].diskMade(plan.to);
            makeDisks(target);
            return;
        }
        Failure failure;
        failure.what = HardwarePage::tr("The changes were not applied.");
        failure.why = HardwarePage::tr("Making the disk %1 was cancelled.").arg(plan.to);
        finish(target, std::unexpected(task->failure().value_or(failure)));
    });
}

void HardwarePage::Private::save(QPointer<Machine> target)
{
    MachineDefinition wanted = target->definition();
    wanted.config = drafts[target->id()].config();
    target->apply(wanted, q, [this, target](const Outcome<QStringList> &outcome) { finish(target, outcome); });
}

void HardwarePage::Private::finish(const QPointer<Machine> &target, const Outcome<QStringList> &outcome)
{
    if (!target)
        return;
    busy.remove(target->id());
    drafts[target->id()].rebase(target->definition().config);
    emit q->unsavedChangesChanged();
    if (!outcome)
        report(target, outcome.error());
    if (target != machine)
        return;
    show();
    if (!outcome)
        return;
    if (outcome->isEmpty())
        general->setMessage(InlineMessage::Kind::Success, live() ? HardwarePage::tr("The changes apply now.")
                                                                 : HardwarePage::tr("The changes are saved."));
    else
        general->setMessage(
            InlineMessage::Kind::Warning,
            HardwarePage::tr("The changes are saved. Some need a restart: %1").arg(outcome->join(u" · "_s)));
}

void HardwarePage::Private::report(const QPointer<Machine> &target, const Failure &failure)
{
    if (!target)
        return;
    if (target != machine) {
        emit target->failed(failure); // the window shows it with its machine, not with the one that is looked at now
        return;
    }
    QStringList sentences{failure.what, failure.why, failure.state, failure.remedy};
    sentences.removeAll(QString());
    InlineMessage *message = messages.value(partOf(failure));
    message->setMessage(InlineMessage::Kind::Error, sentences.join(u' '), failure.report());
    column->ensureWidgetVisible(message);
}

} // namespace sparkler::gui
