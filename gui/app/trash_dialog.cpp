#include "app/trash_dialog.h"

#include "widgets/icons.h"
#include "widgets/style.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace sparkler::gui {

TrashDialog::TrashDialog(MachineStore *store, QWidget *parent)
    : QDialog(parent), m_store(store), m_table(new QTableWidget(0, 3)),
      m_restore(new QPushButton(icon(Icon::Undo), tr("Restore"))),
      m_remove(new QPushButton(icon(Icon::Remove), tr("Delete permanently…")))
{
    setWindowTitle(tr("Deleted machines"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Deleted"), tr("Size on disk")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->setAccessibleName(tr("Deleted machines"));
    m_table->setShowGrid(false);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &TrashDialog::refreshButtons);

    connect(m_restore, &QPushButton::clicked, this, [this] {
        for (const QString &id : selectedIds()) {
            if (auto done = m_store->restore(id); !done)
                emit failed(done.error());
        }
        fill();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const QStringList ids = selectedIds();
        QMessageBox question(QMessageBox::Warning, tr("Delete permanently"),
                             tr("%n machine(s) and their disks will be deleted for good. This cannot be undone.",
                                nullptr, static_cast<int>(ids.size())),
                             QMessageBox::Cancel, this);
        QPushButton *yes = question.addButton(tr("Delete permanently"), QMessageBox::DestructiveRole);
        setButtonKind(yes, ButtonKind::Danger);
        question.setDefaultButton(QMessageBox::Cancel);
        question.exec();
        if (question.clickedButton() != yes)
            return;
        for (const QString &id : ids) {
            if (auto done = m_store->emptyTrash(id); !done)
                emit failed(done.error());
        }
        fill();
    });

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_restore, QDialogButtonBox::ActionRole);
    buttons->addButton(m_remove, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *hint = new QLabel(tr("Deleted machines keep their disks until they are deleted permanently."));
    hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(m_table, 1);
    layout->addWidget(buttons);
    resize(620, 380);
    fill();
}

void TrashDialog::fill()
{
    const QList<MachineStore::TrashEntry> entries = m_store->trash();
    m_table->setRowCount(static_cast<int>(entries.size()));
    const QLocale locale;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const MachineStore::TrashEntry &entry = entries.at(row);
        auto *name = new QTableWidgetItem(icon(Icon::Machine), entry.name);
        name->setData(Qt::UserRole, entry.id);
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1,
                         new QTableWidgetItem(locale.toString(entry.deletedAt.toLocalTime(), QLocale::ShortFormat)));
        m_table->setItem(row, 2, new QTableWidgetItem(locale.formattedDataSize(entry.bytes)));
    }
    m_table->resizeColumnToContents(1);
    m_table->resizeColumnToContents(2);
    if (m_table->rowCount() > 0)
        m_table->selectRow(0);
    refreshButtons();
}

QStringList TrashDialog::selectedIds() const
{
    QStringList ids;
    for (const QTableWidgetItem *item : m_table->selectedItems()) {
        if (item->column() == 0)
            ids.append(item->data(Qt::UserRole).toString());
    }
    return ids;
}

void TrashDialog::refreshButtons()
{
    const bool any = !selectedIds().isEmpty();
    m_restore->setEnabled(any);
    m_remove->setEnabled(any);
}

} // namespace sparkler::gui
