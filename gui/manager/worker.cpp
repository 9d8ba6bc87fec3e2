#include "manager/worker.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMutex>
#include <QThreadPool>

#include <atomic>

namespace sparkler::gui {

namespace {

/// Work mostly waits for disks, so more than one per processor is fine. Ends with the application.
QThreadPool *workerPool()
{
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());
        pool->setMaxThreadCount(4);
    }
    return pool;
}

} // namespace

struct WorkerControl::Shared {
    std::atomic<bool> cancelled = false;
    QMutex mutex;
    Task *task = nullptr;       ///< guarded by mutex; null: deleted
    QElapsedTimer lastProgress; ///< the worker's

    template <typename Call>
    void post(Call call)
    {
        // The lock keeps the task alive until the event is in its queue; with the task the event goes, too.
        const QMutexLocker lock(&mutex);
        if (task)
            QMetaObject::invokeMethod(
                task, [t = task, call = std::move(call)] { call(t); }, Qt::QueuedConnection);
    }
};

bool WorkerControl::cancelled() const
{
    return m_shared->cancelled;
}

void WorkerControl::setProgress(double progress) const
{
    constexpr qint64 kIntervalMs = 100;
    if (m_shared->lastProgress.isValid() && m_shared->lastProgress.elapsed() < kIntervalMs)
        return;
    m_shared->lastProgress.start();
    m_shared->post([progress](Task *task) { task->setProgress(progress); });
}

void WorkerControl::setStep(const QString &step) const
{
    m_shared->post([step](Task *task) { task->setStep(step); });
}

void runInWorker(Task *task, std::function<Outcome<QString>(const WorkerControl &)> work,
                 std::function<void(const QString &result)> next)
{
    runWorkerStep(task, std::move(work), [task, next = std::move(next)](const Outcome<QString> &outcome) {
        if (task->state() == Task::State::Cancelling)
            task->finishCancelled();
        else if (outcome)
            next(*outcome);
        else
            task->fail(outcome.error());
    });
}

void runWorkerStep(Task *task, std::function<Outcome<QString>(const WorkerControl &)> work,
                   std::function<void(const Outcome<QString> &)> done)
{
    WorkerControl control;
    control.m_shared = std::make_shared<WorkerControl::Shared>();
    const auto shared = control.m_shared;
    shared->task = task;
    shared->cancelled = task->state() == Task::State::Cancelling;
    QObject::connect(task, &Task::cancelRequested, task, [shared] { shared->cancelled = true; });
    QObject::connect(task, &QObject::destroyed, [shared] {
        shared->cancelled = true;
        const QMutexLocker lock(&shared->mutex);
        shared->task = nullptr;
    });
    workerPool()->start([control, shared, work = std::move(work), done = std::move(done)] {
        const Outcome<QString> outcome = work(control);
        shared->post([outcome, done](Task *) { done(outcome); });
    });
}

} // namespace sparkler::gui
