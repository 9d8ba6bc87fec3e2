#include "pages/create_pages.h"

#include "client/json.h"
#include "manager/disk_work.h"
#include "pages/config_rules.h"
#include "pages/help_dialog.h"
#include "pages/resources_form.h"
#include "widgets/byte_size_field.h"
#include "widgets/fold.h"
#include "widgets/inline_message.h"
#include "widgets/json_view.h"
#include "widgets/tag_editor.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <QWizard>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 kOfferedDisk = kGiB;
constexpr int kJsonLines = 14;
constexpr int kSteps = 3;

} // namespace

CreatePage::CreatePage(const QString &title, int step, Workspace *workspace, MachineOrder *order)
    : m_workspace(workspace), m_order(order), m_column(new QVBoxLayout)
{
    setAccessibleName(title);
    auto *heading = new QLabel(title, this);
    heading->setFont(Theme::font(TextRole::Title));
    QLabel *position = makeHintLabel(tr("Step %1 of %2").arg(step).arg(kSteps), this);
    auto *content = new QWidget;
    auto *outer = new QVBoxLayout(content);
    outer->setContentsMargins(0, 0, spacing::kSmall, 0);
    m_column->setSpacing(spacing::kLarge);
    outer->addLayout(m_column);
    outer->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    layout->addWidget(position);
    layout->addWidget(heading);
    layout->addSpacing(spacing::kMedium);
    layout->addWidget(scroll);
}

void CreatePage::add(QWidget *widget)
{
    m_column->addWidget(widget);
}

CreateResourcesPage::CreateResourcesPage(Workspace *workspace, MachineOrder *order)
    : CreatePage(tr("Name and resources"), 2, workspace, order)
{
    m_emulated = new InlineMessage(this);
    m_emulated->setClosable(false);
    add(m_emulated);
    connect(workspace->readiness(), &Readiness::changed, this, &CreateResourcesPage::showRunner);
    buildName();
    m_resources = new ResourcesForm(ResourcesForm::Extent::Basic, HostLimits::ofThisHost());
    connect(m_resources, &ResourcesForm::changed, this, &CreateResourcesPage::completeChanged);
    add(m_resources);
    buildDisk();
}

void CreateResourcesPage::buildName()
{
    auto *section = new FormSection(tr("Machine"));
    m_name = new QLineEdit(section);
    section->addRow(tr("Na&me"), m_name);
    m_nameNote.emplace(section, m_name);
    m_group = new QComboBox(section);
    m_group->setEditable(true);
    m_group->setInsertPolicy(QComboBox::NoInsert);
    m_group->addItems(m_workspace->store()->groups());
    m_group->setEditText({});
    m_group->lineEdit()->setPlaceholderText(tr("No group"));
    section->addRow(tr("&Group"), m_group);
    m_tags = new TagEditor(section);
    m_tags->setSuggestions(m_workspace->store()->tags());
    section->addRow(tr("&Tags"), m_tags);
    connect(m_name, &QLineEdit::textChanged, this, &CreateResourcesPage::check);
    add(section);
}

void CreateResourcesPage::buildDisk()
{
    m_disk = new FormSection(tr("Disk"));
    m_copy = new QCheckBox(tr("Give the machine a cop&y of the root file system of its own"), m_disk);
    m_disk->addRow({}, m_copy, tr("Otherwise it uses the file itself, and changes it."));
    m_copyNote.emplace(m_disk, m_copy);
    m_enlarge = new QCheckBox(tr("&Enlarge the copy"), m_disk);
    m_disk->addRow({}, m_enlarge);
    m_size = new ByteSizeField(m_disk);
    m_size->setBareUnit(kMiB);
    m_size->setGranularity(kMiB);
    m_size->setAccessibleName(tr("Disk size"));
    m_disk->addRow(tr("Disk si&ze"), m_size, tr("Takes up space on this host only as it is filled."));
    m_sizeNote.emplace(m_disk, m_size);
    m_engine = new QComboBox(m_disk);
    m_engine->addItem(tr("Synchronous: works everywhere"), static_cast<int>(IoEngine::Sync));
    m_engine->addItem(tr("Asynchronous (io_uring): faster under load"), static_cast<int>(IoEngine::Async));
    m_disk->addRow(tr("&I/O engine"), m_engine);
    connect(m_copy, &QCheckBox::toggled, this, &CreateResourcesPage::check);
    connect(m_enlarge, &QCheckBox::toggled, this, &CreateResourcesPage::check);
    connect(m_size, &ByteSizeField::validityChanged, this, &CreateResourcesPage::check);
    add(m_disk);
}

