#pragma once

// The inside of SnapshotLibrary: library.cpp (reading and what is known), library_tasks.cpp (what can be done).

#include "manager/snapshots/library.h"
#include "manager/snapshots/operation.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace sparkler::gui {

struct SnapshotLibrary::Private {
    struct Known {
        std::shared_ptr<const MachineSnapshots> snapshots;
        std::shared_ptr<const Lineage> lineage;
        bool loaded = false;
        bool reading = false;
        bool readAgain = false; ///< something happened meanwhile
    };
    struct Working {
        QPointer<Task> task;
        QPointer<SnapshotOperation> operation;
    };

    explicit Private(SnapshotLibrary *library) : q(library) {}

    // library.cpp
    Known &known(const QString &machineId);
    void add(const QString &machineId, bool cleanUp);
    void forget(const QString &machineId);
    void read(const QString &machineId, bool cleanUp = false);
    void take(MachineSnapshots found);
    QList<MachineSnapshots::Clone> clonesOf(const QString &machineId) const;
    /// The clones of the machine that `snapshots` come from may be others now.
    void updateClones(const QString &machineId);
    void set(const QString &machineId, MachineSnapshots snapshots);
    void watch(const QString &machineId);
    /// Puts right what a manager that ended in the middle of a restore has left.
    void recover(const QString &machineId);
    /// Computes missing checksums, one snapshot after the other, while nothing else is done.
    void queueChecksums(const QString &machineId);
    void nextChecksum();
    void noteChecksums(const QString &machineId, const QString &snapshotId, const QMap<QString, QByteArray> &sums);

    // library_tasks.cpp
    QString whyBusy(const QString &machineId) const;
    /// Empty: it is there and its memory is whole.
    QString whyNotWhole(const QString &machineId, const QString &snapshotId) const;
    /// Begins, unless `whyNot` says something.
    Task *launch(const QString &title, SnapshotOperation *operation, const QString &whyNot);
    void ended(const QString &machineId, SnapshotOperation *operation);
    static void plan(const QString &whyNot, const std::function<RestorePlan()> &work, QObject *caller,
                     std::function<void(RestorePlan)> done);

    SnapshotLibrary *q;
    SnapshotContext context;
    TaskList *tasks = nullptr;
    bool opened = false;
    QHash<QString, Known> machines;
    QHash<QString, Working> working;            ///< by machine; imports: by a name of their own
    QHash<QString, Verification> verifications; ///< by "MACHINE/SNAPSHOT"
    QFileSystemWatcher watcher;
    QTimer debounce;
    QSet<QString> dirty;                      ///< machines that something happened in
    QList<QPair<QString, QString>> unchecked; ///< machine, snapshot
    Task *checking = nullptr;                 ///< the work on one of them
    /// Its machine; empty once a task began to work on that: what was read may be a file that is no more.
    QString checkingOf;
};

} // namespace sparkler::gui
