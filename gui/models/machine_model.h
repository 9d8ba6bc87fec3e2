#pragma once

#include "manager/supervisor.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace sparkler::gui {

/// The supervisor's machines as a tree of two levels: groups with their machines, and machines without a group at the
/// top. One column. Follows the supervisor; never resets. Persistent indexes of a machine stay valid for as long as it
/// is there.
class MachineModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString; empty for a group
        StateRole,                 ///< int, a MachineState
        StateTextRole,
        SummaryRole,  ///< "2 vCPUs · 512 MiB"
        TagsRole,     ///< QStringList
        GroupRole,    ///< QString, the group's name, for both kinds of row
        CpuRole,      ///< double, percent of one core, the newest sample
        CpuTrailRole, ///< QList<double>, at most kTrail, oldest first
        EmulatedRole, ///< bool
        NeedsRestartRole,
        SearchRole, ///< all text that a search looks at
    };
    static constexpr int kTrail = 60;

    explicit MachineModel(Supervisor *supervisor, QObject *parent = nullptr);
    ~MachineModel() override;

    Machine *machine(const QModelIndex &index) const; ///< null: a group, or invalid
    QModelIndex indexOf(const QString &id) const;     ///< of a machine
    bool isGroup(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    Node *node(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *wanted) const;
    Node *groupNode(const QString &name);
    void add(Machine *machine);
    void remove(Machine *machine);
    void move(Node *moved, const QString &groupName);
    void removeIfEmpty(Node *group);
    void onDefinitionChanged(Machine *machine);
    void changed(Machine *machine, const QList<int> &roles);

    std::unique_ptr<Node> m_root;
    QHash<Machine *, Node *> m_nodes;
};

} // namespace sparkler::gui
