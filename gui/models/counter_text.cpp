#include "models/counter_text.h"

#include <QCoreApplication>

#include <array>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kContext = "sparkler::gui::CounterText";

/// Kinds that have one group per device, "KIND_ID". The longest come first.
constexpr std::array kDeviceKinds{"vhost_user_block"_L1, "block"_L1, "net"_L1, "pmem"_L1};

struct Title {
    QLatin1StringView kind;
    const char *device; ///< with %1 for the id; null: there are no single devices
    const char *all;
};
constexpr std::array kTitles{
    Title{"vhost_user_block"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Vhost-user drive %1"),
          QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "All vhost-user drives")},
    Title{"block"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Drive %1"),
          QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "All drives")},
    Title{"net"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Network interface %1"),
          QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "All network interfaces")},
    Title{"pmem"_L1, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Persistent memory %1"),
          QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "All persistent memory")},
    Title{"api_server"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "API server")},
    Title{"balloon"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Balloon")},
    Title{"deprecated_api"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Deprecated API calls")},
    Title{"entropy"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Entropy device")},
    Title{"get_api_requests"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "API: GET requests")},
    Title{"i8042"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Keyboard controller (reset)")},
    Title{"interrupts"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Interrupts")},
    Title{"latencies_us"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Duration of API actions")},
    Title{"logger"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Logger")},
    Title{"memory_hotplug"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Memory hotplug")},
    Title{"mmds"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Metadata service (MMDS)")},
    Title{"patch_api_requests"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "API: PATCH requests")},
    Title{"put_api_requests"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "API: PUT requests")},
    Title{"rtc"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Real-time clock")},
    Title{"seccomp"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "System call filter")},
    Title{"signals"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Signals")},
    Title{"uart"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Serial port")},
    Title{"vcpu"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "vCPUs")},
    Title{"vmm"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Engine")},
    Title{"vsock"_L1, nullptr, QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Vsock")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate(kContext, text);
}

} // namespace

CounterUnit unitOf(const QString &name)
{
    // The innermost component that names a unit decides.
    const auto components = QStringView(name).split(u'.');
    for (auto component = components.rbegin(); component != components.rend(); ++component) {
        if (component->endsWith("_bytes"_L1) || component->endsWith("_bytes_count"_L1))
            return CounterUnit::Bytes;
        if (component->endsWith("_ms"_L1))
            return CounterUnit::Milliseconds;
        if (component->endsWith("_us"_L1))
            return CounterUnit::Microseconds;
    }
    return CounterUnit::Count;
}

QString unitText(CounterUnit unit)
{
    switch (unit) {
    case CounterUnit::Bytes:
        return u"B"_s;
    case CounterUnit::Milliseconds:
        return u"ms"_s;
    case CounterUnit::Microseconds:
        return u"µs"_s;
    case CounterUnit::Count:
        break;
    }
    return {};
}

QString groupOf(const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    return dot < 0 ? QString() : name.first(dot);
}

QString leafOf(const QString &name)
{
    return name.sliced(name.indexOf(u'.') + 1);
}

QString kindOfGroup(const QString &group)
{
    for (const QLatin1StringView kind : kDeviceKinds) {
        if (group.size() > kind.size() + 1 && group.startsWith(kind) && group[kind.size()] == u'_')
            return kind;
    }
    return group;
}

QString deviceOfGroup(const QString &group)
{
    const QString kind = kindOfGroup(group);
    return kind == group ? QString() : group.sliced(kind.size() + 1);
}

QString groupTitle(const QString &group)
{
    const QString kind = kindOfGroup(group);
    const QString device = deviceOfGroup(group);
    for (const Title &title : kTitles) {
        if (title.kind == kind)
            return device.isEmpty() ? translated(title.all) : translated(title.device).arg(device);
    }
    return group.isEmpty() ? translated(QT_TRANSLATE_NOOP("sparkler::gui::CounterText", "Other")) : group;
}

bool tellsFailure(const QString &name)
{
    // Peers that close their sockets early cause these in a healthy run, too.
    static constexpr std::array kHealthy{"vsock.rx_read_fails"_L1, "vsock.tx_write_fails"_L1,
                                         "vsock.tx_flush_fails"_L1};
    for (const QLatin1StringView known : kHealthy) {
        if (name == known)
            return false;
    }
    if (name.startsWith("signals."_L1))
        return name != "signals.sigpipe"_L1;
    const QStringView last = QStringView(name).sliced(name.lastIndexOf(u'.') + 1);
    for (const QLatin1StringView word : {"err"_L1, "fail"_L1, "panic"_L1, "num_faults"_L1}) {
        if (last.contains(word))
            return true;
    }
    return false;
}

} // namespace sparkler::gui
