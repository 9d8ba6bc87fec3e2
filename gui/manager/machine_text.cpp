#include "manager/machine_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sparkler::gui {
namespace {

struct MachineText {
    Q_DECLARE_TR_FUNCTIONS(MachineText)
};

} // namespace

QString stateText(MachineState state)
{
    switch (state) {
    case MachineState::Stopped:
        return MachineText::tr("Stopped");
    case MachineState::Starting:
        return MachineText::tr("Starting");
    case MachineState::Running:
        return MachineText::tr("Running");
    case MachineState::Paused:
        return MachineText::tr("Paused");
    case MachineState::Stopping:
        return MachineText::tr("Stopping");
    case MachineState::Crashed:
        return MachineText::tr("Stopped unexpectedly");
    case MachineState::Unresponsive:
        return MachineText::tr("Not responding");
    }
    return {};
}

QString sizeText(const MachineConfig &config)
{
    const QLocale locale;
    const QString memory =
        locale.formattedDataSize(static_cast<qint64>(config.memSizeMib) << 20,
                                 config.memSizeMib % 1024 == 0 ? 0 : (config.memSizeMib > 1024 ? 1 : 0));
    return MachineText::tr("%1 · %2", "vCPUs and memory")
        .arg(MachineText::tr("%n vCPU(s)", nullptr, config.vcpuCount), memory);
}

QString actionText(MachineAction action)
{
    switch (action) {
    case MachineAction::Start:
        return MachineText::tr("Start");
    case MachineAction::Pause:
        return MachineText::tr("Pause");
    case MachineAction::Resume:
        return MachineText::tr("Resume");
    case MachineAction::CtrlAltDel:
        return MachineText::tr("Send Ctrl+Alt+Del");
    case MachineAction::Stop:
        return MachineText::tr("Stop");
    case MachineAction::ForceStop:
        return MachineText::tr("Force stop");
    case MachineAction::Restart:
        return MachineText::tr("Restart");
    case MachineAction::Edit:
        return MachineText::tr("Edit");
    case MachineAction::Delete:
        return MachineText::tr("Delete");
    }
    return {};
}

} // namespace sparkler::gui
