#include "pages/snapshots_page.h"

#include "manager/snapshots/snapshot_text.h"
#include "pages/clone_snapshot_dialog.h"
#include "pages/help_dialog.h"
#include "pages/remove_snapshot_dialog.h"
#include "pages/restore_snapshot_dialog.h"
#include "pages/snapshot_details.h"
#include "pages/take_snapshot_dialog.h"
#include "pages/verification_dialog.h"
#include "widgets/console_thumbnail.h"
#include "widgets/inline_message.h"

#include <QAction>
#include <QFileDialog>
#include <QLocale>
#include <QSet>

namespace sparkler::gui {

using Kind = Lineage::Node::Kind;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostName = SnapshotLibrary::kMostName;

QString archiveFilter()
{
    return SnapshotsPage::tr("Snapshot archives (*.tar.zst);;All files (*)");
}

/// A name for a file, whatever the words are.
QString asFileName(QString words)
{
    for (QChar &letter : words) {
        if (!letter.isLetterOrNumber() && letter != u'.' && letter != u'_')
            letter = u'-';
    }
    return words;
}

} // namespace

void SnapshotsPage::trigger(Action action)
{
    if (!whyNot(action).isEmpty())
        return;
    if (action == Take)
        return take();
    if (action == Import)
        return importArchive();
    const auto kept = m_snapshots; // what is done may bring other ones at once
    const SnapshotEntry *entry = selectedEntry();
    if (!entry)
        return;
    switch (action) {
    case Restore:
        return restore(*entry);
    case NewMachine:
        return clone(*entry, false);
    case Clones:
        return clone(*entry, true);
    case Verify:
        return verify(*entry);
    case Merge: {
        const QString name = entry->snapshot.name;
        return follow(
            m_library->merge(m_machine->id(), entry->snapshot.id), m_machine->id(),
            [this, name](const QString &) { tell(tr("“%1” is full now and needs no other one.").arg(name)); });
    }
    case Export:
        return exportArchive(*entry);
    case Remove:
        return remove(*entry);
    default:
        return;
    }
}

QString SnapshotsPage::proposedName() const
{
    QSet<QString> taken;
    for (const SnapshotEntry &entry : m_snapshots->entries)
        taken << entry.snapshot.name;
    const QString base =
        tr("Snapshot of %1", "time").arg(QLocale().toString(QDateTime::currentDateTime(), QLocale::ShortFormat));
    QString name = base;
    for (int number = 2; taken.contains(name); ++number)
        name = base + u" ("_s + QString::number(number) + u')';
    return name;
}

void SnapshotsPage::take()
{
    const QString id = m_machine->id();
    TakeSnapshotDialog::Context context;
    context.name = proposedName();
    context.whyNotFull = m_library->whyNotCreate(id, SnapshotKind::Full);
    context.whyNotDiff = m_library->whyNotCreate(id, SnapshotKind::Diff);
    context.running = m_machine->state() != MachineState::Paused;
    context.memoryMib = m_machine->definition().config.machine.memSizeMib;
    context.drives = m_machine->definition().config.drives;
    context.directory = m_machine->directory().root();
    context.paths = m_workspace->paths();
    if (!m_snapshots->here.isEmpty())
        context.from = nameOf(m_snapshots->here);
    auto *dialog = new TakeSnapshotDialog(std::move(context), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, target = m_machine] {
        if (!target || target != m_machine)
            return;
        follow(startTaking(dialog->kind(), dialog->name(), dialog->note()), m_machine->id(),
               [this](const QString &made) {
                   m_wanted = {Kind::Snapshot, made};
                   m_justTaken = made;
                   reload();
               });
    });
    dialog->open();
}

Task *SnapshotsPage::startTaking(SnapshotKind kind, const QString &name, const QString &note)
{
    CreateSnapshot wanted;
    wanted.machineId = m_machine->id();
    wanted.kind = kind;
    wanted.name = name;
    wanted.note = note;
    wanted.consoleText = [](const QByteArray &output) { return plainConsoleText(output); };
    return m_library->create(wanted);
}

void SnapshotsPage::tellTaken(const QString &snapshotId)
{
    const SnapshotEntry *found = m_snapshots ? m_snapshots->find(snapshotId) : nullptr;
    if (!found)
        return;
    m_justTaken.clear();
    const Snapshot &snapshot = found->snapshot;
    tell(snapshot.pause ? tr("“%1” is taken. The guest stood still for %2.", "snapshot and duration")
                              .arg(snapshot.name, durationText(*snapshot.pause))
                        : tr("“%1” is taken. The guest is still paused.").arg(snapshot.name));
}

void SnapshotsPage::restore(const SnapshotEntry &entry)
{
    auto *dialog = new RestoreSnapshotDialog(m_library, m_machine->id(), entry.snapshot, m_workspace->paths(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, target = m_machine] {
        if (target && target == m_machine)
            startRestoring(dialog->request(), dialog->snapshotFirst());
    });
    dialog->open();
}

void SnapshotsPage::startRestoring(const RestoreSnapshot &request, bool snapshotFirst)
{
    const QString name = nameOf(request.snapshotId);
    const auto go = [this, request, name] {
        follow(m_library->restore(request), request.machineId, [this, name, resumed = request.resume](const QString &) {
            tell(resumed ? tr("The machine is back at “%1” and goes on from there.").arg(name)
                         : tr("The machine is back at “%1”, paused.").arg(name));
        });
    };
    if (!snapshotFirst) {
        go();
        return;
    }
    // What was to be kept is kept, or nothing is given up. Also while another machine is looked at.
    Task *first = startTaking(SnapshotKind::Full, tr("Before going back to “%1”").arg(name).left(kMostName), {});
    whenEnded(first, [this, first, go, machine = request.machineId] {
        if (first->state() == Task::State::Done)
            go();
        else
            reportFailure(first, machine);
    });
}

