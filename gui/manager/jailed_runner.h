#pragma once

#include "manager/runner.h"

namespace sparkler::gui {

/// The engine in a jail that needs no root: `sparkler-jailer --rootless` (jailer/README.md). The started process is the
/// lid: it waits outside of the jail for the engine, its child, ends with the engine's status, and takes it along when
/// it is told to end or killed. The engine sees the machine's directory as /machine, without what only we may write.
///
/// With Leave::Root the same jail, on hosts where only root may make user namespaces: pkexec starts
/// sparkler-jail-helper (jailer/helper), which becomes the user, and then the jailer, in the same process. The user may
/// have to give a password first.
class JailedRunner : public Runner {
public:
    enum class Leave { Own, Root };
    explicit JailedRunner(Paths paths, Leave leave = Leave::Own) : m_paths(std::move(paths)), m_leave(leave) {}

    /// Whether what it needs beside the jailer is installed.
    bool offered() const;

    QString name() const override;
    QString directoryAsSeen(const MachineDirectory &) const override { return QStringLiteral("/machine"); }
    MachineDirectory::Elsewhere elsewhere() const override { return MachineDirectory::Elsewhere::Show; }
    bool hasLid() const override { return true; }
    Task *prepare() override { return nullptr; }
    Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition,
                           const QList<ShownPath> &files) const override;
    QString explainExit(int code) const override;
    HelpTopic exitTopic() const override { return HelpTopic::UserNamespaces; }
    /// Of Leave::Root: that of somebody who types a password.
    std::chrono::seconds startLimit() const override { return std::chrono::seconds(m_leave == Leave::Root ? 180 : 10); }
    std::chrono::seconds requestLimit() const override { return std::chrono::seconds(30); }
    int missedPollsAllowed() const override { return 3; }

private:
    Outcome<Launch> start() const;

    Paths m_paths;
    Leave m_leave;
};

/// The folders of `directory` that a jailed engine sees, as they are seen below `seenAs`; the definition, what runs and
/// the start lock are not among them. Snapshots are there to be read: what the engine makes for one goes to exchange/.
QList<ShownPath> jailFolders(const MachineDirectory &directory, const QString &seenAs);
/// What has to be shown beside the `folders`, so that each of `files` is there and none can be written to that the
/// engine only reads. In the order in which they are put over one another.
QList<ShownPath> shownBeside(const QList<ShownPath> &folders, const QList<ShownPath> &files);
/// "tcp:127.0.0.1/8080:80", as --forward takes it.
QString forwardArgument(const PortForward &forward);

} // namespace sparkler::gui
