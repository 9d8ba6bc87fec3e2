#include "pages/host_limits.h"

#include "pages/config_rules.h"
#include "text/human_units.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QThread>

namespace sparkler::gui {
namespace {

struct HostText {
    Q_DECLARE_TR_FUNCTIONS(HostLimits)
};

/// "MemTotal:   16384 kB" in MiB; 0: not there.
quint64 lineOf(QByteArrayView meminfo, QByteArrayView key)
{
    const qsizetype at = meminfo.indexOf(key);
    if (at < 0)
        return 0;
    const QByteArrayView rest = meminfo.sliced(at + key.size());
    const qsizetype end = rest.indexOf("kB");
    return end < 0 ? 0 : rest.first(end).trimmed().toByteArray().toULongLong() / 1024;
}

QString sizeOf(quint64 mib)
{
    return formatByteSize(static_cast<double>(mib * kMiB));
}

} // namespace

HostLimits HostLimits::ofThisHost()
{
    QFile meminfo(QStringLiteral("/proc/meminfo"));
    const QByteArray text = meminfo.open(QIODevice::ReadOnly) ? meminfo.readAll() : QByteArray();
    return parse(QThread::idealThreadCount(), text);
}

HostLimits HostLimits::parse(int cpus, QByteArrayView meminfo)
{
    return {cpus, lineOf(meminfo, "MemTotal:"), lineOf(meminfo, "MemAvailable:")};
}

Validity HostLimits::vcpus(int count) const
{
    MachineConfig config;
    config.vcpuCount = count;
    if (const auto problem = vcpuProblem(config))
        return {Validity::Level::Error, *problem};
    if (cpus > 0 && count > cpus)
        return {
            Validity::Level::Warning,
            HostText::tr("More than this host's %n processor(s): the guest's will have to share them.", nullptr, cpus)};
    return {};
}

Validity HostLimits::memory(quint64 mib) const
{
    MachineConfig config;
    config.memSizeMib = mib;
    if (const auto problem = memoryProblem(config))
        return {Validity::Level::Error, *problem};
    if (memoryMib > 0 && mib > memoryMib)
        return {
            Validity::Level::Warning,
            HostText::tr("This host has only %1. The guest may be ended when it uses more.").arg(sizeOf(memoryMib))};
    if (freeMemoryMib > 0 && mib > freeMemoryMib)
        return {Validity::Level::Warning,
                HostText::tr("Only %1 are free now. The host may become slow.").arg(sizeOf(freeMemoryMib))};
    return {};
}

QString HostLimits::vcpusHint() const
{
    return cpus > 0 ? HostText::tr("This host has %n processor(s).", nullptr, cpus) : QString();
}

QString HostLimits::memoryHint() const
{
    if (memoryMib == 0 || freeMemoryMib == 0)
        return {};
    return HostText::tr("%1 of this host's %2 are free.").arg(sizeOf(freeMemoryMib), sizeOf(memoryMib));
}

} // namespace sparkler::gui
