#include "pages/create_pages.h"

#include "pages/boot_source_form.h"
#include "pages/file_choice.h"
#include "pages/help_dialog.h"
#include "widgets/inline_message.h"
#include "widgets/path_field.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileInfo>
#include <QLabel>
#include <QRadioButton>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The guest talks on the serial console and ends the engine when it restarts or panics.
const QString kUsualBootArgs = u"console=ttyS0 reboot=k panic=1"_s;

} // namespace

CreateSourcePage::CreateSourcePage(Workspace *workspace, MachineOrder *order)
    : CreatePage(tr("What does the machine start from?"), 1, workspace, order)
{
    auto *section = new FormSection;
    m_demo = addChoice(section, tr("&Demo guest"), tr("A stock Debian kernel and a small root file system."));
    m_files = addChoice(section, tr("&Own kernel and root file system"), tr("Files of yours, or from the library."));
    m_configuration =
        addChoice(section, tr("&Firecracker configuration file"), tr("A JSON file as for --config-file."));
    add(section);
    m_details = {buildDemo(), buildFiles(), buildConfiguration()};
    for (QWidget *details : std::as_const(m_details))
        add(details);
    auto *group = new QButtonGroup(this);
    for (QRadioButton *choice : {m_demo, m_files, m_configuration})
        group->addButton(choice);
    connect(group, &QButtonGroup::buttonClicked, this, &CreateSourcePage::onChosen);
    m_demo->setChecked(true);
    onChosen();
}

QRadioButton *CreateSourcePage::addChoice(FormSection *section, const QString &text, const QString &hint)
{
    auto *choice = new QRadioButton(text, section);
    choice->setAccessibleDescription(hint);
    auto *both = new QWidget(section);
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(choice, 0, Qt::AlignLeft); // as wide as what a click chooses
    QLabel *words = makeHintLabel(hint, both);
    words->setIndent(spacing::kXLarge);
    layout->addWidget(words);
    section->addWide(both);
    return choice;
}

QWidget *CreateSourcePage::buildDemo()
{
    const bool built = m_workspace->assets()->demoGuest().has_value();
    auto *card = new Card(tr("What happens"));
    auto *text = new QLabel(
        built
            ? tr("The demo guest was made before. The machine gets a copy of its disk and is ready in seconds.")
            : tr("The first time, Debian packages are downloaded and put together: one to two minutes, with network "
                 "access. "
                 "It goes on in the background; the machine is in the list meanwhile. After that a demo machine takes "
                 "seconds."));
    text->setWordWrap(true);
    card->body()->addWidget(text);
    QLabel *login = makeHintLabel(tr("Log in as root, without a password."), card);
    card->body()->addWidget(login);
    return card;
}

QWidget *CreateSourcePage::buildFiles()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kLarge);
    m_boot = new BootSourceForm(m_workspace->assets());
    BootSource source;
    source.bootArgs = kUsualBootArgs;
    m_boot->setSource(source);
    auto *disk = new FormSection(tr("Root file system"));
    m_rootfs = new FileChoice(m_workspace->assets(), AssetKind::RootFilesystem, tr("Root file system"), disk);
    m_rootfs->setOptional(true);
    m_rootfs->setReadOnly(true); // it is copied by default
    disk->addRow(tr("Disk ima&ge"), m_rootfs, tr("Without one the machine runs from its initial RAM disk alone."));
    m_keep = new QCheckBox(tr("Keep copies in the &library, for other machines"), disk);
    disk->addRow({}, m_keep);
    layout->addWidget(m_boot);
    layout->addWidget(disk);
    connect(m_boot, &BootSourceForm::changed, this, &CreateSourcePage::completeChanged);
    connect(m_rootfs, &FileChoice::pathChanged, this, &CreateSourcePage::completeChanged);
    connect(m_rootfs, &FileChoice::validityChanged, this, &CreateSourcePage::completeChanged);
    return page;
}

