#include "app/main_window.h"

#include "app/about_dialog.h"
#include "app/machine_actions.h"
#include "app/machine_list_panel.h"
#include "app/readiness_strip.h"
#include "app/settings_dialog.h"
#include "app/shortcuts_dialog.h"
#include "app/task_panel.h"
#include "app/trash_dialog.h"
#include "pages/create_machine.h"
#include "pages/help_dialog.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

MainWindow::MainWindow(Workspace *workspace, Theme *theme, QWidget *parent)
    : QMainWindow(parent), m_workspace(workspace), m_theme(theme), m_settings(Settings::load()),
      m_model(new MachineModel(workspace->supervisor(), this)), m_actions(new MachineActions(workspace, this)),
      m_list(new MachineListPanel(m_model, workspace->store())), m_view(new MachineView(workspace, m_actions)),
      m_stack(new QStackedWidget), m_message(new InlineMessage), m_status(new QLabel)
{
    setWindowTitle(tr("Sparkler"));
    setWindowIcon(icon(Icon::Logo));
    m_actions->setStopGrace(m_settings.stopGrace);

    auto *left = new QWidget;
    left->setAutoFillBackground(true);
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_list, 1);
    leftLayout->addWidget(new TaskPanel(m_workspace->tasks(), m_workspace->paths()));
    m_status->setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kMedium, spacing::kSmall);
    m_status->setForegroundRole(QPalette::PlaceholderText);
    m_status->setWordWrap(true);
    leftLayout->addWidget(m_status);

    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(buildRightSide());
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setObjectName(u"splitter"_s);
    left->setMinimumWidth(250);
    setCentralWidget(splitter);
    splitter->setSizes({320, 820});

    buildMenus();
    m_list->setContextActions(m_actions->menuOrder());
    connect(m_list, &MachineListPanel::selectionChanged, this, &MainWindow::onSelection);
    connect(m_list, &MachineListPanel::createRequested, this, &MainWindow::create);
    connect(m_view, &MachineView::machineRequested, this, &MainWindow::selectMachine);
    connect(m_list, &MachineListPanel::activated, this, [this] { m_view->showPage(MachineView::Console); });
    connect(m_list, &MachineListPanel::deleteRequested, m_actions->action(MachineAction::Delete), &QAction::trigger);
    connect(m_actions, &MachineActions::deleteRequested, this, &MainWindow::remove);
    connect(m_actions, &MachineActions::duplicateRequested, this, &MainWindow::duplicate);
    connect(m_actions, &MachineActions::exportRequested, this, &MainWindow::exportConfiguration);
    restoreLayout();
    for (Machine *machine : m_workspace->supervisor()->machines())
        watch(machine);
    connect(m_workspace->supervisor(), &Supervisor::added, this, &MainWindow::watch);
    connect(m_workspace->supervisor(), &Supervisor::aboutToRemove, this, [this](Machine *machine) {
        if (m_view->machine() == machine)
            m_view->setMachine(nullptr);
        // The row goes a moment later.
        QMetaObject::invokeMethod(this, &MainWindow::refreshPlaceholder, Qt::QueuedConnection);
        QMetaObject::invokeMethod(this, &MainWindow::refreshStatus, Qt::QueuedConnection);
    });
    refreshPlaceholder();
    refreshStatus();
}

