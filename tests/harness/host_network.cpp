#include "harness/host_network.h"

#include "harness/engine_process.h"

#include <QProcess>

#include <sched.h>

namespace harness {

HostOutput runOnHost(const QString &program, const QStringList &arguments, int timeoutMs)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool ended = process.waitForFinished(timeoutMs * slowFactor());
    HostOutput output;
    if (!ended) {
        process.kill();
        process.waitForFinished();
    }
    output.text = process.readAll();
    if (ended && process.exitStatus() == QProcess::NormalExit)
        output.status = process.exitCode();
    return output;
}

HostOutput runOnHost(const QString &commandLine, int timeoutMs)
{
    QStringList words = commandLine.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const QString program = words.takeFirst();
    return runOnHost(program, words, timeoutMs);
}

bool enterNetworkNamespace()
{
    return ::unshare(CLONE_NEWNET) == 0 && runOnHost(QStringLiteral("ip link set lo up")).status == 0;
}

bool addTap(const QString &name, const QString &address)
{
    return runOnHost(QStringLiteral("ip tuntap add %1 mode tap").arg(name)).status == 0 &&
           (address.isEmpty() || runOnHost(QStringLiteral("ip addr add %1 dev %2").arg(address, name)).status == 0) &&
           runOnHost(QStringLiteral("ip link set %1 up").arg(name)).status == 0;
}

QByteArray makeOutside()
{
    runOnHost(QStringLiteral("ip netns del outside")); // an earlier test's
    for (const char *line :
         {"netns add outside", "link add up0 type veth peer name out0 netns outside", "addr add 10.7.0.1/24 dev up0",
          "link set up0 up", "-n outside link set lo up", "-n outside addr add 10.7.0.2/24 dev out0",
          "-n outside addr add 192.0.2.1/32 dev lo", "-n outside link set out0 up", "route add default via 10.7.0.2"}) {
        const HostOutput done = runOnHost(QStringLiteral("ip ") + QLatin1String(line));
        if (done.status != 0)
            return QByteArray("ip ") + line + ": " + done.text;
    }
    return {};
}

QString guestTool(const QString &name)
{
    return QStringLiteral(SPARKLER_GUEST_TOOLS_PATH "/") + name;
}

QString hostTool(const QString &name)
{
    return QStringLiteral(SPARKLER_HOST_TOOLS_PATH "/") + name;
}

} // namespace harness
