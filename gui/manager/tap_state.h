#pragma once

#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace sparkler::gui {

/// An address of an interface of the host.
struct HostAddress {
    QString address; ///< "172.16.0.1", IPv4
    int prefix = 0;  ///< bits of the network
    bool operator==(const HostAddress &) const = default;
};

/// A network device of the host as an engine that this user starts would find it.
struct TapState {
    enum class Problem {
        None,
        BadName,      ///< no device can have it
        NoTun,        ///< the host has no /dev/net/tun
        TunForbidden, ///< we may not open it
        Missing,
        NotATap,
        Forbidden, ///< it belongs to somebody else
        Busy,      ///< another process has it
        Down,      ///< works, but no packet passes
    };
    QString name;
    Problem problem = Problem::None;
    int error = 0; ///< of the host, as opening it would give; 0: none. With it: errorText()
    bool exists = false;
    bool up = false;
    std::optional<quint32> owner{}; ///< user id; nothing: anybody
    std::optional<quint32> group{};
    QString ownerName{}; ///< empty: none is known
    QString bridge{};    ///< that it is a port of; empty: none
    int mtu = 0;
    QList<HostAddress> addresses{};
    qint64 holder = 0; ///< a process of ours that has it; 0: unknown

    /// A start with it would fail.
    bool blocks() const { return problem != Problem::None && problem != Problem::Down; }
    /// The host's words for `error`; empty: none.
    QString errorText() const;
    /// What is so, and what helps: translated sentences. `remedy()` is empty when nothing is wrong.
    QString sentence() const;
    QString remedy() const;
};

/// Where the host tells of its network; tests bring their own.
struct TapReader {
    QString net = QStringLiteral("/sys/class/net");
    QString tun = QStringLiteral("/dev/net/tun");
    QString proc = QStringLiteral("/proc");
    quint32 user;              ///< effective
    QSet<quint32> groups;      ///< all of them
    bool networkAdmin = false; ///< may use any device

    TapReader(); ///< of this process on this host

    /// Reads, changes nothing, and opens no network device. Takes milliseconds, so it belongs in another thread.
    TapState read(const QString &name) const;
    /// The TAP devices there are, by name.
    QStringList taps() const;
    /// The IPv4 address of the interface with the default route, which passt hands on to a guest; empty: none.
    QString defaultAddress() const;
    /// All IPv4 addresses of the host, of every interface.
    static QList<HostAddress> hostAddresses(const QString &ofInterface = {});

private:
    QByteArray attribute(const QString &name, const QString &attribute) const;
    qint64 findHolder(const QString &name) const;
};

} // namespace sparkler::gui
