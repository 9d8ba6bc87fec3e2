#pragma once

#include "snapshot_testing.h"
#include "supervisor_fixture.h"

#include "manager/snapshots/library.h"
#include "manager/snapshots/work_folder.h"
#include "manager/tap_state.h"
#include "manager/task.h"

#include <QRegularExpression>

namespace sparkler::gui {

/// A library over the machines of a SupervisorFixture, with a host that is always the same.
class SnapshotFixture : public SupervisorFixture {
public:
    SnapshotFixture() { newLibrary(); }
    ~SnapshotFixture() { endLibrary(); }

    void endLibrary()
    {
        m_library.reset();
        m_tasks.reset();
    }
    void newLibrary()
    {
        endLibrary();
        m_tasks = std::make_unique<TaskList>();
        m_library =
            std::make_unique<SnapshotLibrary>(libraryPaths(), &store(), &supervisor(), &readiness(), m_tasks.get());
        m_library->setHostCpu(cpu());
        m_library->open();
    }
    /// As after a restart of the manager.
    void newManager()
    {
        endLibrary();
        newSupervisor();
        newLibrary();
    }
    /// From the next library on, sparkler-tools is a shell script with this content. None: it is not installed.
    void useTools(const QByteArray &script)
    {
        m_tools = paths().data + QStringLiteral("/tools");
        snapshot_testing::writeFile(m_tools, "#!/bin/sh\n" + script);
        QFile::setPermissions(m_tools, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static HostCpu cpu()
    {
        return {QStringLiteral("GenuineIntel"), QStringLiteral("A CPU"), 6, 1, 1, {QStringLiteral("avx2")}};
    }

    SnapshotLibrary &library() { return *m_library; }
    TaskList &tasks() { return *m_tasks; }

    /// A small machine with one drive in its own directory, running.
    Machine *running(const QString &name = QStringLiteral("one"), bool track = true)
    {
        MachineDefinition made = definition(name);
        made.config.machine.memSizeMib = 1;
        made.config.machine.trackDirtyPages = track;
        made.id = store().newId();
        made.config.drives[0].pathOnHost = store().directory(made.id) + QStringLiteral("/files/root.img");
        Machine *machine = add(made);
        writeDisk(machine, 'a');
        machine->start();
        if (!QTest::qWaitFor([&] { return machine->state() == MachineState::Running; }, 20'000) ||
            !QTest::qWaitFor([&] { return library().loaded(machine->id()); }, 20'000))
            qFatal("the machine does not run");
        return machine;
    }
    static QString diskOf(const Machine *machine) { return machine->definition().config.drives[0].pathOnHost; }
    static void writeDisk(const Machine *machine, char byte)
    {
        snapshot_testing::writeFile(diskOf(machine), QByteArray(8192, byte));
    }
    static char disk(const Machine *machine) { return snapshot_testing::readFile(diskOf(machine)).left(1).at(0); }

    /// Waits for its end; the state it has come to.
    static Task::State end(Task *task)
    {
        if (!QTest::qWaitFor([task] { return task->ended(); }, 60'000))
            qFatal("the task does not end: %s", qPrintable(task->title() + QLatin1Char('/') + task->step()));
        if (const auto failure = task->failure())
            qInfo("%s", qPrintable(failure->report()));
        return task->state();
    }
    /// Makes one, which must work; its id.
    QString create(Machine *machine, SnapshotKind kind = SnapshotKind::Full, const QString &name = {})
    {
        Task *task = library().create({machine->id(), kind, name, {}, {}});
        if (end(task) != Task::State::Done)
            qFatal("no snapshot");
        settle(machine->id());
        return task->result();
    }
    /// Until the library has read what the last task left.
    void settle(const QString &machineId)
    {
        if (!QTest::qWaitFor([&] { return !library().busy(machineId); }, 10'000))
            qFatal("busy for ever");
        library().refresh(machineId);
        if (!QTest::qWaitFor([&] { return library().upToDate(machineId); }, 10'000))
            qFatal("read for ever");
    }
    const Snapshot &snapshot(const Machine *machine, const QString &id)
    {
        m_kept = library().of(machine->id());
        const SnapshotEntry *entry = m_kept->find(id);
        if (!entry)
            qFatal("no snapshot %s", qPrintable(id));
        return entry->snapshot;
    }
    /// All of the machine's snapshots folder but the lock, and what deletes itself right now.
    static QStringList left(const Machine *machine)
    {
        QStringList names = QDir(SnapshotFolder(machine->directory().root()).root())
                                .entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        names.removeIf([](const QString &name) {
            return name == QLatin1String(".busy") || name.startsWith(QLatin1String(".deleting-"));
        });
        return names;
    }
    /// Every page that the stand-in's guest has written, as one letter each.
    static QByteArray pages(const QString &memory)
    {
        const QByteArray content = snapshot_testing::readFile(memory);
        QByteArray letters;
        for (qsizetype at = 0; at < content.size() && content.at(at) != 0; at += 4096)
            letters += content.at(at);
        return letters;
    }

private:
    Paths libraryPaths() const
    {
        Paths where = paths();
        where.tools = m_tools;
        return where;
    }

    QString m_tools;
    std::unique_ptr<TaskList> m_tasks;
    std::unique_ptr<SnapshotLibrary> m_library;
    std::shared_ptr<const MachineSnapshots> m_kept;
};

} // namespace sparkler::gui
