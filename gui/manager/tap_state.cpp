#include "manager/tap_state.h"

#include "manager/device_rules.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>

#include <array>
#include <bit>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <pwd.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct TapText {
    Q_DECLARE_TR_FUNCTIONS(TapState)
};

constexpr uint kTunFlagTap = 0x0002; ///< IFF_TAP of linux/if_tun.h
constexpr uint kFlagUp = 0x1;        ///< IFF_UP
constexpr int kAdminCapability = 12; ///< CAP_NET_ADMIN

std::optional<quint32> idFrom(const QByteArray &text)
{
    bool number = false;
    const qlonglong id = text.toLongLong(&number);
    return number && id >= 0 ? std::optional(static_cast<quint32>(id)) : std::nullopt;
}

QString userName(quint32 id)
{
    passwd entry{};
    passwd *found = nullptr;
    std::array<char, 4096> space{};
    if (getpwuid_r(id, &entry, space.data(), space.size(), &found) != 0 || !found)
        return {};
    return QString::fromLocal8Bit(found->pw_name);
}

bool hasNetworkAdmin()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return false;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("CapEff:"))
            return (line.mid(7).trimmed().toULongLong(nullptr, 16) >> kAdminCapability) & 1;
    }
    return false;
}

} // namespace

QString TapState::errorText() const
{
    return error == 0 ? QString() : QString::fromLocal8Bit(std::strerror(error));
}

QString TapState::sentence() const
{
    switch (problem) {
    case Problem::BadName:
        return TapText::tr("No network device can have this name.");
    case Problem::NoTun:
        return TapText::tr("This host has no /dev/net/tun.");
    case Problem::TunForbidden:
        return TapText::tr("You may not open /dev/net/tun.");
    case Problem::Missing:
        return TapText::tr("There is no device %1 on this host.").arg(name);
    case Problem::NotATap:
        return TapText::tr("%1 is no TAP device.").arg(name);
    case Problem::Forbidden:
        if (!ownerName.isEmpty())
            return TapText::tr("%1 belongs to the user %2.").arg(name, ownerName);
        return owner ? TapText::tr("%1 belongs to the user with the number %2.").arg(name).arg(*owner)
                     : TapText::tr("%1 belongs to the group with the number %2.").arg(name).arg(group.value_or(0));
    case Problem::Busy:
        return holder > 0 ? TapText::tr("%1 is in use by process %2.").arg(name).arg(holder)
                          : TapText::tr("%1 is in use by another process.").arg(name);
    case Problem::Down:
        return TapText::tr("%1 is ready, but switched off: no packet passes.").arg(name);
    case Problem::None:
        break;
    }
    return TapText::tr("%1 is ready.").arg(name);
}

QString TapState::remedy() const
{
    switch (problem) {
    case Problem::BadName:
        return TapText::tr("Choose another name.");
    case Problem::NoTun:
        return TapText::tr("Load the kernel's module: sudo modprobe tun.");
    case Problem::TunForbidden:
        return TapText::tr("Let everybody open it, as is usual: sudo chmod 666 /dev/net/tun. Who may use which device "
                           "is decided by each device's owner.");
    case Problem::Missing:
        return TapText::tr("Make it, as yours.");
    case Problem::NotATap:
        return TapText::tr("Choose the name of a TAP device, or one that is free.");
    case Problem::Forbidden:
        return TapText::tr("Remove it and make it anew as yours, or choose another.");
    case Problem::Busy:
        return TapText::tr("Stop the machine or program that has it, or choose another device.");
    case Problem::Down:
        return TapText::tr("Switch it on: sudo ip link set %1 up.").arg(name);
    case Problem::None:
        break;
    }
    return {};
}

TapReader::TapReader() : user(geteuid()), networkAdmin(hasNetworkAdmin())
{
    groups.insert(getegid());
    const int count = getgroups(0, nullptr);
    QList<gid_t> all(qMax(count, 0));
    const int got = getgroups(static_cast<int>(all.size()), all.data());
    for (int at = 0; at < got; ++at)
        groups.insert(all[at]);
}

QByteArray TapReader::attribute(const QString &name, const QString &attribute) const
{
    QFile file(net + u'/' + name + u'/' + attribute);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// The descriptor's information names the device. Only our own user's processes can be looked into.
qint64 TapReader::findHolder(const QString &name) const
{
    const QByteArray wanted = "\niff:\t" + name.toUtf8() + '\n';
    const QStringList processes = QDir(proc).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &process : processes) {
        bool number = false;
        const qint64 pid = process.toLongLong(&number);
        if (!number)
            continue;
        const QDir descriptors(proc + u'/' + process + u"/fdinfo"_s);
        const QStringList files = descriptors.entryList(QDir::Files);
        for (const QString &file : files) {
            QFile info(descriptors.filePath(file));
            if (info.open(QIODevice::ReadOnly) && info.readAll().contains(wanted))
                return pid;
        }
    }
    return 0;
}

