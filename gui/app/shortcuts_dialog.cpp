#include "app/shortcuts_dialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sparkler::gui {

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        if (action && !action->shortcut().isEmpty())
            rows.append(
                {action->text().remove(u'&').remove(u'…'), action->shortcut().toString(QKeySequence::NativeText)});
    }
    rows.append({tr("Console: copy, paste"), tr("Ctrl+Shift+C, Ctrl+Shift+V")});
    rows.append({tr("Console: search"), tr("Ctrl+Shift+F")});
    rows.append({tr("Console: leave with the keyboard"), tr("Ctrl+Shift+Tab")});
    rows.append({tr("Console: text size"), tr("Ctrl++, Ctrl+-, Ctrl+0")});
    rows.append({tr("Snapshots: take one, rename, delete"), tr("Ctrl+Shift+S, F2, Delete")});
    rows.append({tr("Snapshots: search"), tr("Ctrl+F")});
    rows.append({tr("Metrics: export as CSV, copy as CSV"), tr("Ctrl+Shift+E, Ctrl+Shift+C")});
    rows.append({tr("Metrics: search the counters"), tr("Ctrl+F")});
    rows.append({tr("Plot: move the crosshair, pause"), tr("Left, Right, Space")});

    auto *table = new QTableWidget(static_cast<int>(rows.size()), 2);
    table->setHorizontalHeaderLabels({tr("Action"), tr("Keys")});
    table->setAccessibleName(tr("Keyboard shortcuts"));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setShowGrid(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(rows.at(row).first));
        table->setItem(row, 1, new QTableWidgetItem(rows.at(row).second));
    }
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->resizeColumnToContents(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(table);
    layout->addWidget(buttons);
    resize(520, 560);
}

} // namespace sparkler::gui
