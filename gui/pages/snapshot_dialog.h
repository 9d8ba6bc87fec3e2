#pragma once

#include "widgets/style.h"

#include <QDialog>

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
    /// Empty: it can be accepted.
    void setWhyNot(const QString &text);
    QPushButton *acceptButton() const { return m_accept; }

private:
    QVBoxLayout *m_column;
    QLabel *m_introduction;
    QPushButton *m_accept;
};

/// A card with a title in the column of a dialog; add to its body().
class Card;
Card *addCard(QVBoxLayout *column, const QString &title, const QString &description = {});

} // namespace sparkler::gui
