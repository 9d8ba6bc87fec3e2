#pragma once

#include "widgets/card.h"

class QGridLayout;

namespace sparkler::gui {

/// A card of labelled fields: labels in one column, fields in the next, a muted hint under a field.
class FormSection : public Card {
    Q_OBJECT
public:
    explicit FormSection(const QString &title = {}, QWidget *parent = nullptr);

    /// `label` may carry a mnemonic and becomes the buddy of `field`, whose accessible name is set when it has none.
    /// Numbers and choices turn with the wheel only while they have the focus. Returns the label. Takes ownership of
    /// `field`.
    QLabel *addRow(const QString &label, QWidget *field, const QString &hint = {});
    /// Over both columns.
    void addWide(QWidget *widget);
    /// Hides or shows the whole row of `field`.
    void setRowVisible(QWidget *field, bool visible);

private:
    struct Row {
        QWidget *field = nullptr;
        QLabel *label = nullptr;
        QLabel *hint = nullptr;
    };
    QGridLayout *m_grid;
    QList<Row> m_rows;
};

/// For numbers and choices elsewhere: turning the wheel over one that has not the focus scrolls the page instead.
void guardWheel(QWidget *field);

/// A muted caption label that wraps, as used for hints.
QLabel *makeHintLabel(const QString &text, QWidget *parent = nullptr);

} // namespace sparkler::gui