QWidget *MainWindow::buildRightSide()
{
    auto *first =
        new EmptyState(Icon::Logo, tr("No machines yet"),
                       tr("Create a microVM from your own kernel and disk, or try the demo: a stock Debian kernel with "
                          "a small root file system, ready in about a minute."));
    QPushButton *create = first->addButton(tr("Create machine…"), Icon::Add);
    connect(create, &QPushButton::clicked, this, &MainWindow::create);
    QPushButton *demo = first->addButton(tr("Try the demo machine"), Icon::Start);
    connect(demo, &QPushButton::clicked, this, &MainWindow::tryDemo);
    m_first = first;
    m_none = new EmptyState(Icon::Machine, tr("No machine selected"),
                            tr("Select a machine in the list to see it, or several to start or stop them together."));

    m_manyPage = new QWidget;
    m_many = new QLabel;
    m_many->setFont(Theme::font(TextRole::Title));
    m_many->setAlignment(Qt::AlignCenter);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (const MachineAction what : {MachineAction::Start, MachineAction::Pause, MachineAction::Resume,
                                     MachineAction::Stop, MachineAction::Delete}) {
        auto *button = new QToolButton;
        button->setDefaultAction(m_actions->action(what));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        button->setAccessibleName(m_actions->action(what)->text());
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *manyLayout = new QVBoxLayout(m_manyPage);
    manyLayout->addStretch(2);
    manyLayout->addWidget(m_many);
    manyLayout->addSpacing(spacing::kLarge);
    manyLayout->addLayout(buttons);
    manyLayout->addStretch(3);

    for (QWidget *page : {m_first, m_none, m_manyPage, static_cast<QWidget *>(m_view)})
        m_stack->addWidget(page);

    auto *strip = new ReadinessStrip(m_workspace->readiness(), m_workspace->paths());
    connect(strip, &ReadinessStrip::settingsRequested, this, &MainWindow::editSettings);
    m_message->hide();
    auto *messageRow = new QHBoxLayout;
    messageRow->setContentsMargins(spacing::kLarge, spacing::kSmall, spacing::kLarge, 0);
    messageRow->addWidget(m_message);
    m_undo = new QAction(icon(Icon::Undo), tr("Undo"), this);
    connect(m_undo, &QAction::triggered, this, [this] {
        m_list->focusList(); // the button goes
        m_message->hide();
        for (const QString &id : std::exchange(m_lastDeleted, {})) {
            if (auto done = m_workspace->store()->restore(id); !done)
                report(done.error());
            else
                selectMachine(id);
        }
    });

    auto *right = new QWidget;
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(strip);
    layout->addLayout(messageRow);
    layout->addWidget(m_stack, 1);
    return right;
}

void MainWindow::buildMenus()
{
    const auto add = [this](QMenu *menu, const QString &text, Icon image, const QKeySequence &keys, auto slot) {
        QAction *action = menu->addAction(icon(image), text);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, slot);
        m_windowActions.append(action);
        return action;
    };
    QMenu *file = menuBar()->addMenu(tr("&File"));
    add(file, tr("&Create machine…"), Icon::Add, QKeySequence::New, &MainWindow::create);
    add(file, tr("Try the &demo machine"), Icon::Start, {}, &MainWindow::tryDemo);
    add(file, tr("&Import configuration…"), Icon::Import, QKeySequence(Qt::CTRL | Qt::Key_I),
        &MainWindow::importConfiguration);
    file->addSeparator();
    add(file, tr("De&leted machines…"), Icon::Remove, {}, [this] {
        TrashDialog dialog(m_workspace->store(), this);
        connect(&dialog, &TrashDialog::failed, this, &MainWindow::report);
        dialog.exec();
    });
    file->addSeparator();
    add(file, tr("&Settings…"), Icon::Settings, QKeySequence(Qt::CTRL | Qt::Key_Comma), &MainWindow::editSettings);
    QAction *quit = add(file, tr("&Quit"), Icon::Close, QKeySequence::Quit, [this] { close(); });
    quit->setStatusTip(tr("Machines keep running."));

    QMenu *machine = menuBar()->addMenu(tr("&Machine"));
    machine->setToolTipsVisible(true);
    for (QAction *action : m_actions->menuOrder()) {
        if (action)
            machine->addAction(action);
        else
            machine->addSeparator();
    }
    m_windowActions.append(m_actions->menuOrder());

    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int page = 0; page < m_view->pageCount(); ++page) {
        add(view, m_view->pageTitle(page), m_view->pageIcon(page), MachineView::shortcut(page), [this, page] {
            if (m_view->machine())
                m_view->showPage(static_cast<MachineView::Page>(page));
        });
    }
    view->addSeparator();
    add(view, tr("&Search machines"), Icon::Search, QKeySequence::Find, [this] { focusSearch(); });
    add(view, tr("Go to the &list"), Icon::Machine, QKeySequence(Qt::CTRL | Qt::Key_L),
        [this] { m_list->focusList(); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    add(help, tr("&Keyboard shortcuts"), Icon::Key, QKeySequence(Qt::CTRL | Qt::Key_Question),
        [this] { ShortcutsDialog(m_windowActions, this).exec(); });
    add(help, tr("&About Sparkler"), Icon::Info, {}, [this] { showAbout(m_workspace->readiness(), this); });
}

/// One shortcut for the search in the list and those of the pages: with one each, none of them would be certain.
void MainWindow::focusSearch()
{
    const bool inPage = m_view->machine() && m_view->isAncestorOf(focusWidget());
    if (!inPage || !m_view->pageWidget(m_view->page())->focusSearch())
        m_list->focusSearch();
}

void MainWindow::watch(Machine *machine)
{
    connect(machine, &Machine::failed, this, [this, machine](const Failure &failure) {
        m_view->showFailure(machine, failure);
        if (m_view->machine() != machine)
            report(failure);
    });
    connect(machine, &Machine::stateChanged, this, &MainWindow::refreshStatus);
    if (machine->id() == m_lastSelected) {
        // Its row comes a moment later.
        QMetaObject::invokeMethod(
            this,
            [this] {
                if (m_list->selected().isEmpty())
                    selectMachine(m_lastSelected);
                m_lastSelected.clear();
            },
            Qt::QueuedConnection);
    }
    refreshPlaceholder();
    refreshStatus();
}

void MainWindow::selectMachine(const QString &id)
{
    m_list->select(id);
}

void MainWindow::onSelection()
{
    const QList<Machine *> machines = m_list->selected();
    m_actions->setMachines(machines);
    m_view->setMachine(machines.size() == 1 ? machines.first() : nullptr);
    if (machines.size() > 1)
        m_many->setText(tr("%n machine(s) selected", nullptr, static_cast<int>(machines.size())));
    refreshPlaceholder();
}

void MainWindow::refreshPlaceholder()
{
    const qsizetype selected = m_list->selected().size();
    QWidget *page = m_none;
    if (selected == 1)
        page = m_view;
    else if (selected > 1)
        page = m_manyPage;
    else if (m_workspace->supervisor()->machines().isEmpty())
        page = m_first;
    m_stack->setCurrentWidget(page);
}

void MainWindow::refreshStatus()
{
    int alive = 0;
    for (const Machine *machine : m_workspace->supervisor()->machines())
        alive += machine->state() == MachineState::Running || machine->state() == MachineState::Paused;
    m_status->setText(alive == 0 ? QString()
                                 : tr("%n machine(s) running. They go on when this window is closed.", nullptr, alive));
    m_status->setVisible(alive > 0);
}

void MainWindow::create()
{
    auto *wizard = new CreateMachineWizard(m_workspace, this);
    wizard->setAttribute(Qt::WA_DeleteOnClose);
    connect(wizard, &CreateMachineWizard::created, this, &MainWindow::selectMachine);
    connect(wizard, &CreateMachineWizard::failed, this, &MainWindow::report);
    wizard->open();
}

void MainWindow::tryDemo()
{
    Task *task = m_workspace->createDemoMachine(tr("Demo"));
    connect(task, &Task::finished, this, [this, task] {
        if (task->failure())
            report(*task->failure());
        Machine *machine =
            task->state() == Task::State::Done ? m_workspace->supervisor()->find(task->result()) : nullptr;
        if (!machine)
            return;
        selectMachine(machine->id());
        m_view->showPage(MachineView::Console);
        machine->start();
    });
}

void MainWindow::importConfiguration()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Import a Firecracker configuration file"), {},
                                                      tr("Configuration files (*.json);;All files (*)"));
    if (file.isEmpty())
        return;
    auto imported = MachineStore::importConfigurationFile(file);
    if (!imported)
        return report(imported.error());
    auto id = m_workspace->store()->create(imported->definition);
    if (!id)
        return report(id.error());
    selectMachine(*id);
    if (!imported->notes.isEmpty()) {
        m_message->clearActions();
        m_message->setMessage(InlineMessage::Kind::Info, tr("The configuration was imported, with remarks."),
                              imported->notes.join(u'\n'));
    }
}

