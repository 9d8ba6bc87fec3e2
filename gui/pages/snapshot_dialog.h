#pragma once

#include "widgets/style.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace sparkler::gui {

/// What the dialogs about snapshots have in common: a scrolling column, and at the bottom the button that does it
/// beside the one that does not.
class SnapshotDialog : public QDialog {
    Q_OBJECT
protected:
    SnapshotDialog(const QString &title, const QString &acceptText, ButtonKind kind, QWidget *parent);

    QVBoxLayout *column() const { return m_column; }
    /// A sentence on top; empty: none.
    void setIntroduction(const QString &text);
    /// Empty: it can be accepted, once a risk that there is has been accepted, too.
    void setWhyNot(const QString &text);
    /// The question whether to go on in spite of a risk, to be put where the risk is shown; hidden without one.
    QWidget *consent() const;
    void setRisk(bool risk);
    bool riskAccepted() const;
    QPushButton *acceptButton() const { return m_accept; }

private:
    void refreshAccept();

    QVBoxLayout *m_column;
    QLabel *m_introduction;
    QPushButton *m_accept;
    QCheckBox *m_consent; ///< hidden without a risk
    QString m_whyNot;
};

/// A card with a title in the column of a dialog; add to its body().
class Card;
Card *addCard(QVBoxLayout *column, const QString &title, const QString &description = {});

} // namespace sparkler::gui
