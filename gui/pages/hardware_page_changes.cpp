#include "pages/hardware_page_p.h"

#include "pages/drives_card.h"

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
    const HardwareDraft &shown = q->draft();
    context.library = q->workspace()->assets();
    context.takenPaths = shown.plannedPaths();
    context.diskFolder = q->machine()->directory().files();
    for (const Drive &drive : shown.config().drives) {
        if (drive.driveId == exceptId)
            continue;
        context.takenIds << drive.driveId;
        if (drive.isRootDevice)
            context.currentRoot = drive.driveId;
    }
    context.live = q->live() && holds(shown.base().drives, exceptId);
    return context;
}

void HardwarePage::Private::addDrive(DriveDialog::Start start)
{
    auto *dialog = new DriveDialog(dialogContext({}), start, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q, [this, dialog, target = QPointer<Machine>(q->machine())] {
        if (target && target == q->machine())
            takeDrive({}, *dialog);
    });
    dialog->open();
}

void HardwarePage::Private::editDrive(const QString &driveId)
{
    const Drive *drive = q->draft().findDrive(driveId);
    if (!drive)
        return;
    std::optional<DiskPlan> planned;
    for (const DiskPlan &plan : q->draft().newDisks()) {
        if (plan.to == drive->pathOnHost)
            planned = plan;
    }
    auto *dialog = new DriveDialog(dialogContext(driveId), *drive, planned, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q, [this, dialog, driveId, target = QPointer<Machine>(q->machine())] {
        if (target && target == q->machine())
            takeDrive(driveId, *dialog);
    });
    dialog->open();
}

void HardwarePage::Private::takeDrive(const QString &formerId, const DriveDialog &dialog)
{
    const Drive drive = dialog.drive();
    q->edit([&](HardwareDraft &draft) {
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
    const Drive *drive = q->draft().findDrive(driveId);
    if (!drive)
        return;
    const bool now = q->live() && holds(q->draft().base().drives, driveId);
    auto *dialog = new LimitsDialog(driveId, drive->rateLimiter, now, q);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, q,
                     [this, dialog, driveId, now, target = QPointer<Machine>(q->machine())] {
                         if (!target || target != q->machine())
                             return;
                         if (now && q->live())
                             applyLimits(driveId, dialog->limiter());
                         else
                             q->edit([&](HardwareDraft &draft) { draft.setLimits(driveId, dialog->limiter()); });
                     });
    dialog->open();
}

/// These alone, at once; what else is being edited stays a draft.
void HardwarePage::Private::applyLimits(const QString &driveId, const std::optional<RateLimiter> &limiter)
{
    MachineDefinition wanted = q->machine()->definition();
    const auto drive = std::ranges::find(wanted.config.drives, driveId, &Drive::driveId);
    if (drive == wanted.config.drives.end())
        return;
    drive->rateLimiter = normalised(limiter);
    q->edit([&](HardwareDraft &draft) { draft.setLimits(driveId, limiter); });
    q->applyAlone(wanted, [this, driveId] {
        messages.value(HardwarePart::Drives)
            ->setMessage(InlineMessage::Kind::Success,
                         HardwarePage::tr("The rate limits of “%1” apply now.").arg(driveId));
    });
}

void HardwarePage::Private::makeDisks(const QPointer<Machine> &target, const std::function<void()> &next)
{
    const QList<DiskPlan> disks = q->draftOf(target).newDisks();
    if (disks.isEmpty()) {
        next();
        return;
    }
    const DiskPlan plan = disks.constFirst();
    Task *task = q->workspace()->assets()->createDisk(plan.to, plan.bytes, plan.fileSystem);
    QObject::connect(task, &Task::finished, q, [this, task, target, plan, next] {
        if (!target)
            return;
        if (task->state() == Task::State::Done) {
            q->draftOf(target).diskMade(plan.to);
            makeDisks(target, next);
            return;
        }
        Failure failure;
        failure.what = HardwarePage::tr("The changes were not applied.");
        failure.why = HardwarePage::tr("Making the disk %1 was cancelled.").arg(plan.to);
        q->finish(target, std::unexpected(task->failure().value_or(failure)));
    });
}

} // namespace sparkler::gui
