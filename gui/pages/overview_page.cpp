#include "pages/overview_page.h"

#include "manager/machine.h"
#include "manager/machine_text.h"
#include "pages/create_pages.h"
#include "pages/live_parts.h"
#include "pages/overview_cards.h"
#include "text/human_units.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/form_section.h"
#include "widgets/page_column.h"
#include "widgets/tag_editor.h"
#include "widgets/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr std::size_t kSparklineSamples = 120; // two minutes
}

OverviewPage::OverviewPage(Paths paths, QWidget *parent)
    : MachinePage(parent), m_paths(std::move(paths)), m_clock(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_column = new PageColumn({}, this);
    m_column->setAccessibleName(tr("Overview"));
    layout->addWidget(m_column);
    m_empty = new EmptyState(Icon::Overview, tr("No machine selected"), tr("Select a machine, or create one."), this);
    layout->addWidget(m_empty);
    buildCards();
    m_clock->setInterval(1000);
    connect(m_clock, &QTimer::timeout, this, [this] {
        if (m_machine)
            m_state->refreshUptime(*m_machine);
    });
    refresh();
}

OverviewPage::~OverviewPage()
{
    setMachine(nullptr);
    // The fields lose the focus when the window goes, and by then this is no page any more.
    m_notes->removeEventFilter(this);
    for (QObject *field : std::initializer_list<QObject *>{m_name, m_group, m_group->lineEdit(), m_tags})
        field->disconnect(this);
}

void OverviewPage::buildCards()
{
    m_state = new StateCard(m_paths);
    m_column->addWidget(m_state);
    auto *usage = new QWidget;
    auto *row = new QHBoxLayout(usage);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kLarge);
    m_cpu = new UsageCard(tr("Processor"), usage);
    m_memory = new UsageCard(tr("Memory"), usage);
    row->addWidget(m_cpu, 1);
    row->addWidget(m_memory, 1);
    m_column->addWidget(usage);
    m_column->addWidget(buildHardware());
    m_drivesCard = new Card(tr("Drives"));
    m_drives = new FactGrid(m_drivesCard);
    m_drivesCard->body()->addWidget(m_drives);
    m_column->addWidget(m_drivesCard);
    m_column->addWidget(buildWords());
    m_column->addWidget(buildPaths());
}

Card *OverviewPage::buildHardware()
{
    auto *card = new Card(tr("Machine"));
    auto *grid = new FactGrid(card);
    m_size = grid->addFact(tr("Size"));
    m_runner = grid->addFact(tr("Runs on"));
    m_engine = grid->addFact(tr("Engine"));
    m_kernel = grid->addFact(tr("Kernel"), Qt::ElideMiddle);
    m_initrd = grid->addFact(tr("Initrd"), Qt::ElideMiddle);
    m_bootArgs = grid->addFact(tr("Boot arguments"));
    card->body()->addWidget(grid);
    return card;
}

ElidedLabel *OverviewPage::addPath(FactGrid *grid, const QString &label, bool folder)
{
    ElidedLabel *value = grid->addFact(label, Qt::ElideMiddle);
    QToolButton *copy = makeIconButton(Icon::Copy, tr("Copy path: %1").arg(label), grid);
    connect(copy, &QToolButton::clicked, value, [value] { QGuiApplication::clipboard()->setText(value->text()); });
    grid->addBehind(copy);
    if (folder) {
        QToolButton *open = makeIconButton(Icon::Folder, tr("Open folder: %1").arg(label), grid);
        connect(open, &QToolButton::clicked, this, [this, value] { openFolder(value->text()); });
        grid->addBehind(open);
    }
    return value;
}

Card *OverviewPage::buildPaths()
{
    auto *card = new Card(tr("Files and sockets"));
    auto *grid = new FactGrid(card);
    m_directory = addPath(grid, tr("Directory"), true);
    m_apiSocket = addPath(grid, tr("API socket"), false);
    m_consoleSocket = addPath(grid, tr("Console socket"), false);
    card->body()->addWidget(grid);
    return card;
}

