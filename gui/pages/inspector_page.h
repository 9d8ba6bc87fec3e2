#pragma once

#include "client/exchange.h"
#include "manager/paths.h"
#include "pages/machine_page.h"

#include <QPointer>

class QAction;
class QCheckBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace sparkler::gui {

class ElidedLabel;
class EmptyState;
class ExchangeFilterModel;
class ExchangeModel;
class Fold;
class InlineMessage;
class JsonView;
class RequestForm;
class SearchField;

/// What the manager and the engine said to each other, to read, to copy as a script or program, and to add to.
class InspectorPage : public MachinePage {
    Q_OBJECT
public:
    explicit InspectorPage(Paths paths, QWidget *parent = nullptr);

    QString title() const override { return tr("API"); }
    Icon icon() const override { return Icon::Inspector; }
    void setMachine(Machine *machine) override;
    void focusContent() override;
    bool focusSearch() override;

private:
    void buildToolBar();
    void buildTable(QWidget *parent);
    QWidget *buildDetails();
    QAction *addCopyAction(class QMenu *menu, const QString &text, void (InspectorPage::*slot)());
    void onExchange(const Exchange &exchange);
    void showSelected();
    void refresh();
    void refreshActions();
    void copied(const QString &what, const QString &text);
    void copyCurl();
    void copyScript();
    void copyConfiguration();
    void copyProgram();
    void clear();
    /// Null: none.
    const Exchange *selected() const;
    QString socketPath() const;

    QPointer<Machine> m_machine;
    ExchangeModel *m_model;
    ExchangeFilterModel *m_filter;
    SearchField *m_search = nullptr;
    QCheckBox *m_errorsOnly = nullptr;
    QToolButton *m_copyAs = nullptr;
    QToolButton *m_clear = nullptr;
    QAction *m_curl = nullptr;
    QAction *m_script = nullptr;
    QAction *m_configuration = nullptr;
    QAction *m_program = nullptr;
    QLabel *m_copiedNote = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_view = nullptr;
    EmptyState *m_empty = nullptr;
    QWidget *m_details = nullptr;
    ElidedLabel *m_summary = nullptr;
    QLabel *m_timing = nullptr;
    QToolButton *m_copyOne = nullptr;
    QToolButton *m_again = nullptr;
    InlineMessage *m_error = nullptr;
    Paths m_paths;
    JsonView *m_request = nullptr;
    JsonView *m_response = nullptr;
    Fold *m_fold = nullptr;
    RequestForm *m_form = nullptr;
};

} // namespace sparkler::gui