void MainWindow::exportConfiguration(const QString &id)
{
    const MachineDefinition *definition = m_workspace->store()->find(id);
    if (!definition)
        return;
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Export as a Firecracker configuration file"),
                                     definition->name + u".json"_s, tr("Configuration files (*.json)"));
    if (file.isEmpty())
        return;
    if (auto done = MachineStore::exportConfigurationFile(*definition, file); !done)
        report(done.error());
}

void MainWindow::duplicate(const QString &id)
{
    auto copy = m_workspace->store()->duplicate(id);
    if (!copy)
        return report(copy.error());
    selectMachine(*copy);
}

void MainWindow::remove(const QStringList &ids)
{
    QString name;
    m_lastDeleted.clear();
    for (const QString &id : ids) {
        if (const MachineDefinition *definition = m_workspace->store()->find(id))
            name = definition->name;
        if (auto done = m_workspace->store()->moveToTrash(id); !done)
            report(done.error());
        else
            m_lastDeleted.append(id);
    }
    if (m_lastDeleted.isEmpty())
        return;
    m_list->focusList(); // what had the focus may have gone with the machine
    m_message->clearActions();
    m_message->addAction(m_undo);
    m_message->setMessage(InlineMessage::Kind::Info,
                          m_lastDeleted.size() == 1
                              ? tr("“%1” was deleted.").arg(name)
                              : tr("%n machine(s) were deleted.", nullptr, static_cast<int>(m_lastDeleted.size())));
}

