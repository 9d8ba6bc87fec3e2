#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace harness {

/// Moves this process, and what it starts from now on, into a network namespace of its own whose loopback is up: taps
/// made there are nobody else's and end with it. Needs root. Call it on the main thread, before anything is started.
bool enterNetworkNamespace();

/// What a program on the host printed (both streams) and how it ended.
struct HostOutput {
    int status = -1; ///< -1: could not be started, was killed, or took too long
    QByteArray text;
};
HostOutput runOnHost(const QString &program, const QStringList &arguments, int timeoutMs = 10000);
/// The same for a command line without quotes.
HostOutput runOnHost(const QString &commandLine, int timeoutMs = 10000);

/// A tap that is up, with an address such as "172.16.0.1/30" unless that is empty.
bool addTap(const QString &name, const QString &address = {});

/// A world beyond the host, in the network namespace "outside", to which the host's way out leads: the host
/// is 10.7.0.1, a router 10.7.0.2, a server's address kOutsideServer. Needs root. What went wrong; empty: nothing.
QByteArray makeOutside();
inline constexpr const char *kOutsideServer = "192.0.2.1";

/// One of the programs that guests have, for the host's side: its path.
QString guestTool(const QString &name);
/// A program of the product or of these tests that is beside the engine of this build: its path.
QString hostTool(const QString &name);

} // namespace harness
