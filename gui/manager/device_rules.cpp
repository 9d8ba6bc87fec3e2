#include "manager/device_rules.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct RuleText {
    Q_DECLARE_TR_FUNCTIONS(DeviceRules)
};

constexpr QLatin1StringView kIdFault("API Resource IDs can only contain alphanumeric characters and underscores.");
constexpr QLatin1StringView kEmptyIdFault("The ID cannot be empty.");
constexpr QLatin1StringView kTapFault("Could not create the network device: Open tap device failed: Invalid interface "
                                      "name");
constexpr QLatin1StringView kMacFault("The provided MAC address is invalid.");
constexpr QLatin1StringView kAddressFault("The MMDS IPv4 address is not link local.");
constexpr QLatin1StringView kNoInterfaceFault("The list of network interface IDs that allow forwarding MMDS requests "
                                              "is empty.");
constexpr QLatin1StringView kUnknownInterfaceFault("The list of network interface IDs provided contains at least one "
                                                   "ID that does not correspond to any existing network interface.");
constexpr QLatin1StringView kMmdsSizeFault("The MMDS patch request doesn't fit.");
constexpr QLatin1StringView kBalloonFault("Amount of pages requested is too large.");

constexpr quint32 kFirstMmdsAddress = 0xa9fe0100; ///< 169.254.1.0
constexpr quint32 kLastMmdsAddress = 0xa9fefeff;  ///< 169.254.254.255

bool isIdCharacter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

bool isMac(const QString &text)
{
    static const QRegularExpression kMac(u"\\A[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}\\z"_s);
    return kMac.match(text).hasMatch();
}

/// Four decimal numbers: QHostAddress would also take "10.1".
std::optional<quint32> ipv4(const QString &text)
{
    static const QRegularExpression kDotted(u"\\A(\\d{1,3})(\\.\\d{1,3}){3}\\z"_s);
    QHostAddress address;
    if (!kDotted.match(text).hasMatch() || !address.setAddress(text))
        return std::nullopt;
    return address.toIPv4Address();
}

} // namespace

QString quotingEngine(const QString &sentence, const QString &fault)
{
    return QCoreApplication::translate("ConfigRules", "%1 The engine: “%2”").arg(sentence, fault);
}

std::optional<QString> interfaceIdProblem(const QString &ifaceId, const QStringList &taken)
{
    if (ifaceId.isEmpty())
        return quotingEngine(RuleText::tr("A network interface needs an ID."), kEmptyIdFault);
    if (!std::ranges::all_of(ifaceId, isIdCharacter))
        return quotingEngine(RuleText::tr("Only letters, digits and the underscore."), kIdFault);
    if (taken.contains(ifaceId))
        return RuleText::tr("Another network interface has this ID.");
    return std::nullopt;
}

std::optional<QString> tapNameProblem(const QString &name)
{
    if (name.isEmpty())
        return RuleText::tr("Name the TAP device of the host.");
    if (name.toUtf8().size() > kMostTapName)
        return quotingEngine(RuleText::tr("A device's name has at most %1 bytes.").arg(kMostTapName), kTapFault);
    const auto bad = [](QChar c) { return c.isSpace() || c == u'/' || c == u':' || c == u'%' || c.unicode() < u' '; };
    if (std::ranges::any_of(name, bad) || name == "."_L1 || name == ".."_L1)
        return RuleText::tr("A device's name has no spaces, slashes, colons or percent signs.");
    return std::nullopt;
}

std::optional<QString> userNetworkProblem(const QList<NetworkInterface> &others)
{
    if (std::ranges::any_of(others, &NetworkInterface::userMode))
        return RuleText::tr("A machine can have one interface with a user-mode network for now.");
    if (!others.isEmpty())
        return RuleText::tr("An interface with a user-mode network has to be the machine's only one for now.");
    return std::nullopt;
}

bool collide(const PortForward &a, const PortForward &b)
{
    static const QString kAny = u"0.0.0.0"_s;
    return a.protocol == b.protocol && a.hostPort == b.hostPort &&
           (a.address == b.address || a.address == kAny || b.address == kAny);
}

