#include "window_fixture.h"

#include "support/window_driver.h"

#include <QDir>
#include <QLabel>
#include <QSettings>
#include <QTreeView>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

WindowFixture::WindowFixture(Theme *theme)
{
    QSettings(settingsFile(), QSettings::IniFormat).clear();
    Paths paths;
    paths.data = m_directory.filePath(u"home"_s);
    paths.cache = m_directory.filePath(u"cache"_s);
    paths.state = m_directory.filePath(u"state"_s);
    paths.engine = QStringLiteral(FAKE_ENGINE_PROGRAM);
    paths.troubleshooting = QStringLiteral(TROUBLESHOOTING);
    m_workspace = std::make_unique<Workspace>(paths);
    m_window = std::make_unique<MainWindow>(m_workspace.get(), theme);
    m_window->show();
    m_workspace->open();
    m_window->activateWindow();
    if (!QTest::qWaitForWindowActive(m_window.get()))
        qFatal("the window does not become active");
}

WindowFixture::~WindowFixture()
{
    const QList<Machine *> machines = m_workspace->supervisor()->machines();
    for (Machine *machine : machines)
        machine->forceStop();
    const bool ended = QTest::qWaitFor(
        [&] {
            return std::ranges::all_of(machines, [](const Machine *machine) {
                return machine->state() == MachineState::Stopped || machine->state() == MachineState::Crashed;
            });
        },
        20000);
    if (!ended)
        qCritical("an engine did not end");
    m_window.reset();
    m_workspace.reset();
}

QString WindowFixture::file(const QString &name, qint64 bytes) const
{
    QFile file(m_directory.filePath(name));
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) || !file.resize(bytes))
        qFatal("no test file");
    return file.fileName();
}

void WindowFixture::makeDemoGuest()
{
    for (const char *name : {"vmlinux", "initrd", "rootfs.ext4", ".stamp"})
        file(u"home/assets/demo/"_s + QLatin1StringView(name));
}

QString WindowFixture::add(const QString &name, const QString &group, const QStringList &tags)
{
    MachineDefinition made;
    made.name = name;
    made.group = group;
    made.tags = tags;
    made.runner = RunnerChoice::Local;
    made.jail.choice = JailChoice::None; // no jailer here
    made.config.bootSource.kernelImagePath = file(name + u"-kernel"_s);
    made.config.bootSource.bootArgs = u"console=ttyS0"_s;
    Drive drive;
    drive.driveId = u"rootfs"_s;
    drive.pathOnHost = file(name + u"-rootfs"_s);
    drive.isRootDevice = true;
    made.config.drives.append(drive);
    const auto id = m_workspace->store()->create(made);
    if (!id)
        qFatal("%s", qPrintable(id.error().report()));
    return *id;
}

Machine *WindowFixture::machine(const QString &name) const
{
    for (Machine *machine : m_workspace->supervisor()->machines()) {
        if (machine->definition().name == name)
            return machine;
    }
    return nullptr;
}

void WindowFixture::change(const QString &name, const std::function<void(MachineDefinition &)> &edit)
{
    MachineDefinition definition = machine(name)->definition();
    edit(definition);
    if (const auto saved = m_workspace->store()->save(definition); !saved)
        qFatal("%s", qPrintable(saved.error().report()));
}

QTreeView *WindowFixture::list() const
{
    return driver::find<QTreeView>(m_window.get(), u"Machines"_s);
}

QString WindowFixture::shownText() const
{
    QStringList texts;
    for (const QLabel *label : driver::allVisible<QLabel>(m_window.get()))
        texts << label->text();
    return texts.join(u'\n');
}

} // namespace sparkler::gui
