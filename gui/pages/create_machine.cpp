#include "pages/create_machine.h"

#include "pages/create_pages.h"
#include "widgets/style.h"

#include <QAbstractButton>

namespace sparkler::gui {

CreateMachineWizard::CreateMachineWizard(Workspace *workspace, QWidget *parent)
    : QWizard(parent), m_workspace(workspace), m_order(std::make_unique<MachineOrder>())
{
    setWindowTitle(tr("Create machine"));
    setWizardStyle(QWizard::ClassicStyle);
    setOption(QWizard::NoBackButtonOnStartPage);
    setOption(QWizard::IndependentPages); // going back keeps what was entered
    addPage(new CreateSourcePage(m_workspace, m_order.get()));
    addPage(new CreateResourcesPage(m_workspace, m_order.get()));
    addPage(new CreateReviewPage(m_workspace, m_order.get()));
    setButtonText(QWizard::FinishButton, tr("&Create"));
    setButtonKind(button(QWizard::NextButton), ButtonKind::Primary);
    setButtonKind(button(QWizard::FinishButton), ButtonKind::Primary);
    resize(760, 700);
}

CreateMachineWizard::~CreateMachineWizard() = default;

void CreateMachineWizard::accept()
{
    const Outcome<QString> id = placeOrder(m_workspace, *m_order);
    if (id)
        emit created(*id);
    else
        emit failed(id.error());
    QWizard::accept();
}

} // namespace sparkler::gui
