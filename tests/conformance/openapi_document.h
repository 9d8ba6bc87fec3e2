#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace openapi {

/// A method on a path of the document.
struct Operation {
    QByteArray method; ///< "GET"
    QString path;      ///< with its parameters: "/drives/{drive_id}"
    QJsonObject node;

    QString name() const { return QString::fromLatin1(method) + QLatin1Char(' ') + path; }
    bool isUnsupported() const;
    /// The path with `id` in place of its parameter.
    QByteArray pathWith(const QString &id) const;
    /// The name of the parameter, or an empty text.
    QString parameter() const;
};

/// An OpenAPI document as JSON, with references resolved on request.
class Document {
public:
    /// An empty document when the file is not there or no YAML.
    static Document load(const QString &file);

    const QJsonObject &root() const { return m_root; }
    QList<Operation> operations() const;
    /// The schema of the request body; nothing when the operation takes none.
    std::optional<QJsonObject> bodySchema(const Operation &operation) const;
    /// `schema` without `$ref` and `allOf` at its top.
    QJsonObject resolved(const QJsonObject &schema) const;
    QJsonObject property(const QJsonObject &schema, const QString &name) const;

    /// The least that `schema` allows: required properties, and others up to minProperties, but not `without`. A
    /// property called `parameter` is `id`.
    QJsonValue sample(const QJsonObject &schema, const QString &parameter, const QString &id,
                      const QString &without = {}) const;

    /// Where and why `value` is not what `schema` describes; an empty text when it is.
    QString mismatch(const QJsonObject &schema, const QJsonValue &value, const QString &place = {}) const;

private:
    QString objectMismatch(const QJsonObject &schema, const QJsonObject &object, const QString &place) const;

    QJsonObject m_root;
};

} // namespace openapi
