#pragma once

#include "models/drive_model.h"
#include "pages/table_card.h"

namespace sparkler::gui {

/// The table of drives and what can be done with them.
class DrivesCard : public TableCard {
    Q_OBJECT
public:
    explicit DrivesCard(QWidget *parent = nullptr);

    DriveModel *model() const { return m_model; }

signals:
    void addRequested();
    void newDiskRequested();
    void limitsRequested(const QString &driveId);
    void rootRequested(const QString &driveId);

protected:
    QString problemLine(const QString &id, const QString &note) const override;
    void refreshButtons() override;

private:
    explicit DrivesCard(DriveModel *model, QWidget *parent);

    DriveModel *m_model;
    QPushButton *m_makeRoot = nullptr;
};

} // namespace sparkler::gui
