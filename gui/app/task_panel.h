#pragma once

#include "manager/paths.h"
#include "manager/task.h"

#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace sparkler::gui {

/// Long work with its progress, newest first, each with a cancel button; finished ones can be put away, failed ones
/// have their report to copy and what docs/troubleshooting.md has about them. Hidden while there is nothing to show.
class TaskPanel : public QWidget {
    Q_OBJECT
public:
    explicit TaskPanel(TaskList *tasks, Paths paths, QWidget *parent = nullptr);

private:
    void add(Task *task);
    void remove(Task *task);
    void refresh();

    TaskList *m_tasks;
    Paths m_paths;
    QWidget *m_rows;
    QVBoxLayout *m_layout;
    QScrollArea *m_scroll;
    QHash<Task *, QWidget *> m_byTask;
};

} // namespace sparkler::gui
