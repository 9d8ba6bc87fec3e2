// Draws the manager's pictures for the documentation, without a screen: see tests/tools/screenshots.
#include "app/main_window.h"
#include "manager/machine_directory.h"
#include "manager/snapshots/library.h"
#include "support/window_driver.h"
#include "text/language.h"
#include "widgets/console_thumbnail.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTableView>
#include <QTableWidget>
#include <QTreeView>
#include <QWizard>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace sparkler::gui;

namespace {

constexpr int kWatchMs = 75000; ///< until the plots have something to show
const QString kHome = u"/tmp/sparkler-pictures"_s;
const QString kSnapshotMachine = u"cirun001"_s; ///< without a network: clones can be started on any host
const QString kSnapshotName = u"lint-agent"_s;

class Studio {
public:
    explicit Studio(QString directory) : m_directory(std::move(directory)), m_theme(*qApp) {}
    ~Studio()
    {
        for (Machine *machine : m_workspace->supervisor()->machines())
            machine->forceStop();
        static_cast<void>(QTest::qWaitFor(
            [this] {
                return std::ranges::none_of(m_workspace->supervisor()->machines(),
                                            [](const Machine *machine) { return machine->client() != nullptr; });
            },
            20000));
        m_window.reset();
        m_workspace.reset();
        QDir(kHome).removeRecursively();
    }

    bool run();

private:
    void open();
    QString file(const QString &name, qint64 bytes) const;
    void add(const QString &id, const QString &name, const QString &group, int vcpus, quint64 memoryMib,
             const QStringList &tags, const QString &notes = {});
    bool select(const QString &name, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool page(const QString &title);
    bool save(const QString &name, QWidget *what = nullptr);
    bool takeMachines();
    bool takeCreateFlow();
    bool takeHardware();
    bool takeMetrics();
    static void addDevices(VmConfig &config);
    bool takeDevices();
    bool takeCpu();
    bool takeSnapshots();
    bool takeSnapshotDialogs();
    bool makeSnapshot(const QString &name, SnapshotKind kind, const QString &note = {});
    bool ended(Task *task);
    bool dialogInBothThemes(const QString &button, const QString &name);
    bool inBothThemes(const QString &name, QWidget *what = nullptr);
    bool scrollTo(QWidget *widget);
    void settle(int ms = 300) { QTest::qWait(ms); }

    QString m_directory;
    Theme m_theme;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<MainWindow> m_window;
};

void Studio::open()
{
    QDir(kHome).removeRecursively();
    Paths paths;
    paths.data = kHome + u"/data"_s;
    paths.cache = kHome + u"/cache"_s;
    paths.state = kHome + u"/state"_s;
    paths.engine = QStringLiteral(SCENE_ENGINE);
    paths.jailer = QStringLiteral(SCENE_JAILER); // makes no jail, but is started like the one that does
    paths.tools = QStringLiteral(SCENE_TOOLS); // shows the processor of the host that the pictures are made on
    // A copy, so that the pictures tell nothing of where they were made.
    paths.resources = kHome + u"/resources"_s;
    if (!QDir().mkpath(paths.resources + u"/network"_s) ||
        !QFile::copy(QStringLiteral(SCENE_MAKE_TAP), paths.resources + u"/network/make-tap"_s))
        qFatal("the script cannot be copied");
    paths.kvmProbe = u"/bin/true"_s; // the computer of the pictures has KVM
    m_theme.apply(ThemeMode::Light);
    m_workspace = std::make_unique<Workspace>(paths);
    m_window = std::make_unique<MainWindow>(m_workspace.get(), &m_theme);
    m_window->show();
    m_window->activateWindow();
    m_workspace->open();
}

/// What a kernel's file begins with, for whoever looks.
QByteArray kernelHead()
{
    QByteArray head(120, '\0');
    head.replace(0, 8, QByteArray::fromHex("7f454c4602010100"));
    head[16] = 2;  // an executable
    head[18] = 62; // for x86-64
    head[20] = 1;
    head[32] = 64; // program headers
    head[52] = 64;
    head[54] = 56;
    head[56] = 1;
    head[64] = 1; // to be loaded
    return head;
}

QString Studio::file(const QString &name, qint64 bytes) const
{
    QFile file(kHome + u"/images/"_s + name);
    if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly) ||
        file.write(name.startsWith(u"vmlinux"_s) ? kernelHead() : QByteArray()) < 0 || !file.resize(bytes))
        qFatal("%s cannot be made", qPrintable(file.fileName()));
    return file.fileName();
}

