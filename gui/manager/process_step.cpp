#include "manager/process_step.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTimer>

#include <csignal>

#include <sys/prctl.h>
#include <sys/types.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kKillAfterMs = 5000;
constexpr qsizetype kLinesKept = 20;
constexpr qsizetype kLineLimit = 2000; ///< a line longer than that is cut

/// One run; a child of the task.
class ProcessRun : public QProcess {
public:
    ProcessRun(Task *task, const ProcessStep &step, std::function<void()> next)
        : QProcess(task), m_task(task), m_step(step), m_next(std::move(next))
    {
        setProgram(step.program);
        setArguments(step.arguments);
        setProcessEnvironment(step.environment);
        setStandardInputFile(nullDevice());
        if (step.stepsFromOutput) {
            setStandardOutputFile(nullDevice());
            setReadChannel(StandardError);
        } else {
            setProcessChannelMode(MergedChannels);
        }
        setChildProcessModifier([] {
            setpgid(0, 0);
            prctl(PR_SET_PDEATHSIG, SIGTERM);
        });
        connect(this, &QProcess::readyReadStandardOutput, this, [this] { readLines(); });
        connect(this, &QProcess::readyReadStandardError, this, [this] { readLines(); });
        connect(this, &QProcess::errorOccurred, this, [this](ProcessError error) {
            if (error == FailedToStart)
                end(false, QCoreApplication::translate("ProcessStep", "%1 could not be started: %2.")
                               .arg(m_step.program, errorString()));
        });
        connect(this, &QProcess::finished, this, [this](int code, ExitStatus status) { ended(code, status); });
        connect(task, &Task::cancelRequested, this, [this] { terminate(); });
    }

    ~ProcessRun() override
    {
        // QProcess still tells finished() from its own destructor, when our members are gone.
        disconnect();
        if (m_group > 0 && state() != NotRunning)
            ::kill(-m_group, SIGKILL);
    }

    void begin()
    {
        start();
        m_group = static_cast<pid_t>(processId());
        if (m_group > 0)
            setpgid(m_group, m_group); // here as well, so that it is true from now on
    }

private:
    void terminate()
    {
        if (m_group <= 0)
            return;
        ::kill(-m_group, SIGTERM);
        QTimer::singleShot(kKillAfterMs, this, [this] {
            if (state() != NotRunning)
                ::kill(-m_group, SIGKILL);
        });
    }

    void readLines()
    {
        m_text += readAll();
        for (qsizetype at = m_text.indexOf('\n'); at >= 0; at = m_text.indexOf('\n')) {
            takeLine(m_text.left(at));
            m_text.remove(0, at + 1);
        }
        if (m_text.size() > kLineLimit)
            takeLine(std::exchange(m_text, {}));
    }

    void takeLine(const QByteArray &raw)
    {
        const QString line = QString::fromUtf8(raw.left(kLineLimit)).trimmed();
        if (line.isEmpty())
            return;
        m_lines << line;
        if (m_lines.size() > kLinesKept)
            m_lines.removeFirst();
        if (m_step.stepsFromOutput)
            m_task->setStep(line);
    }

    void ended(int code, ExitStatus status)
    {
        readLines();
        takeLine(std::exchange(m_text, {}));
        const bool good = status == NormalExit && m_step.goodExitCodes.contains(code);
        if (m_task->state() == Task::State::Cancelling || !good)
            ::kill(-m_group, SIGKILL); // what it left behind
        if (good)
            return end(true, {});
        const QString name = m_step.program.section(u'/', -1);
        end(false, status == NormalExit
                       ? QCoreApplication::translate("ProcessStep", "%1 ended with status %2.").arg(name).arg(code)
                       : QCoreApplication::translate("ProcessStep", "%1 was killed by signal %2.").arg(name).arg(code));
    }

    void end(bool good, const QString &why)
    {
        deleteLater();
        disconnect(m_task, nullptr, this, nullptr);
        if (m_task->state() == Task::State::Cancelling)
            return m_task->finishCancelled();
        if (good)
            return m_next();
        Failure failure = m_step.failure;
        failure.why = m_lines.isEmpty() ? why : why + u' ' + m_lines.last();
        failure.logLines = m_lines;
        m_task->fail(failure);
    }

    Task *m_task;
    ProcessStep m_step;
    std::function<void()> m_next;
    QByteArray m_text;
    QStringList m_lines;
    pid_t m_group = 0;
};

} // namespace

void runProcess(Task *task, const ProcessStep &step, std::function<void()> next)
{
    if (task->state() == Task::State::Cancelling)
        return task->finishCancelled();
    (new ProcessRun(task, step, std::move(next)))->begin();
}

QString systemProgram(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/local/sbin"_s})
                           : found;
}

} // namespace sparkler::gui