QWidget *CreateSourcePage::buildConfiguration()
{
    auto *section = new FormSection(tr("Configuration file"));
    m_file = new PathField(PathField::Kind::ExistingFile, section);
    m_file->setFieldName(tr("Configuration file"));
    m_file->setDialogTitle(tr("Import a Firecracker configuration file"));
    m_file->setNameFilter(tr("Configuration files (*.json);;All files (*)"));
    section->addRow(tr("Fi&le"), m_file);
    m_imported = new InlineMessage(section);
    m_imported->setClosable(false);
    section->addWide(m_imported);
    connect(m_file, &PathField::pathChanged, this, &CreateSourcePage::onConfigurationChosen);
    return section;
}

MachineOrder::Source CreateSourcePage::source() const
{
    if (m_files->isChecked())
        return MachineOrder::Source::Files;
    return m_configuration->isChecked() ? MachineOrder::Source::Configuration : MachineOrder::Source::Demo;
}

void CreateSourcePage::onChosen()
{
    for (qsizetype at = 0; at < m_details.size(); ++at)
        m_details[at]->setVisible(at == static_cast<qsizetype>(source()));
    emit completeChanged();
}

void CreateSourcePage::onConfigurationChosen()
{
    m_import.reset();
    if (m_file->path().isEmpty()) {
        m_imported->hide();
    } else if (const auto imported = MachineStore::importConfigurationFile(m_file->path()); !imported) {
        showFailure(m_imported, imported.error(), m_workspace->paths());
    } else {
        m_import = imported->definition;
        const QString found =
            tr("A machine with %n drive(s).", nullptr, static_cast<int>(imported->definition.config.drives.size()));
        if (imported->notes.isEmpty())
            m_imported->setMessage(InlineMessage::Kind::Success, found);
        else
            m_imported->setMessage(InlineMessage::Kind::Warning, found + u'\n' + imported->notes.join(u'\n'));
    }
    emit completeChanged();
}

bool CreateSourcePage::isComplete() const
{
    switch (source()) {
    case MachineOrder::Source::Demo:
        return true;
    case MachineOrder::Source::Files:
        return m_boot->validity().isAcceptable() && m_rootfs->validity().isAcceptable();
    case MachineOrder::Source::Configuration:
        return m_import.has_value();
    }
    return false;
}

MachineDefinition CreateSourcePage::definitionOfFiles() const
{
    MachineDefinition definition;
    definition.name = tr("Machine");
    definition.config.bootSource = m_boot->source();
    definition.config.machine.memSizeMib = 256;
    if (!m_rootfs->path().isEmpty()) {
        Drive root;
        root.driveId = u"rootfs"_s;
        root.pathOnHost = m_rootfs->path();
        root.isRootDevice = true;
        definition.config.drives << root;
        definition.name = QFileInfo(m_rootfs->path()).completeBaseName();
    }
    return definition;
}

QList<std::pair<QString, AssetKind>> CreateSourcePage::filesToKeep() const
{
    const BootSource boot = m_boot->source();
    QList<std::pair<QString, AssetKind>> files{{boot.kernelImagePath, AssetKind::Kernel},
                                               {boot.initrdPath, AssetKind::Initrd},
                                               {m_rootfs->path(), AssetKind::RootFilesystem}};
    // What comes from the library is there already.
    const QString library = m_workspace->paths().assets() + u'/';
    files.removeIf([&](const auto &file) { return file.first.isEmpty() || file.first.startsWith(library); });
    return files;
}

bool CreateSourcePage::validatePage()
{
    // Name, size and such are the next page's: they are kept where the user comes back to this page.
    MachineOrder order;
    order.source = source();
    switch (order.source) {
    case MachineOrder::Source::Demo:
        order = demoOrder(*m_workspace->assets(), tr("Demo"));
        break;
    case MachineOrder::Source::Files:
        order.definition = definitionOfFiles();
        order.copyRootFrom = m_rootfs->path();
        if (m_keep->isChecked())
            order.keep = filesToKeep();
        break;
    case MachineOrder::Source::Configuration:
        order.definition = *m_import;
        break;
    }
    order.definition.name = freeMachineName(*m_workspace->store(), order.definition.name);
    *m_order = order;
    return isComplete();
}

} // namespace sparkler::gui
