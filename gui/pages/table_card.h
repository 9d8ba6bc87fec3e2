#pragma once

#include "widgets/card.h"
#include "widgets/validity.h"

#include <functional>

class QAbstractItemModel;
class QPushButton;
class QTableView;

namespace sparkler::gui {

/// A card with a table of a machine's devices, one row each, and buttons for what can be done with the selected one.
/// Return edits, Delete removes. Does nothing itself: it asks.
class TableCard : public Card {
    Q_OBJECT
public:
    /// Where the model tells what the card needs to know.
    struct Layout {
        int idRole;      ///< text, of any column
        int noteColumn;  ///< hidden while no row has a note
        int problemRole; ///< bool: the note tells what is wrong
    };
    /// `empty`: shown in place of a table without rows.
    TableCard(const QString &title, const QString &empty, QAbstractItemModel *model, const Layout &layout,
              QWidget *parent = nullptr);

    QString selectedId() const; ///< empty: none
    void select(const QString &id);
    /// About the rows as a whole; what is wrong with one is told by the model.
    void setProblem(const QString &text);
    /// Call after each change of the model.
    void refresh();

signals:
    void editRequested(const QString &id);
    void removeRequested(const QString &id);
    void selectionChanged();

protected:
    using Request = std::function<void(const QString &id)>;
    QPushButton *addButton(const QString &text);
    /// Of use with a selected row only.
    QPushButton *addButton(const QString &text, const Request &request);
    QTableView *table() const { return m_table; }
    virtual QString problemLine(const QString &id, const QString &note) const = 0;
    /// The selection, or what is selected, has changed.
    virtual void refreshButtons();
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void fitColumns();
    void fitHeight();

    QAbstractItemModel *m_model;
    Layout m_layout;
    QTableView *m_table;
    QWidget *m_empty;
    QWidget *m_buttons;
    ValidityLabel *m_problem;
    QString m_general;
    QList<QPushButton *> m_forOne;
};

} // namespace sparkler::gui
