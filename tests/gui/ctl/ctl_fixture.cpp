#include "ctl_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QtEndian>

#include <csignal>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLimitMs = 60'000;

} // namespace

CtlFixture::CtlFixture() : m_home(u"/tmp/sp-ctl-XXXXXX"_s), m_environment(QProcessEnvironment::systemEnvironment())
{
    for (const auto &[variable, folder] : {std::pair{u"XDG_DATA_HOME"_s, u"data"_s},
                                           {u"XDG_CACHE_HOME"_s, u"cache"_s},
                                           {u"XDG_CONFIG_HOME"_s, u"config"_s},
                                           {u"XDG_STATE_HOME"_s, u"state"_s},
                                           {u"HOME"_s, u"home"_s}}) {
        const QString path = m_home.filePath(folder);
        QDir().mkpath(path);
        m_environment.insert(variable, path);
    }
    m_environment.insert(u"SPARKLER_ENGINE"_s, QStringLiteral(FAKE_ENGINE_PROGRAM));
    m_environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    m_environment.insert(u"LANGUAGE"_s, u"en"_s);
    script({});
    QFile file(kernel());
    // The beginning of an ELF file of x86-64, with one segment to load.
    QByteArray head(64 + 56, '\0');
    const auto put = [&head](qsizetype at, auto value) { qToLittleEndian(value, head.data() + at); };
    head.replace(0, 7,
                 QByteArray("\x7f"
                            "ELF\x02\x01\x01",
                            7));
    put(16, quint16{2});
    put(18, quint16{62});
    put(20, quint32{1});
    put(24, quint64{0x1000000});
    put(32, quint64{64});
    put(52, quint16{64});
    put(54, quint16{56});
    put(56, quint16{1});
    put(64, quint32{1});
    put(80, quint64{0x1000000});
    put(88, quint64{0x1000000});
    put(96, quint64{8});
    put(104, quint64{8});
    if (!file.open(QIODevice::WriteOnly) || file.write(head + QByteArray(4096, '\0')) < 0)
        qFatal("no kernel");
}

CtlFixture::~CtlFixture()
{
    guard();
    for (const ProcessIdentity &process : std::as_const(m_processes)) {
        if (process.alive())
            ::kill(static_cast<pid_t>(process.pid), SIGKILL);
    }
}

void CtlFixture::guard()
{
    QDirIterator files(paths().machines(), {u"state.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject state = QJsonDocument::fromJson(file.readAll()).object();
        const auto identity = ProcessIdentity::of(state.value("pid"_L1).toInteger());
        if (identity && static_cast<qint64>(identity->startTicks) == state.value("startTicks"_L1).toInteger())
            m_processes.append(*identity);
    }
}

std::unique_ptr<QProcess> CtlFixture::begin(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setProgram(QStringLiteral(SPARKLECTL_PROGRAM));
    process->setArguments(arguments);
    process->start();
    return process;
}

CtlFixture::Result CtlFixture::end(QProcess &process)
{
    if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, kLimitMs))
        qFatal("sparklectl does not end: %s", qPrintable(process.arguments().join(u' ')));
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

CtlFixture::Result CtlFixture::run(const QStringList &arguments, const QByteArray &input)
{
    const auto process = begin(arguments);
    process->write(input);
    process->closeWriteChannel();
    const Result result = end(*process);
    guard();
    return result;
}

void CtlFixture::script(const QJsonObject &object)
{
    const QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    m_environment.insert(u"FAKE_ENGINE"_s, QString::fromUtf8(text));
    qputenv("FAKE_ENGINE", text); // for engines that a manager in this process starts
}

Paths CtlFixture::paths() const
{
    return Paths::find({}, m_environment);
}

QString CtlFixture::file(const QString &name, qint64 bytes) const
{
    QFile made(m_home.filePath(name));
    if (!made.open(QIODevice::WriteOnly) || !made.resize(bytes))
        qFatal("no test file");
    return made.fileName();
}

QString CtlFixture::kernel() const
{
    return m_home.filePath(u"vmlinux"_s);
}

QString CtlFixture::create(const QString &name, const QStringList &more)
{
    const Result made = run(QStringList{u"create"_s, u"--json"_s, name, u"--kernel"_s, kernel(), u"--runner"_s,
                                        u"local"_s, u"--jail"_s, u"none"_s} +
                            more);
    if (made.code != 0)
        qFatal("no machine: %s", made.err.constData());
    return made.object().value("id"_L1).toString();
}

QJsonObject CtlFixture::runRecord(const QString &id) const
{
    QFile file(directory(id) + u"/state.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList CtlFixture::requests(const QString &id) const
{
    QFile file(directory(id) + u"/logs/requests.log"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

int CtlFixture::engines(const QString &id) const
{
    const QByteArray socket = (directory(id) + u"/run/api.sock"_s).toUtf8();
    int count = 0;
    const QStringList processes = QDir(u"/proc"_s).entryList(QDir::Dirs);
    for (const QString &process : processes) {
        QFile file(u"/proc/"_s + process + u"/cmdline"_s);
        if (file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains(socket))
            ++count;
    }
    return count;
}

} // namespace sparkler::gui
