#pragma once

#include "pages/machine_page.h"

#include <QPointer>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace sparkler::gui {

class EmptyState;
class LogFilterModel;
class LogModel;
class SearchField;

/// The log of the machine's engine: its last run, or the present one as it is written.
class LogsPage : public MachinePage {
    Q_OBJECT
public:
    explicit LogsPage(QWidget *parent = nullptr);

    QString title() const override { return tr("Logs"); }
    Icon icon() const override { return Icon::Logs; }
    void setMachine(Machine *machine) override;
    void focusContent() override;
    bool focusSearch() override;

private:
    void buildToolBar();
    void buildTable();
    void buildActions();
    void setFollowing(bool on);
    void jumpToEnd();
    void copySelection() const;
    void openFile();
    void onRowsInserted();
    void showCurrentLine();
    void refresh();
    void refreshCount();

    QPointer<Machine> m_machine;
    LogModel *m_model;
    LogFilterModel *m_filter;
    SearchField *m_search = nullptr;
    QComboBox *m_severity = nullptr;
    QToolButton *m_follow = nullptr;
    QToolButton *m_end = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_open = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTreeView *m_view = nullptr;
    QPlainTextEdit *m_line = nullptr;
    EmptyState *m_empty = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace sparkler::gui
