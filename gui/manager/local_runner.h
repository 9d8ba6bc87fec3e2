#pragma once

#include "manager/runner.h"

namespace sparkler::gui {

/// The engine as a process of this user on this host, that can do all that the user can: JailChoice::None.
class LocalRunner : public Runner {
public:
    explicit LocalRunner(Paths paths) : m_paths(std::move(paths)) {}

    QString name() const override { return QStringLiteral("local"); }
    QString directoryAsSeen(const MachineDirectory &directory) const override { return directory.root(); }
    MachineDirectory::Elsewhere elsewhere() const override { return MachineDirectory::Elsewhere::Link; }
    Task *prepare() override { return nullptr; }
    Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition,
                           const QList<ShownPath> &files) const override;
    std::chrono::seconds startLimit() const override { return std::chrono::seconds(10); }
    std::chrono::seconds requestLimit() const override { return std::chrono::seconds(30); }
    int missedPollsAllowed() const override { return 3; }

private:
    Paths m_paths;
};

} // namespace sparkler::gui
