#pragma once

// What the engine would refuse about network interfaces, the metadata service, vsock, balloon and serial port, told
// before it is asked. Its own words are quoted where it would answer with some. Pure; texts are translated sentences,
// and nothing means that the engine takes it.

#include "client/types.h"

#include <QSet>

#include <optional>

namespace sparkler::gui {

inline constexpr qsizetype kMostTapName = 15; ///< bytes
inline constexpr quint64 kLeastMtu = 68;
inline constexpr quint64 kMostMtu = 65535;
inline constexpr quint64 kLeastGuestCid = 3;
inline constexpr quint64 kMostGuestCid = 4294967294; ///< the next one means "any"
inline constexpr quint64 kMostStatsInterval = 65535;
/// Bytes of the metadata as compact JSON, by default.
inline constexpr qsizetype kMostMmdsBytes = 51200;

/// Our sentence, then what the engine would say.
QString quotingEngine(const QString &sentence, const QString &fault);

/// `taken`: the ids of the other interfaces.
std::optional<QString> interfaceIdProblem(const QString &ifaceId, const QStringList &taken);
std::optional<QString> tapNameProblem(const QString &name);
/// `others`: the machine's other interfaces.
std::optional<QString> userNetworkProblem(const QList<NetworkInterface> &others);
/// `others`: of the same machine.
std::optional<QString> forwardProblem(const PortForward &forward, const QList<PortForward> &others);
/// Whether only one of them can listen.
bool collide(const PortForward &a, const PortForward &b);
/// "TCP 127.0.0.1:8080 → 80"
QString forwardText(const PortForward &forward);
/// `taken`: the addresses of the machine's other interfaces, however written. Empty is all right.
std::optional<QString> macProblem(const QString &mac, const QStringList &taken);
std::optional<QString> mtuProblem(quint64 mtu);
/// All of it: the first that is wrong. `others`: without this one.
std::optional<QString> interfaceProblem(const NetworkInterface &interface, const QList<NetworkInterface> &others);

std::optional<QString> mmdsAddressProblem(const QString &address);
std::optional<QString> mmdsConfigProblem(const MmdsConfig &config, const QList<NetworkInterface> &interfaces);
std::optional<QString> mmdsDataProblem(const QJsonObject &data);
std::optional<QString> vsockProblem(const Vsock &vsock);
std::optional<QString> balloonProblem(const Balloon &balloon, const MachineConfig &machine);

/// All about the devices of one configuration, a line each.
QStringList deviceProblems(const VmConfig &config);

/// A random unicast, locally administered MAC address that is not in `taken` (lower case).
QString newMac(const QSet<QString> &taken);
/// The MAC addresses of `config`, lower case.
QSet<QString> macsOf(const VmConfig &config);

} // namespace sparkler::gui