TapState TapReader::read(const QString &name) const
{
    using Problem = TapState::Problem;
    TapState state;
    state.name = name;
    const auto problem = [&](Problem what, int error) {
        state.problem = what;
        state.error = error;
        return state;
    };
    if (tapNameProblem(name))
        return problem(Problem::BadName, EINVAL);
    state.exists = QFileInfo(net + u'/' + name).isDir();
    if (state.exists) {
        state.up = attribute(name, u"flags"_s).toUInt(nullptr, 16) & kFlagUp;
        state.mtu = attribute(name, u"mtu"_s).toInt();
        state.owner = idFrom(attribute(name, u"owner"_s));
        state.ownerName = state.owner ? userName(*state.owner) : QString();
        state.group = idFrom(attribute(name, u"group"_s));
        const QFileInfo master(net + u'/' + name + u"/master"_s);
        state.bridge = master.isSymLink() ? QFileInfo(master.symLinkTarget()).fileName() : QString();
        state.addresses = hostAddresses(name);
    }
    // In the order in which opening it would fail.
    const QByteArray tunName = QFile::encodeName(tun);
    if (access(tunName.constData(), F_OK) != 0)
        return problem(Problem::NoTun, errno);
    if (access(tunName.constData(), R_OK | W_OK) != 0)
        return problem(Problem::TunForbidden, errno);
    if (!state.exists)
        return problem(Problem::Missing, networkAdmin ? 0 : EPERM); // whoever may make one gets one by opening it
    const QByteArray tunFlags = attribute(name, u"tun_flags"_s);
    if (tunFlags.isEmpty() || !(tunFlags.toUInt(nullptr, 16) & kTunFlagTap))
        return problem(Problem::NotATap, EINVAL);
    const bool notOwner = state.owner && *state.owner != user;
    const bool notInGroup = state.group && !groups.contains(*state.group);
    if (!networkAdmin && (notOwner || notInGroup))
        return problem(Problem::Forbidden, EPERM);
    // The carrier is there while somebody holds it; a device that is off does not tell.
    state.holder = findHolder(name);
    if (state.holder > 0 || attribute(name, u"carrier"_s) == "1")
        return problem(Problem::Busy, EBUSY);
    return state.up ? state : problem(Problem::Down, 0);
}

QStringList TapReader::taps() const
{
    QStringList found;
    const QStringList devices = QDir(net).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString &device : devices) {
        if (attribute(device, u"tun_flags"_s).toUInt(nullptr, 16) & kTunFlagTap)
            found << device;
    }
    return found;
}

QString TapReader::defaultAddress() const
{
    QFile file(proc + u"/net/route"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.read(1 << 16).split('\n');
    for (const QByteArray &line : lines) {
        // Interface, destination, …, mask in the eighth column.
        const QList<QByteArray> words = line.simplified().split(' ');
        if (words.size() < 8 || words[1] != "00000000" || words[7] != "00000000")
            continue;
        const QList<HostAddress> addresses = hostAddresses(QString::fromLocal8Bit(words[0]));
        return addresses.isEmpty() ? QString() : addresses.constFirst().address;
    }
    return {};
}

QList<HostAddress> TapReader::hostAddresses(const QString &ofInterface)
{
    QList<HostAddress> found;
    ifaddrs *list = nullptr;
    if (getifaddrs(&list) != 0)
        return found;
    for (const ifaddrs *entry = list; entry; entry = entry->ifa_next) {
        if (!entry->ifa_addr || !entry->ifa_netmask || entry->ifa_addr->sa_family != AF_INET)
            continue;
        if (!ofInterface.isEmpty() && QString::fromLocal8Bit(entry->ifa_name) != ofInterface)
            continue;
        const auto word = [](const sockaddr *address) {
            sockaddr_in inet{};
            std::memcpy(&inet, address, sizeof inet);
            return ntohl(inet.sin_addr.s_addr);
        };
        found << HostAddress{QHostAddress(word(entry->ifa_addr)).toString(), std::popcount(word(entry->ifa_netmask))};
    }
    freeifaddrs(list);
    return found;
}

} // namespace sparkler::gui
