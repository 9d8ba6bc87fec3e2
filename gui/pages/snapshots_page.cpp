#include "pages/snapshots_page.h"

#include "manager/machine_text.h"
#include "manager/snapshots/snapshot_text.h"
#include "models/snapshot_filter_model.h"
#include "pages/live_parts.h"
#include "pages/snapshot_delegate.h"
#include "pages/snapshot_details.h"
#include "text/human_units.h"
#include "widgets/empty_state.h"
#include "widgets/flow_layout.h"
#include "widgets/inline_message.h"
#include "widgets/search_field.h"
#include "widgets/style.h"

#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sparkler::gui {

using Kind = Lineage::Node::Kind;

namespace {

constexpr int kFitDelayMs = 150;  ///< walking through the rows asks for none of them
constexpr int kBesideFrom = 1080; ///< width: details beside the tree, else beneath
constexpr int kDrivesFrom = 720;  ///< width of the tree
constexpr int kMemoryFrom = 540;
constexpr int kLeastTreeRows = 4;
constexpr int kTreeShare = 480; ///< of kWhole: the tree's part beside the details
constexpr int kWhole = 1000;
constexpr int kMostSearchWidth = 420;

} // namespace

SnapshotsPage::SnapshotsPage(Workspace *workspace, SnapshotLibrary *library, QWidget *parent)
    : MachinePage(parent), m_workspace(workspace), m_library(library), m_model(new SnapshotTreeModel(this)),
      m_filter(new SnapshotFilterModel(this)), m_delegate(new SnapshotDelegate(this))
{
    m_filter->setSourceModel(m_model);
    buildActions();
    m_message = new InlineMessage(this);
    m_stack = new QStackedWidget(this);
    m_splitter = new QSplitter(Qt::Vertical, m_stack);
    m_splitter->setChildrenCollapsible(false);
    auto *treeSide = new QStackedWidget(m_splitter);
    buildTree();
    m_noMatch = new EmptyState(Icon::Search, tr("Nothing matches"),
                               tr("No snapshot or machine has all of these words and is of this kind."), treeSide);
    treeSide->addWidget(m_tree);
    treeSide->addWidget(m_noMatch);
    treeSide->setMinimumHeight(m_tree->fontMetrics().height() * 2 * kLeastTreeRows);
    m_details = new SnapshotDetails(m_workspace->paths(), m_splitter);
    m_empty =
        new EmptyState(Icon::Snapshot, tr("No snapshots yet"), tr("Select a machine to see its snapshots."), m_stack);
    m_emptyTake = m_empty->addButton(tr("Take snapshot…"), Icon::Snapshot);
    connect(m_emptyTake, &QPushButton::clicked, m_actions[Take], &QAction::trigger);
    connect(m_empty->addButton(tr("Import…"), Icon::Import), &QPushButton::clicked, m_actions[Import],
            &QAction::trigger);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(buildToolBar());
    m_filters = buildFilters();
    layout->addWidget(m_filters);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);

    m_fitDelay.setSingleShot(true);
    m_fitDelay.setInterval(kFitDelayMs);
    connect(&m_fitDelay, &QTimer::timeout, this, &SnapshotsPage::lookWhetherItFits);
    connect(m_details, &SnapshotDetails::describeRequested, this, &SnapshotsPage::describe);
    connect(m_details, &SnapshotDetails::actionRequested, this, [this] { emit machineRequested(m_shownClone); });
    const auto onLibrary = [this](const QString &machineId) {
        if (m_machine && m_machine->id() == machineId)
            reload();
    };
    connect(m_library, &SnapshotLibrary::changed, this, onLibrary);
    connect(m_library, &SnapshotLibrary::busyChanged, this, onLibrary);
    connect(m_workspace->store(), &MachineStore::changed, this, [this](const QString &id) {
        if (m_machine && m_model->find({Kind::Clone, id}).isValid())
            reload();
    });
    reload();
}

