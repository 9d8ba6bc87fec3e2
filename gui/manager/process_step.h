#pragma once

#include "manager/task.h"

#include <QProcessEnvironment>
#include <QStringList>

#include <functional>

namespace sparkler::gui {

/// A program that runs as a part of a task.
struct ProcessStep {
    QString program; ///< a full path
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    bool stepsFromOutput = false; ///< its lines on standard error are shown as the task's step
    QList<int> goodExitCodes{0};
    Failure failure; ///< `what`, `state` and `remedy` of when it fails; the rest is filled in
};

/// Starts it in a process group of its own. Afterwards: `next` when it has worked, else the task ends as failed with
/// the last lines of its output. When the task is cancelled, the whole group is told to end, after a few seconds for
/// good, and the task ends as cancelled. When the task is deleted the group is killed.
void runProcess(Task *task, const ProcessStep &step, std::function<void()> next);

/// A program of the system's, also from the sbin folders; empty: not there.
QString systemProgram(const QString &name);

} // namespace sparkler::gui
