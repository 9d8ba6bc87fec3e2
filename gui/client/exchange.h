#pragma once

#include "client/error.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace sparkler::gui {

/// One request and what became of it, for whoever wants to watch (the API inspector).
struct Exchange {
    quint64 serial = 0; ///< counts up per connection
    QByteArray method;
    QString path;
    QByteArray requestBody;
    QDateTime startedAt;                   ///< when it was sent, UTC; not valid for one cancelled before that
    std::chrono::microseconds queued{0};   ///< waited for those before it
    std::chrono::microseconds duration{0}; ///< sent → answer complete
    int status = 0;                        ///< 0: no answer
    QByteArray responseBody;
    std::optional<ApiError> error;
    bool background = false; ///< a periodic poll of the manager's own, not something the user did
};

} // namespace sparkler::gui

Q_DECLARE_METATYPE(sparkler::gui::Exchange)
