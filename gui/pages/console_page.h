#pragma once

#include "client/console_client.h"
#include "pages/machine_page.h"

#include <QPointer>

class QToolButton;

namespace sparkler::gui {

class EmptyState;
class InlineMessage;
class MachineSurfaces;
class TerminalWidget;

/// The serial console of the machine. A terminal of each machine visited last is kept and goes on listening, so that
/// going back is instant and finds what was there.
class ConsolePage : public MachinePage {
    Q_OBJECT
public:
    static constexpr int kKeptMachines = 8;

    explicit ConsolePage(QWidget *parent = nullptr);

    QString title() const override { return tr("Console"); }
    Icon icon() const override { return Icon::Console; }
    void setMachine(Machine *machine) override;
    void focusContent() override;

    /// The terminal shown; null: no machine.
    TerminalWidget *terminal() const;

private:
    void buildToolBar();
    TerminalWidget *makeTerminal(Machine *machine);
    void saveLog();
    void copyAll();
    void clear();
    void refresh();
    void showMessage(ConsoleClient::Link link, bool running);

    QPointer<Machine> m_machine;
    InlineMessage *m_message = nullptr;
    MachineSurfaces *m_surfaces = nullptr;
    EmptyState *m_empty = nullptr;
    QToolButton *m_save = nullptr;
    QToolButton *m_clear = nullptr;
    QToolButton *m_search = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_readOnly = nullptr;
};

} // namespace sparkler::gui
