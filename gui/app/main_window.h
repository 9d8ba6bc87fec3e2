#pragma once

#include "app/machine_view.h"
#include "app/settings.h"
#include "manager/workspace.h"

#include <QMainWindow>

class QLabel;
class QStackedWidget;

namespace sparkler::gui {

class InlineMessage;
class MachineListPanel;
class MachineModel;

/// The window: list at the left, the selected machine at the right. Closing it ends no machine. GUI thread.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// `theme` may be null (then colours are left alone). Both must outlive the window.
    MainWindow(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    void selectMachine(const QString &id);
    MachineView *machineView() const { return m_view; }
    MachineListPanel *list() const { return m_list; }
    /// The demo machine: made, started and shown on its console.
    void tryDemo();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildMenus();
    QWidget *buildRightSide();
    void onSelection();
    void create();
    void importConfiguration();
    void exportConfiguration(const QString &id);
    void duplicate(const QString &id);
    void remove(const QStringList &ids);
    void editSettings();
    void report(const Failure &failure);
    void watch(Machine *machine);
    void focusSearch();
    void refreshPlaceholder();
    void refreshStatus();
    void restoreLayout();
    void finishStartsBeforeQuitting();

    Workspace *m_workspace;
    Theme *m_theme;
    Settings m_settings;
    MachineModel *m_model;
    MachineActions *m_actions;
    MachineListPanel *m_list;
    MachineView *m_view;
    QStackedWidget *m_stack;
    QWidget *m_first = nullptr; ///< no machine at all
    QWidget *m_none = nullptr;  ///< none selected
    QLabel *m_many = nullptr;   ///< several selected
    QWidget *m_manyPage = nullptr;
    InlineMessage *m_message;
    QAction *m_undo = nullptr;
    QStringList m_lastDeleted;
    QString m_lastSelected; ///< id; of the former window, until the machine is there
    QLabel *m_status;
    QList<QAction *> m_windowActions;
};

} // namespace sparkler::gui
