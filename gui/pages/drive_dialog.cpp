#include "pages/drive_dialog.h"

#include "pages/config_rules.h"
#include "pages/file_choice.h"
#include "pages/hardware_draft.h"
#include "widgets/byte_size_field.h"
#include "widgets/rate_limiter_editor.h"
#include "widgets/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint64 kFirstDiskSize = kGiB;

QComboBox *makeChoice(QWidget *parent, const QList<std::pair<QString, int>> &items)
{
    auto *box = new QComboBox(parent);
    for (const auto &[text, value] : items)
        box->addItem(text, value);
    return box;
}

void choose(QComboBox *box, int value)
{
    box->setCurrentIndex(box->findData(value));
}

} // namespace

DriveDialog::DriveDialog(Context context, Start start, QWidget *parent)
    : QDialog(parent), m_context(std::move(context)), m_adding(true)
{
    build(tr("Add drive"), tr("Add"));
    QRadioButton *content = start == Start::NewDisk ? m_makeDisk : m_useFile;
    content->setChecked(true);
    content->setFocus();
    suggestId();
    check();
}

DriveDialog::DriveDialog(Context context, const Drive &drive, const std::optional<DiskPlan> &planned, QWidget *parent)
    : QDialog(parent), m_context(std::move(context)), m_drive(drive), m_planned(planned), m_adding(false),
      m_idTyped(true)
{
    build(tr("Drive “%1”").arg(drive.driveId), tr("Change"));
    (planned ? m_makeDisk : m_useFile)->setChecked(true);
    if (planned) {
        m_size->setValue(static_cast<quint64>(planned->bytes));
        m_fileSystem->setCurrentIndex(m_fileSystem->findData(planned->fileSystem));
    } else {
        m_file->setPath(drive.pathOnHost);
    }
    m_id->setText(drive.driveId);
    m_root->setChecked(drive.isRootDevice);
    m_readOnly->setChecked(drive.isReadOnly);
    choose(m_cache, static_cast<int>(drive.cacheType));
    choose(m_engine, static_cast<int>(drive.ioEngine));
    m_limits->setValue(toEditor(drive.rateLimiter));
    check();
}

void DriveDialog::build(const QString &title, const QString &acceptText)
{
    setWindowTitle(title);
    m_section = new FormSection;
    addFileRows();
    addAttachmentRows();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::kLarge);
    column->addWidget(m_section);
    column->addWidget(buildLimits());
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    m_accept->setDefault(true);
    setButtonKind(m_accept, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(720, 680);
}

void DriveDialog::addFileRows()
{
    m_useFile = new QRadioButton(tr("&Existing file"), m_section);
    m_makeDisk = new QRadioButton(tr("&New disk"), m_section);
    m_section->addRow(tr("Content"), m_useFile);
    m_section->addRow({}, m_makeDisk,
                      tr("Made in the machine's folder when you apply. It takes up space only as it is filled."));
    m_file = new FileChoice(m_context.library, AssetKind::RootFilesystem, tr("Disk image"), m_section);
    m_file->setAnyContent(true);
    m_section->addRow(tr("&File"), m_file, whenText(true));
    m_size = new ByteSizeField(m_section);
    m_size->setRange(static_cast<quint64>(kLeastDiskBytes), static_cast<quint64>(kMostDiskBytes));
    m_size->setGranularity(kMiB);
    m_size->setBareUnit(kMiB);
    m_size->setValue(kFirstDiskSize);
    m_section->addRow(tr("&Size"), m_size);
    m_sizeNote.emplace(m_section, m_size);
    m_fileSystem = new QComboBox(m_section);
    m_fileSystem->addItem(tr("ext4"), u"ext4"_s);
    m_fileSystem->addItem(tr("None: an empty disk"), QString());
    m_section->addRow(tr("File s&ystem"), m_fileSystem);
    connect(m_useFile, &QRadioButton::toggled, this, &DriveDialog::check);
    connect(m_file, &FileChoice::pathChanged, this, [this] {
        suggestId();
        check();
    });
    connect(m_size, &ByteSizeField::validityChanged, this, &DriveDialog::check);
}

void DriveDialog::addAttachmentRows()
{
    m_id = new QLineEdit(m_section);
    m_section->addRow(tr("&ID"), m_id, m_context.live ? whenText(false) : QString());
    m_idNote.emplace(m_section, m_id);
    m_root = new QCheckBox(tr("&Root device: the guest boots from it"), m_section);
    m_section->addRow(tr("Use"), m_root);
    m_rootNote.emplace(m_section, m_root);
    m_readOnly = new QCheckBox(tr("Read-&only: the guest cannot change it"), m_section);
    m_section->addRow({}, m_readOnly);
    m_cache =
        makeChoice(m_section, {{tr("Unsafe: flushes are ignored, fastest"), static_cast<int>(CacheType::Unsafe)},
                               {tr("Write-back: flushes reach the disk"), static_cast<int>(CacheType::Writeback)}});
    m_section->addRow(tr("&Cache"), m_cache);
    m_engine = makeChoice(m_section, {{tr("Synchronous"), static_cast<int>(IoEngine::Sync)},
                                      {tr("Asynchronous (io_uring)"), static_cast<int>(IoEngine::Async)}});
    m_section->addRow(tr("I/O en&gine"), m_engine, m_context.live ? whenText(false) : QString());
    connect(m_id, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_idTyped = !text.isEmpty();
        check();
    });
    for (QCheckBox *box : {m_root, m_readOnly})
        connect(box, &QCheckBox::toggled, this, &DriveDialog::check);
}

