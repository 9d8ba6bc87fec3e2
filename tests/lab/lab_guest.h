#pragma once

#include "harness/boot_plan.h"
#include "harness/host_network.h"
#include "harness/host_program.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// One running guest of the kind "6.1-test" with its shell, API and metrics, for tests that boot one and look at much
/// of it.
class LabGuest {
public:
    LabGuest() : m_directory(QStringLiteral("/tmp/lab-XXXXXX")), m_engine(m_directory.path()), m_shell(m_engine)
    {
        plan.assets = harness::GuestAssets::forKernel(QStringLiteral("6.1-test"));
    }

    harness::BootPlan plan; ///< to be changed before boot()

    /// Starts the guest over the API and logs in.
    bool boot(const QStringList &engineArguments = {})
    {
        plan.rootfs = plan.assets.copyRootfs(m_directory.path());
        return harness::startOverApi(m_engine, plan, withMetrics(engineArguments)) && m_shell.login();
    }
    /// Starts it with a configuration file and logs in.
    bool bootFromFile(const QStringList &engineArguments = {})
    {
        plan.rootfs = plan.assets.copyRootfs(m_directory.path());
        return harness::startFromFile(m_engine, plan, m_directory.path(), withMetrics(engineArguments)) &&
               m_shell.login();
    }

    QString path(const QString &name) const { return m_directory.filePath(name); }
    harness::EngineProcess &engine() { return m_engine; }
    harness::ApiClient &api()
    {
        if (!m_api)
            m_api = std::make_unique<harness::ApiClient>(m_engine.socketPath());
        return *m_api;
    }
    /// Runs `command` in the guest. Every wait is longer in a slow lab.
    harness::GuestShell::Output run(const QByteArray &command, int timeoutMs = 20000)
    {
        return m_shell.run(command, timeoutMs);
    }
    bool succeeds(const QByteArray &command, int timeoutMs = 20000) { return run(command, timeoutMs).status == 0; }

    /// A counter's value since the start, brought up to date.
    qint64 metric(const char *group, const char *leaf)
    {
        if (api().put("/actions", harness::json(R"({"action_type": "FlushMetrics"})")).status != 204)
            return -1;
        return harness::metricTotal(path(QStringLiteral("metrics.json")), group, leaf);
    }
    bool pause() { return api().patch("/vm", harness::json(R"({"state": "Paused"})")).status == 204; }
    bool resume() { return api().patch("/vm", harness::json(R"({"state": "Resumed"})")).status == 204; }

    /// The guest ends, and the engine with status 0: nothing before has broken it.
    bool ends()
    {
        if (!m_engine.type("poweroff\n"))
            return false;
        const auto end = m_engine.waitForExit(20000);
        return end && end->code == 0;
    }

private:
    QStringList withMetrics(const QStringList &arguments) const
    {
        return arguments + QStringList{QStringLiteral("--metrics-path"), path(QStringLiteral("metrics.json"))};
    }

    QTemporaryDir m_directory;
    harness::EngineProcess m_engine;
    harness::GuestShell m_shell;
    std::unique_ptr<harness::ApiClient> m_api;
};

/// Starts `command` in the guest with its output in /tmp/`name`, and waits until that contains `marker`.
inline QByteArray inBackground(const QByteArray &command, const QByteArray &name, const QByteArray &marker)
{
    return command + " >/tmp/" + name + " 2>&1 & for i in $(seq 200); do grep -q '" + marker + "' /tmp/" + name +
           " && break; usleep 50000; done; grep '" + marker + "' /tmp/" + name;
}
