#pragma once

#include "manager/failure.h"
#include "manager/machine_definition.h"

#include <QObject>
#include <QSet>
#include <QStringList>

#include <memory>

namespace sparkler::gui {

class TaskList;

/// The machines on disk: one directory each under `machines`, definition files written atomically and readable by hand.
/// Another program may change them meanwhile (a watcher sees it); a save against a file that somebody else changed
/// since it was read is refused. A file that cannot be read (bad JSON, a newer version) is never written to or deleted;
/// it is listed in problems(). GUI thread.
class MachineStore : public QObject {
    Q_OBJECT
public:
    static constexpr int kVersion = 1; ///< of the file format

    MachineStore(QString machinesDirectory, QString trashDirectory, QObject *parent = nullptr);
    ~MachineStore() override;

    /// Reads what is there; signals for each.
    void load();
    QStringList ids() const;                                ///< in order of creation
    const MachineDefinition *find(const QString &id) const; ///< null: none; valid until the next change
    QString directory(const QString &id) const;

    struct Problem {
        QString file;
        QString reason;
    };
    QList<Problem> problems() const;

    /// An id that no machine has, here or in the trash.
    QString newId() const;
    /// A new machine; an empty id is filled in, an empty or taken name made unique. Returns the id. `stillToMake`:
    /// files of the machine that do not exist yet (full paths); until finishPreparing() it is not ready to start.
    Outcome<QString> create(MachineDefinition definition, const QStringList &stillToMake = {});
    /// Refused when the file has changed since, or when `definition` stems from a reading before such a change.
    Outcome<void> save(const MachineDefinition &definition);
    /// A copy with its own id, name "… copy", MAC addresses of its own where the source has some, and copies (reflinks
    /// where possible) of drives that lie in the machine's directory. The machine is there at once; the copying is a
    /// Task (see setTaskList()), and preparing() is not empty meanwhile, for the source as well. Refused while the
    /// source's engine runs and has drives to copy.
    Outcome<QString> duplicate(const QString &id);
    /// Where the tasks of duplicate() go; none: they are the store's own. Must outlive the store.
    void setTaskList(TaskList *tasks);

    /// What is still being made, or why it never was: a sentence for people. Empty: ready to start. Survives a crash: a
    /// machine whose disk was not finished stays unready until its drives name other files.
    QString preparing(const QString &id) const;
    /// Nobody works on it any more and it is still not ready.
    bool incomplete(const QString &id) const;
    /// Keeps `id` from starting, in this process only: its files are in use (a copy is being made). Empty: no longer.
    void setPreparing(const QString &id, const QString &text);
    /// All that create() was told is there now.
    void finishPreparing(const QString &id);
    /// It will not come: preparing() tells `why` from now on.
    void failPreparing(const QString &id, const QString &why);

    /// Into the trash; `restore` with the id brings it back. Refused while state.json says that an engine runs.
    Outcome<void> moveToTrash(const QString &id);
    Outcome<void> restore(const QString &id);
    struct TrashEntry {
        QString id, name;
        QDateTime deletedAt;
        qint64 bytes = 0; ///< on disk
    };
    QList<TrashEntry> trash() const;
    Outcome<void> emptyTrash(const QString &id); ///< this machine for good; the files go in the background

    /// A Firecracker configuration file as a new definition (not stored yet). `notes` names sections that this version
    /// keeps but cannot use.
    struct Imported {
        MachineDefinition definition;
        QStringList notes;
    };
    static Outcome<Imported> importConfigurationFile(const QString &path);
    static Outcome<void> exportConfigurationFile(const MachineDefinition &definition, const QString &path);

    /// The MAC addresses of all machines, lower case.
    QSet<QString> macs() const;
    QStringList groups() const;
    QStringList tags() const;

signals:
    void added(const QString &id);
    void changed(const QString &id);
    void removed(const QString &id);
    void preparingChanged(const QString &id);
    void problemsChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
