#include "app/machine_actions.h"

#include "manager/machine_text.h"
#include "widgets/icons.h"

#include <QDesktopServices>
#include <QUrl>
#include <QWidget>

#include <algorithm>
#include <array>

namespace sparkler::gui {
namespace {

struct Row {
    MachineAction action;
    Icon icon;
    const char *shortcut;
};

constexpr std::array kRows{
    Row{MachineAction::Start, Icon::Start, "Ctrl+R"},
    Row{MachineAction::Pause, Icon::Pause, "Ctrl+P"},
    Row{MachineAction::Resume, Icon::Resume, "Ctrl+Shift+P"},
    Row{MachineAction::Stop, Icon::Stop, "Ctrl+T"},
    Row{MachineAction::Restart, Icon::Restart, "Ctrl+Shift+R"},
    Row{MachineAction::CtrlAltDel, Icon::CtrlAltDel, "Ctrl+Alt+End"},
    Row{MachineAction::ForceStop, Icon::ForceStop, "Ctrl+Shift+T"},
    Row{MachineAction::Delete, Icon::Remove, ""},
};

} // namespace

MachineActions::MachineActions(Workspace *workspace, QWidget *window) : QObject(window), m_workspace(workspace)
{
    for (const Row &row : kRows) {
        QAction *action = make(actionText(row.action), row.icon, QKeySequence(QLatin1StringView(row.shortcut)), window);
        connect(action, &QAction::triggered, this, [this, what = row.action] { trigger(what); });
        m_actions.insert(row.action, action);
    }
    m_duplicate = make(tr("Duplicate"), Icon::Duplicate, QKeySequence(Qt::CTRL | Qt::Key_D), window);
    m_export = make(tr("Export configuration…"), Icon::Export, QKeySequence(Qt::CTRL | Qt::Key_E), window);
    m_openDirectory = make(tr("Open directory"), Icon::Folder, {}, window);
    connect(m_duplicate, &QAction::triggered, this, [this] {
        for (Machine *machine : machines())
            emit duplicateRequested(machine->id());
    });
    connect(m_export, &QAction::triggered, this, [this] {
        if (const auto all = machines(); !all.isEmpty())
            emit exportRequested(all.first()->id());
    });
    connect(m_openDirectory, &QAction::triggered, this, [this] {
        for (Machine *machine : machines())
            QDesktopServices::openUrl(QUrl::fromLocalFile(machine->directory().root()));
    });
    refresh();
}

QAction *MachineActions::make(const QString &text, Icon icon, const QKeySequence &shortcut, QWidget *window)
{
    auto *action = new QAction(sparkler::gui::icon(icon), text, this);
    action->setShortcut(shortcut);
    window->addAction(action);
    return action;
}

QList<QAction *> MachineActions::menuOrder() const
{
    return {action(MachineAction::Start),
            action(MachineAction::Pause),
            action(MachineAction::Resume),
            action(MachineAction::Stop),
            action(MachineAction::Restart),
            nullptr,
            action(MachineAction::CtrlAltDel),
            action(MachineAction::ForceStop),
            nullptr,
            m_duplicate,
            m_export,
            m_openDirectory,
            nullptr,
            action(MachineAction::Delete)};
}

void MachineActions::setMachines(const QList<Machine *> &machines)
{
    for (const auto &machine : m_machines) {
        if (machine)
            machine->disconnect(this);
    }
    m_machines.clear();
    for (Machine *machine : machines) {
        m_machines.append(machine);
        connect(machine, &Machine::stateChanged, this, &MachineActions::refresh);
        connect(machine, &QObject::destroyed, this, &MachineActions::refresh);
    }
    refresh();
}

QList<Machine *> MachineActions::machines() const
{
    QList<Machine *> there;
    for (const auto &machine : m_machines) {
        if (machine)
            there.append(machine);
    }
    return there;
}

void MachineActions::refresh()
{
    const QList<Machine *> all = machines();
    for (auto [what, action] : m_actions.asKeyValueRange()) {
        QString reason = tr("No machine is selected.");
        bool possible = false;
        for (Machine *machine : all) {
            reason = machine->whyNot(what);
            possible = reason.isEmpty();
            if (possible)
                break;
        }
        action->setEnabled(possible);
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString name =
            keys.isEmpty() ? actionText(what) : tr("%1 (%2)", "action and keys").arg(actionText(what), keys);
        action->setToolTip(possible ? name : tr("%1: %2", "action and reason").arg(actionText(what), reason));
        action->setStatusTip(reason);
    }
    m_duplicate->setEnabled(!all.isEmpty());
    m_export->setEnabled(all.size() == 1);
    m_openDirectory->setEnabled(!all.isEmpty());
}

void MachineActions::trigger(MachineAction action)
{
    QStringList toDelete;
    for (Machine *machine : machines()) {
        if (!machine->whyNot(action).isEmpty())
            continue;
        switch (action) {
        case MachineAction::Start:
            machine->start();
            break;
        case MachineAction::Pause:
            machine->pause();
            break;
        case MachineAction::Resume:
            machine->resume();
            break;
        case MachineAction::CtrlAltDel:
            machine->sendCtrlAltDel();
            break;
        case MachineAction::Stop:
            machine->stop(m_stopGrace);
            break;
        case MachineAction::ForceStop:
            machine->forceStop();
            break;
        case MachineAction::Restart:
            machine->restart();
            break;
        case MachineAction::Delete:
            toDelete.append(machine->id());
            break;
        case MachineAction::Edit:
            break;
        }
    }
    if (!toDelete.isEmpty())
        emit deleteRequested(toDelete);
}

} // namespace sparkler::gui
