#pragma once

#include "manager/machine_store.h"
#include "manager/store_files.h"

#include <QFileSystemWatcher>
#include <QSet>
#include <QTimer>

#include <map>
#include <optional>

namespace sparkler::gui {

class Task;

struct MachineStore::Private {
    struct Entry {
        MachineDefinition definition;
        QByteArray text; ///< of the file, as read or written last
        std::optional<IncompleteMarker> marker;
        QString busy; ///< see setPreparing()
    };

    Private(MachineStore *store, QString machinesFolder, QString trashFolder);

    QString folder(const QString &id) const { return machines + u'/' + id; }
    QString file(const QString &id) const { return folder(id) + QStringLiteral("/machine.json"); }
    QString trashFolder(const QString &id) const { return trash + u'/' + id; }

    /// Looks at everything again; signals for what is new.
    void scan();
    void scanOne(const QString &id);
    void readOne(const QString &id, const QByteArray &text);
    void forget(QString id);
    void setProblem(const QString &file, const QString &reason); ///< empty: none any more
    void watch(const QString &id);
    void sortIds();

    /// With the StoreLock also those names count that other programs have given since the last look.
    QString uniqueName(const QString &wanted, const QString &forId = {}) const;
    QStringList namesOfOthers(const QString &forId) const;
    /// What of the marker's files the definition still wants.
    bool wantsMissingFiles(const Entry &entry) const;
    Outcome<void> write(const QString &id, const MachineDefinition &definition);

    MachineStore *q;
    QString machines, trash;
    TaskList *tasks = nullptr;
    std::map<QString, Entry> entries;
    QStringList order;
    std::map<QString, QString> reasons; ///< of problems, by file
    QFileSystemWatcher watcher;
    QTimer debounce;
    QSet<QString> dirty; ///< folders that something happened in
};

/// [a-z0-9]{8}
bool isMachineId(const QString &name);
Failure storeFailure(const QString &what, const QString &why, const QString &state = {}, const QString &remedy = {});

} // namespace sparkler::gui
