#include "models/machine_model.h"

#include "manager/machine_text.h"

#include <algorithm>

namespace sparkler::gui {

/// The root, a group, or a machine.
struct MachineModel::Node {
    Node *parent = nullptr;
    Machine *machine = nullptr;
    QString group{};
    std::vector<std::unique_ptr<Node>> children{};

    int row() const
    {
        const auto &siblings = parent->children;
        const auto found = std::ranges::find(siblings, this, &std::unique_ptr<Node>::get);
        return static_cast<int>(found - siblings.begin());
    }
};

MachineModel::MachineModel(Supervisor *supervisor, QObject *parent)
    : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    for (Machine *machine : supervisor->machines())
        add(machine);
    connect(supervisor, &Supervisor::added, this, &MachineModel::add);
    connect(supervisor, &Supervisor::aboutToRemove, this, &MachineModel::remove);
}

MachineModel::~MachineModel() = default;

MachineModel::Node *MachineModel::node(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex MachineModel::indexOf(const Node *wanted) const
{
    return wanted == m_root.get() ? QModelIndex() : createIndex(wanted->row(), 0, wanted);
}

QModelIndex MachineModel::indexOf(const QString &id) const
{
    for (const Node *wanted : m_nodes) {
        if (wanted->machine->id() == id)
            return indexOf(wanted);
    }
    return {};
}

Machine *MachineModel::machine(const QModelIndex &index) const
{
    return node(index)->machine;
}

bool MachineModel::isGroup(const QModelIndex &index) const
{
    return index.isValid() && !node(index)->machine;
}

QModelIndex MachineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (column != 0 || row < 0 || row >= rowCount(parent))
        return {};
    return createIndex(row, 0, node(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex MachineModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexOf(node(child)->parent) : QModelIndex();
}

int MachineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(node(parent)->children.size());
}

int MachineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

namespace {

QList<double> trail(const Machine &machine)
{
    const auto &usage = machine.usage();
    const std::size_t count = std::min<std::size_t>(usage.size(), MachineModel::kTrail);
    QList<double> values;
    values.reserve(static_cast<qsizetype>(count));
    for (std::size_t i = usage.size() - count; i < usage.size(); ++i)
        values.append(usage[i].cpuPercent);
    return values;
}

QVariant machineData(const Machine &machine, int role)
{
    const MachineDefinition &definition = machine.definition();
    switch (role) {
    case Qt::DisplayRole:
        return definition.name;
    case Qt::ToolTipRole:
        return machine.reason().isEmpty() ? definition.name : machine.reason();
    case Qt::AccessibleTextRole:
        return MachineModel::tr("%1, %2, %3")
            .arg(definition.name, stateText(machine.state()), sizeText(definition.config.machine));
    case MachineModel::IdRole:
        return machine.id();
    case MachineModel::StateRole:
        return static_cast<int>(machine.state());
    case MachineModel::StateTextRole:
        return stateText(machine.state());
    case MachineModel::SummaryRole:
        return sizeText(definition.config.machine);
    case MachineModel::TagsRole:
        return definition.tags;
    case MachineModel::GroupRole:
        return definition.group;
    case MachineModel::CpuRole:
        return machine.usage().empty() ? 0.0 : machine.usage().back().cpuPercent;
    case MachineModel::CpuTrailRole:
        return QVariant::fromValue(trail(machine));
    case MachineModel::EmulatedRole:
        return machine.emulated();
    case MachineModel::NeedsRestartRole:
        return machine.needsRestart();
    case MachineModel::SearchRole:
        return QString(definition.name + u'\n' + definition.group + u'\n' + definition.tags.join(u'\n') + u'\n' +
                       definition.notes + u'\n' + machine.id());
    default:
        return {};
    }
}

} // namespace

QVariant MachineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node *wanted = node(index);
    if (wanted->machine)
        return machineData(*wanted->machine, role);
    switch (role) {
    case Qt::DisplayRole:
    case GroupRole:
        return wanted->group;
    case Qt::AccessibleTextRole:
        return tr("Group %1, %n machine(s)", nullptr, static_cast<int>(wanted->children.size())).arg(wanted->group);
    case SummaryRole:
        return QString::number(wanted->children.size());
    default:
        return {};
    }
}

MachineModel::Node *MachineModel::groupNode(const QString &name)
{
    if (name.isEmpty())
        return m_root.get();
    for (const auto &child : m_root->children) {
        if (!child->machine && child->group == name)
            return child.get();
    }
    const int row = static_cast<int>(m_root->children.size());
    beginInsertRows({}, row, row);
    m_root->children.push_back(std::make_unique<Node>(Node{.parent = m_root.get(), .group = name}));
    endInsertRows();
    return m_root->children.back().get();
}

void MachineModel::add(Machine *machine)
{
    Node *group = groupNode(machine->definition().group);
    const int row = static_cast<int>(group->children.size());
    beginInsertRows(indexOf(group), row, row);
    group->children.push_back(std::make_unique<Node>(Node{.parent = group, .machine = machine}));
    m_nodes.insert(machine, group->children.back().get());
    endInsertRows();

    connect(machine, &Machine::definitionChanged, this, [this, machine] { onDefinitionChanged(machine); });
    connect(machine, &Machine::stateChanged, this, [this, machine] {
        changed(machine, {StateRole, StateTextRole, Qt::ToolTipRole, Qt::AccessibleTextRole, CpuRole, CpuTrailRole,
                          NeedsRestartRole, EmulatedRole});
    });
    connect(machine, &Machine::usageSampled, this, [this, machine] { changed(machine, {CpuRole, CpuTrailRole}); });
}

void MachineModel::remove(Machine *machine)
{
    Node *gone = m_nodes.take(machine);
    if (!gone)
        return;
    machine->disconnect(this);
    Node *group = gone->parent;
    const int row = gone->row();
    beginRemoveRows(indexOf(group), row, row);
    group->children.erase(group->children.begin() + row);
    endRemoveRows();
    removeIfEmpty(group);
}

void MachineModel::removeIfEmpty(Node *group)
{
    if (group == m_root.get() || !group->children.empty())
        return;
    const int row = group->row();
    beginRemoveRows({}, row, row);
    m_root->children.erase(m_root->children.begin() + row);
    endRemoveRows();
}

/// Moved rather than removed and added: a view keeps it selected.
void MachineModel::move(Node *moved, const QString &groupName)
{
    Node *to = groupNode(groupName);
    Node *from = moved->parent;
    const int row = moved->row();
    beginMoveRows(indexOf(from), row, row, indexOf(to), static_cast<int>(to->children.size()));
    std::unique_ptr<Node> node = std::move(from->children[static_cast<std::size_t>(row)]);
    from->children.erase(from->children.begin() + row);
    node->parent = to;
    to->children.push_back(std::move(node));
    endMoveRows();
    removeIfEmpty(from);
}

void MachineModel::onDefinitionChanged(Machine *machine)
{
    Node *node = m_nodes.value(machine);
    if (node->parent->group != machine->definition().group)
        move(node, machine->definition().group);
    changed(machine, {});
}

void MachineModel::changed(Machine *machine, const QList<int> &roles)
{
    const QModelIndex index = indexOf(m_nodes.value(machine));
    emit dataChanged(index, index, roles);
}

} // namespace sparkler::gui