Card *OverviewPage::buildWords()
{
    auto *section = new FormSection(tr("Notes"));
    m_name = new QLineEdit(section);
    section->addRow(CreateResourcesPage::tr("Na&me"), m_name);
    m_group = new QComboBox(section);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->lineEdit()->setPlaceholderText(tr("No group"));
    m_group->lineEdit()->setClearButtonEnabled(true);
    section->addRow(tr("&Group"), m_group);
    m_tags = new TagEditor(section);
    section->addRow(tr("&Tags"), m_tags);
    m_notes = new QPlainTextEdit(section);
    m_notes->setTabChangesFocus(true);
    m_notes->setPlaceholderText(tr("What this machine is for"));
    m_notes->setFixedHeight(m_notes->fontMetrics().lineSpacing() * 4 + spacing::kLarge);
    m_notes->installEventFilter(this);
    section->addRow(tr("&Notes"), m_notes, tr("Saved when you leave the field."));
    connect(m_name, &QLineEdit::editingFinished, this, &OverviewPage::saveWords);
    connect(m_group->lineEdit(), &QLineEdit::editingFinished, this, &OverviewPage::saveWords);
    connect(m_group, &QComboBox::activated, this, &OverviewPage::saveWords);
    connect(m_tags, &TagEditor::tagsChanged, this, &OverviewPage::saveWords);
    return section;
}

void OverviewPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    saveWords();
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_failure.reset();
    m_askedClient.clear();
    m_version.clear();
    if (machine) {
        connect(machine, &Machine::stateChanged, this, &OverviewPage::onStateChanged);
        connect(machine, &Machine::usageSampled, this, &OverviewPage::refreshUsage);
        connect(machine, &Machine::definitionChanged, this, &OverviewPage::refresh);
        connect(machine, &Machine::failed, this, [this](const Failure &failure) {
            m_failure = failure;
            refresh();
        });
        m_name->setText(machine->definition().name);
        m_group->setEditText(machine->definition().group);
        m_notes->setPlainText(machine->definition().notes);
        m_savedNotes = machine->definition().notes;
        m_column->verticalScrollBar()->setValue(0);
    } else {
        m_notes->clear();
        m_savedNotes.clear();
    }
    onStateChanged();
}

void OverviewPage::focusContent()
{
    m_column->setFocus();
}

void OverviewPage::setKnownGroups(const QStringList &groups)
{
    const QString text = m_group->currentText();
    const QSignalBlocker blocker(m_group);
    m_group->clear();
    m_group->addItems(groups);
    m_group->setEditText(text);
}

void OverviewPage::setKnownTags(const QStringList &tags)
{
    m_tags->setSuggestions(tags);
}

void OverviewPage::showEvent(QShowEvent *event)
{
    MachinePage::showEvent(event);
    refresh();
    m_clock->start();
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    m_clock->stop();
    saveWords();
    MachinePage::hideEvent(event);
}

bool OverviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_notes && event->type() == QEvent::FocusOut)
        saveWords();
    return MachinePage::eventFilter(watched, event);
}

void OverviewPage::onStateChanged()
{
    if (m_machine && (m_machine->state() == MachineState::Running || m_machine->state() == MachineState::Starting))
        m_failure.reset();
    askVersion();
    refresh();
}

void OverviewPage::refresh()
{
    m_column->setVisible(m_machine);
    m_empty->setVisible(!m_machine);
    if (!m_machine)
        return;
    m_state->show(*m_machine, m_failure);
    refreshUsage();
    refreshHardware();
    refreshDrives();
    refreshWords();
}

void OverviewPage::refreshUsage()
{
    if (!m_machine)
        return;
    const QLocale locale;
    const MachineConfig &size = m_machine->definition().config.machine;
    const auto memory = static_cast<double>(size.memSizeMib) * static_cast<double>(kMiB);
    const QString cpuNote = tr("of %n vCPU(s)", "processor use", size.vcpuCount);
    const QString memoryNote = m_machine->emulated() ? tr("resident, helper machine included")
                                                     : tr("resident, of %1 for the guest").arg(formatByteSize(memory));
    const std::deque<ResourceUsage> &usage = m_machine->usage();
    std::vector<double> cpu, resident;
    const std::size_t first = usage.size() > kSparklineSamples ? usage.size() - kSparklineSamples : 0;
    for (std::size_t i = first; i < usage.size(); ++i) {
        cpu.push_back(usage[i].cpuPercent);
        resident.push_back(static_cast<double>(usage[i].residentBytes));
    }
    const bool live = !usage.empty() && m_machine->client();
    const QString none = u"–"_s;
    m_cpu->show(live ? tr("%1 %").arg(locale.toString(usage.back().cpuPercent, 'f', 0)) : none, cpuNote,
                live ? std::move(cpu) : std::vector<double>{}, 100.0 * size.vcpuCount);
    m_memory->show(live ? formatByteSize(static_cast<double>(usage.back().residentBytes)) : none, memoryNote,
                   live ? std::move(resident) : std::vector<double>{}, memory);
}

