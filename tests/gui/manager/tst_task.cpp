#include "manager/process_step.h"
#include "manager/task.h"
#include "manager/worker.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <csignal>

#include "store_testing.h"

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

class TaskTest : public QObject {
    Q_OBJECT

    static ProcessStep shell(const QString &script)
    {
        ProcessStep step;
        step.program = u"/bin/sh"_s;
        step.arguments = {u"-c"_s, script};
        step.failure.what = u"The work was not done."_s;
        return step;
    }

private slots:
    void task_endsOnce_laterEndsAreIgnored()
    {
        Task task(u"Copy"_s);
        QSignalSpy finished(&task, &Task::finished);
        QCOMPARE(task.state(), Task::State::Running);
        task.finish(u"/a"_s);
        task.fail({});
        task.finishCancelled();
        task.setStep(u"later"_s);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(task.state(), Task::State::Done);
        QCOMPARE(task.result(), u"/a"_s);
        QVERIFY(!task.failure());
        QVERIFY(task.step().isEmpty());
    }

    void task_cancel_asksTheWorkerAndWaitsForIt()
    {
        Task task(u"Copy"_s);
        QSignalSpy requested(&task, &Task::cancelRequested);
        task.cancel();
        task.cancel();
        QCOMPARE(requested.count(), 1);
        QCOMPARE(task.state(), Task::State::Cancelling);
        QVERIFY(!task.ended());
        task.finishCancelled();
        QCOMPARE(task.state(), Task::State::Cancelled);
    }

    void task_cannotCancel_cancelDoesNothing()
    {
        Task task(u"Copy"_s);
        task.setCannotCancel(u"It is almost done."_s);
        QVERIFY(!task.canCancel());
        task.cancel();
        QCOMPARE(task.state(), Task::State::Running);
        task.setCannotCancel({});
        task.cancel();
        QCOMPARE(task.state(), Task::State::Cancelling);
    }

    void task_progress_isKeptInRange()
    {
        Task task(u"Copy"_s);
        QSignalSpy changed(&task, &Task::changed);
        task.setProgress(7.0);
        QCOMPARE(task.progress(), std::optional(1.0));
        task.setProgress(-1.0);
        QCOMPARE(task.progress(), std::optional(0.0));
        task.setProgress(0.0);
        QCOMPARE(changed.count(), 2);
    }

    void taskList_clearEnded_keepsRunningOnes()
    {
        TaskList list;
        Task *running = list.add(new Task(u"a"_s));
        Task *done = list.add(new Task(u"b"_s));
        QSignalSpy removed(&list, &TaskList::removed);
        QSignalSpy changed(&list, &TaskList::changed);
        done->finish();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(list.running(), 1);
        list.clearEnded();
        QCOMPARE(removed.count(), 1);
        QCOMPARE(list.tasks(), QList<Task *>{running});
    }

    void worker_result_arrivesInThisThread()
    {
        Task task(u"Work"_s);
        QThread *workedIn = nullptr;
        QThread *endedIn = nullptr;
        runInWorker(
            &task,
            [&](const WorkerControl &control) -> Outcome<QString> {
                workedIn = QThread::currentThread();
                control.setStep(u"half"_s);
                control.setProgress(0.5);
                return u"made"_s;
            },
            [&](const QString &result) {
                endedIn = QThread::currentThread();
                task.finish(result);
            });
        QTRY_COMPARE(task.state(), Task::State::Done);
        QCOMPARE(task.result(), u"made"_s);
        QCOMPARE(task.step(), u"half"_s);
        QCOMPARE(task.progress(), std::optional(0.5));
        QCOMPARE(endedIn, thread());
        QVERIFY(workedIn != thread());
    }

    void worker_cancelled_seesItAndTheTaskEndsCancelled()
    {
        Task task(u"Work"_s);
        bool next = false;
        runInWorker(
            &task,
            [](const WorkerControl &control) -> Outcome<QString> {
                while (!control.cancelled())
                    QThread::yieldCurrentThread();
                return std::unexpected(Failure{});
            },
            [&](const QString &) { next = true; });
        task.cancel();
        QTRY_COMPARE(task.state(), Task::State::Cancelled);
        QVERIFY(!next);
    }

