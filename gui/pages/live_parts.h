#pragma once

#include "manager/machine.h"
#include "widgets/icons.h"

#include <QStyledItemDelegate>

class QAbstractButton;
class QToolButton;

namespace sparkler::gui {

Icon stateIcon(MachineState state);
ColourRole stateRole(MachineState state);
/// "3 min 20 s", "2 h 5 min", "4 d 3 h".
QString uptimeText(std::chrono::seconds uptime);
/// "Local KVM", "Emulated".
QString runnerText(bool emulated);
/// Why there is nothing live to see: empty while an engine runs and answers.
QString whyNothingLive(MachineState state);

/// Enables or disables and tells in the tool tip why not. `tip` when it works.
void setEnabledOrWhyNot(QWidget *widget, const QString &whyNot, const QString &tip = {});
/// A flat button with icon and accessible name `text`; `text` is its tool tip as well.
QToolButton *makeIconButton(Icon icon, const QString &text, QWidget *parent);
/// A flat button with icon and visible text.
QToolButton *makeTextButton(Icon icon, const QString &text, QWidget *parent);
/// Opens a file or folder with the desktop's program for it; false: there is none.
bool openOnDesktop(const QString &path);

/// Draws an icon before the text of one column, chosen by a function of the index.
class IconColumnDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    struct Mark {
        Icon icon;
        ColourRole role;
    };
    using Chooser = std::function<std::optional<Mark>(const QModelIndex &)>;
    IconColumnDelegate(Chooser chooser, QObject *parent);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    Chooser m_chooser;
};

} // namespace sparkler::gui