void OverviewPage::refreshHardware()
{
    const VmConfig &config = m_machine->definition().config;
    const QString none = tr("None");
    m_size->setText(sizeText(config.machine));
    m_runner->setText(m_machine->emulated() ? tr("Emulated: works without KVM, many times slower")
                                            : tr("Local KVM: this host's processor"));
    if (!m_version.isEmpty())
        m_engine->setText(m_version);
    else
        m_engine->setText(m_machine->client() ? tr("Not known yet") : tr("Known when the machine runs"));
    m_kernel->setText(config.bootSource.kernelImagePath.isEmpty() ? none : config.bootSource.kernelImagePath);
    m_initrd->setText(config.bootSource.initrdPath.isEmpty() ? none : config.bootSource.initrdPath);
    m_bootArgs->setText(config.bootSource.bootArgs.value_or(tr("The engine's default")));
    const MachineDirectory directory = m_machine->directory();
    m_directory->setText(directory.root());
    m_apiSocket->setText(directory.apiSocket());
    m_consoleSocket->setText(directory.consoleSocket());
}

void OverviewPage::refreshDrives()
{
    m_drives->clear();
    const QList<Drive> &drives = m_machine->definition().config.drives;
    for (const Drive &drive : drives) {
        ElidedLabel *path = m_drives->addFact(drive.driveId, Qt::ElideMiddle);
        path->setText(drive.pathOnHost);
        const QFileInfo file(drive.pathOnHost);
        m_drives->addBehind(new QLabel(driveNote(drive, file.exists() ? file.size() : -1), m_drives));
    }
    m_drivesCard->setDescription(drives.isEmpty() ? tr("This machine has no drives. Add one under Hardware.")
                                                  : QString());
    m_drives->setVisible(!drives.isEmpty());
}

void OverviewPage::refreshWords()
{
    const MachineDefinition &definition = m_machine->definition();
    // What is being typed stays.
    if (!m_name->hasFocus())
        m_name->setText(definition.name);
    if (!m_group->lineEdit()->hasFocus())
        m_group->setEditText(definition.group);
    if (m_tags->tags() != definition.tags)
        m_tags->setTags(definition.tags);
    if (m_notes->toPlainText() == m_savedNotes && definition.notes != m_savedNotes) {
        m_savedNotes = definition.notes;
        m_notes->setPlainText(m_savedNotes);
    }
}

void OverviewPage::askVersion()
{
    EngineClient *client = m_machine ? m_machine->client() : nullptr;
    if (!client) {
        m_askedClient.clear();
        m_version.clear();
        return;
    }
    if (client == m_askedClient || !whyNothingLive(m_machine->state()).isEmpty())
        return;
    m_askedClient = client;
    client->setBackground(true); // not something the user asked for
    client->version(this, [this, client](const ApiResult<VersionInfo> &version) {
        if (client != m_askedClient || !version)
            return;
        m_version = version->sparklerVersion.isEmpty()
                        ? tr("API %1").arg(version->firecrackerVersion)
                        : tr("Sparkler %1, API %2").arg(version->sparklerVersion, version->firecrackerVersion);
        refresh();
    });
    client->setBackground(false);
}

void OverviewPage::saveWords()
{
    if (!m_machine)
        return;
    MachineDefinition changed = m_machine->definition();
    // A machine keeps its name until it has another.
    if (const QString name = m_name->text().trimmed(); !name.isEmpty())
        changed.name = name;
    else
        m_name->setText(changed.name);
    changed.group = m_group->currentText().trimmed();
    changed.tags = m_tags->tags();
    changed.notes = m_notes->toPlainText();
    if (changed == m_machine->definition())
        return;
    const QString notes = changed.notes;
    const QString id = changed.id;
    m_machine->apply(changed, this, [this, id, notes](const Outcome<QStringList> &outcome) {
        if (!outcome)
            emit failed(outcome.error());
        else if (m_machine && m_machine->id() == id)
            m_savedNotes = notes;
    });
}

void OverviewPage::openFolder(const QString &path)
{
    if (openOnDesktop(path))
        return;
    Failure failure;
    failure.what = tr("The folder was not opened.");
    failure.why = QFileInfo::exists(path) ? tr("The desktop knows no program for %1.").arg(path)
                                          : tr("There is no folder %1 yet.").arg(path);
    emit failed(failure);
}

} // namespace sparkler::gui
