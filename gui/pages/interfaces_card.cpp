#include "pages/interfaces_card.h"

#include "pages/live_parts.h"

#include <QPushButton>
#include <QTableView>

namespace sparkler::gui {
namespace {

std::optional<IconColumnDelegate::Mark> hostMark(const QModelIndex &index)
{
    using Mark = InterfaceModel::HostMark;
    switch (static_cast<Mark>(index.data(InterfaceModel::HostMarkRole).toInt())) {
    case Mark::Good:
    case Mark::Used:
        return IconColumnDelegate::Mark{Icon::Check, ColourRole::Success};
    case Mark::Warning:
        return IconColumnDelegate::Mark{Icon::Warning, ColourRole::Warning};
    case Mark::Problem:
        return IconColumnDelegate::Mark{Icon::Error, ColourRole::Danger};
    case Mark::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace

InterfacesCard::InterfacesCard(QWidget *parent) : InterfacesCard(new InterfaceModel, parent) {}

InterfacesCard::InterfacesCard(InterfaceModel *model, QWidget *parent)
    : TableCard(tr("Network interfaces"), tr("This machine has no network."), model,
                {InterfaceModel::InterfaceIdRole, InterfaceModel::NoteColumn, InterfaceModel::ProblemRole}, parent),
      m_model(model)
{
    table()->setItemDelegateForColumn(InterfaceModel::HostColumn, new IconColumnDelegate(hostMark, table()));
    QPushButton *add = addButton(tr("&Add interface…"));
    add->setIcon(icon(Icon::Add));
    connect(add, &QPushButton::clicked, this, &InterfacesCard::addRequested);
    addButton(tr("&Edit…"), [this](const QString &id) {
        emit editRequested(id);
    })->setToolTip(tr("Change the interface (Return)"));
    addButton(tr("&Limits…"), [this](const QString &id) { emit limitsRequested(id); });
    addButton(tr("&Remove"), [this](const QString &id) {
        emit removeRequested(id);
    })->setToolTip(tr("Takes the interface out of the machine; the host's device stays (Delete)"));
    refresh();
}

QString InterfacesCard::problemLine(const QString &id, const QString &note) const
{
    return tr("Interface “%1”: %2").arg(id, note);
}

} // namespace sparkler::gui
