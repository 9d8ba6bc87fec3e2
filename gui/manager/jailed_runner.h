#pragma once

#include "manager/runner.h"

namespace sparkler::gui {

/// The engine in a jail that needs no root: `sparkler-jailer --rootless` (jailer/README.md). The started process is the
/// lid: it waits outside of the jail for the engine, its child, ends with the engine's status, and takes it along when
/// it is told to end or killed. The engine sees the machine's directory as /machine, without what only we may write.
class JailedRunner : public Runner {
public:
    explicit JailedRunner(Paths paths) : m_paths(std::move(paths)) {}

    QString name() const override { return QStringLiteral("rootless"); }
    QString directoryAsSeen(const MachineDirectory &) const override { return QStringLiteral("/machine"); }
    MachineDirectory::Elsewhere elsewhere() const override { return MachineDirectory::Elsewhere::Show; }
    bool hasLid() const override { return true; }
    Task *prepare() override { return nullptr; }
    Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition,
                           const QList<ShownPath> &files) const override;
    std::chrono::seconds startLimit() const override { return std::chrono::seconds(10); }
    std::chrono::seconds requestLimit() const override { return std::chrono::seconds(30); }
    int missedPollsAllowed() const override { return 3; }

private:
    Paths m_paths;
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