void Studio::add(const QString &id, const QString &name, const QString &group, int vcpus, quint64 memoryMib,
                 const QStringList &tags, const QString &notes)
{
    MachineDefinition made;
    made.id = id;
    made.name = name;
    made.group = group;
    made.tags = tags;
    made.notes = notes;
    made.config.machine.vcpuCount = vcpus;
    made.config.machine.memSizeMib = memoryMib;
    made.config.machine.trackDirtyPages = id == kSnapshotMachine; // for diffs
    made.config.bootSource = {file(u"vmlinux-6.1"_s, 53243444), {}, u"console=ttyS0 reboot=k panic=1"_s};
    Drive root;
    root.driveId = u"rootfs"_s;
    root.pathOnHost = file(name + u"-rootfs.ext4"_s, id == kSnapshotMachine ? 64LL << 20 : 2LL << 30);
    root.isRootDevice = true;
    root.rateLimiter =
        RateLimiter{.bandwidth = TokenBucket{.size = 100 << 20, .oneTimeBurst = {}, .refillTimeMs = 1000}, .ops = {}};
    made.config.drives << root;
    if (group == u"Databases"_s) {
        Drive data;
        data.driveId = u"data"_s;
        data.pathOnHost = file(name + u"-data.img"_s, 20LL << 30);
        data.cacheType = CacheType::Writeback;
        made.config.drives << data;
    }
    if (group == u"Web"_s)
        addDevices(made.config);
    if (const auto stored = m_workspace->store()->create(made); !stored)
        qFatal("%s", qPrintable(stored.error().report()));
}

bool Studio::select(const QString &name, Qt::KeyboardModifiers modifiers)
{
    return driver::clickRow(driver::find<QTreeView>(m_window.get(), u"Machines"_s), name, modifiers);
}

bool Studio::page(const QString &title)
{
    return driver::clickTab(driver::find<QTabBar>(m_window.get(), u"Pages of the machine"_s), title);
}

bool Studio::save(const QString &name, QWidget *what)
{
    settle();
    if (QWidget *focus = QApplication::focusWidget(); focus && !what)
        focus->clearFocus();
    const QString path = m_directory + u"/manager-"_s + name + u".png"_s;
    const bool saved = (what ? what : m_window.get())->grab().save(path);
    std::fprintf(saved ? stdout : stderr, "%s %s\n", saved ? "wrote" : "cannot write", qPrintable(path));
    return saved;
}

bool Studio::takeCreateFlow()
{
    if (!driver::clickButton(m_window.get(), u"Create machine"_s))
        return false;
    settle();
    auto *wizard = qobject_cast<QWizard *>(QApplication::activeModalWidget());
    if (!wizard || !save(u"create"_s, wizard) || !driver::click(wizard->button(QWizard::NextButton)) ||
        !save(u"create-resources"_s, wizard))
        return false;
    wizard->reject();
    settle();
    return true;
}

bool Studio::takeHardware()
{
    auto *drives = driver::find<QTableView>(m_window.get(), u"Drives"_s);
    if (!drives || !driver::clickRow(drives, u"rootfs"_s))
        return false;
    // With a change that is not applied yet, and the drives in sight.
    if (!driver::type(driver::find<QSpinBox>(m_window.get(), u"Virtual CPUs"_s), u"1"_s))
        return false;
    for (auto *area : driver::allVisible<QScrollArea>(m_window.get()))
        area->ensureWidgetVisible(driver::find<QPushButton>(m_window.get(), u"Add drive"_s), 0, 40);
    return save(u"hardware"_s) && driver::clickButton(m_window.get(), u"Discard"_s);
}

