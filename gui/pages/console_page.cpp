#include "pages/console_page.h"

#include "manager/machine.h"
#include "pages/live_parts.h"
#include "pages/machine_surfaces.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"
#include "widgets/terminal/terminal_widget.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr int kRowsBeforeShown = 24;
constexpr int kColumnsBeforeShown = 80;
} // namespace

ConsolePage::ConsolePage(QWidget *parent) : MachinePage(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    buildToolBar();
    m_message = new InlineMessage(this);
    m_message->setClosable(false);
    layout->addWidget(m_message);
    m_surfaces = new MachineSurfaces(kKeptMachines, this);
    layout->addWidget(m_surfaces, 1);
    m_empty =
        new EmptyState(Icon::Console, tr("No machine selected"), tr("Select a machine to see its console."), this);
    layout->addWidget(m_empty, 1);
    refresh();
}

void ConsolePage::buildToolBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kSmall);
    m_readOnly = makeTextButton(Icon::Key, tr("&Read-only"), this);
    m_readOnly->setCheckable(true);
    m_search = makeTextButton(Icon::Search, tr("Sear&ch"), this);
    m_copy = makeTextButton(Icon::Copy, tr("Copy &all"), this);
    m_clear = makeTextButton(Icon::Remove, tr("C&lear"), this);
    m_save = makeTextButton(Icon::Export, tr("&Save log…"), this);
    bar->addWidget(m_readOnly);
    bar->addStretch();
    for (QToolButton *button : {m_search, m_copy, m_clear, m_save})
        bar->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);

    connect(m_readOnly, &QToolButton::toggled, this, [this](bool on) {
        if (TerminalWidget *shown = terminal())
            shown->setReadOnly(on);
    });
    connect(m_search, &QToolButton::clicked, this, [this] {
        if (TerminalWidget *shown = terminal())
            shown->openSearch();
    });
    connect(m_copy, &QToolButton::clicked, this, &ConsolePage::copyAll);
    connect(m_clear, &QToolButton::clicked, this, &ConsolePage::clear);
    connect(m_save, &QToolButton::clicked, this, &ConsolePage::saveLog);
}

TerminalWidget *ConsolePage::terminal() const
{
    return m_machine ? static_cast<TerminalWidget *>(m_surfaces->find(m_machine->id())) : nullptr;
}

TerminalWidget *ConsolePage::makeTerminal(Machine *machine)
{
    auto *made = new TerminalWidget;
    // A widget that was never laid out is tiny, and lines would be broken at that width for good.
    made->surface().resize(kRowsBeforeShown, kColumnsBeforeShown);
    ConsoleClient *console = machine->console();
    if (const QByteArray soFar = console->received(); !soFar.isEmpty())
        made->feed(soFar);
    // The terminal is the context of these: what the page does not show goes on listening until it is dropped.
    connect(console, &ConsoleClient::restarted, made, &TerminalWidget::clear);
    connect(console, &ConsoleClient::data, made, &TerminalWidget::feed);
    connect(made, &TerminalWidget::saveRequested, this, &ConsolePage::saveLog);
    connect(made, &TerminalWidget::typed, console, [this, console](const QByteArray &bytes) {
        if (!console->write(bytes) && console->link() == ConsoleClient::Link::Connected)
            m_message->setMessage(InlineMessage::Kind::Warning,
                                  tr("The guest does not read its console: what was typed last was not sent. Try again "
                                     "later, or paste less at once."));
    });
    connect(machine, &QObject::destroyed, made, [this, id = machine->id()] {
        QMetaObject::invokeMethod(
            m_surfaces, [this, id] { m_surfaces->drop(id); }, Qt::QueuedConnection);
    });
    return made;
}

void ConsolePage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    if (m_machine) {
        disconnect(m_machine, nullptr, this, nullptr);
        disconnect(m_machine->console(), nullptr, this, nullptr);
    }
    m_machine = machine;
    if (machine) {
        if (!m_surfaces->showFor(machine->id()))
            m_surfaces->add(machine->id(), makeTerminal(machine));
        m_readOnly->setChecked(terminal()->isReadOnly());
        connect(machine, &Machine::stateChanged, this, &ConsolePage::refresh);
        connect(machine->console(), &ConsoleClient::linkChanged, this, &ConsolePage::refresh);
    }
    refresh();
}

void ConsolePage::focusContent()
{
    if (TerminalWidget *shown = terminal())
        shown->view()->setFocus();
    else
        setFocus();
}

void ConsolePage::saveLog()
{
    if (!m_machine)
        return;
    const QString proposal = m_machine->definition().name + "-console.txt"_L1;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save console log"), proposal, tr("Text files (*.txt);;All files (*)"));
    TerminalWidget *shown = terminal(); // the machine may have gone while the dialog was open
    if (path.isEmpty() || !shown)
        return;
    if (const auto saved = shown->saveText(path); !saved) {
        Failure failure;
        failure.what = tr("The console log was not saved.");
        failure.why = saved.error();
        failure.remedy = tr("Choose another place.");
        emit failed(failure);
    }
}

void ConsolePage::copyAll()
{
    if (TerminalWidget *shown = terminal())
        QGuiApplication::clipboard()->setText(shown->screenText());
}

void ConsolePage::clear()
{
    if (TerminalWidget *shown = terminal()) {
        shown->clear();
        shown->view()->setFocus();
    }
}

void ConsolePage::showMessage(ConsoleClient::Link link, bool running)
{
    if (!m_machine || link == ConsoleClient::Link::Connected) {
        m_message->hide();
    } else if (!running) {
        m_message->setMessage(InlineMessage::Kind::Info,
                              m_machine->state() == MachineState::Crashed
                                  ? tr("The machine stopped unexpectedly. The Overview says more.")
                                  : tr("The machine is not running. Its console connects when it starts."));
    } else if (m_machine->state() == MachineState::Starting) {
        m_message->setMessage(InlineMessage::Kind::Info, tr("Connecting to the console…"));
    } else {
        m_message->setMessage(
            InlineMessage::Kind::Warning,
            tr("The console is not connected. Trying again; what the guest prints meanwhile is kept by "
               "the engine."));
    }
}

void ConsolePage::refresh()
{
    m_surfaces->setVisible(m_machine);
    m_empty->setVisible(!m_machine);
    const ConsoleClient::Link link = m_machine ? m_machine->console()->link() : ConsoleClient::Link::Detached;
    const bool running =
        m_machine && m_machine->state() != MachineState::Stopped && m_machine->state() != MachineState::Crashed;
    const QString noMachine = m_machine ? QString() : tr("No machine is selected.");
    setEnabledOrWhyNot(m_save, noMachine, tr("Save screen and history as text"));
    setEnabledOrWhyNot(m_clear, noMachine, tr("Empty screen and history; the guest is not told"));
    setEnabledOrWhyNot(m_search, noMachine, tr("Search screen and history"));
    setEnabledOrWhyNot(m_copy, noMachine, tr("Copy screen and history"));
    setEnabledOrWhyNot(m_readOnly, noMachine, tr("Keep what you type from the guest"));
    showMessage(link, running);
}

} // namespace sparkler::gui