QString forwardText(const PortForward &forward)
{
    const QString protocol = forward.protocol == PortForward::Protocol::Udp ? u"UDP"_s : u"TCP"_s;
    return u"%1 %2:%3 → %4"_s.arg(protocol, forward.address).arg(forward.hostPort).arg(forward.guestPort);
}

std::optional<QString> forwardProblem(const PortForward &forward, const QList<PortForward> &others)
{
    if (!ipv4(forward.address))
        return RuleText::tr("“%1” is no IPv4 address: 127.0.0.1 is for this host alone, 0.0.0.0 for all that reach it.")
            .arg(forward.address);
    if (forward.hostPort == 0 || forward.guestPort == 0)
        return RuleText::tr("Ports are 1 to 65535.");
    if (std::ranges::any_of(others, [&](const PortForward &other) { return collide(forward, other); }))
        return RuleText::tr("Port %1 of the host is forwarded twice.").arg(forward.hostPort);
    return std::nullopt;
}

std::optional<QString> macProblem(const QString &mac, const QStringList &taken)
{
    if (mac.isEmpty())
        return std::nullopt;
    if (!isMac(mac))
        return quotingEngine(RuleText::tr("A MAC address is six pairs of hexadecimal digits, like 06:00:AC:10:00:02."),
                             kMacFault);
    if (taken.contains(mac, Qt::CaseInsensitive))
        return quotingEngine(RuleText::tr("Another interface of this machine has this address."),
                             "The MAC address is already in use: "_L1 + mac.toLower());
    return std::nullopt;
}

std::optional<QString> mtuProblem(quint64 mtu)
{
    if (mtu >= kLeastMtu && mtu <= kMostMtu)
        return std::nullopt;
    return quotingEngine(RuleText::tr("The MTU is %1 to %2 bytes.").arg(kLeastMtu).arg(kMostMtu),
                         u"Could not create the network device: MTU %1 is out of range [68, 65535]"_s.arg(mtu));
}

/// The host's end of it.
static std::optional<QString> backEndProblem(const NetworkInterface &interface, const QList<NetworkInterface> &others)
{
    if (interface.userMode()) {
        if (auto problem = userNetworkProblem(others))
            return problem;
        for (qsizetype at = 0; at < interface.forwards.size(); ++at) {
            if (auto problem = forwardProblem(interface.forwards[at], interface.forwards.first(at)))
                return problem;
        }
        return std::nullopt;
    }
    if (std::ranges::any_of(others, &NetworkInterface::userMode))
        return userNetworkProblem({interface});
    if (auto problem = tapNameProblem(interface.hostDevName))
        return problem;
    if (std::ranges::find(others, interface.hostDevName, &NetworkInterface::hostDevName) != others.end())
        return RuleText::tr("Another interface of this machine uses the host device %1; a device serves one interface.")
            .arg(interface.hostDevName);
    return std::nullopt;
}

std::optional<QString> interfaceProblem(const NetworkInterface &interface, const QList<NetworkInterface> &others)
{
    QStringList ids;
    QStringList macs;
    for (const NetworkInterface &other : others) {
        ids << other.ifaceId;
        macs << other.guestMac;
    }
    if (auto problem = interfaceIdProblem(interface.ifaceId, ids))
        return problem;
    if (auto problem = backEndProblem(interface, others))
        return problem;
    if (auto problem = macProblem(interface.guestMac, macs))
        return problem;
    return interface.mtu ? mtuProblem(*interface.mtu) : std::nullopt;
}

std::optional<QString> mmdsAddressProblem(const QString &address)
{
    if (address.isEmpty())
        return std::nullopt;
    const auto parsed = ipv4(address);
    if (!parsed)
        return RuleText::tr("This is no IPv4 address.");
    if (*parsed < kFirstMmdsAddress || *parsed > kLastMmdsAddress)
        return quotingEngine(RuleText::tr("The address lies between 169.254.1.0 and 169.254.254.255."), kAddressFault);
    return std::nullopt;
}

