#pragma once

#include "models/drive_model.h"
#include "widgets/card.h"
#include "widgets/validity.h"

class QPushButton;
class QTableView;

namespace sparkler::gui {

class InlineMessage;

/// The table of drives and what can be done with them. Does nothing itself: it asks.
class DrivesCard : public Card {
    Q_OBJECT
public:
    explicit DrivesCard(QWidget *parent = nullptr);

    DriveModel *model() const { return m_model; }
    /// Call after each change of the model.
    void refresh();
    QString selectedId() const; ///< empty: none
    void select(const QString &driveId);
    /// About the drives as a whole; what is wrong with one is told by the model.
    void setProblem(const QString &text);

signals:
    void addRequested();
    void newDiskRequested();
    void editRequested(const QString &driveId);
    void limitsRequested(const QString &driveId);
    void rootRequested(const QString &driveId);
    void removeRequested(const QString &driveId);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    QPushButton *addButton(const QString &text, void (DrivesCard::*request)(const QString &));
    void refreshButtons();
    void fitColumns();
    void fitHeight();

    DriveModel *m_model;
    QTableView *m_table;
    QWidget *m_empty;
    QWidget *m_buttons;
    ValidityLabel *m_problem;
    QString m_general;
    QList<QPushButton *> m_forOne; ///< of use with a selected drive only
    QPushButton *m_makeRoot = nullptr;
};

} // namespace sparkler::gui
