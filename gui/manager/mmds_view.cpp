#include "manager/mmds_view.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastTtl = 1;
constexpr int kMostTtl = 21600;
constexpr QLatin1StringView kTtlHeader("X-metadata-token-ttl-seconds");

MmdsAnswer plain(int status, const QString &text)
{
    return {status, "text/plain", text.toUtf8()};
}

/// Without doubled slashes, and without one at the end.
QString canonical(const QString &path)
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    return u'/' + parts.join(u'/');
}

/// The value that a path names, as a JSON pointer does; undefined: there is none.
QJsonValue valueAt(const QJsonObject &store, const QString &path)
{
    QJsonValue value = store;
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    for (QString part : parts) {
        part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
        if (value.isArray()) {
            bool number = false;
            const uint index = part.toUInt(&number);
            const bool written = number && part == QString::number(index); // not "01" or "+1"
            value = written && index < static_cast<uint>(value.toArray().size())
                        ? value.toArray().at(static_cast<qsizetype>(index))
                        : QJsonValue(QJsonValue::Undefined);
        } else {
            value = value.isObject() ? value.toObject().value(part) : QJsonValue(QJsonValue::Undefined);
        }
        if (value.isUndefined())
            return value;
    }
    return value;
}

QByteArray jsonText(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    // Only containers make a document.
    const QByteArray inList = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return inList.mid(1, inList.size() - 2);
}

/// Nothing: values of this type have no plain text.
std::optional<QByteArray> imdsText(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    std::map<QByteArray, bool> keys; // in the order of their bytes
    for (auto it = object.begin(); it != object.end(); ++it)
        keys.emplace(it.key().toUtf8(), it->isObject());
    QByteArrayList lines;
    for (const auto &[key, isObject] : keys)
        lines << (isObject ? key + '/' : key);
    return lines.join('\n');
}

MmdsAnswer grantToken(const MmdsRequest &request)
{
    if (canonical(request.path) != kTokenPath)
        return plain(404, u"Resource not found: %1."_s.arg(request.path));
    if (!request.tokenTtl)
        return plain(400, u"Token time to live value not found. Use `%1` header to specify the token's lifetime."_s.arg(
                              kTtlHeader));
    bool number = false;
    const uint ttl = request.tokenTtl->toUInt(&number);
    if (!number)
        return plain(400,
                     u"Invalid header. Reason: Invalid value. Key:%1; Value:%2"_s.arg(kTtlHeader, *request.tokenTtl));
    if (ttl < kLeastTtl || ttl > kMostTtl)
        return plain(
            400,
            u"Invalid time to live value provided for token: %1. Please provide a value between %2 and %3."_s.arg(ttl)
                .arg(kLeastTtl)
                .arg(kMostTtl));
    return {200, "text/plain", kTokenPlaceholder.toByteArray()};
}

MmdsAnswer content(const MmdsConfig &config, const QJsonObject &store, const MmdsRequest &request)
{
    const QJsonValue value = valueAt(store, request.path);
    if (value.isUndefined())
        return plain(404, u"Resource not found: %1."_s.arg(request.path));
    if (request.acceptJson && !config.imdsCompat)
        return {200, "application/json", jsonText(value)};
    const auto text = imdsText(value);
    if (!text)
        return plain(501, u"Cannot retrieve value. The value has an unsupported type."_s);
    return {200, "text/plain", *text};
}

} // namespace

MmdsAnswer mmdsAnswer(const MmdsConfig &config, const QJsonObject &store, const MmdsRequest &request)
{
    if (request.path.isEmpty())
        return plain(400, u"Invalid URI."_s);
    const bool tokens = config.version == MmdsVersion::V2;
    if (request.method == "PUT" && tokens)
        return grantToken(request);
    if (request.method != "GET")
        return plain(405, u"Not allowed HTTP method."_s);
    if (tokens && request.token == MmdsRequest::Token::None)
        return plain(401, u"No MMDS token provided. Use `X-metadata-token` header to specify the session token."_s);
    if (tokens && request.token == MmdsRequest::Token::Invalid)
        return plain(401, u"MMDS token not valid."_s);
    return content(config, store, request);
}

QByteArray mmdsStatusLine(int status)
{
    static const QHash<int, QByteArray> kReasons{
        {200, "OK"},        {400, "Bad Request"},        {401, "Unauthorized"},
        {404, "Not Found"}, {405, "Method Not Allowed"}, {501, "Not Implemented"}};
    return QByteArray::number(status) + ' ' + kReasons.value(status);
}

QStringList mmdsGuestCommands(const MmdsConfig &config, const QString &path, bool acceptJson)
{
    const QString address = config.ipv4Address.isEmpty() ? QString(kDefaultMmdsAddress) : config.ipv4Address;
    QString quoted = path.startsWith(u'/') ? path : u'/' + path;
    quoted.replace(u'\'', "'\\''"_L1);
    const bool tokens = config.version == MmdsVersion::V2;
    QString get = u"curl -s"_s;
    if (tokens)
        get += u" -H \"X-metadata-token: $TOKEN\""_s;
    if (acceptJson)
        get += u" -H 'Accept: application/json'"_s;
    get += u" 'http://"_s + address + quoted + u'\'';
    if (!tokens)
        return {get};
    return {u"TOKEN=$(curl -s -X PUT -H '%1: 300' 'http://%2%3')"_s.arg(kTtlHeader, address, kTokenPath), get};
}

} // namespace sparkler::gui
