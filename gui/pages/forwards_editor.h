#pragma once

#include "client/types.h"
#include "widgets/validity.h"

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace sparkler::gui {

/// A forward of some machine's.
struct ForeignForward {
    QString machine; ///< its name
    PortForward forward;
};

/// The ports of the host that lead to the guest, one row each.
class ForwardsEditor : public QWidget {
    Q_OBJECT
public:
    /// `foreign`: of other machines, which may run at the same time.
    explicit ForwardsEditor(QList<ForeignForward> foreign, QWidget *parent = nullptr);

    void setForwards(const QList<PortForward> &forwards);
    QList<PortForward> forwards() const;
    const Validity &validity() const { return m_note->validity(); }

signals:
    void changed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addRow(const PortForward &forward);
    void removeRow();
    PortForward forwardAt(int row) const;
    void check();
    void fitHeight();

    QList<ForeignForward> m_foreign;
    QTableWidget *m_table;
    QPushButton *m_remove;
    ValidityLabel *m_note;
};

} // namespace sparkler::gui
