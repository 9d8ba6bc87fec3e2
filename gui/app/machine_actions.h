#pragma once

#include "manager/workspace.h"
#include "widgets/icons.h"

#include <QAction>
#include <QHash>
#include <QPointer>

namespace sparkler::gui {

/// What can be done with the selected machines, as actions with shortcuts: the header, the menu bar and the context
/// menu show the same ones. An action is enabled when it is possible for at least one of them; otherwise its tool tip
/// says why not. GUI thread.
class MachineActions : public QObject {
    Q_OBJECT
public:
    MachineActions(Workspace *workspace, QWidget *window);

    void setMachines(const QList<Machine *> &machines);
    QList<Machine *> machines() const;
    /// Seconds a stop waits for the guest.
    void setStopGrace(int seconds) { m_stopGrace = seconds; }

    QAction *action(MachineAction action) const { return m_actions.value(action); }
    QAction *duplicate() const { return m_duplicate; }
    QAction *exportConfiguration() const { return m_export; }
    QAction *openDirectory() const { return m_openDirectory; }
    /// All of them in the order of a menu; null: a separator.
    QList<QAction *> menuOrder() const;

signals:
    void deleteRequested(const QStringList &ids);
    void duplicateRequested(const QString &id);
    void exportRequested(const QString &id);

private:
    QAction *make(const QString &text, Icon icon, const QKeySequence &shortcut, QWidget *window);
    void refresh();
    void trigger(MachineAction action);

    Workspace *m_workspace;
    QHash<MachineAction, QAction *> m_actions;
    QAction *m_duplicate;
    QAction *m_export;
    QAction *m_openDirectory;
    QList<QPointer<Machine>> m_machines;
    int m_stopGrace = 20;
};

} // namespace sparkler::gui
