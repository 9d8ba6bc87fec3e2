#pragma once

// The metadata service as a guest meets it: a pure function of its configuration, its store and one request.

#include "client/types.h"

#include <QByteArray>
#include <QJsonObject>

namespace sparkler::gui {

/// What a guest asks.
struct MmdsRequest {
    enum class Token { None, Valid, Invalid };
    QByteArray method = "GET";
    QString path = QStringLiteral("/"); ///< as in the request line
    bool acceptJson = false;            ///< Accept: application/json
    Token token = Token::None;          ///< X-metadata-token
    std::optional<QString> tokenTtl{};  ///< X-metadata-token-ttl-seconds, as sent
};

struct MmdsAnswer {
    int status = 200;
    QByteArray contentType{};
    QByteArray body{};
    bool operator==(const MmdsAnswer &) const = default;
};

/// A token's text is random; an answer that grants one has this body.
inline constexpr QByteArrayView kTokenPlaceholder("<token>");
inline constexpr QLatin1StringView kTokenPath("/latest/api/token");

/// Only what `config` and `store` say counts; `store` as it would be after PUT /mmds.
MmdsAnswer mmdsAnswer(const MmdsConfig &config, const QJsonObject &store, const MmdsRequest &request);

/// "200 OK", "404 Not Found".
QByteArray mmdsStatusLine(int status);

/// The commands for a guest's shell that fetch `path`, one a line: with version 2 first a token.
QStringList mmdsGuestCommands(const MmdsConfig &config, const QString &path, bool acceptJson);

} // namespace sparkler::gui