void SnapshotsPage::buildActions()
{
    const auto make = [this](Action which, const QString &text, Icon kind) {
        auto *action = new QAction(sparkler::gui::icon(kind), text, this);
        connect(action, &QAction::triggered, this, [this, which] { trigger(which); });
        m_actions[which] = action;
    };
    make(Take, tr("&Take snapshot…"), Icon::Snapshot);
    make(Restore, tr("&Restore…"), Icon::Restore);
    make(NewMachine, tr("&New machine…"), Icon::Machine);
    make(Clones, tr("Start &clones…"), Icon::Duplicate);
    make(Verify, tr("&Verify"), Icon::Verify);
    make(Merge, tr("Make &full"), Icon::Merge);
    make(Export, tr("&Export…"), Icon::Export);
    make(Import, tr("&Import…"), Icon::Import);
    make(Remove, tr("&Delete…"), Icon::Remove);
    m_actions[Take]->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_S);
    m_actions[Take]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_actions[Take]);
    m_rename = new QAction(tr("Rena&me"), this);
    m_rename->setShortcut(Qt::Key_F2);
    connect(m_rename, &QAction::triggered, this, [this] { m_details->editName(); });
    m_goTo = new QAction(tr("Go to the machine"), this);
    connect(m_goTo, &QAction::triggered, this, [this] { emit machineRequested(m_goToId); });
}

QWidget *SnapshotsPage::buildToolBar()
{
    auto *bar = new QWidget(this);
    auto *flow = new FlowLayout(bar, spacing::kTight);
    for (int which = 0; which < kActionCount; ++which) {
        QAction *action = m_actions[static_cast<std::size_t>(which)];
        auto *button = new QToolButton(bar);
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        // What is used most has words where there is room; tool tips and the menu explain the other pictures.
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        button->setAccessibleName(action->iconText());
        connect(action, &QAction::changed, button,
                [button, action] { button->setAccessibleDescription(action->statusTip()); });
        flow->addWidget(button);
        m_buttons << button;
    }
    return bar;
}

QWidget *SnapshotsPage::buildFilters()
{
    auto *box = new QWidget(this);
    m_search = new SearchField(box);
    m_search->setPlaceholderText(tr("Search names and notes"));
    m_search->setAccessibleName(tr("Search snapshots"));
    m_show = new QComboBox(box);
    m_show->setAccessibleName(tr("Show"));
    using Show = SnapshotFilterModel::Show;
    for (const auto &[text, show] :
         {std::pair(tr("Everything"), Show::All), std::pair(tr("Full snapshots"), Show::Full),
          std::pair(tr("Diffs"), Show::Diffs), std::pair(tr("Machines"), Show::Machines),
          std::pair(tr("Damaged ones"), Show::Damaged)})
        m_show->addItem(text, static_cast<int>(show));
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    m_search->setMaximumWidth(kMostSearchWidth);
    row->addWidget(m_search, 1);
    row->addStretch();
    row->addWidget(m_show);
    const auto filtered = [this] {
        m_delegate->setLinesShown(!m_filter->isFiltering());
        m_tree->viewport()->update();
        showState();
        showSelected();
    };
    connect(m_search, &SearchField::searchChanged, this, [this, filtered](const QString &text) {
        m_filter->setSearch(text);
        filtered();
    });
    connect(m_search, &SearchField::moveToResults, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_show, &QComboBox::currentIndexChanged, this, [this, filtered] {
        m_filter->setShow(static_cast<Show>(m_show->currentData().toInt()));
        filtered();
    });
    return box;
}

void SnapshotsPage::buildTree()
{
    m_tree = new QTreeView;
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(m_delegate);
    m_tree->setAccessibleName(tr("Snapshots"));
    m_tree->setRootIsDecorated(false);
    m_tree->setItemsExpandable(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QHeaderView *header = m_tree->header();
    header->setStretchLastSection(false);
    header->setSectionsMovable(false);
    header->setSectionResizeMode(SnapshotTreeModel::NameColumn, QHeaderView::Stretch);
    const int character = m_tree->fontMetrics().averageCharWidth();
    header->resizeSection(SnapshotTreeModel::TimeColumn, character * 20);
    header->resizeSection(SnapshotTreeModel::KindColumn, character * 12);
    header->resizeSection(SnapshotTreeModel::DiskColumn, character * 12);
    header->resizeSection(SnapshotTreeModel::MemoryColumn, character * 12);
    header->resizeSection(SnapshotTreeModel::DrivesColumn, character * 22);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SnapshotsPage::showSelected);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &SnapshotsPage::showMenu);
    connect(m_tree, &QTreeView::activated, this, &SnapshotsPage::activate);
    m_actions[Remove]->setShortcut(Qt::Key_Delete);
    for (QAction *action : {m_actions[Remove], m_rename}) {
        action->setShortcutContext(Qt::WidgetShortcut); // in the note these keys edit
        m_tree->addAction(action);
    }
}

void SnapshotsPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    m_details->saveWords();
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_snapshots.reset();
    m_model->setContent(nullptr, nullptr, {}); // what follows shows rows of the former one otherwise
    m_message->hide();
    m_wanted = {};
    m_justTaken.clear();
    m_search->clear();
    m_show->setCurrentIndex(0);
    m_fitFor.clear();
    if (machine)
        connect(machine, &Machine::stateChanged, this, &SnapshotsPage::reload);
    reload();
}

bool SnapshotsPage::focusSearch()
{
    if (!m_search->isVisible())
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void SnapshotsPage::focusContent()
{
    if (m_stack->currentWidget() == m_splitter)
        m_tree->setFocus();
    else
        m_empty->setFocus();
}

void SnapshotsPage::hideEvent(QHideEvent *event)
{
    m_details->saveWords();
    MachinePage::hideEvent(event);
}

void SnapshotsPage::resizeEvent(QResizeEvent *event)
{
    MachinePage::resizeEvent(event);
    arrange();
}

void SnapshotsPage::arrange()
{
    const bool beside = width() >= kBesideFrom;
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (!m_arranged || m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_splitter->setSizes({kTreeShare, kWhole - kTreeShare}); // afterwards as the user wants it
        m_arranged = true;
    }
    fitToolBar();
    const int tree = beside ? width() * kTreeShare / kWhole : width();
    m_tree->setColumnHidden(SnapshotTreeModel::DrivesColumn, tree < kDrivesFrom);
    m_tree->setColumnHidden(SnapshotTreeModel::MemoryColumn, tree < kMemoryFrom);
}

/// In a narrow window the buttons do without their words, before some of them get a second line.
void SnapshotsPage::fitToolBar()
{
    int needed = 0;
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setToolButtonStyle(button == m_buttons[Take] ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
        needed += button->sizeHint().width() + spacing::kTight;
    }
    const int room = width() - 2 * spacing::kLarge;
    for (const Action which : {Restore, NewMachine, Clones}) {
        QToolButton *button = m_buttons[which];
        const int without = button->sizeHint().width();
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        needed += button->sizeHint().width() - without;
        if (needed > room) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
            return;
        }
    }
}

SnapshotTreeModel::Names SnapshotsPage::names() const
{
    SnapshotTreeModel::Names names;
    if (!m_machine)
        return names;
    names.state = stateText(m_machine->state());
    for (const auto &clone : m_snapshots->clones) {
        if (const MachineDefinition *machine = m_workspace->store()->find(clone.machineId))
            names.machines.insert(clone.machineId, machine->name);
    }
    return names;
}

void SnapshotsPage::reload()
{
    m_snapshots = m_machine ? m_library->of(m_machine->id()) : nullptr;
    if (m_machine)
        m_model->setContent(m_snapshots, m_library->lineage(m_machine->id()), names());
    else
        m_model->setContent(nullptr, nullptr, {});
    showState();
    if (!m_wanted.id.isEmpty() && m_model->find(m_wanted).isValid())
        select(std::exchange(m_wanted, {}));
    // What to look at first: where the machine comes from.
    if (m_machine && m_tree->selectionModel()->selectedRows().isEmpty()) {
        const QString here = m_snapshots->here;
        select(here.isEmpty() ? m_model->keyOf(m_model->index(0, 0)) : Key{Kind::Snapshot, here});
    }
    showSelected();
    if (!m_justTaken.isEmpty())
        tellTaken(m_justTaken);
}

