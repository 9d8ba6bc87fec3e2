#include "app/machine_list_panel.h"

#include "app/machine_delegate.h"
#include "manager/machine_text.h"
#include "pages/state_look.h"
#include "widgets/empty_state.h"
#include "widgets/search_field.h"
#include "widgets/style.h"

#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace sparkler::gui {

MachineListPanel::MachineListPanel(MachineModel *model, MachineStore *store, QWidget *parent)
    : QWidget(parent), m_model(model), m_store(store), m_filter(new MachineFilterModel(this)),
      m_search(new SearchField), m_filterButton(new QToolButton), m_filterMenu(new QMenu(this)), m_view(new QTreeView),
      m_stack(new QStackedWidget)
{
    m_filter->setSourceModel(m_model);
    m_search->setPlaceholderText(tr("Search machines"));
    m_search->setAccessibleName(tr("Search machines"));
    m_search->setToolTip(tr("Looks at names, groups, tags and notes (Ctrl+F)"));
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        filtersChanged();
    });
    connect(m_search, &SearchField::moveToResults, this, &MachineListPanel::focusList);

    m_filterButton->setIcon(icon(Icon::Filter));
    m_filterButton->setAccessibleName(tr("Filter by state and tag"));
    m_filterButton->setToolTip(tr("Filter by state and tag"));
    m_filterButton->setPopupMode(QToolButton::InstantPopup);
    m_filterButton->setMenu(m_filterMenu);
    connect(m_filterMenu, &QMenu::aboutToShow, this, &MachineListPanel::fillFilterMenu);

    auto *create = new QPushButton(icon(Icon::Add), tr("Create machine…"));
    create->setToolTip(tr("Create a machine (Ctrl+N)"));
    connect(create, &QPushButton::clicked, this, &MachineListPanel::createRequested);

    m_view->setModel(m_filter);
    m_view->setItemDelegate(new MachineDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setUniformRowHeights(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setIndentation(spacing::kMedium);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setAccessibleName(tr("Machines"));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setExpandsOnDoubleClick(true);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &MachineListPanel::showContextMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MachineListPanel::selectionChanged);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (Machine *machine = m_model->machine(m_filter->mapToSource(index)))
            emit activated(machine);
    });
    // Only here: elsewhere the key deletes text, or takes a drive out of its machine.
    auto *remove = new QShortcut(QKeySequence::Delete, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &MachineListPanel::deleteRequested);
    // Groups are open unless the user closes them.
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &group) {
        if (group.isValid())
            m_view->expand(group);
        filtersChanged();
    });
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &MachineListPanel::filtersChanged);
    connect(m_model, &QAbstractItemModel::rowsMoved, this,
            [this](const QModelIndex &, int, int, const QModelIndex &group) {
                if (group.isValid())
                    m_view->expand(m_filter->mapFromSource(group));
                filtersChanged();
            });

    auto *nothing = new EmptyState(Icon::Search, tr("No match"), tr("No machine matches the search and the filter."));
    QPushButton *reset = nothing->addButton(tr("Show all"), Icon::Close);
    connect(reset, &QPushButton::clicked, this, [this] {
        m_search->clear();
        m_filter->setStates({});
        m_filter->setTags({});
        filtersChanged();
    });
    m_stack->addWidget(m_view);
    m_stack->addWidget(nothing);

    auto *tools = new QHBoxLayout;
    tools->addWidget(m_search, 1);
    tools->addWidget(m_filterButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kSmall, spacing::kMedium, spacing::kSmall, spacing::kSmall);
    layout->addWidget(create);
    layout->addLayout(tools);
    layout->addWidget(m_stack, 1);
    m_view->expandAll();
}

