#include "pages/drives_card.h"

#include "widgets/icons.h"

#include <QPushButton>

namespace sparkler::gui {

DrivesCard::DrivesCard(QWidget *parent) : DrivesCard(new DriveModel, parent) {}

DrivesCard::DrivesCard(DriveModel *model, QWidget *parent)
    : TableCard(tr("Drives"), tr("This machine has no drives. It runs from its initial RAM disk alone."), model,
                {DriveModel::DriveIdRole, DriveModel::NoteColumn, DriveModel::ProblemRole}, parent),
      m_model(model)
{
    QPushButton *add = addButton(tr("&Add drive…"));
    add->setIcon(icon(Icon::Add));
    connect(add, &QPushButton::clicked, this, &DrivesCard::addRequested);
    QPushButton *create = addButton(tr("&New disk…"));
    create->setIcon(icon(Icon::Drive));
    connect(create, &QPushButton::clicked, this, &DrivesCard::newDiskRequested);
    addButton(tr("&Edit…"), [this](const QString &id) {
        emit editRequested(id);
    })->setToolTip(tr("Change the drive (Return)"));
    addButton(tr("&Limits…"), [this](const QString &id) { emit limitsRequested(id); });
    m_makeRoot = addButton(tr("&Set as root"), [this](const QString &id) { emit rootRequested(id); });
    addButton(tr("&Remove"), [this](const QString &id) {
        emit removeRequested(id);
    })->setToolTip(tr("Takes the drive out of the machine; its file stays (Delete)"));
    refresh();
}

QString DrivesCard::problemLine(const QString &id, const QString &note) const
{
    return tr("Drive “%1”: %2").arg(id, note);
}

void DrivesCard::refreshButtons()
{
    TableCard::refreshButtons();
    const int row = m_model->rowOf(selectedId());
    m_makeRoot->setEnabled(row >= 0 && !m_model->drives()[row].isRootDevice);
}

} // namespace sparkler::gui
