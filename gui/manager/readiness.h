#pragma once

#include "manager/help_topic.h"
#include "manager/paths.h"

#include <QList>
#include <QObject>

#include <memory>

namespace sparkler::gui {

/// One thing that must be right on this host.
struct ReadinessCheck {
    enum class State { Checking, Good, Warning, Problem };
    enum class Remedy { None, CopyCommand, OpenSettings, InstallEmulator, ChooseEngine };
    /// "kvm", "engine", "jailer", "user-namespaces", "passt", "cgroups", "space", "socket-path", "emulator"
    QString id;
    QString title;
    State state = State::Checking;
    QString reason; ///< what was found
    Remedy remedy = Remedy::None;
    QString remedyText;    ///< what to do, in words
    QString remedyCommand; ///< to copy into a shell; may be empty
    HelpTopic help = HelpTopic::None;
};

/// Looks at the host without blocking: programs are run by QProcess, results arrive one by one. GUI thread.
class Readiness : public QObject {
    Q_OBJECT
public:
    Readiness(Paths paths, QObject *parent = nullptr);
    ~Readiness() override;

    void check(); ///< all again
    QList<ReadinessCheck> checks() const;
    bool complete() const; ///< none is Checking
    /// Whether a stock kernel can run on this host's KVM by this user; nothing until that is known.
    std::optional<bool> kvmUsable() const;
    /// Whether the emulated runner has all it needs.
    std::optional<bool> emulatorUsable() const;
    /// Whether the rootless jail has all it needs; nothing until that is known.
    std::optional<bool> jailUsable() const;
    ReadinessCheck jailProblem() const; ///< the check that says why not
    QString engineVersion() const;

signals:
    void changed();
    void completed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
