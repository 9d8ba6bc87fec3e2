#include "manager/task.h"

#include <algorithm>

namespace sparkler::gui {

Task::Task(QString title, QObject *parent) : QObject(parent), m_title(std::move(title)) {}

void Task::cancel()
{
    if (m_state != State::Running || !m_canCancel)
        return;
    m_state = State::Cancelling;
    emit changed();
    emit cancelRequested();
}

void Task::setProgress(std::optional<double> progress)
{
    if (progress)
        progress = std::clamp(*progress, 0.0, 1.0);
    if (ended() || m_progress == progress)
        return;
    m_progress = progress;
    emit changed();
}

void Task::setStep(const QString &step)
{
    if (ended() || m_step == step)
        return;
    m_step = step;
    emit changed();
}

void Task::setCannotCancel(const QString &why)
{
    if (ended() || m_whyNotCancel == why)
        return;
    m_canCancel = why.isEmpty();
    m_whyNotCancel = why;
    emit changed();
}

void Task::finish(const QString &result)
{
    if (ended())
        return;
    m_result = result;
    end(State::Done);
}

void Task::fail(const Failure &failure)
{
    if (ended())
        return;
    m_failure = failure;
    end(State::Failed);
}

void Task::finishCancelled()
{
    if (!ended())
        end(State::Cancelled);
}

void Task::end(State state)
{
    m_state = state;
    emit changed();
    emit finished();
}

TaskList::TaskList(QObject *parent) : QObject(parent) {}

Task *TaskList::add(Task *task)
{
    task->setParent(this);
    m_tasks << task;
    connect(task, &Task::changed, this, [this, task] { emit changed(task); });
    emit added(task);
    return task;
}

int TaskList::running() const
{
    return static_cast<int>(std::ranges::count_if(m_tasks, [](const Task *task) { return !task->ended(); }));
}

void TaskList::clearEnded()
{
    const QList<Task *> all = m_tasks;
    for (Task *task : all) {
        if (!task->ended())
            continue;
        m_tasks.removeOne(task);
        emit removed(task);
        // Not at once: this may be a slot of the task's own signal.
        task->deleteLater();
    }
}

} // namespace sparkler::gui