void SnapshotsPage::showState()
{
    const bool any = m_model->rowCount() > 0;
    m_filters->setVisible(any);
    m_stack->setCurrentWidget(any ? static_cast<QWidget *>(m_splitter) : m_empty);
    auto *treeSide = static_cast<QStackedWidget *>(m_splitter->widget(0));
    treeSide->setCurrentWidget(m_filter->rowCount() > 0 ? static_cast<QWidget *>(m_tree) : m_noMatch);
    if (any)
        return;
    const bool loaded = m_machine && m_library->loaded(m_machine->id());
    m_empty->setHeadline(!m_machine ? tr("No machine selected")
                         : loaded   ? tr("No snapshots yet")
                                    : tr("Reading the snapshots…"));
    QString text =
        tr("A snapshot keeps a machine's memory, devices and drives as they are at one moment. Go back to it "
           "whenever you like, or start any number of machines that go on from there within "
           "milliseconds.");
    if (m_machine) {
        if (const QString why = whyNot(Take); loaded && !why.isEmpty())
            text += u'\n' + why;
        if (const auto &origin = m_snapshots->origin)
            text += u'\n' + tr("This machine was made from “%1” of “%2”.", "snapshot and machine")
                                .arg(origin->snapshotName, origin->machineName);
    }
    m_empty->setText(m_machine ? text : tr("Select a machine to see its snapshots."));
}

SnapshotsPage::Key SnapshotsPage::selected() const
{
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    return rows.isEmpty() ? Key() : m_model->keyOf(m_filter->mapToSource(rows.constFirst()));
}

void SnapshotsPage::select(const Key &key)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->find(key));
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

const SnapshotEntry *SnapshotsPage::selectedEntry() const
{
    const Key key = selected();
    return m_snapshots && key.kind == Kind::Snapshot && !key.id.isEmpty() ? m_snapshots->find(key.id) : nullptr;
}

QString SnapshotsPage::nameOf(const QString &snapshotId) const
{
    const SnapshotEntry *found = m_snapshots ? m_snapshots->find(snapshotId) : nullptr;
    return found && !found->snapshot.name.isEmpty() ? found->snapshot.name : snapshotId;
}

void SnapshotsPage::showSelected()
{
    refreshActions();
    const Key key = selected();
    m_shownClone.clear();
    if (key.id.isEmpty()) {
        m_details->showWords({}, {});
        return;
    }
    switch (key.kind) {
    case Kind::Snapshot:
        if (const SnapshotEntry *entry = selectedEntry())
            showEntry(*entry);
        return;
    case Kind::Clone:
        showClone(key.id);
        return;
    case Kind::Here:
        showHere();
        return;
    }
}

void SnapshotsPage::showEntry(const SnapshotEntry &entry)
{
    const Snapshot &snapshot = entry.snapshot;
    if (entry.damaged()) {
        m_details->showWords(nameOf(snapshot.id),
                             {tr("This snapshot is damaged and cannot be restored."), entry.problem,
                              tr("It takes %1 on disk.").arg(formatByteSize(static_cast<double>(entry.diskBytes)))});
        return;
    }
    SnapshotDetails::Shown shown;
    shown.entry = entry;
    if (!snapshot.parent.isEmpty())
        shown.from = nameOf(snapshot.parent);
    for (const QString &id : m_library->lineage(m_machine->id())->dependents(snapshot.id))
        shown.needed << nameOf(id);
    shown.verification = m_library->verification(m_machine->id(), snapshot.id);
    m_details->showSnapshot(shown);
    if (std::exchange(m_fitFor, snapshot.id) != snapshot.id)
        m_details->setLooking();
    m_fitDelay.start();
}

void SnapshotsPage::showHere()
{
    const auto &snapshots = m_snapshots;
    QStringList sentences{tr("The machine: %1.", "its state").arg(stateText(m_machine->state()))};
    sentences << (snapshots->here.isEmpty()
                      ? tr("It comes from no snapshot that is here.")
                      : tr("It comes from “%1”, which was taken or restored last.").arg(nameOf(snapshots->here)));
    if (snapshots->origin)
        sentences << tr("It was made from “%1” of “%2”.", "snapshot and machine")
                         .arg(snapshots->origin->snapshotName, snapshots->origin->machineName);
    m_details->showWords(tr("You are here"), sentences);
}

