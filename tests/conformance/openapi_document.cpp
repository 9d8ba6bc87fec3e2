#include "openapi_document.h"

#include <QFile>
#include <QJsonArray>

#include <yaml-cpp/yaml.h>

namespace openapi {
namespace {

QJsonValue scalar(const YAML::Node &node)
{
    const std::string &text = node.Scalar();
    if (node.Tag() == "!") // quoted
        return QString::fromStdString(text);
    if (text == "true" || text == "false")
        return text == "true";
    bool ok = false;
    const qint64 number = QByteArray::fromStdString(text).toLongLong(&ok);
    return ok ? QJsonValue(number) : QJsonValue(QString::fromStdString(text));
}

QJsonValue toJson(const YAML::Node &node)
{
    if (node.IsMap()) {
        QJsonObject object;
        for (const auto &member : node)
            object.insert(QString::fromStdString(member.first.Scalar()), toJson(member.second));
        return object;
    }
    if (node.IsSequence()) {
        QJsonArray array;
        for (const auto &element : node)
            array.append(toJson(element));
        return array;
    }
    return node.IsScalar() ? scalar(node) : QJsonValue();
}

} // namespace

bool Operation::isUnsupported() const
{
    return node[QStringLiteral("x-sparkler-status")].toString() == QStringLiteral("unsupported");
}

QString Operation::parameter() const
{
    return path.section(QLatin1Char('{'), 1).section(QLatin1Char('}'), 0, 0);
}

QByteArray Operation::pathWith(const QString &id) const
{
    return QString(path).replace(QLatin1Char('{') + parameter() + QLatin1Char('}'), id).toUtf8();
}

Document Document::load(const QString &file)
{
    Document document;
    try {
        document.m_root = toJson(YAML::LoadFile(QFile::encodeName(file).toStdString())).toObject();
    } catch (const YAML::Exception &error) {
        qWarning("%s: %s", qPrintable(file), error.what());
    }
    return document;
}

QList<Operation> Document::operations() const
{
    QList<Operation> all;
    const QJsonObject paths = m_root[QStringLiteral("paths")].toObject();
    for (auto path = paths.begin(); path != paths.end(); ++path) {
        const QJsonObject item = path.value().toObject();
        for (const char *method : {"get", "put", "patch", "delete", "post", "head", "options", "trace"}) {
            if (item.contains(QLatin1String(method)))
                all.append({QByteArray(method).toUpper(), path.key(), item[QLatin1String(method)].toObject()});
        }
    }
    return all;
}

std::optional<QJsonObject> Document::bodySchema(const Operation &operation) const
{
    const QJsonObject body = operation.node[QStringLiteral("requestBody")].toObject();
    if (body.isEmpty())
        return std::nullopt;
    return body[QStringLiteral("content")]
        .toObject()[QStringLiteral("application/json")]
        .toObject()[QStringLiteral("schema")]
        .toObject();
}

QJsonObject Document::resolved(const QJsonObject &schema) const
{
    QJsonObject result = schema;
    if (const QString reference = result.take(QStringLiteral("$ref")).toString(); !reference.isEmpty()) {
        QJsonValue target = m_root;
        for (const QString &step : reference.mid(2).split(QLatin1Char('/')))
            target = target.toObject()[step];
        return resolved(target.toObject());
    }
    if (!result.contains(QStringLiteral("allOf")))
        return result;
    // Only as a way to say something more about one reference.
    const QJsonObject base = resolved(result.take(QStringLiteral("allOf")).toArray().first().toObject());
    for (auto member = base.begin(); member != base.end(); ++member) {
        if (!result.contains(member.key()))
            result.insert(member.key(), member.value());
    }
    return result;
}

QJsonObject Document::property(const QJsonObject &schema, const QString &name) const
{
    return resolved(schema[QStringLiteral("properties")].toObject()[name].toObject());
}

QJsonValue Document::sample(const QJsonObject &unresolved, const QString &parameter, const QString &id,
                            const QString &without) const
{
    const QJsonObject schema = resolved(unresolved);
    if (schema.contains(QStringLiteral("example")))
        return schema[QStringLiteral("example")];
    if (schema.contains(QStringLiteral("oneOf")))
        return sample(schema[QStringLiteral("oneOf")].toArray().first().toObject(), parameter, id, without);
    if (schema.contains(QStringLiteral("enum")))
        return schema[QStringLiteral("enum")].toArray().first();
    const QString type = schema[QStringLiteral("type")].toString();
    if (type == QStringLiteral("integer"))
        return schema[QStringLiteral("minimum")].toInteger(1);
    if (type == QStringLiteral("boolean"))
        return false;
    if (type == QStringLiteral("string"))
        return QStringLiteral("x");
    if (type == QStringLiteral("array")) {
        QJsonArray array;
        for (qint64 i = 0; i < schema[QStringLiteral("minItems")].toInteger(); ++i)
            array.append(sample(schema[QStringLiteral("items")].toObject(), {}, {}));
        return array;
    }

    QJsonObject object;
    const auto add = [&](const QString &name) {
        if (name != without)
            object.insert(name, name == parameter ? QJsonValue(id) : sample(property(schema, name), {}, {}));
    };
    for (const QJsonValue &name : schema[QStringLiteral("required")].toArray())
        add(name.toString());
    for (const QString &name : schema[QStringLiteral("properties")].toObject().keys()) {
        if (object.size() < schema[QStringLiteral("minProperties")].toInteger())
            add(name);
    }
    return object;
}

QString Document::mismatch(const QJsonObject &unresolved, const QJsonValue &value, const QString &place) const
{
    const QJsonObject schema = resolved(unresolved);
    const QString type = schema[QStringLiteral("type")].toString();
    if (value.isNull())
        return schema[QStringLiteral("nullable")].toBool() ? QString() : place + QStringLiteral(" is null");
    const bool fits = (type == QStringLiteral("object") && value.isObject()) ||
                      (type == QStringLiteral("array") && value.isArray()) ||
                      (type == QStringLiteral("string") && value.isString()) ||
                      (type == QStringLiteral("boolean") && value.isBool()) ||
                      (type == QStringLiteral("integer") && value.toInteger(-1) == value.toInteger(-2));
    if (!fits)
        return place + QStringLiteral(" is not of type ") + type;
    if (schema.contains(QStringLiteral("enum")) && !schema[QStringLiteral("enum")].toArray().contains(value))
        return place + QStringLiteral(" has an unlisted value");
    if (value.isObject())
        return objectMismatch(schema, value.toObject(), place);
    for (const QJsonValue &element : value.toArray()) {
        if (const QString inner =
                mismatch(schema[QStringLiteral("items")].toObject(), element, place + QStringLiteral("[]"));
            !inner.isEmpty())
            return inner;
    }
    return {};
}

QString Document::objectMismatch(const QJsonObject &schema, const QJsonObject &object, const QString &place) const
{
    for (const QJsonValue &name : schema[QStringLiteral("required")].toArray()) {
        if (!object.contains(name.toString()))
            return place + QStringLiteral(" is without ") + name.toString();
    }
    const QJsonObject properties = schema[QStringLiteral("properties")].toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        const QString inner = place + QLatin1Char('.') + member.key();
        if (!properties.contains(member.key()))
            return inner + QStringLiteral(" is not described");
        const QString wrong = mismatch(properties[member.key()].toObject(), member.value(), inner);
        if (!wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace openapi
