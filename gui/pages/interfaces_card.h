#pragma once

#include "models/interface_model.h"
#include "pages/table_card.h"

namespace sparkler::gui {

/// The table of network interfaces and what can be done with them.
class InterfacesCard : public TableCard {
    Q_OBJECT
public:
    explicit InterfacesCard(QWidget *parent = nullptr);

    InterfaceModel *model() const { return m_model; }

signals:
    void addRequested();
    void limitsRequested(const QString &ifaceId);

protected:
    QString problemLine(const QString &id, const QString &note) const override;

private:
    explicit InterfacesCard(InterfaceModel *model, QWidget *parent);

    InterfaceModel *m_model;
};

} // namespace sparkler::gui