std::optional<QString> mmdsConfigProblem(const MmdsConfig &config, const QList<NetworkInterface> &interfaces)
{
    if (auto problem = mmdsAddressProblem(config.ipv4Address))
        return problem;
    if (config.networkInterfaces.isEmpty())
        return quotingEngine(RuleText::tr("Choose a network interface on which the guest reaches the metadata."),
                             kNoInterfaceFault);
    for (const QString &id : config.networkInterfaces) {
        if (std::ranges::find(interfaces, id, &NetworkInterface::ifaceId) == interfaces.end())
            return quotingEngine(RuleText::tr("The machine has no network interface “%1”.").arg(id),
                                 kUnknownInterfaceFault);
    }
    return std::nullopt;
}

std::optional<QString> mmdsDataProblem(const QJsonObject &data)
{
    const qsizetype size = QJsonDocument(data).toJson(QJsonDocument::Compact).size();
    if (size <= kMostMmdsBytes)
        return std::nullopt;
    return quotingEngine(
        RuleText::tr("The metadata has %1 bytes without spaces; at most %2 fit.").arg(size).arg(kMostMmdsBytes),
        kMmdsSizeFault);
}

std::optional<QString> vsockProblem(const Vsock &vsock)
{
    if (vsock.guestCid < kLeastGuestCid || vsock.guestCid > kMostGuestCid)
        return RuleText::tr("A guest's context ID is %1 to %2; 0 to 2 belong to the host.")
            .arg(kLeastGuestCid)
            .arg(kMostGuestCid);
    return std::nullopt;
}

std::optional<QString> balloonProblem(const Balloon &balloon, const MachineConfig &machine)
{
    if (balloon.amountMib > machine.memSizeMib)
        return quotingEngine(
            RuleText::tr("The balloon cannot take more than the machine's memory, %1 MiB.").arg(machine.memSizeMib),
            kBalloonFault);
    return std::nullopt;
}

QStringList deviceProblems(const VmConfig &config)
{
    QStringList lines;
    for (qsizetype at = 0; at < config.networkInterfaces.size(); ++at) {
        const NetworkInterface &interface = config.networkInterfaces[at];
        if (const auto problem = interfaceProblem(interface, config.networkInterfaces.first(at)))
            lines << RuleText::tr("Network interface “%1”: %2").arg(interface.ifaceId, *problem);
    }
    if (config.mmdsConfig) {
        if (const auto problem = mmdsConfigProblem(*config.mmdsConfig, config.networkInterfaces))
            lines << RuleText::tr("Metadata service: %1").arg(*problem);
    }
    if (config.mmds) {
        if (const auto problem = mmdsDataProblem(*config.mmds))
            lines << *problem;
    }
    if (config.vsock) {
        if (const auto problem = vsockProblem(*config.vsock))
            lines << RuleText::tr("Vsock: %1").arg(*problem);
    }
    if (config.balloon) {
        if (const auto problem = balloonProblem(*config.balloon, config.machine))
            lines << *problem;
    }
    return lines;
}

QString newMac(const QSet<QString> &taken)
{
    for (;;) {
        std::array<quint32, 2> random{};
        QRandomGenerator::system()->fillRange(random.data(), static_cast<qsizetype>(random.size()));
        // The second lowest bit of the first byte: locally administered; the lowest: a group, which it is not.
        QByteArray bytes(reinterpret_cast<const char *>(random.data()), 6);
        bytes[0] = static_cast<char>((bytes[0] & 0xfc) | 0x02);
        const QString mac = QString::fromLatin1(bytes.toHex(':'));
        if (!taken.contains(mac))
            return mac;
    }
}

QSet<QString> macsOf(const VmConfig &config)
{
    QSet<QString> macs;
    for (const NetworkInterface &interface : config.networkInterfaces) {
        if (!interface.guestMac.isEmpty())
            macs.insert(interface.guestMac.toLower());
    }
    return macs;
}

} // namespace sparkler::gui
