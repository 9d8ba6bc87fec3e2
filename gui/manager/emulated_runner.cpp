#include "manager/emulated_runner.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSaveFile>
#include <QTimer>

#include <csignal>
#include <unistd.h>

namespace sparkler::gui {
namespace {

constexpr quint64 kHelperOverheadMib = 256;
constexpr int kKeptLines = 20;

struct EmulatedRunnerText {
    Q_DECLARE_TR_FUNCTIONS(EmulatedRunnerText)
};

Failure buildFailure(const QString &why)
{
    Failure failure;
    failure.what = EmulatedRunnerText::tr("The emulator's helper machine could not be built.");
    failure.why = why;
    failure.state = EmulatedRunnerText::tr("Nothing was started.");
    failure.help = HelpTopic::Emulator;
    return failure;
}

/// Runs the build script as the body of `task`.
class ImageBuild : public QObject {
public:
    ImageBuild(Task *task, const QString &script, const QStringList &arguments, const QString &cache,
               std::function<void(QString)> built)
        : QObject(task), m_task(task), m_built(std::move(built))
    {
        m_process.setProgram(script);
        m_process.setArguments(arguments);
        m_process.setStandardInputFile(QProcess::nullDevice());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("SPARKLER_CACHE"), cache);
        m_process.setProcessEnvironment(environment);
        connect(&m_process, &QProcess::readyReadStandardError, this, [this] { takeLines(); });
        connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                m_task->fail(buildFailure(m_process.errorString()));
        });
        connect(&m_process, &QProcess::finished, this, [this](int code) { end(code); });
        connect(task, &Task::cancelRequested, this, [this] {
            signalGroup(SIGTERM);
            QTimer::singleShot(5000, this, [this] { signalGroup(SIGKILL); });
        });
        // A group of its own, so that what the script runs ends with it.
        m_process.setChildProcessModifier([] { ::setpgid(0, 0); });
        m_process.start();
        m_group = static_cast<pid_t>(m_process.processId());
        if (m_group > 0)
            ::setpgid(m_group, m_group); // here as well, so that it is true from now on
    }

    ~ImageBuild() override
    {
        // Its end would still be told, to a task that is half gone.
        m_process.disconnect(this);
        signalGroup(SIGKILL);
    }

private:
    void signalGroup(int number) const
    {
        if (m_group > 0 && m_process.state() != QProcess::NotRunning)
            ::kill(-m_group, number);
    }

    void takeLines()
    {
        m_partial += m_process.readAllStandardError();
        qsizetype end = 0;
        while ((end = m_partial.indexOf('\n')) >= 0) {
            m_lines.append(QString::fromUtf8(m_partial.first(end)));
            m_partial.remove(0, end + 1);
            m_task->setStep(m_lines.constLast());
        }
        while (m_lines.size() > kKeptLines)
            m_lines.removeFirst();
    }

    void end(int code)
    {
        if (m_task->ended())
            return;
        if (m_task->state() == Task::State::Cancelling) {
            ::kill(-m_group, SIGKILL); // what it left behind
            m_task->finishCancelled();
            return;
        }
        takeLines();
        const QStringList printed =
            QString::fromUtf8(m_process.readAllStandardOutput()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const QString directory = printed.isEmpty() ? QString() : printed.constLast().trimmed();
        if (m_process.exitStatus() == QProcess::NormalExit && code == 0 && QFileInfo(directory).isDir()) {
            m_built(directory);
            m_task->finish(directory);
            return;
        }
        Failure failure = buildFailure(m_process.exitStatus() == QProcess::NormalExit
                                           ? EmulatedRunnerText::tr("build-emulator ended with status %1.").arg(code)
                                           : EmulatedRunnerText::tr("build-emulator was ended by a signal."));
        failure.logLines = m_lines;
        m_task->fail(failure);
    }

    Task *m_task;
    std::function<void(QString)> m_built;
    QProcess m_process;
    pid_t m_group = 0; ///< of the script and what it runs
    QByteArray m_partial;
    QStringList m_lines;
};

QJsonObject fileKey(const QString &path)
{
    const QFileInfo info(path);
    return {{QStringLiteral("path"), path},
            {QStringLiteral("size"), info.size()},
            {QStringLiteral("modified"), info.lastModified().toMSecsSinceEpoch()}};
}

} // namespace

EmulatedRunner::EmulatedRunner(Paths paths, TaskList *tasks, QObject *context)
    : m_paths(std::move(paths)), m_tasks(tasks), m_context(context)
{
}

QString EmulatedRunner::imageRecord() const
{
    return m_paths.cache + QStringLiteral("/emulator-image.json");
}

