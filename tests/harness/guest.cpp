#include "harness/guest.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

namespace harness {

GuestAssets GuestAssets::forKernel(const QString &version)
{
    const QString directory =
        qEnvironmentVariable("SPARKLER_GUEST_DIR") + QLatin1Char('/') + version + QLatin1Char('/');
    return GuestAssets{directory + QStringLiteral("vmlinux"), directory + QStringLiteral("bzImage"),
                       directory + QStringLiteral("initrd"), directory + QStringLiteral("rootfs.ext4")};
}

bool GuestAssets::complete() const
{
    return QFile::exists(vmlinux) && QFile::exists(bzImage) && QFile::exists(initrd) && QFile::exists(rootfs);
}

QString GuestAssets::copyRootfs(const QString &directory, const QString &name) const
{
    const QString copy = directory + QLatin1Char('/') + name;
    return QFile::copy(rootfs, copy) ? copy : QString();
}

QString makeDisk(const QString &directory, const QString &name, int mib)
{
    QFile file(directory + QLatin1Char('/') + name);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(qint64(mib) << 20))
        return {};
    return file.fileName();
}

bool GuestShell::login(int timeoutMs)
{
    const auto prompt = m_engine.waitForConsole("login:", timeoutMs);
    if (!prompt || !m_engine.type("root\n"))
        return false;
    // login(1) throws away what is typed before the shell asks.
    return m_engine.waitForConsole("# ", timeoutMs, *prompt) && run("true", timeoutMs).status == 0;
}

GuestShell::Output GuestShell::run(const QByteArray &command, int timeoutMs)
{
    // The markers are put together by the guest's shell, so the echo of the typed line does not contain them.
    const QByteArray number = QByteArray::number(++m_counter);
    const qsizetype from = m_engine.console().size();
    const QByteArray line = "echo B'EGIN'" + number + "; " + command + "; echo E'ND'" + number + ":$?:\n";
    if (!m_engine.type(line))
        return {};
    const auto begin = m_engine.waitForConsole("BEGIN" + number, timeoutMs, from);
    if (!begin)
        return {};
    const QByteArray endMarker = "END" + number + ":";
    const auto end = m_engine.waitForConsole(endMarker, timeoutMs, *begin);
    if (!end || !m_engine.waitForConsole(":", timeoutMs, *end))
        return {};
    const qsizetype colon = m_engine.console().indexOf(':', *end);
    Output output;
    output.status = m_engine.console().mid(*end, colon - *end).toInt();
    output.text = m_engine.console().mid(*begin, *end - endMarker.size() - *begin).replace("\r", "").trimmed();
    return output;
}

} // namespace harness
