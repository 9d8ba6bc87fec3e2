#pragma once

#include "models/machine_filter_model.h"
#include "models/machine_model.h"

#include <QWidget>

class QMenu;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sparkler::gui {

class SearchField;

/// The machines at the left: search, filter, list. The selection is held by machine, not by row.
class MachineListPanel : public QWidget {
    Q_OBJECT
public:
    MachineListPanel(MachineModel *model, MachineStore *store, QWidget *parent = nullptr);

    QList<Machine *> selected() const;
    /// Opens its group and scrolls to it; clears filters that hide it.
    void select(const QString &id);
    /// Shown by the context menu key and the right button.
    void setContextActions(const QList<QAction *> &actions);
    void focusSearch();
    void focusList();

signals:
    void selectionChanged();
    void createRequested();
    /// Return, or a double click.
    void activated(sparkler::gui::Machine *machine);
    /// The Delete key in the list.
    void deleteRequested();

private:
    void fillFilterMenu();
    void showContextMenu(const QPoint &position);
    void filtersChanged();
    void makeCurrent(const QModelIndex &index);

    MachineModel *m_model;
    MachineStore *m_store;
    MachineFilterModel *m_filter;
    SearchField *m_search;
    QToolButton *m_filterButton;
    QMenu *m_filterMenu;
    QTreeView *m_view;
    QStackedWidget *m_stack;
    QList<QAction *> m_contextActions;
};

} // namespace sparkler::gui
