#pragma once

#include "manager/task.h"

#include <QTimer>

namespace sparkler::gui {

/// One line on standard error that tells what is being done, with a bar where it is known how far. Only on a terminal;
/// elsewhere nothing is written.
class Progress : public QObject {
    Q_OBJECT
public:
    /// `wanted` false: nothing is shown.
    explicit Progress(bool wanted);
    ~Progress() override;

    /// What goes on without a task of its own ("Starting the engine"). Empty: nothing.
    void setText(const QString &text);
    /// Shows the newest task of the list that is running, in place of the text.
    void follow(const TaskList *tasks);
    /// Takes the line away, so that something else can be printed.
    void clear();

    /// "[#####.....]  50 %  text", no wider than `columns`.
    static QString bar(const QString &text, std::optional<double> progress, int columns);

private:
    void draw();

    bool m_shown;
    bool m_drawn = false;
    QString m_text;
    QPointer<const TaskList> m_tasks;
    QTimer m_timer;
};

} // namespace sparkler::gui
