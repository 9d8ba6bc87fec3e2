#include "supervisor_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

#include <csignal>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

SupervisorFixture::SupervisorFixture(const QString &engine)
{
    m_paths.data = m_directory.filePath(u"home"_s);
    m_paths.cache = m_directory.filePath(u"cache"_s);
    m_paths.state = m_directory.filePath(u"state"_s);
    m_paths.engine = engine;
    script({});
    newSupervisor();
}

SupervisorFixture::~SupervisorFixture()
{
    QDirIterator files(m_paths.machines(), {u"state.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
        const qint64 running = state.value(u"pid"_s).toInteger();
        const auto identity = ProcessIdentity::of(running);
        // A forged file may name any process.
        if (identity && static_cast<qint64>(identity->startTicks) == state.value(u"startTicks"_s).toInteger() &&
            running != QCoreApplication::applicationPid())
            m_processes.append(*identity);
    }
    destroySupervisor();
    for (const ProcessIdentity &process : std::as_const(m_processes)) {
        if (process.alive())
            ::kill(static_cast<pid_t>(process.pid), SIGKILL);
    }
}

void SupervisorFixture::script(const QJsonObject &object)
{
    qputenv("FAKE_ENGINE", QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QString SupervisorFixture::file(const QString &name, qint64 bytes)
{
    QFile file(m_directory.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || !file.resize(bytes))
        qFatal("no test file");
    return file.fileName();
}

MachineDefinition SupervisorFixture::definition(const QString &name)
{
    MachineDefinition made;
    made.name = name;
    made.runner = RunnerChoice::Local;
    made.jail.choice = JailChoice::None; // no jailer here
    made.config.bootSource.kernelImagePath = file(name + u"-kernel"_s);
    made.config.bootSource.bootArgs = u"console=ttyS0"_s;
    Drive drive;
    drive.driveId = u"rootfs"_s;
    drive.pathOnHost = file(name + u"-rootfs"_s, 4096);
    drive.isRootDevice = true;
    made.config.drives.append(drive);
    return made;
}

void SupervisorFixture::useJailer(const QString &jailer, const QString &helper)
{
    m_paths.jailer = jailer;
    m_paths.jailHelper = helper;
    newSupervisor();
}

MachineDefinition SupervisorFixture::jailedDefinition(const QString &name)
{
    MachineDefinition made = definition(name);
    made.jail = {};
    return made;
}

Machine *SupervisorFixture::add(const MachineDefinition &definition)
{
    const auto id = m_store->create(definition);
    if (!id)
        qFatal("%s", qPrintable(id.error().report()));
    m_lastId = *id;
    return m_supervisor->find(*id);
}

void SupervisorFixture::destroySupervisor()
{
    m_supervisor.reset();
    m_readiness.reset();
    m_store.reset();
}

void SupervisorFixture::newSupervisor()
{
    destroySupervisor();
    m_store = std::make_unique<MachineStore>(m_paths.machines(), m_paths.trash());
    m_readiness = std::make_unique<Readiness>(m_paths);
    m_supervisor = std::make_unique<Supervisor>(m_paths, m_store.get(), m_readiness.get());
    m_store->load();
    m_supervisor->adoptAll();
    if (!m_paths.jailer.isEmpty())
        m_readiness->check();
}

QJsonObject SupervisorFixture::stateFile(const Machine *machine) const
{
    QFile file(machine->directory().stateFile());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

void SupervisorFixture::writeStateFile(const QString &path, const QJsonObject &object)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0)
        qFatal("no state file");
}

qint64 SupervisorFixture::pid(const Machine *machine)
{
    const qint64 found = stateFile(machine).value(u"pid"_s).toInteger();
    guard(found);
    return found;
}

QStringList SupervisorFixture::requestsWithBodies(const Machine *machine) const
{
    QFile file(machine->directory().root() + u"/logs/requests.log"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QStringList SupervisorFixture::requests(const Machine *machine) const
{
    QStringList lines = requestsWithBodies(machine);
    for (QString &line : lines)
        line = line.section(u' ', 0, 1);
    return lines;
}

bool SupervisorFixture::processIsThere(qint64 pid)
{
    return ProcessIdentity::of(pid).has_value();
}

} // namespace sparkler::gui
