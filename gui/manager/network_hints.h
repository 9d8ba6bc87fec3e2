#pragma once

#include "manager/tap_state.h"

namespace sparkler::gui {

/// How a guest gets an address that fits the host's end of its network. Pure.
struct GuestNetwork {
    QString address; ///< the guest's; empty: the network tells it (DHCP)
    int prefix = 0;
    QString gateway; ///< the host's end

    /// The other end of the network of `host`: the first free address in it. Nothing: too small a network.
    static std::optional<GuestNetwork> beside(const HostAddress &host);
    /// "ip=172.16.0.2::172.16.0.1:255.255.255.252::eth0:off"; "ip=dhcp" without an address. `device`: the guest's
    /// name for the interface.
    QString kernelArgument(const QString &device) const;
    /// For the guest's shell, one a line.
    QStringList commands(const QString &device) const;
};

/// The first network of four addresses below 172.16.0.0/16 that overlaps none of `taken`: "172.16.0.0/30".
QString freeNetwork(const QList<HostAddress> &taken);
/// "tap0", "tap1": the first name that is not in `taken`.
QString freeTapName(const QStringList &taken);

} // namespace sparkler::gui