QString CreateResourcesPage::rootFile() const
{
    if (m_order->source == MachineOrder::Source::Demo) {
        const auto guest = m_workspace->assets()->demoGuest();
        return guest ? guest->rootfs : QString();
    }
    const QList<Drive> &drives = m_order->definition.config.drives;
    const auto root = std::ranges::find_if(drives, &Drive::isRootDevice);
    return root == drives.end() ? QString() : root->pathOnHost;
}

qint64 CreateResourcesPage::imageBytes() const
{
    const QFileInfo file(rootFile());
    return file.isFile() ? file.size() : 0;
}

void CreateResourcesPage::initializePage()
{
    showRunner();
    // Going back and forth keeps what was entered, unless it is for another source.
    if (m_shownSource != m_order->source || m_shownRoot != rootFile()) {
        m_shownSource = m_order->source;
        m_shownRoot = rootFile();
        m_name->setText(m_order->definition.name);
        m_resources->setConfig(m_order->definition.config.machine);
        showDisk();
    }
    check();
    // Later: the wizard itself would choose a button of the message above, even of one that is not shown.
    QMetaObject::invokeMethod(
        m_name,
        [this] {
            m_name->setFocus();
            m_name->selectAll();
        },
        Qt::QueuedConnection);
}

void CreateResourcesPage::showRunner()
{
    const Readiness *readiness = m_workspace->readiness();
    if (readiness->kvmUsable() != false) {
        m_emulated->hide();
        return;
    }
    if (readiness->emulatorUsable() == false)
        m_emulated->setMessage(
            InlineMessage::Kind::Warning,
            tr("Neither this host's KVM nor the emulator can run machines now. The machine can be made; what "
               "is missing stands at the top of the window."));
    else
        m_emulated->setMessage(
            InlineMessage::Kind::Warning,
            tr("This host's KVM cannot run the machine, so it will be emulated: it works, many times "
               "slower. One processor and 256 MiB are a good size."));
    const QList<ReadinessCheck> checks = readiness->checks();
    const auto kvm = std::ranges::find(checks, u"kvm"_s, &ReadinessCheck::id);
    offerHelp(m_emulated, kvm == checks.end() ? HelpTopic::None : kvm->help, m_workspace->paths());
}

Validity CreateResourcesPage::copyValidity() const
{
    const QList<Drive> &drives = m_order->definition.config.drives;
    const auto root = std::ranges::find_if(drives, &Drive::isRootDevice);
    if (m_order->source == MachineOrder::Source::Demo || root == drives.end())
        return {};
    const bool copies = m_copy->isChecked();
    Validity found = fileProblem(root->pathOnHost, FileRole::Drive, copies || root->isReadOnly);
    // Without a copy the machine can be made all the same, and the file put there later.
    if (!copies && !found.isAcceptable())
        found.level = Validity::Level::Warning;
    return found;
}

void CreateResourcesPage::showDisk()
{
    const bool demo = m_order->source == MachineOrder::Source::Demo;
    const QList<Drive> &drives = m_order->definition.config.drives;
    const auto root = std::ranges::find_if(drives, &Drive::isRootDevice);
    m_disk->setVisible(root != drives.end());
    m_disk->setRowVisible(m_copy, !demo);
    m_copy->setChecked(demo || m_order->source == MachineOrder::Source::Files);
    m_enlarge->setChecked(false);
    const quint64 least = std::max((static_cast<quint64>(imageBytes()) + kMiB - 1) / kMiB * kMiB, kMiB);
    m_size->setRange(least, static_cast<quint64>(kMostDiskBytes));
    m_size->setValue(std::max(least, kOfferedDisk));
    if (root != drives.end())
        m_engine->setCurrentIndex(m_engine->findData(static_cast<int>(root->ioEngine)));
}

void CreateResourcesPage::check()
{
    const QString name = m_name->text().trimmed();
    Validity validity;
    if (name.isEmpty())
        validity = {Validity::Level::Error, tr("A machine needs a name.")};
    else if (freeMachineName(*m_workspace->store(), name) != name)
        validity = {Validity::Level::Warning, tr("There is a machine with this name. The new one will be called “%1”.")
                                                  .arg(freeMachineName(*m_workspace->store(), name))};
    m_nameNote->show(validity);
    m_copyNote->show(copyValidity());
    const bool copies = m_copy->isChecked();
    const bool enlarges = copies && m_enlarge->isChecked();
    m_disk->setRowVisible(m_enlarge, copies);
    m_disk->setRowVisible(m_size, enlarges);
    m_sizeNote->show(enlarges ? m_size->validity() : Validity{});
    emit completeChanged();
}

