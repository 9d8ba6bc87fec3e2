#include "harness/engine_process.h"

#include "harness/api_client.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace harness {

int slowFactor()
{
    bool valid = false;
    const int factor = qEnvironmentVariableIntValue("LAB_SLOW", &valid);
    return valid && factor > 0 ? factor : 1;
}

QString EngineProcess::enginePath()
{
    const QString fromEnvironment = qEnvironmentVariable("SPARKLER_ENGINE");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    return QStringLiteral(SPARKLER_ENGINE_PATH);
}

EngineProcess::EngineProcess(const QString &directory) : m_directory(directory) {}

EngineProcess::~EngineProcess()
{
    if (isRunning()) {
        kill(SIGKILL);
        reap(true);
    }
    if (m_input >= 0)
        ::close(m_input);
    if (m_output >= 0)
        ::close(m_output);
}

bool EngineProcess::start(const QStringList &arguments)
{
    return startWith(QStringList{QStringLiteral("--api-sock"), socketPath(), QStringLiteral("--log-path"), logPath(),
                                 QStringLiteral("--level"), QStringLiteral("Debug"), QStringLiteral("--show-level")} +
                     arguments);
}

bool EngineProcess::startWith(const QStringList &arguments)
{
    return startProgram(enginePath(), arguments);
}

bool EngineProcess::startProgram(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    int input[2];
    int output[2];
    if (::pipe2(input, O_CLOEXEC) != 0 || ::pipe2(output, O_CLOEXEC) != 0)
        return false;
    m_pid = ::fork();
    if (m_pid == 0) {
        ::dup2(input[0], STDIN_FILENO);
        ::dup2(output[1], STDOUT_FILENO);
        ::dup2(output[1], STDERR_FILENO);
        ::execv(argv.front(), argv.data());
        ::_exit(127);
    }
    ::close(input[0]);
    ::close(output[1]);
    m_input = input[1];
    m_output = output[0];
    return m_pid > 0;
}

bool EngineProcess::waitForSocket(int timeoutMs) const
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    while (!deadline.hasExpired()) {
        if (QFile::exists(socketPath()) && ApiClient(socketPath()).get("/version").status == 200)
            return true;
        ::poll(nullptr, 0, 10);
    }
    return false;
}

QByteArray EngineProcess::log() const
{
    QFile file(logPath());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray EngineProcess::threads() const
{
    QByteArray report;
    const QDir tasks(QStringLiteral("/proc/%1/task").arg(m_pid));
    const QStringList ids = tasks.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : ids) {
        for (const char *name : {"/comm", "/stat", "/wchan", "/stack"}) {
            QFile file(tasks.filePath(id) + QLatin1String(name));
            if (file.open(QIODevice::ReadOnly))
                report += file.readAll().trimmed() + '\n';
        }
    }
    return report;
}

void EngineProcess::readConsole(int waitMs)
{
    if (m_output < 0) {
        ::poll(nullptr, 0, waitMs);
        return;
    }
    pollfd waiting{m_output, POLLIN, 0};
    if (::poll(&waiting, 1, waitMs) <= 0)
        return;
    char buffer[16384];
    const ssize_t got = ::read(m_output, buffer, sizeof buffer);
    if (got > 0) {
        m_console.append(buffer, got);
    } else if (got == 0) {
        ::close(m_output);
        m_output = -1;
    }
}

std::optional<qsizetype> EngineProcess::waitForConsole(const QByteArray &marker, int timeoutMs, qsizetype from)
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    for (;;) {
        const qsizetype at = m_console.indexOf(marker, from);
        if (at >= 0)
            return at + marker.size();
        if (deadline.hasExpired() || m_output < 0)
            return std::nullopt;
        readConsole(100);
    }
}

bool EngineProcess::type(const QByteArray &text)
{
    return ::write(m_input, text.constData(), static_cast<std::size_t>(text.size())) == text.size();
}

void EngineProcess::reap(bool block)
{
    if (m_pid <= 0 || m_status)
        return;
    int status = 0;
    if (::waitpid(m_pid, &status, block ? 0 : WNOHANG) != m_pid)
        return;
    m_status = ExitStatus{WIFEXITED(status) ? WEXITSTATUS(status) : -1, WIFSIGNALED(status) ? WTERMSIG(status) : 0};
}

std::optional<ExitStatus> EngineProcess::waitForExit(int timeoutMs)
{
    const QDeadlineTimer deadline(timeoutMs * slowFactor());
    while (!deadline.hasExpired()) {
        reap(false);
        if (m_status) {
            while (m_output >= 0)
                readConsole(1000);
            return m_status;
        }
        readConsole(20);
    }
    return std::nullopt;
}

bool EngineProcess::isRunning()
{
    reap(false);
    return m_pid > 0 && !m_status;
}

void EngineProcess::kill(int signal)
{
    if (isRunning())
        ::kill(m_pid, signal);
}

} // namespace harness
