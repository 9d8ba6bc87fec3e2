#pragma once

#include "manager/runner.h"

namespace sparkler::gui {

/// The engine as a process of this user on this host.
class LocalRunner : public Runner {
public:
    explicit LocalRunner(Paths paths) : m_paths(std::move(paths)) {}

    QString name() const override { return QStringLiteral("local"); }
    QString directoryAsSeen(const MachineDirectory &directory) const override { return directory.root(); }
    bool followsSymbolicLinks() const override { return true; }
    Task *prepare() override { return nullptr; }
    Outcome<Launch> launch(const MachineDirectory &directory, const MachineDefinition &definition) const override;
    std::chrono::seconds startLimit() const override { return std::chrono::seconds(10); }
    std::chrono::seconds requestLimit() const override { return std::chrono::seconds(30); }
    int missedPollsAllowed() const override { return 3; }

private:
    Paths m_paths;
};

} // namespace sparkler::gui