    void worker_taskDeleted_isToldToStopAndNothingFollows()
    {
        auto *task = new Task(u"Work"_s);
        std::atomic<bool> stopped = false;
        bool next = false;
        runInWorker(
            task,
            [&](const WorkerControl &control) -> Outcome<QString> {
                while (!control.cancelled())
                    QThread::yieldCurrentThread();
                stopped = true;
                return QString();
            },
            [&](const QString &) { next = true; });
        delete task;
        QTRY_VERIFY(stopped);
        QCoreApplication::processEvents();
        QVERIFY(!next);
    }

    void process_lines_becomeSteps()
    {
        Task task(u"Work"_s);
        QStringList steps;
        connect(&task, &Task::changed, this, [&] { steps << task.step(); });
        ProcessStep step = shell(u"echo one >&2; echo result; echo two >&2; printf three >&2"_s);
        step.stepsFromOutput = true;
        runProcess(&task, step, [&] { task.finish(); });
        QTRY_COMPARE(task.state(), Task::State::Done);
        steps.removeDuplicates();
        QCOMPARE(steps.mid(0, 3), QStringList({u"one"_s, u"two"_s, u"three"_s}));
        QVERIFY(!steps.contains(u"result"_s));
    }

    void process_badExit_failsWithItsLastLines()
    {
        Task task(u"Work"_s);
        runProcess(&task, shell(u"echo first; echo it is broken; exit 3"_s), [&] { task.finish(); });
        QTRY_COMPARE(task.state(), Task::State::Failed);
        QCOMPARE(task.failure()->what, u"The work was not done."_s);
        QCOMPARE(task.failure()->why, u"sh ended with status 3. it is broken"_s);
        QCOMPARE(task.failure()->logLines, QStringList({u"first"_s, u"it is broken"_s}));
    }

    void process_missingProgram_fails()
    {
        Task task(u"Work"_s);
        ProcessStep step;
        step.program = u"/no/such/program"_s;
        runProcess(&task, step, [&] { task.finish(); });
        QTRY_COMPARE(task.state(), Task::State::Failed);
        QVERIFY(task.failure()->why.contains(u"/no/such/program"_s));
    }

    void process_cancelled_endsTheWholeGroup()
    {
        const QTemporaryDir dir;
        const QString pidFile = dir.filePath(u"pid"_s);
        Task task(u"Work"_s);
        // The grandchild would outlive a signal that only the shell gets.
        runProcess(&task, shell(u"sleep 1000 & echo $! >%1.new; mv %1.new %1; wait"_s.arg(pidFile)), [] {});
        QTRY_VERIFY(QFile::exists(pidFile));
        const pid_t grandchild = store_testing::read(pidFile).trimmed().toInt();
        QVERIFY(grandchild > 0 && kill(grandchild, 0) == 0);
        task.cancel();
        QTRY_COMPARE(task.state(), Task::State::Cancelled);
        // Gone, or a zombie that whoever inherited it has not collected yet.
        QTRY_VERIFY(kill(grandchild, 0) != 0 ||
                    store_testing::read(u"/proc/%1/stat"_s.arg(grandchild)).contains(") Z "));
    }

    void failure_report_holdsEverything()
    {
        Failure failure{u"What."_s, u"Why."_s, u"State."_s, u"Remedy."_s, u"PUT /x"_s, 400, u"bad"_s, {u"line"_s}};
        const QString report = failure.report();
        for (const QString &part : {u"What.\nWhy.\nState.\nRemedy.\n"_s, u"PUT /x"_s, u"400"_s, u"bad"_s, u"line"_s})
            QVERIFY2(report.contains(part), qPrintable(report));
    }

    void failure_fromApi_keepsTheRequest()
    {
        ApiError error;
        error.kind = ApiError::Kind::Fault;
        error.method = "PATCH";
        error.path = u"/drives/rootfs"_s;
        error.status = 400;
        error.fault = u"No such file"_s;
        const Failure failure = Failure::fromApi(u"The drive was not changed."_s, error, u"It runs on."_s);
        QCOMPARE(failure.request, u"PATCH /drives/rootfs"_s);
        QCOMPARE(failure.fault, u"No such file"_s);
        QCOMPARE(failure.status, 400);
        QCOMPARE(failure.state, u"It runs on."_s);
        QVERIFY(!failure.why.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TaskTest)
#include "tst_task.moc"
