#include "pages/edit_page.h"

#include "pages/help_dialog.h"
#include "widgets/page_column.h"

#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

EditPage::EditPage(Workspace *workspace, QWidget *parent)
    : MachinePage(parent), m_workspace(workspace), m_column(new PageColumn({}, this)),
      m_general(new InlineMessage(this)), m_bar(new ChangeBar(this))
{
    auto *results = new QVBoxLayout;
    results->setContentsMargins(spacing::kXLarge, 0, spacing::kXLarge, 0);
    results->addWidget(m_general);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_column, 1);
    layout->addLayout(results);
    layout->addWidget(m_bar);
    connect(m_bar, &ChangeBar::applyRequested, this, &EditPage::apply);
    connect(m_bar, &ChangeBar::discardRequested, this, &EditPage::discard);
    connect(workspace->store(), &MachineStore::removed, this, [this](const QString &id) {
        if (m_machine && m_machine->id() == id)
            setMachine(nullptr);
        if (m_drafts.erase(id) > 0)
            emit unsavedChangesChanged();
    });
}

EditPage::~EditPage() = default;

void EditPage::setMachine(Machine *next)
{
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    if (m_machine != next)
        clearMessages();
    m_machine = next;
    m_column->setEnabled(m_machine);
    machineChanged();
    if (!m_machine) {
        showAnew();
        return;
    }
    m_drafts.try_emplace(m_machine->id(), m_machine->definition().config);
    connect(m_machine, &Machine::definitionChanged, this, &EditPage::follow);
    connect(m_machine, &Machine::stateChanged, this, [this] {
        if (m_machine->state() == MachineState::Starting)
            clearMessages();
        showAnew();
    });
    connect(m_machine, &Machine::failed, this, [this](const Failure &failure) {
        // The window shows what is about the machine as a whole.
        if (InlineMessage *message = messageFor(failure)) {
            showFailure(message, failure, m_workspace->paths());
            m_column->ensureWidgetVisible(message);
        }
    });
    connect(m_machine, &QObject::destroyed, this, [this] { setMachine(nullptr); });
    follow();
    reloadEntries();
    showAnew(); // what was typed for the former machine is no longer in the way
}

bool EditPage::hasUnsavedChanges() const
{
    return std::ranges::any_of(m_drafts, [](const auto &entry) { return entry.second.isDirty(); });
}

HardwareDraft &EditPage::draftOf(const Machine *machine)
{
    return m_drafts[machine->id()];
}

void EditPage::follow()
{
    // What is being applied is saved first and taken back where the engine refuses it: only the end counts.
    if (!applying())
        draft().rebase(m_machine->definition().config);
    showAnew();
}

bool EditPage::live() const
{
    return m_machine && (m_machine->state() == MachineState::Running || m_machine->state() == MachineState::Paused);
}

bool EditPage::applying() const
{
    return m_machine && m_busy.contains(m_machine->id());
}

void EditPage::edit(const std::function<void(HardwareDraft &)> &change)
{
    if (!m_machine)
        return;
    const bool before = hasUnsavedChanges();
    change(draft());
    showAnew();
    if (before != hasUnsavedChanges())
        emit unsavedChangesChanged();
}

void EditPage::showAnew()
{
    showDraft();
    if (!m_machine) {
        m_bar->hide();
        return;
    }
    const QString whyNotEdit = m_machine->whyNot(MachineAction::Edit);
    const auto changes = draft().changes(live());
    m_bar->showChanges(changes.now, changes.atNextStart, whyNotEdit.isEmpty() ? draftProblem() : whyNotEdit);
    m_bar->setBusy(applying());
    m_bar->setVisible(draft().isDirty() || applying() || hasInvalidEntry());
}

void EditPage::clearMessages()
{
    m_general->hide();
    for (InlineMessage *message : partMessages())
        message->hide();
}

void EditPage::discard()
{
    clearMessages();
    m_column->setFocus(); // the bar goes
    edit([](HardwareDraft &draft) { draft.discard(); });
    reloadEntries();
    showAnew();
}

void EditPage::apply()
{
    if (!m_machine || applying() || !m_machine->whyNot(MachineAction::Edit).isEmpty() || !draftProblem().isEmpty())
        return;
    clearMessages();
    m_column->setFocus(); // the bar goes; else the focus would jump to a button somewhere else
    m_busy.insert(m_machine->id());
    showAnew();
    prepare(m_machine, [this, target = m_machine] { save(target); });
}

void EditPage::prepare(QPointer<Machine>, const std::function<void()> &next)
{
    next();
}

void EditPage::save(const QPointer<Machine> &target)
{
    if (!target)
        return;
    MachineDefinition wanted = target->definition();
    wanted.config = draftOf(target).config();
    target->apply(wanted, this, [this, target](const Outcome<QStringList> &outcome) { finish(target, outcome); });
}

void EditPage::finish(const QPointer<Machine> &target, const Outcome<QStringList> &outcome)
{
    if (!target)
        return;
    m_busy.remove(target->id());
    draftOf(target).rebase(target->definition().config);
    emit unsavedChangesChanged();
    if (!outcome)
        report(target, outcome.error());
    if (target != m_machine)
        return;
    showAnew();
    if (!outcome)
        return;
    m_general->clearActions();
    if (outcome->isEmpty())
        m_general->setMessage(InlineMessage::Kind::Success,
                              live() ? tr("The changes apply now.") : tr("The changes are saved."));
    else
        m_general->setMessage(InlineMessage::Kind::Warning,
                              tr("The changes are saved. Some need a restart: %1").arg(outcome->join(u" · "_s)));
}

void EditPage::applyAlone(const MachineDefinition &wanted, const std::function<void()> &done)
{
    clearMessages();
    m_busy.insert(m_machine->id());
    showAnew();
    const QPointer<Machine> target = m_machine;
    m_machine->apply(wanted, this, [this, target, done](const Outcome<QStringList> &outcome) {
        if (target)
            m_busy.remove(target->id());
        if (!outcome)
            report(target, outcome.error());
        if (!target || target != m_machine)
            return;
        follow();
        if (outcome)
            done();
    });
}

void EditPage::report(const QPointer<Machine> &target, const Failure &failure)
{
    if (!target)
        return;
    if (target != m_machine) {
        emit target->failed(failure); // the window shows it with its machine, not with the one that is looked at now
        return;
    }
    InlineMessage *part = messageFor(failure);
    InlineMessage *message = part ? part : m_general;
    message->clearActions();
    showFailure(message, failure, m_workspace->paths());
    m_column->ensureWidgetVisible(message);
}

} // namespace sparkler::gui