void MainWindow::report(const Failure &failure)
{
    m_message->clearActions();
    showFailure(m_message, failure, m_workspace->paths());
}

void MainWindow::editSettings()
{
    SettingsDialog dialog(m_settings, m_workspace, this);
    if (dialog.exec() != QDialog::Accepted || dialog.settings() == m_settings)
        return;
    m_settings = dialog.settings();
    m_settings.save();
    m_actions->setStopGrace(m_settings.stopGrace);
    if (m_theme)
        m_theme->apply(m_settings.theme);
}

void MainWindow::restoreLayout()
{
    const QSettings stored(settingsFile(), QSettings::IniFormat);
    resize(1140, 760);
    restoreGeometry(stored.value(u"window/geometry"_s).toByteArray());
    m_lastSelected = stored.value(u"window/machine"_s).toString();
    const int page = stored.value(u"window/page"_s, 0).toInt();
    if (page > 0 && page < m_view->pageCount())
        m_view->setStartPage(static_cast<MachineView::Page>(page));
    findChild<QSplitter *>(u"splitter"_s)->restoreState(stored.value(u"window/splitter"_s).toByteArray());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_view->hasUnsavedChanges()) {
        QMessageBox question(QMessageBox::Question, tr("Unsaved changes"),
                             tr("Changes to the hardware of a machine are not applied. Close and lose them?"),
                             QMessageBox::Discard | QMessageBox::Cancel, this);
        question.setDefaultButton(QMessageBox::Cancel);
        if (question.exec() != QMessageBox::Discard) {
            event->ignore();
            return;
        }
    }
    QSettings stored(settingsFile(), QSettings::IniFormat);
    stored.setValue(u"window/geometry"_s, saveGeometry());
    stored.setValue(u"window/machine"_s, m_view->machine() ? m_view->machine()->id() : QString());
    stored.setValue(u"window/page"_s, static_cast<int>(m_view->page()));
    stored.setValue(u"window/splitter"_s, findChild<QSplitter *>(u"splitter"_s)->saveState());
    finishStartsBeforeQuitting();
    event->accept();
}

void MainWindow::finishStartsBeforeQuitting()
{
    // A machine that is being configured needs us a little longer; those that run do not.
    const auto starting = [this] {
        return std::ranges::any_of(m_workspace->supervisor()->machines(),
                                   [](const Machine *machine) { return machine->state() == MachineState::Starting; });
    };
    if (!QGuiApplication::quitOnLastWindowClosed() || !starting())
        return;
    QGuiApplication::setQuitOnLastWindowClosed(false);
    for (const Machine *machine : m_workspace->supervisor()->machines()) {
        connect(machine, &Machine::stateChanged, this, [starting] {
            if (!starting())
                QCoreApplication::quit();
        });
    }
}

} // namespace sparkler::gui
