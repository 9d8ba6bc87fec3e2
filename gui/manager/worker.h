#pragma once

#include "manager/task.h"

#include <functional>
#include <memory>

namespace sparkler::gui {

/// What work in another thread sees of its task. Thread-safe.
class WorkerControl {
public:
    bool cancelled() const;
    /// 0..1; passed on a few times a second.
    void setProgress(double progress) const;
    void setStep(const QString &step) const;

private:
    friend void runWorkerStep(Task *, std::function<Outcome<QString>(const WorkerControl &)>,
                              std::function<void(const Outcome<QString> &)>);
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

/// Runs `work` in a thread of the pool as a part of `task`. Afterwards, in the GUI thread: when it has worked
/// `next(result)`, else the task ends as failed, or as cancelled when that was asked for. When the task is deleted
/// meanwhile the work is told to stop and nothing follows.
void runInWorker(Task *task, std::function<Outcome<QString>(const WorkerControl &)> work,
                 std::function<void(const QString &result)> next);

/// The same for a step whose end is not the task's: `done` gets what came of it, also when it was cancelled, and has to
/// end the task.
void runWorkerStep(Task *task, std::function<Outcome<QString>(const WorkerControl &)> work,
                   std::function<void(const Outcome<QString> &)> done);

} // namespace sparkler::gui