QList<Machine *> MachineListPanel::selected() const
{
    QList<Machine *> machines;
    const QModelIndexList rows = m_view->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : rows) {
        const QModelIndex source = m_filter->mapToSource(index);
        if (Machine *machine = m_model->machine(source)) {
            if (!machines.contains(machine))
                machines.append(machine);
            continue;
        }
        // A group stands for what it shows.
        for (int row = 0; row < m_filter->rowCount(index); ++row) {
            Machine *machine = m_model->machine(m_filter->mapToSource(m_filter->index(row, 0, index)));
            if (machine && !machines.contains(machine))
                machines.append(machine);
        }
    }
    return machines;
}

void MachineListPanel::select(const QString &id)
{
    const QModelIndex source = m_model->indexOf(id);
    if (!source.isValid())
        return;
    QModelIndex index = m_filter->mapFromSource(source);
    if (!index.isValid()) {
        m_search->clear();
        m_filter->setSearch({});
        m_filter->setStates({});
        m_filter->setTags({});
        filtersChanged();
        index = m_filter->mapFromSource(source);
    }
    if (index.parent().isValid())
        m_view->expand(index.parent());
    makeCurrent(index);
    m_view->scrollTo(index);
}

void MachineListPanel::setContextActions(const QList<QAction *> &actions)
{
    m_contextActions = actions;
}

void MachineListPanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void MachineListPanel::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
    if (!m_view->currentIndex().isValid() && m_filter->rowCount() > 0)
        makeCurrent(m_filter->index(0, 0));
}

/// QAbstractItemView::setCurrentIndex() would add to the selection while a shortcut's Ctrl key is down.
void MachineListPanel::makeCurrent(const QModelIndex &index)
{
    m_view->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void MachineListPanel::filtersChanged()
{
    const bool filtering = m_filter->isFiltering();
    m_stack->setCurrentIndex(filtering && m_filter->rowCount() == 0 ? 1 : 0);
    const bool narrowed = !m_filter->states().isEmpty() || !m_filter->tags().isEmpty();
    m_filterButton->setIcon(icon(Icon::Filter, narrowed ? std::optional(ColourRole::Accent) : std::nullopt));
    m_filterButton->setToolTip(narrowed ? tr("Filter by state and tag: on") : tr("Filter by state and tag"));
    if (filtering)
        m_view->expandAll();
}

void MachineListPanel::fillFilterMenu()
{
    m_filterMenu->clear();
    m_filterMenu->addSection(tr("State"));
    constexpr std::array states{MachineState::Running,     MachineState::Paused,   MachineState::Stopped,
                                MachineState::Starting,    MachineState::Stopping, MachineState::Crashed,
                                MachineState::Unresponsive};
    for (const MachineState state : states) {
        QAction *action = m_filterMenu->addAction(icon(stateLook(state).icon), stateText(state));
        action->setCheckable(true);
        action->setChecked(m_filter->states().contains(state));
        connect(action, &QAction::toggled, this, [this, state](bool on) {
            QSet<MachineState> wanted = m_filter->states();
            if (on)
                wanted.insert(state);
            else
                wanted.remove(state);
            m_filter->setStates(wanted);
            filtersChanged();
        });
    }
    const QStringList tags = m_store->tags();
    if (!tags.isEmpty())
        m_filterMenu->addSection(tr("Tag"));
    for (const QString &tag : tags) {
        QAction *action = m_filterMenu->addAction(QString(tag).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(m_filter->tags().contains(tag));
        connect(action, &QAction::toggled, this, [this, tag](bool on) {
            QSet<QString> wanted = m_filter->tags();
            if (on)
                wanted.insert(tag);
            else
                wanted.remove(tag);
            m_filter->setTags(wanted);
            filtersChanged();
        });
    }
    m_filterMenu->addSeparator();
    QAction *all = m_filterMenu->addAction(tr("Show all"));
    connect(all, &QAction::triggered, this, [this] {
        m_filter->setStates({});
        m_filter->setTags({});
        filtersChanged();
    });
}

void MachineListPanel::showContextMenu(const QPoint &position)
{
    if (selected().isEmpty())
        return;
    QMenu menu(this);
    for (QAction *action : m_contextActions) {
        if (action)
            menu.addAction(action);
        else
            menu.addSeparator();
    }
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

} // namespace sparkler::gui