void SnapshotsPage::showClone(const QString &machineId)
{
    const MachineDefinition *machine = m_workspace->store()->find(machineId);
    const Machine *alive = m_workspace->supervisor()->find(machineId);
    m_shownClone = machineId;
    QStringList sentences{tr("A machine of its own that was made from this snapshot.")};
    if (alive)
        sentences << tr("It is in this state: %1.").arg(stateText(alive->state()));
    m_details->showWords(machine ? machine->name : machineId, sentences, tr("Go to the machine"));
}

void SnapshotsPage::lookWhetherItFits()
{
    const SnapshotEntry *entry = selectedEntry();
    if (!entry || entry->damaged())
        return;
    const quint64 asked = ++m_fitAsked;
    RestoreSnapshot request;
    request.machineId = m_machine->id();
    request.snapshotId = entry->snapshot.id;
    m_library->planRestore(request, this, [this, asked, id = entry->snapshot.id](const RestorePlan &plan) {
        if (asked == m_fitAsked && selected() == Key{Kind::Snapshot, id})
            m_details->setFindings(plan.findings);
    });
}

QString SnapshotsPage::whyNotRemove(const QString &snapshotId) const
{
    QString why;
    for (const RemovalMode mode : {RemovalMode::OnlyIt, RemovalMode::MergeDiffs, RemovalMode::WithDiffs}) {
        why = m_library->planRemoval(m_machine->id(), snapshotId, mode).whyNot;
        if (why.isEmpty())
            return {};
    }
    return why;
}

QString SnapshotsPage::whyNot(Action action) const
{
    if (action == Import)
        return {};
    if (!m_machine)
        return tr("No machine is selected.");
    const QString machine = m_machine->id();
    if (action == Take) {
        const QString why = m_library->whyNotCreate(machine, SnapshotKind::Full);
        return m_library->whyNotCreate(machine, SnapshotKind::Diff).isEmpty() ? QString() : why;
    }
    const SnapshotEntry *entry = selectedEntry();
    if (!entry)
        return tr("Select a snapshot first.");
    const QString id = entry->snapshot.id;
    switch (action) {
    case Restore:
        return m_library->whyNotRestore(machine, id);
    case NewMachine:
    case Clones:
        return m_library->whyNotClone(machine, id);
    case Merge:
        return m_library->whyNotMerge(machine, id);
    case Export:
        return m_library->whyNotExport(machine, id);
    case Remove:
        return whyNotRemove(id);
    default:
        break;
    }
    if (entry->damaged())
        return tr("It is damaged: %1").arg(entry->problem);
    return m_library->busy(machine) ? tr("Something is being done with the machine's snapshots already.") : QString();
}

void SnapshotsPage::refreshActions()
{
    for (std::size_t which = 0; which < m_actions.size(); ++which) {
        QAction *action = m_actions[which];
        const QString why = whyNot(static_cast<Action>(which));
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString name = action->iconText();
        const QString tip = keys.isEmpty() ? name : tr("%1 (%2)", "action and keys").arg(name, keys);
        action->setEnabled(why.isEmpty());
        action->setStatusTip(why);
        action->setToolTip(why.isEmpty() ? tip : tr("%1: %2", "action and reason").arg(name, why));
    }
    setEnabledOrWhyNot(m_emptyTake, whyNot(Take));
    const SnapshotEntry *entry = selectedEntry();
    m_rename->setEnabled(entry && !entry->damaged());
}

void SnapshotsPage::showMenu(const QPoint &place)
{
    QMenu menu;
    menu.setToolTipsVisible(true);
    for (const Action which : {Restore, NewMachine, Clones})
        menu.addAction(m_actions[which]);
    menu.addSeparator();
    menu.addAction(m_rename);
    for (const Action which : {Verify, Merge, Export, Remove})
        menu.addAction(m_actions[which]);
    menu.addSeparator();
    for (const Action which : {Take, Import})
        menu.addAction(m_actions[which]);
    menu.exec(m_tree->viewport()->mapToGlobal(place));
}

void SnapshotsPage::activate(const QModelIndex &index)
{
    const Key key = m_model->keyOf(m_filter->mapToSource(index));
    if (key.kind == Kind::Clone)
        emit machineRequested(key.id);
    else if (key.kind == Kind::Snapshot)
        m_details->editName();
}

} // namespace sparkler::gui
