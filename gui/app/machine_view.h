#pragma once

#include "manager/workspace.h"
#include "pages/machine_page.h"

#include <QKeySequence>
#include <QPointer>

#include <functional>
#include <vector>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace sparkler::gui {

class InlineMessage;
class MachineActions;

/// The selected machine: its name, state and main actions above, what went wrong, and its pages. GUI thread.
class MachineView : public QWidget {
    Q_OBJECT
public:
    enum Page { Overview, Console, Snapshots, Hardware, Processor, Network, Metadata, Metrics, Logs, Inspector, Jail };

    MachineView(Workspace *workspace, MachineActions *actions, QWidget *parent = nullptr);

    void setMachine(Machine *machine); ///< null: none
    Machine *machine() const { return m_machine; }
    void showPage(Page page);
    /// The page to begin with; it is made when there is a machine.
    void setStartPage(Page page);
    Page page() const;
    int pageCount() const { return static_cast<int>(m_pages.size()); }
    QString pageTitle(int page) const;
    Icon pageIcon(int page) const;
    /// Ctrl and a digit, as far as there are digits; then empty.
    static QKeySequence shortcut(int page);
    /// The page itself, made if need be.
    MachinePage *pageWidget(Page page);
    bool hasUnsavedChanges() const;
    /// Shows it above the pages of its machine until it is closed or the machine is started again.
    void showFailure(Machine *machine, const Failure &failure);

signals:
    /// A page asks to show another machine.
    void machineRequested(const QString &id);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Entry {
        QString title;
        Icon icon;
        std::function<MachinePage *()> make{};
        MachinePage *page = nullptr;
        bool bound = false; ///< has the current machine
    };
    QWidget *makeHeader(MachineActions *actions);
    MachinePage *makeOverview();
    MachinePage *makeSnapshots();
    void ensureCurrent();
    void refresh();
    void refreshStrips();
    void fitTabs();

    Workspace *m_workspace;
    QPointer<Machine> m_machine;
    std::vector<Entry> m_pages;
    QHash<QString, Failure> m_failures; ///< by machine id
    QLabel *m_icon = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_state = nullptr;
    QWidget *m_countdown = nullptr;
    QLabel *m_countdownText = nullptr;
    InlineMessage *m_failure;
    InlineMessage *m_restart;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
};

} // namespace sparkler::gui
