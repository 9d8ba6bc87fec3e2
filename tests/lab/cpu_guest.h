#pragma once

#include "lab_cpu.h"
#include "snapshot_guest.h"

/// A running guest whose processors are looked at.
class CpuGuest {
public:
    CpuGuest() : m_directory(QStringLiteral("/tmp/lab-XXXXXX")), m_engine(std::make_unique<LabEngine>())
    {
        plan.assets = harness::GuestAssets::forKernel(QStringLiteral("6.1-test"));
        plan.memoryMib = 160;
    }

    harness::BootPlan plan; ///< to be changed before boot()

    /// Starts the engine and tells it the plan: the answer to InstanceStart, or to what was refused before.
    harness::Response start()
    {
        plan.rootfs = plan.assets.copyRootfs(m_directory.path());
        QByteArray refusal;
        if (!m_engine->start() || !harness::configureOverApi(m_engine->api, plan, &refusal))
            return {.status = 0, .headers = {}, .body = refusal};
        return m_engine->api.put("/actions", harness::startAction());
    }
    bool boot() { return start().status == 204 && m_engine->shell.login(); }
    /// Into a snapshot, out of this engine, and on in another one.
    harness::Response moveToAnotherEngine()
    {
        const Snapshot snapshot{m_directory.filePath(QStringLiteral("state")),
                                m_directory.filePath(QStringLiteral("memory"))};
        if (!m_engine->setState("Paused"))
            return {};
        if (const auto made = m_engine->api.put("/snapshot/create", snapshot.createBody("Full")); made.status != 204)
            return made;
        m_engine->kill();
        m_engine = std::make_unique<LabEngine>();
        return m_engine->start() ? m_engine->api.put("/snapshot/load", snapshot.loadBody()) : harness::Response();
    }

    QMap<int, SeenCpu> look(const QByteArray &msrs = {}) { return lookAtCpus(m_engine->shell, msrs); }
    QByteArray run(const QByteArray &command) { return m_engine->shell.run(command).text; }
    harness::EngineProcess &process() { return m_engine->process; }

private:
    QTemporaryDir m_directory;
    std::unique_ptr<LabEngine> m_engine;
};

/// All of them are as the policy has them; the first that is not is shown.
inline void compareWithPolicy(const QMap<int, SeenCpu> &cpus, const CpuidMap &base, int count, bool smt)
{
    QCOMPARE(cpus.size(), count);
    for (int cpu = 0; cpu < count; ++cpu) {
        const CpuidMap expected =
            policyOnAmd(base, static_cast<quint32>(cpu), static_cast<quint32>(count), smt, cpus[cpu].usesXsave());
        const QByteArray wrong = difference(cpus[cpu].cpuid, expected);
        QVERIFY2(wrong.isEmpty(), "vCPU " + QByteArray::number(cpu) + ":\n" + wrong);
    }
}
