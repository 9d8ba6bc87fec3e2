#include "manager/runner.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace sparkler::gui {
namespace {

struct RunnerText {
    Q_DECLARE_TR_FUNCTIONS(RunnerText)
};

/// What the child tells when it cannot become the program.
struct ChildError {
    enum Step : int { Session, Input, Output, Directory, Program } step;
    int number;
};

struct Pipe {
    int read = -1;
    int write = -1;
    bool open()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return false;
        read = ends[0];
        write = ends[1];
        return true;
    }
    ~Pipe()
    {
        closeRead();
        closeWrite();
    }
    void closeRead() { closeEnd(read); }
    void closeWrite() { closeEnd(write); }
    static void closeEnd(int &end)
    {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
};

/// Everything that the child needs, made before the fork: between fork and exec only async-signal-safe calls are
/// allowed.
struct Plan {
    std::vector<QByteArray> words;
    std::vector<char *> argv;
    QByteArray output;
    QByteArray directory;
    int go = -1;
    int goWriter = -1;
    int errors = -1;
};

[[noreturn]] void giveUp(const Plan &plan, ChildError::Step step)
{
    const ChildError error{step, errno};
    [[maybe_unused]] const ssize_t written = ::write(plan.errors, &error, sizeof error);
    ::_exit(127);
}

[[noreturn]] void becomeProgram(const Plan &plan)
{
    ::close(plan.goWriter); // so that the parent's death ends the wait below
    char go = 0;
    if (::read(plan.go, &go, 1) != 1)
        ::_exit(127);
    if (::setsid() < 0)
        giveUp(plan, ChildError::Session);
    for (int signal = 1; signal < NSIG; ++signal)
        ::signal(signal, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);

    const int input = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (input < 0 || ::dup2(input, STDIN_FILENO) < 0)
        giveUp(plan, ChildError::Input);
    const int output = ::open(plan.output.constData(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (output < 0 || ::dup2(output, STDOUT_FILENO) < 0 || ::dup2(output, STDERR_FILENO) < 0)
        giveUp(plan, ChildError::Output);
    if (::chdir(plan.directory.constData()) != 0)
        giveUp(plan, ChildError::Directory);
    // Also what libraries have opened without close-on-exec; marked rather than closed, since `errors` is still needed.
    static constexpr unsigned kMarkCloseOnExec = 1u << 2; // CLOSE_RANGE_CLOEXEC
    ::syscall(SYS_close_range, 3u, ~0u, kMarkCloseOnExec);
    ::execv(plan.argv.front(), plan.argv.data());
    giveUp(plan, ChildError::Program);
}

QString reasonText(const ChildError &error, const Runner::Launch &launch, const QString &outputFile,
                   const QString &directory)
{
    const QString system = QString::fromLocal8Bit(std::strerror(error.number));
    switch (error.step) {
    case ChildError::Session:
        return RunnerText::tr("No new session could be made: %1.").arg(system);
    case ChildError::Input:
        return RunnerText::tr("/dev/null could not be opened: %1.").arg(system);
    case ChildError::Output:
        return RunnerText::tr("The file %1 could not be written: %2.").arg(outputFile, system);
    case ChildError::Directory:
        return RunnerText::tr("The folder %1 could not be entered: %2.").arg(directory, system);
    case ChildError::Program:
        break;
    }
    return RunnerText::tr("The program %1 could not be run: %2.").arg(launch.program, system);
}

Failure startFailure(const QString &why)
{
    Failure failure;
    failure.what = RunnerText::tr("The engine could not be started.");
    failure.why = why;
    return failure;
}

void waitForChild(pid_t pid)
{
    while (::waitpid(pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

} // namespace

Outcome<ProcessIdentity> startDetached(const Runner::Launch &launch, const QString &outputFile,
                                       const QString &workingDirectory,
                                       const std::function<Outcome<void>(const ProcessIdentity &)> &beforeExec)
{
    Plan plan;
    plan.output = QFile::encodeName(outputFile);
    plan.directory = QFile::encodeName(workingDirectory);
    plan.words.push_back(QFile::encodeName(launch.program));
    for (const QString &argument : launch.arguments)
        plan.words.push_back(argument.toLocal8Bit());
    for (QByteArray &word : plan.words)
        plan.argv.push_back(word.data());
    plan.argv.push_back(nullptr);

    Pipe go;
    Pipe errors;
    if (!go.open() || !errors.open())
        return std::unexpected(startFailure(QString::fromLocal8Bit(std::strerror(errno))));
    plan.go = go.read;
    plan.goWriter = go.write;
    plan.errors = errors.write;

    const pid_t pid = ::fork();
    if (pid < 0)
        return std::unexpected(startFailure(QString::fromLocal8Bit(std::strerror(errno))));
    if (pid == 0)
        becomeProgram(plan);

    go.closeRead();
    errors.closeWrite();
    const auto identity = ProcessIdentity::ofChild(pid);
    Outcome<void> recorded;
    if (!identity)
        recorded = std::unexpected(startFailure(RunnerText::tr("The new process is not visible in /proc.")));
    else if (beforeExec)
        recorded = beforeExec(*identity);
    if (!recorded) {
        go.closeWrite(); // without the word it leaves
        waitForChild(pid);
        return std::unexpected(recorded.error());
    }
    const char word = 'g';
    [[maybe_unused]] const ssize_t told = ::write(go.write, &word, 1);

    ChildError error{};
    ssize_t bytes = 0;
    do {
        bytes = ::read(errors.read, &error, sizeof error);
    } while (bytes < 0 && errno == EINTR);
    if (bytes == 0)
        return *identity; // exec has closed the pipe
    waitForChild(pid);
    return std::unexpected(startFailure(reasonText(error, launch, outputFile, workingDirectory)));
}

Failure engineNotFound()
{
    Failure failure;
    failure.what = QCoreApplication::translate("sparkler::gui::Runner", "The engine could not be started.");
    failure.why = QCoreApplication::translate("sparkler::gui::Runner", "The program sparkler-engine was not found.");
    failure.remedy = QCoreApplication::translate("sparkler::gui::Runner",
                                                 "Install Sparkler completely, or choose the engine in the settings.");
    failure.help = HelpTopic::Installation;
    return failure;
}

QStringList commonEngineArguments(const MachineDefinition &definition, const QString &logFile)
{
    static constexpr const char *kLevels[] = {"Off", "Error", "Warning", "Info", "Debug", "Trace"};
    const auto level = static_cast<std::size_t>(definition.logLevel);
    return {QStringLiteral("--id"),        definition.id,
            QStringLiteral("--log-path"),  logFile,
            QStringLiteral("--level"),     QString::fromLatin1(kLevels[level]),
            QStringLiteral("--show-level")};
}

} // namespace sparkler::gui
