#pragma once

#include <QByteArray>
#include <QString>

#include <expected>

namespace sparkler::gui {

/// Why a request has no good answer. A value; `sentence()` is for people, the rest for code and for the details.
struct ApiError {
    enum class Kind {
        NotConnected,   ///< nobody listens on the socket, or it may not be opened
        TimedOut,       ///< the deadline passed; whether the engine acted on the request is unknown
        Cancelled,      ///< by us
        ConnectionLost, ///< the engine closed the connection before the answer was complete
        Protocol,       ///< what came back is not an answer (not HTTP, or not the document that belongs there)
        TooLarge,       ///< the answer is larger than we take
        Fault,          ///< the engine refused: `status` and `fault` say why
    };
    Kind kind = Kind::NotConnected;
    int status = 0;      ///< HTTP status, 0 when there was none
    QString fault{};     ///< the engine's fault text, word for word; empty unless Fault
    QByteArray method{}; ///< "PUT"
    QString path{};      ///< "/drives/rootfs"
    QString detail{};    ///< what was wrong underneath, untranslated; may be empty

    /// One translated sentence: what failed and why.
    QString sentence() const;
};

template <typename T>
using ApiResult = std::expected<T, ApiError>;

} // namespace sparkler::gui
