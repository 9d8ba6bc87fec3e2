#pragma once

#include <QAbstractItemModel>
#include <QJsonObject>

#include <memory>
#include <vector>

namespace sparkler::gui {

/// A JSON document as a tree of names and values. A new document changes only the rows that differ, so what a view has
/// opened or selected stays. GUI thread.
class JsonTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, ValueColumn };
    enum Role { PathRole = Qt::UserRole }; ///< a JSON pointer: "/latest/meta-data"

    explicit JsonTreeModel(QObject *parent = nullptr);
    ~JsonTreeModel() override;

    void setDocument(const QJsonObject &document);
    /// Of the path's node, in the first column; invalid: there is none.
    QModelIndex find(const QString &path) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node;
    Node *nodeOf(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node, int column) const;
    void update(Node *node, const QJsonValue &value);
    void updateMembers(Node *node, const QJsonObject &object);
    void updateElements(Node *node, const QJsonArray &array);
    void insert(Node *node, int row, const QString &name, const QJsonValue &value);
    void remove(Node *node, int row, int count = 1);
    static QString valueText(const Node &node);

    std::unique_ptr<Node> m_root;
};

} // namespace sparkler::gui
