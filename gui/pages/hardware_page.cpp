#include "pages/hardware_page.h"

#include "pages/hardware_page_p.h"

#include "widgets/page_column.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {

HardwarePage::HardwarePage(Workspace *workspace, QWidget *parent)
    : MachinePage(parent), d(std::make_unique<Private>(this, workspace))
{
    d->build();
    connect(workspace->store(), &MachineStore::removed, this, [this](const QString &id) {
        if (d->machine && d->machine->id() == id)
            d->bind(nullptr);
        if (d->drafts.erase(id) > 0)
            emit unsavedChangesChanged();
    });
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

void HardwarePage::setMachine(Machine *machine)
{
    d->bind(machine);
}

bool HardwarePage::hasUnsavedChanges() const
{
    return std::ranges::any_of(d->drafts, [](const auto &entry) { return entry.second.isDirty(); });
}

HardwarePage::Private::Private(HardwarePage *page, Workspace *where) : q(page), workspace(where) {}

void HardwarePage::Private::build()
{
    column = new PageColumn({}, q);
    resources = new ResourcesForm(ResourcesForm::Extent::Full, HostLimits::ofThisHost());
    boot = new BootSourceForm(workspace->assets());
    drives = new DrivesCard;
    general = new InlineMessage;
    for (const auto &[part, card] : std::initializer_list<std::pair<HardwarePart, Card *>>{
             {HardwarePart::Machine, resources}, {HardwarePart::BootSource, boot}, {HardwarePart::Drives, drives}}) {
        auto *message = new InlineMessage(card);
        card->body()->addWidget(message);
        messages.insert(part, message);
        column->addWidget(card);
    }
    bar = new ChangeBar(q);
    auto *results = new QVBoxLayout;
    results->setContentsMargins(spacing::kXLarge, 0, spacing::kXLarge, 0);
    results->addWidget(general);
    messages.insert(HardwarePart::Whole, general);
    auto *layout = new QVBoxLayout(q);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(column, 1);
    layout->addLayout(results);
    layout->addWidget(bar);
    q->setFocusProxy(resources);
    connectParts();
}

void HardwarePage::Private::connectParts()
{
    QObject::connect(resources, &ResourcesForm::changed, q,
                     [this] { edit([this](HardwareDraft &draft) { draft.setMachine(resources->config()); }); });
    QObject::connect(boot, &BootSourceForm::changed, q,
                     [this] { edit([this](HardwareDraft &draft) { draft.setBootSource(boot->source()); }); });
    QObject::connect(drives, &DrivesCard::addRequested, q, [this] { addDrive(DriveDialog::Start::File); });
    QObject::connect(drives, &DrivesCard::newDiskRequested, q, [this] { addDrive(DriveDialog::Start::NewDisk); });
    QObject::connect(drives, &DrivesCard::editRequested, q, [this](const QString &id) { editDrive(id); });
    QObject::connect(drives, &DrivesCard::limitsRequested, q, [this](const QString &id) { editLimits(id); });
    QObject::connect(drives, &DrivesCard::rootRequested, q,
                     [this](const QString &id) { edit([&](HardwareDraft &draft) { draft.moveRoot(id); }); });
    QObject::connect(drives, &DrivesCard::removeRequested, q,
                     [this](const QString &id) { edit([&](HardwareDraft &draft) { draft.removeDrive(id); }); });
    QObject::connect(bar, &ChangeBar::applyRequested, q, [this] { apply(); });
    QObject::connect(bar, &ChangeBar::discardRequested, q, [this] { discard(); });
}

void HardwarePage::Private::bind(Machine *next)
{
    if (machine)
        QObject::disconnect(machine, nullptr, q, nullptr);
    if (machine != next)
        clearMessages();
    machine = next;
    column->setEnabled(machine);
    if (machine) {
        drafts.try_emplace(machine->id(), machine->definition().config);
        QObject::connect(machine, &Machine::definitionChanged, q, [this] { follow(); });
        QObject::connect(machine, &Machine::stateChanged, q, [this] {
            if (machine->state() == MachineState::Starting)
                clearMessages();
            show();
        });
        QObject::connect(machine, &Machine::failed, q, [this](const Failure &failure) { showEngineAnswer(failure); });
        QObject::connect(machine, &QObject::destroyed, q, [this] { bind(nullptr); });
        follow();
        resources->reload();
        return;
    }
    show();
}

HardwareDraft &HardwarePage::Private::draft()
{
    return drafts[machine->id()];
}

void HardwarePage::Private::follow()
{
    // What is being applied is saved first and taken back where the engine refuses it: only the end counts.
    if (!busy.contains(machine->id()))
        draft().rebase(machine->definition().config);
    show();
}

bool HardwarePage::Private::live() const
{
    return machine && (machine->state() == MachineState::Running || machine->state() == MachineState::Paused);
}

void HardwarePage::Private::edit(const std::function<void(HardwareDraft &)> &change)
{
    if (!machine)
        return;
    const bool before = q->hasUnsavedChanges();
    change(draft());
    show();
    if (before != q->hasUnsavedChanges())
        emit q->unsavedChangesChanged();
}

void HardwarePage::Private::show()
{
    if (!machine) {
        drives->model()->setDrives({});
        drives->setProblem({});
        bar->hide();
        return;
    }
    const HardwareDraft &shown = draft();
    resources->setConfig(shown.config().machine);
    boot->setSource(shown.config().bootSource);
    showDrives(shown);
    const bool runs = live();
    const QString later = HardwarePage::tr("The machine runs: changes here apply at its next start.");
    resources->setDescription(runs ? later : QString());
    boot->setDescription(runs ? later : QString());
    drives->setDescription(
        runs ? HardwarePage::tr(
                   "The machine runs: a drive's file and its rate limits change at once, everything else at "
                   "the next start.")
             : QString());
    const auto changes = shown.changes(runs);
    const bool applying = busy.contains(machine->id());
    bar->showChanges(changes.now, changes.atNextStart, whyNotApply());
    bar->setBusy(applying);
    // Also for an entry that makes no value: it can be discarded only here.
    bar->setVisible(shown.isDirty() || applying || !resources->validity().isAcceptable());
    for (QWidget *part : std::initializer_list<QWidget *>{resources, boot, drives})
        part->setEnabled(!applying);
}

void HardwarePage::Private::showDrives(const HardwareDraft &shown)
{
    const QString selected = drives->selectedId();
    QHash<QString, qint64> planned;
    for (const DiskPlan &plan : shown.newDisks())
        planned.insert(plan.to, plan.bytes);
    const ConfigProblems problems = findProblems(shown.config(), shown.plannedPaths());
    QHash<QString, DriveModel::Note> notes;
    for (const QString &id : shown.driveIds()) {
        switch (shown.driveChange(id, live())) {
        case HardwareDraft::DriveChangeKind::None:
            break;
        case HardwareDraft::DriveChangeKind::Now:
            notes.insert(id, {HardwarePage::tr("Changed: applies now"), false});
            break;
        case HardwareDraft::DriveChangeKind::NextStart:
            notes.insert(
                id, {live() ? HardwarePage::tr("Changed: at the next start") : HardwarePage::tr("Changed"), false});
            break;
        case HardwareDraft::DriveChangeKind::Both:
            notes.insert(id, {HardwarePage::tr("Changed: partly at the next start"), false});
            break;
        }
        if (const auto problem = problems.driveNotes.constFind(id); problem != problems.driveNotes.constEnd())
            notes.insert(id, {*problem, true});
    }
    drives->model()->setDrives(shown.config().drives, planned);
    drives->model()->setNotes(notes);
    drives->setProblem(problems.drives);
    if (!selected.isEmpty() && selected != drives->selectedId())
        drives->select(selected);
}

QString HardwarePage::Private::whyNotApply()
{
    if (const QString why = machine->whyNot(MachineAction::Edit); !why.isEmpty())
        return why;
    if (!resources->validity().isAcceptable())
        return resources->validity().text;
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
            shown.driveChange(id, false) != HardwareDraft::DriveChangeKind::None)
            return HardwarePage::tr("Drive “%1”: %2").arg(id, *problem);
    }
    return {};
}

void HardwarePage::Private::clearMessages()
{
    for (InlineMessage *message : std::as_const(messages))
        message->hide();
}

void HardwarePage::Private::showEngineAnswer(const Failure &failure)
{
    QStringList sentences{failure.what, failure.why, failure.state, failure.remedy};
    sentences.removeAll(QString());
    const HardwarePart part = partOf(failure);
    // The window shows what is about the machine as a whole.
    if (part == HardwarePart::Whole)
        return;
    messages.value(part)->setMessage(InlineMessage::Kind::Error, sentences.join(u' '), failure.report());
    column->ensureWidgetVisible(messages.value(part));
}

} // namespace sparkler::gui