QWidget *DriveDialog::buildLimits()
{
    auto *card = new Card(tr("Rate limits"));
    card->setDescription(whenText(true));
    m_limits = new RateLimiterEditor(card);
    card->body()->addWidget(m_limits);
    connect(m_limits, &RateLimiterEditor::changed, this, &DriveDialog::check);
    return card;
}

QString DriveDialog::whenText(bool liveField) const
{
    if (!m_context.live)
        return {};
    return liveField ? tr("Applies now, while the machine runs.") : tr("Applies at the next start.");
}

bool DriveDialog::makesDisk() const
{
    return m_makeDisk->isChecked();
}

void DriveDialog::suggestId()
{
    if (m_idTyped)
        return;
    const QString base = makesDisk() || m_file->path().isEmpty() ? u"data"_s : QFileInfo(m_file->path()).baseName();
    m_id->setText(freeDriveId(base, m_context.takenIds));
}

void DriveDialog::check()
{
    const bool makes = makesDisk();
    m_section->setRowVisible(m_file, !makes);
    m_section->setRowVisible(m_size, makes);
    m_section->setRowVisible(m_fileSystem, makes);
    m_sizeNote->show(makes ? m_size->validity() : Validity{});
    m_file->setReadOnly(m_readOnly->isChecked());
    const auto problem = driveIdProblem(m_id->text(), m_context.takenIds);
    m_idNote->show(problem ? Validity{Validity::Level::Error, *problem} : Validity{});
    const bool takesRoot = m_root->isChecked() && !m_context.currentRoot.isEmpty();
    m_rootNote->show(takesRoot ? Validity{Validity::Level::Warning,
                                          tr("“%1” will no longer be the root device.").arg(m_context.currentRoot)}
                               : Validity{});
    const bool fileIsGood = makes ? m_sizeNote->validity().isAcceptable() : m_file->validity().isAcceptable();
    m_accept->setEnabled(fileIsGood && !problem && m_limits->validity().isAcceptable());
}

QString DriveDialog::diskPath() const
{
    const QString base = m_context.diskFolder + u'/' + m_id->text();
    QString path = base + u".img"_s;
    for (int number = 2; QFileInfo::exists(path) || m_context.takenPaths.contains(path); ++number)
        path = base + u'-' + QString::number(number) + u".img"_s;
    return path;
}

Drive DriveDialog::drive() const
{
    Drive drive = m_drive;
    drive.driveId = m_id->text();
    drive.pathOnHost = makesDisk() ? newDisk()->to : m_file->path();
    drive.isRootDevice = m_root->isChecked();
    drive.isReadOnly = m_readOnly->isChecked();
    drive.cacheType = static_cast<CacheType>(m_cache->currentData().toInt());
    drive.ioEngine = static_cast<IoEngine>(m_engine->currentData().toInt());
    const auto limits = fromEditor(m_limits->value());
    if (normalised(limits) != normalised(m_drive.rateLimiter))
        drive.rateLimiter = limits;
    return drive;
}

std::optional<DiskPlan> DriveDialog::newDisk() const
{
    if (!makesDisk())
        return std::nullopt;
    DiskPlan plan;
    plan.to = m_planned ? m_planned->to : diskPath();
    plan.bytes = static_cast<qint64>(m_size->value());
    plan.fileSystem = m_fileSystem->currentData().toString();
    return plan;
}

LimitsDialog::LimitsDialog(const QString &driveId, const std::optional<RateLimiter> &limiter, bool live,
                           QWidget *parent)
    : QDialog(parent), m_before(limiter), m_editor(new RateLimiterEditor)
{
    setWindowTitle(tr("Rate limits of “%1”").arg(driveId));
    auto *card = new Card;
    card->setDescription(live ? tr("They apply now, while the machine runs.")
                              : tr("They apply from the next start on."));
    card->body()->addWidget(m_editor);
    m_editor->setValue(toEditor(limiter));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *accept = buttons->addButton(live ? tr("Apply now") : tr("Set limits"), QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    setButtonKind(accept, ButtonKind::Primary);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_editor, &RateLimiterEditor::changed, this,
            [this, accept] { accept->setEnabled(m_editor->validity().isAcceptable()); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(card);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(520);
}

std::optional<RateLimiter> LimitsDialog::limiter() const
{
    const auto limits = fromEditor(m_editor->value());
    return normalised(limits) == normalised(m_before) ? m_before : limits;
}

} // namespace sparkler::gui
