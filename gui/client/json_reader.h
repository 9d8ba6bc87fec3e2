#pragma once

// The inside of client/json: reading one object with the place of the first mistake, and names of enumerators.

#include "client/types.h"

#include <QJsonObject>

#include <algorithm>
#include <expected>
#include <initializer_list>
#include <limits>

namespace sparkler::gui::json {

inline constexpr quint64 kMaxInteger = static_cast<quint64>(std::numeric_limits<qint64>::max());

template <typename T>
struct Name {
    T value;
    QLatin1StringView text;
};
template <typename T>
using Names = std::initializer_list<Name<T>>;

template <typename T>
QString textOf(const Names<T> &names, T value)
{
    for (const Name<T> &name : names) {
        if (name.value == value)
            return name.text;
    }
    return {};
}

/// Larger numbers than a qint64 do not fit the document; as a limit they mean the same as the largest that fits.
inline QJsonValue number(quint64 value)
{
    return QJsonValue(static_cast<qint64>(std::min(value, kMaxInteger)));
}

/// One object of a document. The first mistake is kept, with the key's place; after it nothing is read any more.
class ObjectReader {
public:
    /// `place` is the object's own name in messages, empty for the top level; `error` is shared by nested readers.
    ObjectReader(const QJsonValue &value, QString place, QString &error)
        : m_object(value.toObject()), m_place(std::move(place)), m_error(error)
    {
        if (!value.isObject())
            refuse(m_place, QStringLiteral("expected an object"));
    }

    QString place(QLatin1StringView key) const { return m_place.isEmpty() ? QString(key) : m_place + u'.' + key; }
    /// null counts as absent.
    bool has(QLatin1StringView key) const
    {
        return !m_object.value(key).isNull() && !m_object.value(key).isUndefined();
    }
    QJsonValue value(QLatin1StringView key) const { return m_object.value(key); }
    bool failed() const { return !m_error.isEmpty(); }

    void refuse(const QString &where, const QString &what)
    {
        if (m_error.isEmpty())
            m_error = where.isEmpty() ? what : where + u": " + what;
    }

    bool require(QLatin1StringView key)
    {
        if (!has(key))
            refuse(place(key), QStringLiteral("missing"));
        return !failed();
    }

    void read(QLatin1StringView key, QString &out)
    {
        if (!has(key))
            return;
        if (!value(key).isString())
            refuse(place(key), QStringLiteral("expected a string"));
        out = value(key).toString();
    }

    void read(QLatin1StringView key, bool &out)
    {
        if (!has(key))
            return;
        if (!value(key).isBool())
            refuse(place(key), QStringLiteral("expected true or false"));
        out = value(key).toBool();
    }

    void read(QLatin1StringView key, quint64 &out, quint64 least, quint64 most)
    {
        if (!has(key))
            return;
        const QJsonValue found = value(key);
        const qint64 parsed = found.toInteger(0);
        const bool integer = found.isDouble() && found.toInteger(1) == parsed;
        if (!integer || parsed < 0 || static_cast<quint64>(parsed) < least || static_cast<quint64>(parsed) > most)
            refuse(place(key), QStringLiteral("expected an integer from %1 to %2").arg(least).arg(most));
        else
            out = static_cast<quint64>(parsed);
    }

    template <typename T>
    void read(QLatin1StringView key, T &out, const Names<T> &names)
    {
        QString text;
        read(key, text);
        if (!has(key) || failed())
            return;
        QStringList known;
        for (const Name<T> &name : names) {
            if (name.text == text) {
                out = name.value;
                return;
            }
            known.append(name.text);
        }
        refuse(place(key), QStringLiteral("expected one of ") + known.join(u", "));
    }

private:
    QJsonObject m_object;
    QString m_place;
    QString &m_error;
};

void readBucket(const ObjectReader &parent, QLatin1StringView key, std::optional<TokenBucket> &out, QString &error);
RateLimiter readLimiter(const QJsonValue &value, const QString &place, QString &error);
/// The limiter under `key`, when there is one.
void readLimiter(const ObjectReader &parent, QLatin1StringView key, std::optional<RateLimiter> &out, QString &error);

/// The sections of a whole configuration that are devices other than drives.
void readDevices(const ObjectReader &reader, VmConfig &config, QString &error);
void writeDevices(const VmConfig &config, QJsonObject &object);
/// The keys of those sections.
QStringList deviceKeys();

template <typename T>
std::expected<T, QString> result(T value, const QString &error)
{
    if (!error.isEmpty())
        return std::unexpected(error);
    return value;
}

} // namespace sparkler::gui::json