bool CreateResourcesPage::isComplete() const
{
    return m_nameNote->validity().isAcceptable() && m_copyNote->validity().isAcceptable() &&
           m_sizeNote->validity().isAcceptable() && m_resources->validity().isAcceptable();
}

bool CreateResourcesPage::validatePage()
{
    MachineDefinition &definition = m_order->definition;
    definition.name = freeMachineName(*m_workspace->store(), m_name->text().trimmed());
    definition.group = m_group->currentText().trimmed();
    definition.tags = m_tags->tags();
    definition.config.machine = m_resources->config();
    const bool copies = m_copy->isChecked();
    m_order->copyRootFrom = copies && m_order->source != MachineOrder::Source::Demo ? rootFile() : QString();
    m_order->diskBytes = copies && m_enlarge->isChecked() ? static_cast<qint64>(m_size->value()) : 0;
    for (Drive &drive : definition.config.drives) {
        if (drive.isRootDevice)
            drive.ioEngine = static_cast<IoEngine>(m_engine->currentData().toInt());
    }
    return isComplete();
}

CreateReviewPage::CreateReviewPage(Workspace *workspace, MachineOrder *order)
    : CreatePage(tr("Review"), 3, workspace, order), m_summary(new QLabel), m_next(makeHintLabel({})),
      m_problems(new InlineMessage(this)), m_json(new JsonView(JsonView::Mode::ReadOnly))
{
    auto *card = new Card(tr("Summary"));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setWordWrap(true);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    card->body()->addWidget(m_summary);
    card->body()->addWidget(m_next);
    add(card);
    m_problems->setClosable(false);
    add(m_problems);
    auto *fold = new Fold(tr("The same as a Firecracker configuration file"));
    m_json->setAccessibleName(tr("Configuration file"));
    m_json->setMinimumHeight(m_json->fontMetrics().lineSpacing() * kJsonLines);
    fold->setContent(m_json);
    add(fold);
}

void CreateReviewPage::initializePage()
{
    m_summary->setText(m_order->summary().join(u'\n'));
    const bool builds =
        m_order->source == MachineOrder::Source::Demo && !m_workspace->assets()->demoGuest().has_value();
    const bool copies = m_order->source == MachineOrder::Source::Demo || !m_order->copyRootFrom.isEmpty();
    if (builds)
        m_next->setText(
            tr("The demo guest is made first, in one to two minutes. The machine can be started after that."));
    else if (copies)
        m_next->setText(tr("Its disk is copied first. The machine can be started after that."));
    else
        m_next->setText(tr("The machine can be started at once."));
    showProblems();
    m_json->setDocumentJson(QJsonDocument(toJson(m_order->preview(tr("<machine>")))));
    // Later, as on the page before.
    QMetaObject::invokeMethod(
        this, [this] { wizard()->button(QWizard::FinishButton)->setFocus(); }, Qt::QueuedConnection);
}

/// A configuration file can hold anything: what the engine would refuse is told now.
void CreateReviewPage::showProblems()
{
    VmConfig config = m_order->definition.config;
    if (!m_order->copyRootFrom.isEmpty()) {
        for (Drive &drive : config.drives) {
            if (drive.isRootDevice)
                drive.pathOnHost = m_order->copyRootFrom;
        }
    }
    const ConfigProblems found = findProblems(config, {});
    QStringList lines;
    if (found.machine)
        lines << *found.machine;
    if (found.bootSource)
        lines << *found.bootSource;
    if (!found.drives.isEmpty())
        lines << found.drives;
    for (auto it = found.driveNotes.constBegin(); it != found.driveNotes.constEnd(); ++it)
        lines << tr("Drive “%1”: %2").arg(it.key(), *it);
    if (lines.isEmpty() || m_order->source == MachineOrder::Source::Demo) {
        m_problems->hide();
        return;
    }
    const QString text = tr("The machine can be made, but it cannot start like this:") + u'\n' + lines.join(u'\n');
    m_problems->setMessage(InlineMessage::Kind::Warning, text);
    offerHelp(m_problems, helpTopicOf(text), m_workspace->paths());
}

} // namespace sparkler::gui
