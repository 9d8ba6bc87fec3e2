#include "pages/live_parts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QToolButton>
#include <QUrl>

namespace sparkler::gui {
namespace {

struct LiveParts {
    Q_DECLARE_TR_FUNCTIONS(LiveParts)
};

} // namespace

Icon stateIcon(MachineState state)
{
    switch (state) {
    case MachineState::Stopped:
        return Icon::StateStopped;
    case MachineState::Starting:
        return Icon::StateStarting;
    case MachineState::Running:
        return Icon::StateRunning;
    case MachineState::Paused:
        return Icon::StatePaused;
    case MachineState::Stopping:
        return Icon::StateStopping;
    case MachineState::Crashed:
        return Icon::StateCrashed;
    case MachineState::Unresponsive:
        return Icon::StateUnresponsive;
    }
    return Icon::StateUnknown;
}

ColourRole stateRole(MachineState state)
{
    switch (state) {
    case MachineState::Running:
        return ColourRole::Success;
    case MachineState::Starting:
    case MachineState::Stopping:
        return ColourRole::Info;
    case MachineState::Paused:
    case MachineState::Unresponsive:
        return ColourRole::Warning;
    case MachineState::Crashed:
        return ColourRole::Danger;
    case MachineState::Stopped:
        break;
    }
    return ColourRole::MutedText;
}

QString uptimeText(std::chrono::seconds uptime)
{
    const auto total = std::max<std::chrono::seconds::rep>(0, uptime.count());
    const auto days = total / 86400, hours = total / 3600 % 24, minutes = total / 60 % 60, seconds = total % 60;
    if (days > 0)
        return LiveParts::tr("%1 d %2 h").arg(days).arg(hours);
    if (hours > 0)
        return LiveParts::tr("%1 h %2 min").arg(hours).arg(minutes);
    if (minutes > 0)
        return LiveParts::tr("%1 min %2 s").arg(minutes).arg(seconds);
    return LiveParts::tr("%1 s").arg(seconds);
}

QString runnerText(bool emulated)
{
    return emulated ? LiveParts::tr("Emulated") : LiveParts::tr("Local KVM");
}

QString whyNothingLive(MachineState state)
{
    switch (state) {
    case MachineState::Stopped:
        return LiveParts::tr("The machine is stopped.");
    case MachineState::Crashed:
        return LiveParts::tr("The machine stopped unexpectedly.");
    case MachineState::Starting:
        return LiveParts::tr("The machine is being started.");
    case MachineState::Unresponsive:
        return LiveParts::tr("The engine does not answer.");
    case MachineState::Running:
    case MachineState::Paused:
    case MachineState::Stopping:
        break;
    }
    return {};
}

void setEnabledOrWhyNot(QWidget *widget, const QString &whyNot, const QString &tip)
{
    widget->setEnabled(whyNot.isEmpty());
    widget->setToolTip(whyNot.isEmpty() ? tip : whyNot);
    widget->setAccessibleDescription(whyNot);
}

QToolButton *makeIconButton(Icon kind, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(kind));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

QToolButton *makeTextButton(Icon kind, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(kind));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

bool openOnDesktop(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

IconColumnDelegate::IconColumnDelegate(Chooser chooser, QObject *parent)
    : QStyledItemDelegate(parent), m_chooser(std::move(chooser))
{
}

void IconColumnDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (const auto mark = m_chooser(index)) {
        option->icon = icon(mark->icon, mark->role);
        option->decorationSize = QSize(16, 16);
        option->features |= QStyleOptionViewItem::HasDecoration;
    }
}

} // namespace sparkler::gui