/// The parts of the metrics page, in the present theme.
bool Studio::takeMetrics()
{
    const auto part = [this](const QString &title) {
        return driver::clickTab(driver::find<QTabBar>(m_window.get(), u"Parts of the metrics"_s), title);
    };
    auto *what = driver::find<QComboBox>(m_window.get(), u"Plots of"_s);
    if (!what || !save(u"metrics"_s))
        return false;
    what->setCurrentIndex(what->findData(u"net_eth0"_s));
    if (!save(u"metrics-device"_s) || !part(u"Memory and balloon"_s))
        return false;
    settle(kWatchMs / 3); // the balloon is asked about only now
    auto *target = driver::find<QSpinBox>(m_window.get(), u"Target of the balloon"_s);
    if (!driver::type(target, u"160"_s))
        return false;
    QTest::keyClick(target, Qt::Key_Return);
    settle(kWatchMs / 5);
    if (!save(u"memory"_s))
        return false;
    for (auto *area : driver::allVisible<QScrollArea>(m_window.get()))
        area->ensureWidgetVisible(driver::find<QTableWidget>(m_window.get(), u"Statistics of the guest's memory"_s));
    if (!save(u"balloon"_s) || !part(u"Rate limits"_s))
        return false;
    settle(1500);
    if (!save(u"limits"_s) || !part(u"All counters"_s))
        return false;
    auto *tree = driver::find<QTreeView>(m_window.get(), u"Counters"_s);
    settle(1200);
    if (!tree || !driver::clickRow(tree, u"tap_write_fails"_s) || !save(u"counters"_s) || !part(u"Plots"_s))
        return false;
    what->setCurrentIndex(0);
    return true;
}

void Studio::addDevices(VmConfig &config)
{
    const RateLimiter limiter{.bandwidth = TokenBucket{.size = 12 << 20, .oneTimeBurst = 4 << 20, .refillTimeMs = 1000},
                              .ops = {}};
    config.networkInterfaces = {
        {.ifaceId = u"eth0"_s, .hostDevName = u"tap0"_s, .guestMac = u"06:00:ac:10:00:02"_s, .txRateLimiter = limiter},
        {.ifaceId = u"eth1"_s, .hostDevName = u"tap1"_s, .mtu = 1400}};
    config.mmdsConfig = MmdsConfig{MmdsVersion::V2, {u"eth0"_s}, {}, false};
    config.mmds = QJsonDocument::fromJson(R"({"latest":{"meta-data":{"instance-id":"i-0a12","hostname":"web-1",
        "placement":{"zone":"north-1"},"public-keys":{"0":"ssh-ed25519 AAAAC3Nza operator"},"weight":3},
        "user-data":"#!/bin/sh\necho ready"}})")
                      .object();
    config.vsock = Vsock{3, kVsockName};
    config.balloon = Balloon{64, true, 1, false, true};
    config.entropy = Entropy{};
    config.serial = Serial{kSerialName, {}};
}

bool Studio::inBothThemes(const QString &name, QWidget *what)
{
    bool good = save(name, what);
    m_theme.apply(ThemeMode::Dark);
    settle();
    good = save(name + u"-dark"_s, what) && good;
    m_theme.apply(ThemeMode::Light);
    settle();
    return good;
}

bool Studio::scrollTo(QWidget *widget)
{
    for (auto *area : driver::allVisible<QScrollArea>(m_window.get())) {
        if (widget && area->isAncestorOf(widget))
            area->ensureWidgetVisible(widget, 0, 60);
    }
    return widget;
}

