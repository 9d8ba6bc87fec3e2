#include "manager/network_hints.h"

#include <QHostAddress>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAddressBits = 32;
constexpr int kSmallNetwork = 30;             ///< prefix of four addresses, two of them to give away
constexpr quint32 kFirstNetwork = 0xac100000; ///< 172.16.0.0
constexpr quint32 kNetworks = 1U << (kSmallNetwork - 16);

quint32 maskOf(int prefix)
{
    return prefix <= 0 ? 0 : ~quint32{0} << (kAddressBits - std::min(prefix, kAddressBits));
}

quint32 number(const QString &address)
{
    return QHostAddress(address).toIPv4Address();
}

QString text(quint32 address)
{
    return QHostAddress(address).toString();
}

} // namespace

std::optional<GuestNetwork> GuestNetwork::beside(const HostAddress &host)
{
    if (host.prefix < 1 || host.prefix > kSmallNetwork)
        return std::nullopt;
    const quint32 own = number(host.address);
    const quint32 first = (own & maskOf(host.prefix)) + 1;
    const quint32 last = (own | ~maskOf(host.prefix)) - 1;
    // The next one, or the first when there is none: in a network of two both ways lead to the other end.
    const quint32 guest = own < last ? own + 1 : first;
    return GuestNetwork{text(guest), host.prefix, host.address};
}

QString GuestNetwork::kernelArgument(const QString &device) const
{
    if (address.isEmpty())
        return u"ip=dhcp"_s;
    return u"ip=%1::%2:%3::%4:off"_s.arg(address, gateway, text(maskOf(prefix)), device);
}

QStringList GuestNetwork::commands(const QString &device) const
{
    if (address.isEmpty())
        return {u"ip link set %1 up"_s.arg(device), u"udhcpc -i %1 || dhclient %1"_s.arg(device)};
    return {u"ip addr add %1/%2 dev %3"_s.arg(address).arg(prefix).arg(device), u"ip link set %1 up"_s.arg(device),
            u"ip route add default via %1"_s.arg(gateway)};
}

QString freeNetwork(const QList<HostAddress> &taken)
{
    for (quint32 at = 0; at < kNetworks; ++at) {
        const quint32 network = kFirstNetwork + (at << (kAddressBits - kSmallNetwork));
        const bool used = std::ranges::any_of(taken, [&](const HostAddress &host) {
            const quint32 mask = maskOf(std::min(host.prefix, kSmallNetwork));
            return (number(host.address) & mask) == (network & mask);
        });
        if (!used)
            return u"%1/%2"_s.arg(text(network)).arg(kSmallNetwork);
    }
    return {};
}

QString freeTapName(const QStringList &taken)
{
    int number = 0;
    while (taken.contains(u"tap"_s + QString::number(number)))
        ++number;
    return u"tap"_s + QString::number(number);
}

} // namespace sparkler::gui
