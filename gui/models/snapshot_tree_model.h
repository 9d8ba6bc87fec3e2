#pragma once

#include "models/lanes.h"

#include <QAbstractItemModel>
#include <QHash>

#include <memory>
#include <vector>

namespace sparkler::gui {

/// The snapshots of one machine, the machines made from them and where the machine is now, as a tree that is drawn: one
/// row each from the top down, what something comes from above it, with the lanes to draw lines in (LaneRole). The rows
/// are not nested in each other: a chain of a thousand diffs is a straight line, not a thousand levels.
///
/// New content inserts, removes, moves and changes what differs and no more, so selection and persistent indexes stay.
/// GUI thread.
class SnapshotTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TimeColumn, KindColumn, DiskColumn, MemoryColumn, DrivesColumn };
    static constexpr int kColumnCount = 6;
    enum Role {
        IdRole = Qt::UserRole + 1, ///< QString: of the snapshot or of the machine
        NodeRole,                  ///< int, a Lineage::Node::Kind
        LaneRole,                  ///< LaneRow
        DiffRole,                  ///< bool: a snapshot that needs its parent
        DamagedRole,               ///< bool: a snapshot that cannot be used
        SearchRole,                ///< all text that a search looks at
    };
    /// What a row's id belongs to, and the id.
    struct Key {
        Lineage::Node::Kind kind = Lineage::Node::Kind::Snapshot;
        QString id;
        bool operator==(const Key &) const = default;
    };
    /// What the library does not know.
    struct Names {
        QHash<QString, QString> machines; ///< by id
        QString state;                    ///< of this machine, in words
        bool operator==(const Names &) const = default;
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: no rows. `lineage` is that of `snapshots`.
    void setContent(std::shared_ptr<const MachineSnapshots> snapshots, std::shared_ptr<const Lineage> lineage,
                    const Names &names);
    /// Invalid: there is no such row.
    QModelIndex find(const Key &key) const;
    Key keyOf(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    QModelIndex sibling(int row, int column, const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        Key key;
        LaneRow lane{};
    };
    struct Content {
        std::shared_ptr<const MachineSnapshots> snapshots;
        std::shared_ptr<const Lineage> lineage;
        Names names{};
    };
    static std::vector<Row> rowsOf(const Content &content);
    const Lineage::Node &node(const Row &row) const;
    const SnapshotEntry *entry(const Row &row) const; ///< null: it is no snapshot
    void removeGone(const QHash<QString, int> &places);
    void reorder(const QHash<QString, int> &places);
    void insertNew(const std::vector<Row> &wanted);
    void replaceContent(Content content, const std::vector<Row> &wanted);
    bool looksTheSame(const Row &before, const Row &after, const Content &content) const;
    QString name(const Row &row) const;
    QString text(const Row &row, int column) const;
    QString accessibleText(const Row &row) const;
    QString searchText(const Row &row) const;

    Content m_content;
    std::vector<Row> m_rows;
};

} // namespace sparkler::gui

Q_DECLARE_METATYPE(sparkler::gui::LaneRow)
