#pragma once

#include "manager/failure.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <optional>

namespace sparkler::gui {

/// One piece of long work. Made running; ends once. GUI thread; the work itself is elsewhere.
class Task : public QObject {
    Q_OBJECT
public:
    enum class State { Running, Cancelling, Done, Cancelled, Failed };

    explicit Task(QString title, QObject *parent = nullptr);

    QString title() const { return m_title; }
    State state() const { return m_state; }
    bool ended() const { return m_state != State::Running && m_state != State::Cancelling; }
    std::optional<double> progress() const { return m_progress; } ///< 0..1; nothing: unknown
    QString step() const { return m_step; }                       ///< what it does right now
    std::optional<Failure> failure() const { return m_failure; }
    QString result() const { return m_result; } ///< e.g. the path that was made
    QDateTime startedAt() const { return m_startedAt; }
    bool canCancel() const { return m_canCancel; }
    /// Empty: can be cancelled.
    QString whyNotCancel() const { return m_whyNotCancel; }

    void cancel();

    // For whoever does the work.
    void setProgress(std::optional<double> progress);
    void setStep(const QString &step);
    void setCannotCancel(const QString &why);
    void finish(const QString &result = {});
    void fail(const Failure &failure);
    void finishCancelled();

signals:
    void changed();
    void cancelRequested();
    /// Once, at the end, whatever end it is.
    void finished();

private:
    void end(State state);

    QString m_title, m_step, m_result, m_whyNotCancel;
    State m_state = State::Running;
    std::optional<double> m_progress;
    std::optional<Failure> m_failure;
    QDateTime m_startedAt = QDateTime::currentDateTime();
    bool m_canCancel = true;
};

/// All tasks of the program, newest last. Owns them; ended ones stay until clearEnded().
class TaskList : public QObject {
    Q_OBJECT
public:
    explicit TaskList(QObject *parent = nullptr);
    Task *add(Task *task); ///< takes ownership
    QList<Task *> tasks() const { return m_tasks; }
    int running() const;
    void clearEnded();

signals:
    void added(sparkler::gui::Task *task);
    void changed(sparkler::gui::Task *task);
    void removed(sparkler::gui::Task *task); ///< still valid in the slot

private:
    QList<Task *> m_tasks;
};

} // namespace sparkler::gui