/// The pages of the network, of the metadata and of the small devices; `web-1` is selected.
bool Studio::takeDevices()
{
    if (!page(u"Network"_s) || !inBothThemes(u"network"_s) || !driver::clickButton(m_window.get(), u"Make it"_s))
        return false;
    settle(1500); // the script says what it would do
    QWidget *dialog = QApplication::activeModalWidget();
    if (!dialog || !save(u"make-tap"_s, dialog))
        return false;
    dialog->close();
    settle();
    if (!driver::clickButton(m_window.get(), u"Edit"_s))
        return false;
    dialog = QApplication::activeModalWidget();
    if (!dialog || !save(u"interface"_s, dialog))
        return false;
    dialog->close();
    settle();
    if (!page(u"Metadata"_s) || !inBothThemes(u"metadata"_s))
        return false;
    auto *path = driver::find<QLineEdit>(m_window.get(), u"Path"_s);
    if (!driver::type(path, u"/latest/meta-data"_s) ||
        !scrollTo(driver::find<QPlainTextEdit>(m_window.get(), u"Commands for the guest"_s)) ||
        !inBothThemes(u"metadata-guest"_s))
        return false;
    if (!page(u"Hardware"_s) || !scrollTo(driver::find<QPlainTextEdit>(m_window.get(), u"Socket of the vsock"_s)) ||
        !inBothThemes(u"devices"_s))
        return false;
    return scrollTo(driver::find<QPlainTextEdit>(m_window.get(), u"File of the serial port"_s)) &&
           inBothThemes(u"devices-more"_s);
}

/// The CPU page: the choice, a custom template with a mistake, and the features; `web-1` is selected.
bool Studio::takeCpu()
{
    const QString pattern = uR"({
  "cpuid_modifiers": [
    { "leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers": [
      { "register": "ecx", "bitmap": "0b%1xxxxxxxxxxxxx" }
    ] }
  ],
  "msr_modifiers": []
})"_s;
    if (!page(u"CPU"_s))
        return false;
    settle(1500); // the host is asked
    if (!inBothThemes(u"cpu"_s) || !driver::clickMark(driver::find<QRadioButton>(m_window.get(), u"Custom"_s)))
        return false;
    auto *text = driver::find<QPlainTextEdit>(m_window.get(), u"Custom template (JSON)"_s);
    if (!scrollTo(text))
        return false;
    text->selectAll();
    text->insertPlainText(pattern.arg(u"2"_s));
    settle();
    if (!scrollTo(driver::find<QPushButton>(m_window.get(), u"Go to the mistake"_s)) || !inBothThemes(u"cpu-custom"_s))
        return false;
    text->selectAll();
    text->insertPlainText(pattern.arg(u"0"_s));
    settle(1500);
    return driver::clickMark(driver::find<QCheckBox>(m_window.get(), u"Only differences"_s)) &&
           scrollTo(driver::find<QTableView>(m_window.get(), u"Features of the processor"_s)) &&
           inBothThemes(u"cpu-features"_s) && driver::clickButton(m_window.get(), u"Discard"_s);
}

bool Studio::ended(Task *task)
{
    const bool done = QTest::qWaitFor([task] { return task->ended(); }, 60000) && task->state() == Task::State::Done;
    if (!done && task->failure())
        std::fprintf(stderr, "%s\n", qPrintable(task->failure()->report()));
    return done;
}

bool Studio::makeSnapshot(const QString &name, SnapshotKind kind, const QString &note)
{
    CreateSnapshot wanted;
    wanted.machineId = kSnapshotMachine;
    wanted.kind = kind;
    wanted.name = name;
    wanted.note = note;
    wanted.consoleText = [](const QByteArray &output) { return plainConsoleText(output); };
    SnapshotLibrary *library = m_workspace->snapshots();
    // The one before has to be read again before a diff can stand on it.
    return QTest::qWaitFor([&] { return library->whyNotCreate(kSnapshotMachine, kind).isEmpty(); }) &&
           ended(library->create(wanted));
}

