#include "manager/cpu_tool.h"

#include <QProcess>
#include <QTimer>

#include <csignal>

#include <sys/prctl.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMostAnswer = 4 << 20; ///< bytes; an answer has some hundred thousand
constexpr qsizetype kMostError = 2000;  ///< bytes of it that are shown

QStringList argumentsOf(const CpuQuestion &question)
{
    QStringList arguments{u"cpu"_s, u"explain"_s, u"--vcpus"_s, QString::number(question.vcpus)};
    if (question.smt)
        arguments << u"--smt"_s;
    if (!question.custom.isEmpty())
        arguments << u"--template-file"_s << u"/dev/stdin"_s;
    else if (!question.named.isEmpty())
        arguments << u"--template"_s << question.named;
    return arguments;
}

} // namespace

CpuTool::CpuTool(QString program, QObject *parent)
    : QObject(parent), m_program(std::move(program)), m_limit(new QTimer(this))
{
    m_limit->setSingleShot(true);
    m_limit->setInterval(kLimit);
    connect(m_limit, &QTimer::timeout, this, [this] {
        const auto seconds = static_cast<int>(kLimit.count());
        fail(tr("The tool gave no answer within %n second(s).", nullptr, seconds));
    });
}

CpuTool::~CpuTool()
{
    cancel();
}

void CpuTool::ask(const CpuQuestion &question)
{
    cancel();
    ++m_asked;
    if (m_program.isEmpty()) {
        failLater(tr("sparkler-tools is not installed, so this host’s processor is not known."));
        return;
    }
    m_process = new QProcess(this);
    m_process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    connect(m_process, &QProcess::finished, this, &CpuTool::ended);
    connect(m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) {
            const QString why = m_process->errorString();
            cancel();
            failLater(tr("%1 could not be started: %2.").arg(m_program, why));
        }
    });
    connect(m_process, &QProcess::readyReadStandardOutput, this, [this] {
        if (m_process->bytesAvailable() > kMostAnswer)
            fail(tr("The tool’s answer is too long."));
    });
    m_limit->start();
    m_process->start(m_program, argumentsOf(question));
    if (m_process) { // not when it could not be started
        m_process->write(question.custom);
        m_process->closeWriteChannel();
    }
}

void CpuTool::cancel()
{
    m_limit->stop();
    m_toFail = false;
    QProcess *process = std::exchange(m_process, nullptr);
    if (!process)
        return;
    process->disconnect(this);
    // Its destructor would wait for it.
    process->setParent(nullptr);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
}

void CpuTool::ended()
{
    QProcess *process = m_process;
    const QByteArray answer = process->readAllStandardOutput();
    const QString words = QString::fromUtf8(process->readAllStandardError().left(kMostError)).trimmed();
    const bool good = process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
    cancel();
    if (!good) {
        emit failed(words.isEmpty() ? tr("The tool ended without an answer.") : words);
        return;
    }
    if (const auto report = cpuReportFromJson(answer))
        emit answered(*report);
    else
        emit failed(tr("The tool’s answer cannot be understood: %1.").arg(report.error()));
}

void CpuTool::fail(const QString &why)
{
    cancel();
    emit failed(why);
}

void CpuTool::failLater(const QString &why)
{
    m_toFail = true;
    QTimer::singleShot(0, this, [this, why, asked = m_asked] {
        if (asked == m_asked && std::exchange(m_toFail, false))
            emit failed(why);
    });
}

} // namespace sparkler::gui
