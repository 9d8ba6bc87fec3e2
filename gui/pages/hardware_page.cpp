#include "pages/hardware_page.h"

#include "pages/hardware_page_p.h"

#include "pages/drives_card.h"
#include "widgets/page_column.h"

#include <QVBoxLayout>

namespace sparkler::gui {

HardwarePage::HardwarePage(Workspace *workspace, QWidget *parent)
    : EditPage(workspace, parent), d(std::make_unique<Private>(this))
{
    d->build();
    setMachine(nullptr);
}

HardwarePage::~HardwarePage() = default;

QString HardwarePage::title() const
{
    return tr("Hardware");
}

Icon HardwarePage::icon() const
{
    return Icon::Hardware;
}

HardwarePage::Private::Private(HardwarePage *page) : q(page) {}

void HardwarePage::Private::build()
{
    resources = new ResourcesForm(ResourcesForm::Extent::Full, HostLimits::ofThisHost());
    boot = new BootSourceForm(q->workspace()->assets());
    drives = new DrivesCard;
    balloon = new BalloonForm;
    vsock = new VsockForm;
    entropy = new EntropyForm;
    serial = new SerialForm;
    for (const auto &[part, card] :
         std::initializer_list<std::pair<HardwarePart, Card *>>{{HardwarePart::Machine, resources},
                                                                {HardwarePart::BootSource, boot},
                                                                {HardwarePart::Drives, drives},
                                                                {HardwarePart::Balloon, balloon},
                                                                {HardwarePart::Vsock, vsock},
                                                                {HardwarePart::Entropy, entropy},
                                                                {HardwarePart::Serial, serial}}) {
        auto *message = new InlineMessage(card);
        card->body()->addWidget(message);
        messages.insert(part, message);
        q->column()->addWidget(card);
    }
    q->setFocusProxy(resources);
    connectParts();
}

void HardwarePage::Private::connectParts()
{
    QObject::connect(resources, &ResourcesForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setMachine(resources->config()); }); });
    QObject::connect(boot, &BootSourceForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setBootSource(boot->source()); }); });
    QObject::connect(drives, &DrivesCard::addRequested, q, [this] { addDrive(DriveDialog::Start::File); });
    QObject::connect(drives, &DrivesCard::newDiskRequested, q, [this] { addDrive(DriveDialog::Start::NewDisk); });
    QObject::connect(drives, &DrivesCard::editRequested, q, [this](const QString &id) { editDrive(id); });
    QObject::connect(drives, &DrivesCard::limitsRequested, q, [this](const QString &id) { editLimits(id); });
    QObject::connect(drives, &DrivesCard::rootRequested, q,
                     [this](const QString &id) { q->edit([&](HardwareDraft &draft) { draft.moveRoot(id); }); });
    QObject::connect(drives, &DrivesCard::removeRequested, q,
                     [this](const QString &id) { q->edit([&](HardwareDraft &draft) { draft.removeDrive(id); }); });
    QObject::connect(balloon, &DeviceForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setBalloon(balloon->value()); }); });
    QObject::connect(vsock, &DeviceForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setVsock(vsock->value()); }); });
    QObject::connect(entropy, &DeviceForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setEntropy(entropy->value()); }); });
    QObject::connect(serial, &DeviceForm::changed, q,
                     [this] { q->edit([this](HardwareDraft &draft) { draft.setSerial(serial->value()); }); });
}

void HardwarePage::showDraft()
{
    if (!machine()) {
        d->drives->model()->setDrives({});
        d->drives->setProblem({});
        return;
    }
    const VmConfig &config = draft().config();
    const MachineDirectory directory = machine()->directory();
    d->resources->setConfig(config.machine);
    d->boot->setSource(config.bootSource);
    d->showDrives(draft());
    d->balloon->setValue(config.balloon, config.machine);
    d->vsock->setValue(config.vsock, directory.vsockSocket(), machine()->emulated());
    d->entropy->setValue(config.entropy);
    d->serial->setValue(config.serial, directory.serialOutput());
    const QString later = live() ? tr("The machine runs: changes here apply at its next start.") : QString();
    for (Card *card :
         std::initializer_list<Card *>{d->resources, d->boot, d->balloon, d->vsock, d->entropy, d->serial}) {
        card->setDescription(later);
        card->setEnabled(!applying());
    }
    d->drives->setDescription(
        live() ? tr("The machine runs: a drive's file and its rate limits change at once, everything else at "
                    "the next start.")
               : QString());
    d->drives->setEnabled(!applying());
}

void HardwarePage::Private::showDrives(const HardwareDraft &shown)
{
    using Kind = HardwareDraft::ChangeKind;
    const QString selected = drives->selectedId();
    QHash<QString, qint64> planned;
    for (const DiskPlan &plan : shown.newDisks())
        planned.insert(plan.to, plan.bytes);
    const ConfigProblems problems = findProblems(shown.config(), shown.plannedPaths());
    QHash<QString, DriveModel::Note> notes;
    for (const QString &id : shown.driveIds()) {
        const Kind kind = shown.driveChange(id, q->live());
        if (kind != Kind::None)
            notes.insert(id, {changeText(kind, q->live()), false});
        if (const auto problem = problems.driveNotes.constFind(id); problem != problems.driveNotes.constEnd())
            notes.insert(id, {*problem, true});
    }
    drives->model()->setDrives(shown.config().drives, planned);
    drives->model()->setNotes(notes);
    drives->setProblem(problems.drives);
    if (!selected.isEmpty() && selected != drives->selectedId())
        drives->select(selected);
}

QString HardwarePage::draftProblem()
{
    if (!d->resources->validity().isAcceptable())
        return d->resources->validity().text;
    // Only what was touched has to be right: a kernel that went missing must not keep a drive from being changed.
    const HardwareDraft &shown = draft();
    const ConfigProblems problems = findProblems(shown.config(), shown.plannedPaths());
    if (problems.machine)
        return *problems.machine;
    if (problems.bootSource && shown.config().bootSource != shown.base().bootSource)
        return *problems.bootSource;
    if (!problems.drives.isEmpty())
        return problems.drives;
    for (const QString &id : shown.driveIds()) {
        const auto problem = problems.driveNotes.constFind(id);
        if (problem != problems.driveNotes.constEnd() &&
            shown.driveChange(id, false) != HardwareDraft::ChangeKind::None)
            return tr("Drive “%1”: %2").arg(id, *problem);
    }
    return d->deviceProblem();
}

QString HardwarePage::Private::deviceProblem() const
{
    for (const DeviceForm *form : std::initializer_list<const DeviceForm *>{balloon, vsock, entropy, serial}) {
        if (!form->validity().isAcceptable())
            return form->validity().text;
    }
    return {};
}

bool HardwarePage::hasInvalidEntry() const
{
    return !d->resources->validity().isAcceptable() || !d->deviceProblem().isEmpty();
}

void HardwarePage::reloadEntries()
{
    d->resources->reload();
}

InlineMessage *HardwarePage::messageFor(const Failure &failure)
{
    return d->messages.value(partOf(failure));
}

QList<InlineMessage *> HardwarePage::partMessages() const
{
    return d->messages.values();
}

void HardwarePage::prepare(QPointer<Machine> target, const std::function<void()> &next)
{
    d->makeDisks(target, next);
}

} // namespace sparkler::gui