/// Presses the button, and takes the dialog that it opens.
bool Studio::dialogInBothThemes(const QString &button, const QString &name)
{
    if (!driver::clickButton(m_window.get(), button))
        return false;
    const auto opened = [this] {
        QWidget *window = QApplication::activeWindow();
        return window != m_window.get() ? window : nullptr;
    };
    // One that tells what came of a task takes its time; and then it has to look at what it tells about.
    if (!QTest::qWaitFor([&] { return opened() != nullptr; }, 10000))
        return false;
    settle(1200);
    QWidget *dialog = opened();
    const bool good = dialog && inBothThemes(name, dialog);
    if (dialog)
        dialog->close();
    settle();
    return good;
}

bool Studio::takeSnapshotDialogs()
{
    auto *tree = driver::find<QTreeView>(m_window.get(), u"Snapshots"_s);
    if (!driver::clickRow(tree, u"Packages installed"_s))
        return false;
    settle(600);
    if (!inBothThemes(u"snapshots-diff"_s) || !dialogInBothThemes(u"Delete"_s, u"snapshot-delete"_s) ||
        !driver::clickRow(tree, u"Before the upgrade"_s))
        return false;
    settle(600);
    const std::pair<QString, QString> dialogs[] = {{u"Take snapshot"_s, u"snapshot-take"_s},
                                                   {u"Restore"_s, u"snapshot-restore"_s},
                                                   {u"New machine"_s, u"snapshot-new-machine"_s},
                                                   {u"Start clones"_s, u"snapshot-clones"_s}};
    return std::ranges::all_of(dialogs,
                               [this](const auto &one) { return dialogInBothThemes(one.first, one.second); }) &&
           dialogInBothThemes(u"Verify"_s, u"snapshot-verify"_s);
}

/// The page of snapshots, with two lines of descent and machines made from them.
bool Studio::takeSnapshots()
{
    using K = SnapshotKind;
    if (!select(u"scratch"_s) || !page(u"Snapshots"_s) || !inBothThemes(u"snapshots-empty"_s) ||
        !makeSnapshot(u"Fresh from the image"_s, K::Full) || !makeSnapshot(u"Packages installed"_s, K::Diff) ||
        !makeSnapshot(u"Before the upgrade"_s, K::Full, u"All services up. Go back to this one if it fails."_s) ||
        !makeSnapshot(u"After the upgrade"_s, K::Diff))
        return false;
    SnapshotLibrary *library = m_workspace->snapshots();
    const auto idOf = [library](const QString &name) {
        for (const SnapshotEntry &entry : library->of(kSnapshotMachine)->entries) {
            if (entry.snapshot.name == name)
                return entry.snapshot.id;
        }
        return QString();
    };
    RestoreSnapshot back;
    back.machineId = kSnapshotMachine;
    back.snapshotId = idOf(u"Packages installed"_s);
    CloneSnapshot clones;
    clones.machineId = kSnapshotMachine;
    clones.snapshotId = idOf(u"Before the upgrade"_s);
    clones.count = 2;
    if (!ended(library->restore(back)) || !makeSnapshot(u"Try: new kernel"_s, K::Diff) ||
        !makeSnapshot(u"Try: new kernel, tuned"_s, K::Diff) || !ended(library->clone(clones)))
        return false;
    settle(1000);
    m_workspace->tasks()->clearEnded();
    if (!select(kSnapshotName) ||
        !driver::clickRow(driver::find<QTreeView>(m_window.get(), u"Snapshots"_s), u"Before the upgrade"_s))
        return false;
    settle(600);
    if (!inBothThemes(u"snapshots"_s) || !takeSnapshotDialogs())
        return false;
    const QSize before = m_window->size();
    const std::pair<QSize, QString> sizes[] = {{{1024, 768}, u"snapshots-small"_s},
                                               {{1600, 1000}, u"snapshots-large"_s}};
    for (const auto &[size, name] : sizes) {
        m_window->resize(size);
        if (!inBothThemes(name))
            return false;
    }
    m_window->resize(before);
    auto *tree = driver::find<QTreeView>(m_window.get(), u"Snapshots"_s);
    return driver::clickRow(tree, u"You are here"_s) && save(u"snapshots-here"_s) &&
           driver::clickRow(tree, kSnapshotName + u" clone"_s) && save(u"snapshots-clone"_s);
}

