#pragma once

#include <QLocalSocket>

#include <utility>

namespace sparkler::gui {

/// Lets go of `socket` (null: nothing happens) without another word to `owner`. Also from within one of its own
/// signals.
inline void discardSocket(QLocalSocket *&socket, QObject *owner)
{
    if (QLocalSocket *old = std::exchange(socket, nullptr)) {
        old->disconnect(owner);
        old->abort();
        old->deleteLater();
    }
}

} // namespace sparkler::gui
