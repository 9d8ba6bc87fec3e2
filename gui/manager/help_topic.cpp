#include "manager/help_topic.h"

#include "manager/failure.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <cstring>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLargestDocument = 1 << 20;

constexpr std::array<const char *, kHelpTopics> kAnchors{
    "",
    "kvm-permission",
    "kvm-missing",
    "kvm-stock-kernel",
    "installation",
    "user-namespaces",
    "passt",
    "emulator",
    "disk-space",
    "socket-path",
    "demo-guest",
    "socket-in-use",
    "no-answer",
    "kernel-image",
    "drive",
    "tap",
    "memory",
    "jail-file",
    "bad-system-call",
    "cpu-template",
    "snapshot-restore",
    "metadata",
};

struct KnownWords {
    const char *words;
    HelpTopic topic;
};

/// Of engine, jailer and system, which speak English alone. The first that is found counts. tst_help_topic holds them
/// against the document, and the document against the sources.
constexpr KnownWords kKnownWords[] = {
    {"Error creating KVM object.", HelpTopic::KvmPermission},
    {"There is no /dev/kvm: this host has no KVM", HelpTopic::KvmMissing},
    {"This user may not use /dev/kvm.", HelpTopic::KvmPermission},
    {"cannot emulate the instruction at", HelpTopic::KvmStockKernel},
    {"A rootless jail needs", HelpTopic::UserNamespaces},
    {"passt does not run as root", HelpTopic::Passt},
    {"Check that it is not already used.", HelpTopic::SocketInUse},
    {"Cannot load kernel due to invalid memory configuration", HelpTopic::KernelImage},
    {"The kernel file cannot be opened:", HelpTopic::KernelImage},
    {"Invalid block device path:", HelpTopic::Drive},
    {"Error manipulating the backing file:", HelpTopic::Drive},
    {"Open tap device failed:", HelpTopic::Tap},
    {"Invalid Memory Configuration:", HelpTopic::Memory},
    {"Cannot show ", HelpTopic::JailFile},
    {"CPU vendor mismatched between actual CPU and CPU template.", HelpTopic::CpuTemplate},
    {"The current CPU model is not permitted to apply the CPU template.", HelpTopic::CpuTemplate},
    {"Failed to restore from snapshot:", HelpTopic::SnapshotRestore},
    {"The MMDS patch request doesn't fit.", HelpTopic::Metadata},
    {"The MMDS data store is not initialized.", HelpTopic::Metadata},
    {"The MMDS IPv4 address is not link local.", HelpTopic::Metadata},
    {"interface IDs that allow forwarding MMDS requests is empty.", HelpTopic::Metadata},
    {"the socket's path is longer than 106 bytes", HelpTopic::SocketPath},
    {"No space left on device", HelpTopic::DiskSpace},
};

/// In the words of the C library and in those of Qt, in whatever language they are.
bool tellsOfNoSpace(const QString &words)
{
    return words.contains(QString::fromLocal8Bit(std::strerror(ENOSPC))) || words.contains(qt_error_string(ENOSPC));
}

} // namespace

QString helpAnchor(HelpTopic topic)
{
    return QString::fromLatin1(kAnchors[static_cast<std::size_t>(topic)]);
}

HelpTopic helpTopicOf(const QString &words)
{
    for (const KnownWords &known : kKnownWords) {
        if (words.contains(QLatin1StringView(known.words)))
            return known.topic;
    }
    return tellsOfNoSpace(words) ? HelpTopic::DiskSpace : HelpTopic::None;
}

QStringList helpKnownWords()
{
    QStringList all;
    for (const KnownWords &known : kKnownWords)
        all << QLatin1StringView(known.words);
    return all;
}

HelpTopic helpTopicOf(const Failure &failure)
{
    if (failure.help != HelpTopic::None)
        return failure.help;
    for (const QString &words : QStringList{failure.fault, failure.why} + failure.logLines) {
        if (const HelpTopic topic = helpTopicOf(words); topic != HelpTopic::None)
            return topic;
    }
    return HelpTopic::None;
}

QString helpSection(const QString &path, HelpTopic topic)
{
    QFile file(path);
    if (topic == HelpTopic::None || path.isEmpty() || !file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.read(kLargestDocument));
    const QString mark = u"<a id=\""_s;
    qsizetype at = text.indexOf(mark + helpAnchor(topic) + u"\">"_s);
    if (at < 0)
        return {};
    at = text.indexOf(u'\n', at) + 1;
    const qsizetype next = text.indexOf(mark, at);
    return text.mid(at, next < 0 ? -1 : next - at).trimmed();
}

} // namespace sparkler::gui