bool Studio::takeMachines()
{
    const auto machines = m_workspace->supervisor()->machines();
    for (Machine *machine : machines) {
        if (machine->id() != u"stop0001"_s && machine->id() != u"stop0002"_s)
            machine->start();
    }
    if (!select(u"web-1"_s) || !page(u"Metrics"_s))
        return false;
    settle(kWatchMs * 2 / 3);
    if (!driver::clickButton(m_window.get(), u"Close message"_s)) // what is said about the machine that ended
        return false;
    m_workspace->supervisor()->find(u"dbpause1"_s)->pause();
    settle(kWatchMs / 3);

    if (!takeMetrics())
        return false;
    m_theme.apply(ThemeMode::Dark);
    settle();
    if (!save(u"dark"_s))
        return false;
    m_theme.apply(ThemeMode::Light);
    settle();
    if (!page(u"Overview"_s) || !save(u"list"_s) || !page(u"Console"_s) || !save(u"console"_s) || !page(u"API"_s))
        return false;
    auto *requests = driver::find<QTableView>(m_window.get(), u"Requests"_s);
    if (!requests || !driver::clickIndex(requests, requests->model()->index(2, 1)) || !save(u"api"_s))
        return false;
    if (!takeDevices() || !takeCpu())
        return false;
    if (!select(u"orders-db"_s) || !page(u"Overview"_s) || !save(u"overview"_s) || !page(u"Hardware"_s) ||
        !takeHardware())
        return false;
    return select(u"web-1"_s) && select(u"web-2"_s, Qt::ControlModifier) &&
           select(u"orders-db"_s, Qt::ControlModifier) && save(u"several"_s) && takeSnapshots();
}

bool Studio::run()
{
    open();
    if (!QTest::qWaitFor([this] { return m_workspace->readiness()->complete(); }, 20000) || !save(u"first-run"_s) ||
        !takeCreateFlow())
        return false;
    add(u"web00001"_s, u"web-1"_s, u"Web"_s, 2, 512, {u"production"_s, u"web"_s},
        u"Front end. Takes over from web-2 at night; see the runbook before a restart."_s);
    add(u"web00002"_s, u"web-2"_s, u"Web"_s, 2, 512, {u"production"_s, u"web"_s});
    add(u"db000001"_s, u"orders-db"_s, u"Databases"_s, 2, 2048, {u"production"_s});
    add(u"dbpause1"_s, u"orders-db-replica"_s, u"Databases"_s, 2, 2048, {u"production"_s});
    add(u"crash001"_s, u"kernel-6.12-test"_s, {}, 1, 256, {u"lab"_s});
    add(u"stop0001"_s, u"build-agent"_s, u"CI"_s, 2, 4096, {u"ci"_s});
    add(u"cirun001"_s, u"lint-agent"_s, u"CI"_s, 1, 256, {u"ci"_s});
    add(u"stop0002"_s, u"scratch"_s, {}, 1, 128, {});
    settle();
    return takeMachines();
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: sparkler-screenshots DIRECTORY\n", stderr);
        return 2;
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"}) {
        const QString path = kHome + u"-settings/"_s + QLatin1StringView(variable);
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(variable, path.toUtf8());
    }
    QCoreApplication::setApplicationName(u"sparkler"_s);
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    installLanguage(application, {});
    if (!QFontDatabase::families().contains(u"DejaVu Sans"_s)) {
        std::fputs("screenshots: the font DejaVu Sans is missing (package fonts-dejavu-core)\n", stderr);
        return 1;
    }
    QApplication::setFont(QFont(u"DejaVu Sans"_s, 10));
    bool done = false;
    {
        Studio studio(QString::fromLocal8Bit(argv[1]));
        done = studio.run();
    }
    QDir(kHome + u"-settings"_s).removeRecursively();
    return done ? 0 : 1;
}
