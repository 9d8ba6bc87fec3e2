#pragma once

#include "manager/log_tail.h"
#include "manager/machine_store.h"
#include "manager/process_identity.h"
#include "manager/readiness.h"
#include "manager/supervisor.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace sparkler::gui {

/// A data directory with a store, and supervisors over it that come and go. At its end no engine is left, whatever the
/// test has come to: every process that state.json ever named is killed.
class SupervisorFixture {
public:
    explicit SupervisorFixture(const QString &engine = QStringLiteral(FAKE_ENGINE_PROGRAM));
    ~SupervisorFixture();
    SupervisorFixture(const SupervisorFixture &) = delete;
    SupervisorFixture &operator=(const SupervisorFixture &) = delete;

    /// How the next fake engines behave, see fake_engine.cpp.
    void script(const QJsonObject &object);
    /// A machine with a kernel and one drive, "rootfs"; runs locally.
    MachineDefinition definition(const QString &name = QStringLiteral("one"));
    /// Stores it and returns its machine.
    Machine *add(const MachineDefinition &definition);
    Machine *addDefault() { return add(definition()); }
    /// A file of `bytes` zeros beside the data directory.
    QString file(const QString &name, qint64 bytes = 512);

    /// From now on there is a jailer, for the machines that want one.
    void useJailer(const QString &jailer, const QString &helper = {});
    /// As it is by default.
    MachineDefinition jailedDefinition(const QString &name = QStringLiteral("one"));
    void destroySupervisor();
    /// As after a restart of the manager, with a store of its own.
    void newSupervisor();
    MachineStore &store() { return *m_store; }
    Supervisor &supervisor() { return *m_supervisor; }
    Readiness &readiness() { return *m_readiness; }
    Machine *machine() const { return m_supervisor->find(m_lastId); }
    const Paths &paths() const { return m_paths; }

    QJsonObject stateFile(const Machine *machine) const;
    static void writeStateFile(const QString &file, const QJsonObject &object);
    qint64 pid(const Machine *machine);
    /// Requests that the fake engine got, "METHOD PATH", without GET /.
    QStringList requests(const Machine *machine) const;
    QStringList requestsWithBodies(const Machine *machine) const;
    static bool processIsThere(qint64 pid);
    /// Kills it also when the test ends early.
    void guard(qint64 pid)
    {
        if (const auto process = ProcessIdentity::of(pid))
            m_processes.append(*process);
    }

private:
    QTemporaryDir m_directory;
    Paths m_paths;
    std::unique_ptr<MachineStore> m_store;
    std::unique_ptr<Readiness> m_readiness;
    std::unique_ptr<Supervisor> m_supervisor;
    QString m_lastId;
    QList<ProcessIdentity> m_processes;
};

/// The failures that a machine tells, kept.
class FailureLog : public QObject {
public:
    explicit FailureLog(Machine *machine)
    {
        connect(machine, &Machine::failed, this, [this](const Failure &failure) { all.append(failure); });
    }
    QList<Failure> all;
};

} // namespace sparkler::gui