QByteArray EmulatedRunner::imageKey() const
{
    const QJsonObject key{
        {QStringLiteral("engine"), fileKey(m_paths.engine)},
        {QStringLiteral("emulator"), fileKey(m_paths.emulator)},
        {QStringLiteral("script"), fileKey(m_paths.resources + QStringLiteral("/emulator/build-emulator"))}};
    return QJsonDocument(key).toJson(QJsonDocument::Compact);
}

QString EmulatedRunner::image() const
{
    QFile file(imageRecord());
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject record = QJsonDocument::fromJson(file.readAll()).object();
    const QString directory = record.value(QLatin1StringView("directory")).toString();
    const bool fits = record.value(QLatin1StringView("key")).toString().toUtf8() == imageKey() &&
                      QFileInfo::exists(directory + QStringLiteral("/vmlinux")) &&
                      QFileInfo::exists(directory + QStringLiteral("/initrd"));
    return fits ? directory : QString();
}

Task *EmulatedRunner::prepare()
{
    if (m_building && !m_building->ended())
        return m_building;
    if (!image().isEmpty())
        return nullptr;
    auto *task = new Task(EmulatedRunnerText::tr("Build the emulator's helper machine"), m_tasks ? nullptr : m_context);
    if (m_tasks)
        m_tasks->add(task);
    m_building = task;
    // Not now: whoever asked has to see the task before it ends.
    QMetaObject::invokeMethod(
        task, [this, task] { build(task); }, Qt::QueuedConnection);
    return task;
}

void EmulatedRunner::build(Task *task)
{
    const QString script = m_paths.resources + QStringLiteral("/emulator/build-emulator");
    if (m_paths.engine.isEmpty() || m_paths.emulator.isEmpty() || m_paths.resources.isEmpty() ||
        !QFileInfo::exists(script)) {
        Failure failure =
            buildFailure(EmulatedRunnerText::tr("Parts of Sparkler that it is made of are missing (sparkler-engine, "
                                                "sparkler-emulator or build-emulator)."));
        failure.remedy = EmulatedRunnerText::tr("Install Sparkler completely.");
        task->fail(failure);
        return;
    }
    const QStringList arguments{QStringLiteral("--engine"), m_paths.engine, QStringLiteral("--emulator"),
                                m_paths.emulator};
    const QString record = imageRecord();
    const QString key = QString::fromUtf8(imageKey());
    new ImageBuild(task, script, arguments, m_paths.cache, [record, key](const QString &directory) {
        QDir().mkpath(QFileInfo(record).path());
        QSaveFile file(record);
        // Without the record the image is asked for again, which finds it built.
        if (file.open(QIODevice::WriteOnly)) {
            const QJsonObject object{{QStringLiteral("key"), key}, {QStringLiteral("directory"), directory}};
            file.write(QJsonDocument(object).toJson());
            file.commit();
        }
    });
}

Outcome<Runner::Launch> EmulatedRunner::launch(const MachineDirectory &directory, const MachineDefinition &definition,
                                               const QList<ShownPath> &) const
{
    const QString helper = image();
    Failure failure;
    failure.what = EmulatedRunnerText::tr("The engine could not be started.");
    if (m_paths.emulator.isEmpty()) {
        failure.why = EmulatedRunnerText::tr("The program sparkler-emulator was not found.");
        failure.remedy = EmulatedRunnerText::tr("Install Sparkler completely.");
        failure.help = HelpTopic::Installation;
        return std::unexpected(failure);
    }
    if (helper.isEmpty()) {
        failure.why = EmulatedRunnerText::tr("The emulator's helper machine is not built, or made of another engine.");
        failure.remedy = EmulatedRunnerText::tr("Start the machine again.");
        return std::unexpected(failure);
    }
    const quint64 memory = definition.config.machine.memSizeMib + kHelperOverheadMib;
    const QString logs = directory.root() + QStringLiteral("/logs");
    QStringList arguments{QStringLiteral("--directory"),
                          directory.root(),
                          QStringLiteral("--kernel"),
                          helper + QStringLiteral("/vmlinux"),
                          QStringLiteral("--initrd"),
                          helper + QStringLiteral("/initrd"),
                          QStringLiteral("--api-sock"),
                          directory.apiSocket(),
                          QStringLiteral("--console-sock"),
                          directory.consoleSocket(),
                          QStringLiteral("--memory"),
                          QString::number(memory),
                          QStringLiteral("--log"),
                          logs + QStringLiteral("/emulator.log"),
                          QStringLiteral("--")};
    const auto log = directory.enginePath(directory.engineLog(), directoryAsSeen(directory));
    if (!log)
        return std::unexpected(log.error());
    arguments += commonEngineArguments(definition, *log);
    return Launch{m_paths.emulator, arguments};
}

} // namespace sparkler::gui
