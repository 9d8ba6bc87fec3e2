#include "models/json_tree_model.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace sparkler::gui {

struct JsonTreeModel::Node {
    Node *parent = nullptr;
    QString name; ///< of a member; empty for elements of an array, whose name is their row
    QJsonValue value{};
    std::vector<std::unique_ptr<Node>> children{};

    int row() const
    {
        const auto &siblings = parent->children;
        const auto found = std::ranges::find(siblings, this, &std::unique_ptr<Node>::get);
        return static_cast<int>(found - siblings.begin());
    }
    QString shownName() const { return parent && parent->value.isArray() ? QString::number(row()) : name; }
    QString path() const
    {
        if (!parent)
            return {};
        QString part = shownName();
        part.replace(u'~', QLatin1StringView("~0")).replace(u'/', QLatin1StringView("~1"));
        return parent->path() + u'/' + part;
    }
};

JsonTreeModel::JsonTreeModel(QObject *parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
    m_root->value = QJsonObject();
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setDocument(const QJsonObject &document)
{
    update(m_root.get(), document);
}

JsonTreeModel::Node *JsonTreeModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex JsonTreeModel::indexOf(const Node *node, int column) const
{
    return node == m_root.get() ? QModelIndex() : createIndex(node->row(), column, node);
}

void JsonTreeModel::update(Node *node, const QJsonValue &value)
{
    if (node->value == value)
        return;
    const bool otherKind = node->value.type() != value.type();
    if (otherKind && !node->children.empty())
        remove(node, 0, static_cast<int>(node->children.size()));
    node->value = value;
    if (value.isObject())
        updateMembers(node, value.toObject());
    else if (value.isArray())
        updateElements(node, value.toArray());
    if (node != m_root.get())
        emit dataChanged(indexOf(node, NameColumn), indexOf(node, ValueColumn));
}

/// Both lists of names are sorted, in the same way.
void JsonTreeModel::updateMembers(Node *node, const QJsonObject &object)
{
    int row = 0;
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString name = member.key();
        const auto at = [&] {
            return row < static_cast<int>(node->children.size()) ? node->children[static_cast<std::size_t>(row)].get()
                                                                 : nullptr;
        };
        while (at() && at()->name < name)
            remove(node, row);
        if (at() && at()->name == name)
            update(at(), member.value());
        else
            insert(node, row, name, member.value());
        ++row;
    }
    if (const int count = static_cast<int>(node->children.size()); row < count)
        remove(node, row, count - row);
}

void JsonTreeModel::updateElements(Node *node, const QJsonArray &array)
{
    const int before = static_cast<int>(node->children.size());
    const int now = static_cast<int>(array.size());
    for (int row = 0; row < qMin(before, now); ++row)
        update(node->children[static_cast<std::size_t>(row)].get(), array.at(row));
    for (int row = before; row < now; ++row)
        insert(node, row, {}, array.at(row));
    if (now < before)
        remove(node, now, before - now);
}

void JsonTreeModel::insert(Node *node, int row, const QString &name, const QJsonValue &value)
{
    auto made = std::make_unique<Node>();
    Node *child = made.get();
    child->parent = node;
    child->name = name;
    beginInsertRows(indexOf(node, NameColumn), row, row);
    node->children.insert(node->children.begin() + row, std::move(made));
    endInsertRows();
    update(child, value);
}

void JsonTreeModel::remove(Node *node, int row, int count)
{
    beginRemoveRows(indexOf(node, NameColumn), row, row + count - 1);
    node->children.erase(node->children.begin() + row, node->children.begin() + row + count);
    endRemoveRows();
}

QModelIndex JsonTreeModel::find(const QString &path) const
{
    const Node *node = m_root.get();
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (QString part : parts) {
        part.replace(QLatin1StringView("~1"), QLatin1StringView("/"))
            .replace(QLatin1StringView("~0"), QLatin1StringView("~"));
        const auto child =
            std::ranges::find_if(node->children, [&](const auto &one) { return one->shownName() == part; });
        if (child == node->children.end())
            return {};
        node = child->get();
    }
    return indexOf(node, NameColumn);
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeOf(index)->parent, NameColumn) : QModelIndex();
}

int JsonTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int JsonTreeModel::columnCount(const QModelIndex &) const
{
    return 2;
}

QString JsonTreeModel::valueText(const Node &node)
{
    const QJsonValue &value = node.value;
    if (value.isObject())
        return tr("{ %n member(s) }", nullptr, static_cast<int>(node.children.size()));
    if (value.isArray())
        return tr("[ %n element(s) ]", nullptr, static_cast<int>(node.children.size()));
    if (value.isString())
        return value.toString();
    const QByteArray text = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(text.mid(1, text.size() - 2));
}

QVariant JsonTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeOf(index);
    const QString text = index.column() == NameColumn ? node.shownName() : valueText(node);
    switch (role) {
    case Qt::DisplayRole:
        return text.left(200).replace(u'\n', u' '); // one line
    case Qt::ToolTipRole:
        return index.column() == NameColumn ? node.path() : text.left(2000);
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "name and value").arg(node.shownName(), valueText(node).left(200));
    case PathRole:
        return node.path();
    default:
        return {};
    }
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

} // namespace sparkler::gui
