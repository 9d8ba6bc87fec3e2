#include "manager/snapshots/snapshot.h"

#include <QFile>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

HostCpu HostCpu::ofThisHost(const QString &cpuinfo)
{
    // The first processor; the others of a host are alike as far as guests see. Each has some thousand bytes.
    constexpr qint64 kFirstBytes = 32 << 10;
    HostCpu cpu;
    QFile file(cpuinfo);
    if (!file.open(QIODevice::ReadOnly))
        return cpu;
    const QList<QByteArray> lines = file.read(kFirstBytes).split('\n');
    for (const QByteArray &line : lines) {
        if (line.isEmpty())
            break;
        const qsizetype colon = line.indexOf(':');
        if (colon < 0)
            continue;
        const QByteArray key = line.first(colon).trimmed();
        const QString value = QString::fromUtf8(line.mid(colon + 1)).trimmed();
        if (key == "vendor_id")
            cpu.vendor = value;
        else if (key == "model name")
            cpu.model = value;
        else if (key == "cpu family")
            cpu.family = value.toInt();
        else if (key == "model")
            cpu.modelNumber = value.toInt();
        else if (key == "stepping")
            cpu.stepping = value.toInt();
        else if (key == "flags")
            cpu.features = value.split(u' ', Qt::SkipEmptyParts);
    }
    cpu.features.sort();
    return cpu;
}

} // namespace sparkler::gui
