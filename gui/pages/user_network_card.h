#pragma once

#include "client/types.h"
#include "widgets/card.h"

class QLabel;

namespace sparkler::gui {

class CopyBlock;

/// How a guest with a user-mode network gets its address, and how its ports are reached.
class UserNetworkCard : public Card {
    Q_OBJECT
public:
    explicit UserNetworkCard(QWidget *parent = nullptr);

    /// `hostAddress`: the one that passt hands on; empty: not known. `guestDevice`: the guest's name of the interface.
    void showInterface(const NetworkInterface &interface, const QString &bootArguments, const QString &hostAddress,
                       const QString &guestDevice);

private:
    QLabel *m_words;
    QLabel *m_address;
    CopyBlock *m_argument;
    CopyBlock *m_commands;
    QLabel *m_reachHint;
    CopyBlock *m_reach;
};

/// The "ip=…" of a kernel's arguments; empty: none.
QString addressArgument(const QString &bootArguments);
/// Where a forwarded port is reached: "127.0.0.1:8080".
QString reachText(const PortForward &forward);

} // namespace sparkler::gui
