#pragma once

#include <QStringList>

namespace sparkler::gui {

struct Failure;

/// A section of docs/troubleshooting.md.
enum class HelpTopic : unsigned char {
    None,
    KvmPermission,
    KvmMissing,
    KvmStockKernel,
    Installation,
    UserNamespaces,
    Passt,
    Emulator,
    DiskSpace,
    SocketPath,
    DemoGuest,
    SocketInUse,
    NoAnswer,
    KernelImage,
    Drive,
    Tap,
    Memory,
    JailFile,
    BadSystemCall,
    CpuTemplate,
    SnapshotRestore,
    Metadata,
};
constexpr int kHelpTopics = static_cast<int>(HelpTopic::Metadata) + 1; ///< with None

/// The name of the section's anchor; empty for None. Never changes: people link to it.
QString helpAnchor(HelpTopic topic);

/// What is said of a failure: its own topic, else that of the words of engine, jailer or system in it.
HelpTopic helpTopicOf(const Failure &failure);
/// The same of words of engine, jailer or tools, which speak English alone, or of the system, in any language.
HelpTopic helpTopicOf(const QString &words);
/// All words that tell a topic, for tests.
QStringList helpKnownWords();

/// The section of the document at `path`: Markdown from its heading to before the next one. Empty: the document cannot
/// be read, or has no such section.
QString helpSection(const QString &path, HelpTopic topic);

} // namespace sparkler::gui