void SnapshotsPage::clone(const SnapshotEntry &entry, bool several)
{
    using Mode = CloneSnapshotDialog::Mode;
    const QString name = tr("%1 clone", "machine").arg(m_machine->definition().name);
    auto *dialog = new CloneSnapshotDialog(several ? Mode::Several : Mode::One, m_library, m_workspace->store(),
                                           m_machine->id(), entry.snapshot, name, m_workspace->paths(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, machine = m_machine->id()] {
        follow(m_library->clone(dialog->request()), machine, [this](const QString &made) {
            const QStringList ids = made.split(u'\n', Qt::SkipEmptyParts);
            tell(tr("%n machine(s) made from the snapshot.", nullptr, static_cast<int>(ids.size())),
                 ids.isEmpty() ? nullptr : goTo(ids.constFirst()));
        });
    });
    dialog->open();
}

void SnapshotsPage::remove(const SnapshotEntry &entry)
{
    auto *dialog = new RemoveSnapshotDialog(m_library, m_machine->id(), entry, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString id = entry.snapshot.id;
    const QString name = nameOf(id);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id, name, target = m_machine] {
        if (target && target == m_machine)
            follow(m_library->remove(target->id(), id, dialog->mode()), target->id(),
                   [this, name](const QString &) { tell(tr("“%1” is deleted.").arg(name)); });
    });
    dialog->open();
}

void SnapshotsPage::verify(const SnapshotEntry &entry)
{
    const QString id = entry.snapshot.id;
    const QString machine = m_machine->id();
    const QString name = entry.snapshot.name;
    m_message->hide();
    Task *task = m_library->verify(machine, id);
    whenEnded(task, [this, task, id, machine, name] {
        // Also when it has failed: then the files are what there is to see.
        const auto outcome = m_library->verification(machine, id);
        const bool fresh = outcome && outcome->at >= task->startedAt();
        if (task->state() == Task::State::Cancelled || !fresh || !m_machine || m_machine->id() != machine)
            return reportFailure(task, machine);
        auto *dialog = new VerificationDialog(name, *outcome, m_workspace->paths(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void SnapshotsPage::exportArchive(const SnapshotEntry &entry)
{
    auto *dialog = new QFileDialog(this, tr("Export “%1”").arg(entry.snapshot.name), QString(), archiveFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // nothing is overwritten: the library refuses
    dialog->setDefaultSuffix(u"tar.zst"_s);
    dialog->selectFile(asFileName(m_machine->definition().name + u'-' + entry.snapshot.name) + u".tar.zst"_s);
    const QString id = entry.snapshot.id;
    connect(dialog, &QFileDialog::fileSelected, this, [this, id, target = m_machine](const QString &path) {
        if (target && target == m_machine)
            follow(m_library->exportArchive(target->id(), id, path), target->id(),
                   [this](const QString &made) { tell(tr("The snapshot is exported to %1.").arg(made)); });
    });
    dialog->open();
}

void SnapshotsPage::importArchive()
{
    auto *dialog = new QFileDialog(this, tr("Import a snapshot"), QString(), archiveFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        follow(m_library->importArchive(path), m_machine ? m_machine->id() : QString(),
               [this](const QString &machineId) {
                   const MachineDefinition *made = m_workspace->store()->find(machineId);
                   tell(tr("The machine “%1” is imported with its snapshot.").arg(made ? made->name : machineId),
                        goTo(machineId));
               });
    });
    dialog->open();
}

void SnapshotsPage::describe(const QString &snapshotId, const QString &name, const QString &note)
{
    if (!m_machine)
        return;
    if (const auto done = m_library->describe(m_machine->id(), snapshotId, name, note); !done)
        report(done.error());
}

/// Also when it was refused at once.
void SnapshotsPage::whenEnded(Task *task, const std::function<void()> &then)
{
    if (task->ended())
        QMetaObject::invokeMethod(
            this,
            [task = QPointer(task), then] {
                if (task)
                    then();
            },
            Qt::QueuedConnection);
    else
        connect(task, &Task::finished, this, then);
}

void SnapshotsPage::follow(Task *task, const QString &machineId, const std::function<void(const QString &)> &done)
{
    m_message->hide();
    whenEnded(task, [this, task, machineId, done] {
        if (task->state() == Task::State::Done && m_machine && m_machine->id() == machineId)
            done(task->result());
        else
            reportFailure(task, machineId);
    });
}

/// The task panel tells of those of other machines.
void SnapshotsPage::reportFailure(const Task *task, const QString &machineId)
{
    if (task->failure() && m_machine && m_machine->id() == machineId)
        report(*task->failure());
}

void SnapshotsPage::tell(const QString &text, QAction *action)
{
    m_message->clearActions();
    if (action)
        m_message->addAction(action);
    m_message->setMessage(InlineMessage::Kind::Success, text);
}

QAction *SnapshotsPage::goTo(const QString &machineId)
{
    m_goToId = machineId;
    return m_goTo;
}

void SnapshotsPage::report(const Failure &failure)
{
    m_message->clearActions();
    showFailure(m_message, failure, m_workspace->paths());
}

} // namespace sparkler::gui
