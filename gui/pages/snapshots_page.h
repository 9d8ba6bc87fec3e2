#pragma once

#include "manager/snapshots/library.h"
#include "manager/workspace.h"
#include "models/snapshot_tree_model.h"
#include "pages/machine_page.h"

#include <QPointer>
#include <QTimer>

#include <array>

class QAction;
class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sparkler::gui {

class EmptyState;
class InlineMessage;
class SearchField;
class SnapshotDelegate;
class SnapshotDetails;
class SnapshotFilterModel;

/// The snapshots of a machine: their lineage with what was made from them and where the machine is now, what is known
/// of each, and everything that can be done with them. Long work is the library's tasks, shown by the task panel; what
/// became of them is told here.
class SnapshotsPage : public MachinePage {
    Q_OBJECT
public:
    /// Both must outlive it.
    SnapshotsPage(Workspace *workspace, SnapshotLibrary *library, QWidget *parent = nullptr);

    QString title() const override { return tr("Snapshots"); }
    Icon icon() const override { return Icon::Snapshot; }
    void setMachine(Machine *machine) override;
    void focusContent() override;
    bool focusSearch() override;

signals:
    /// Another machine is to be shown.
    void machineRequested(const QString &id);

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    using Key = SnapshotTreeModel::Key;
    /// What can be done, in the order of tool bar and menu.
    enum Action { Take, Restore, NewMachine, Clones, Verify, Merge, Export, Import, Remove, kActionCount };

    // snapshots_page.cpp
    void buildActions();
    QWidget *buildToolBar();
    QWidget *buildFilters();
    void buildTree();
    void arrange();
    void fitToolBar();
    void reload();
    SnapshotTreeModel::Names names() const;
    void showState();
    Key selected() const;
    void select(const Key &key);
    /// Of the selected snapshot; null: none is selected.
    const SnapshotEntry *selectedEntry() const;
    QString nameOf(const QString &snapshotId) const;
    void showSelected();
    void showEntry(const SnapshotEntry &entry);
    void showHere();
    void showClone(const QString &machineId);
    void lookWhetherItFits();
    void refreshActions();
    QString whyNot(Action action) const;
    QString whyNotRemove(const QString &snapshotId) const;
    void showMenu(const QPoint &place);
    void activate(const QModelIndex &index);

    // snapshots_page_actions.cpp
    void trigger(Action action);
    void take();
    Task *startTaking(SnapshotKind kind, const QString &name, const QString &note);
    QString proposedName() const;
    void restore(const SnapshotEntry &entry);
    void startRestoring(const RestoreSnapshot &request, bool snapshotFirst);
    void clone(const SnapshotEntry &entry, bool several);
    void remove(const SnapshotEntry &entry);
    void verify(const SnapshotEntry &entry);
    void exportArchive(const SnapshotEntry &entry);
    void importArchive();
    void describe(const QString &snapshotId, const QString &name, const QString &note);
    void whenEnded(Task *task, const std::function<void()> &then);
    /// `done` when it has worked and its machine is still shown; failures are told.
    void follow(Task *task, const QString &machineId, const std::function<void(const QString &result)> &done);
    void reportFailure(const Task *task, const QString &machineId);
    void tell(const QString &text, QAction *action = nullptr);
    void tellTaken(const QString &snapshotId);
    QAction *goTo(const QString &machineId);
    void report(const Failure &failure);

    Workspace *m_workspace;
    SnapshotLibrary *m_library;
    QPointer<Machine> m_machine;
    std::shared_ptr<const MachineSnapshots> m_snapshots; ///< as shown; null: no machine
    SnapshotTreeModel *m_model;
    SnapshotFilterModel *m_filter;
    SnapshotDelegate *m_delegate;
    std::array<QAction *, kActionCount> m_actions{};
    QAction *m_rename = nullptr;
    QList<QToolButton *> m_buttons; ///< by Action
    bool m_arranged = false;
    SearchField *m_search = nullptr;
    QComboBox *m_show = nullptr;
    InlineMessage *m_message = nullptr;
    QAction *m_goTo = nullptr;
    QString m_goToId;
    QStackedWidget *m_stack = nullptr;
    QSplitter *m_splitter = nullptr;
    QTreeView *m_tree = nullptr;
    SnapshotDetails *m_details = nullptr;
    EmptyState *m_empty = nullptr;
    QPushButton *m_emptyTake = nullptr;
    EmptyState *m_noMatch = nullptr;
    QWidget *m_filters = nullptr;
    QString m_shownClone; ///< machine that the details are about; empty: no clone
    Key m_wanted;         ///< to be selected as soon as it is there
    QString m_justTaken;  ///< to be told as soon as it is there
    QTimer m_fitDelay;
    QString m_fitFor;       ///< snapshot that the findings are about
    quint64 m_fitAsked = 0; ///< serial: only the newest answer counts
};

} // namespace sparkler::gui
