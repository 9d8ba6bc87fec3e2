#include "pages/device_forms.h"

#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "pages/hardware_draft.h"
#include "pages/host_limits.h"
#include "widgets/byte_size_field.h"
#include "widgets/copy_block.h"
#include "widgets/path_field.h"
#include "widgets/rate_limiter_editor.h"
#include "widgets/token_bucket_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kGuestPort = 52; ///< of the examples

Validity error(const std::optional<QString> &problem)
{
    return problem ? Validity{Validity::Level::Error, *problem} : Validity{};
}

QString shellQuoted(const QString &path)
{
    QString quoted = path;
    quoted.replace(u'\'', "'\\''"_L1);
    return u'\'' + quoted + u'\'';
}

std::optional<TokenBucketValue> toEditor(const std::optional<TokenBucket> &bucket)
{
    if (!bucket)
        return std::nullopt;
    return TokenBucketValue{bucket->size, bucket->oneTimeBurst, bucket->refillTimeMs};
}

} // namespace

DeviceForm::DeviceForm(const QString &title, const QString &switchText, QWidget *parent)
    : FormSection(title, parent), m_on(new QCheckBox(switchText, this)), m_note(new ValidityLabel(this))
{
    addWide(m_on);
    body()->addWidget(m_note);
    connect(m_on, &QCheckBox::toggled, this, &DeviceForm::take);
}

Validity DeviceForm::validity() const
{
    return m_validity;
}

bool DeviceForm::isOn() const
{
    return m_on->isChecked();
}

void DeviceForm::setOn(bool on)
{
    m_on->setChecked(on);
    refresh();
}

void DeviceForm::addDeviceRow(const QString &label, QWidget *field, const QString &hint)
{
    addRow(label, field, hint);
    m_rows << field;
}

void DeviceForm::addDeviceWide(const QString &label, QWidget *widget)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kTight);
    column->addWidget(makeHintLabel(label, box));
    column->addWidget(widget);
    addWide(box);
    m_rows << box;
}

void DeviceForm::take()
{
    if (m_showing)
        return;
    read();
    refresh();
    emit changed();
}

void DeviceForm::refresh()
{
    for (QWidget *row : std::as_const(m_rows)) {
        const bool visible = isOn() && wantsRow(row);
        setRowVisible(row, visible);
        row->setVisible(visible); // a wide one is no row of the grid
    }
    m_validity = isOn() ? check() : Validity{};
    m_note->setValidity(m_validity);
}

BalloonForm::BalloonForm(QWidget *parent)
    : DeviceForm(tr("Memory balloon"), tr("The host can &take memory back from the guest"), parent),
      m_target(new ByteSizeField(this)),
      m_deflate(new QCheckBox(tr("&Give memory back when the guest runs out"), this)), m_interval(new QSpinBox(this)),
      m_reporting(new QCheckBox(tr("The guest tells which pages are &free"), this)),
      m_hinting(new QCheckBox(tr("Free pages can be asked for (&hinting)"), this))
{
    m_target->setRange(0, kMostMemoryMib * kMiB);
    m_target->setGranularity(kMiB);
    m_target->setBareUnit(kMiB);
    m_target->setAccessibleName(tr("Target at the start"));
    addDeviceRow(tr("Tar&get at the start"), m_target, tr("As much as this the guest does without."));
    addDeviceRow({}, m_deflate);
    m_interval->setRange(0, static_cast<int>(kMostStatsInterval));
    m_interval->setSpecialValueText(tr("Off"));
    m_interval->setSuffix(tr(" s"));
    addDeviceRow(tr("Sta&tistics every"), m_interval,
                 tr("Statistics that are off at the start cannot be switched on while the machine runs."));
    addDeviceRow({}, m_reporting);
    addDeviceRow({}, m_hinting);
    connect(m_target, &ByteSizeField::valueChanged, this, &BalloonForm::take);
    connect(m_target, &ByteSizeField::validityChanged, this, &BalloonForm::take);
    connect(m_interval, &QSpinBox::valueChanged, this, &BalloonForm::take);
    for (QCheckBox *box : {m_deflate, m_reporting, m_hinting})
        connect(box, &QCheckBox::toggled, this, &BalloonForm::take);
    m_last = Balloon{.amountMib = 0, .deflateOnOom = true, .statsPollingIntervalS = 1};
    fill();
    setValue({}, {});
}

void BalloonForm::setValue(const std::optional<Balloon> &balloon, const MachineConfig &machine)
{
    const QScopedValueRollback showing(m_showing, true);
    m_machine = machine;
    if (balloon != m_value || !m_target->validity().isAcceptable()) {
        m_value = balloon;
        m_last = balloon.value_or(m_last);
        fill();
    }
    setOn(balloon.has_value());
}

void BalloonForm::fill()
{
    const QScopedValueRollback showing(m_showing, true);
    m_target->setValue(m_last.amountMib * kMiB);
    m_deflate->setChecked(m_last.deflateOnOom);
    m_interval->setValue(static_cast<int>(m_last.statsPollingIntervalS));
    m_reporting->setChecked(m_last.freePageReporting);
    m_hinting->setChecked(m_last.freePageHinting);
}

void BalloonForm::read()
{
    m_last = {.amountMib = m_target->value() / kMiB,
              .deflateOnOom = m_deflate->isChecked(),
              .statsPollingIntervalS = static_cast<quint64>(m_interval->value()),
              .freePageHinting = m_hinting->isChecked(),
              .freePageReporting = m_reporting->isChecked()};
    m_value = isOn() ? std::optional(m_last) : std::nullopt;
}

Validity BalloonForm::check() const
{
    if (!m_target->validity().isAcceptable())
        return m_target->validity();
    return m_value ? error(balloonProblem(*m_value, m_machine)) : Validity{};
}

VsockForm::VsockForm(QWidget *parent)
    : DeviceForm(tr("Vsock"), tr("Programs of host and guest can &connect without a network"), parent),
      m_cid(new QLineEdit(this)), m_path(new CopyBlock(tr("Socket of the vsock"), this)),
      m_toGuest(new CopyBlock(tr("Commands for a connection to the guest"), this)),
      m_fromGuest(new CopyBlock(tr("Commands for a connection from the guest"), this))
{
    m_cid->setMaxLength(10);
    addDeviceRow(tr("Guest's context I&D"), m_cid,
                 tr("The guest's own address, 3 or more. Every machine may have the same."));
    addDeviceRow(tr("Socket"), m_path);
    addDeviceWide(tr("To port %1 of the guest. CONNECT and the port are sent first and answered with OK and a number; "
                     "then both ends are connected.")
                      .arg(kGuestPort),
                  m_toGuest);
    addDeviceWide(tr("From the guest to port %1 of the host").arg(kGuestPort), m_fromGuest);
    connect(m_cid, &QLineEdit::textEdited, this, &VsockForm::take);
    m_last = Vsock{.guestCid = kLeastGuestCid, .udsPath = kVsockName};
    fill();
    setValue({}, {}, false);
}

void VsockForm::setValue(const std::optional<Vsock> &vsock, const QString &socketPath, bool emulated)
{
    const QScopedValueRollback showing(m_showing, true);
    m_emulated = emulated;
    if (vsock != m_value || m_cid->text().isEmpty()) {
        m_value = vsock;
        m_last = vsock.value_or(m_last);
        fill();
    }
    m_path->setText(socketPath);
    const QString inGuest = tr("in the guest", "before a command");
    const QString onHost = tr("on this host", "before a command");
    const QString port = QString::number(kGuestPort);
    m_toGuest->setText(
        u"# %3\nsocat VSOCK-LISTEN:%1,fork -\n# %4\n(echo CONNECT %1; cat) | socat - UNIX-CONNECT:%2"_s.arg(
            port, shellQuoted(socketPath), inGuest, onHost));
    m_fromGuest->setText(u"# %4\nsocat UNIX-LISTEN:%2,fork -\n# %3\nsocat - VSOCK-CONNECT:2:%1"_s.arg(
        port, shellQuoted(socketPath + u'_' + port), inGuest, onHost));
    setOn(vsock.has_value());
}

void VsockForm::fill()
{
    m_cid->setText(QString::number(m_last.guestCid));
}

void VsockForm::read()
{
    m_last.guestCid = m_cid->text().toULongLong(); // 0, which is refused, for what is no number
    m_value = isOn() ? std::optional(m_last) : std::nullopt;
}

Validity VsockForm::check() const
{
    const Validity found = m_value ? error(vsockProblem(*m_value)) : Validity{};
    if (found.isAcceptable() && m_emulated)
        return {
            Validity::Level::Warning,
            tr("The machine runs emulated: its sockets are inside of the helper machine, out of this host's reach.")};
    return found;
}

EntropyForm::EntropyForm(QWidget *parent)
    : DeviceForm(tr("Entropy"), tr("The guest gets &random numbers from the host"), parent),
      m_limits(new RateLimiterEditor(this))
{
    addDeviceWide(tr("How much, at most"), m_limits);
    connect(m_limits, &RateLimiterEditor::changed, this, &EntropyForm::take);
    setValue({});
}

void EntropyForm::setValue(const std::optional<Entropy> &entropy)
{
    const QScopedValueRollback showing(m_showing, true);
    if (entropy != m_value || !m_limits->validity().isAcceptable()) {
        m_value = entropy;
        m_last = entropy.value_or(m_last);
        m_limits->setValue(sparkler::gui::toEditor(m_last.rateLimiter));
    }
    setOn(entropy.has_value());
}

void EntropyForm::read()
{
    m_last.rateLimiter = fromEditor(m_limits->value());
    m_value = isOn() ? std::optional(m_last) : std::nullopt;
}

Validity EntropyForm::check() const
{
    return m_limits->validity().isAcceptable() ? Validity{} : m_limits->validity();
}

namespace {
enum SerialPlace { EngineOutput, OwnFile, OtherFile };
} // namespace

SerialForm::SerialForm(QWidget *parent)
    : DeviceForm(tr("Serial port"), tr("Keep or &slow down the serial port's output"), parent),
      m_place(new QComboBox(this)), m_ownPath(new CopyBlock(tr("File of the serial port"), this)),
      m_path(new PathField(PathField::Kind::ExistingFile, this)),
      m_limit(new TokenBucketEditor(TokenBucketEditor::Kind::Bandwidth, tr("Limit output"), this))
{
    m_place->addItem(tr("The engine's standard output"), EngineOutput);
    m_place->addItem(tr("A file in the machine's folder"), OwnFile);
    m_place->addItem(tr("A file or named pipe of yours"), OtherFile);
    addDeviceRow(tr("&Output goes to"), m_place, tr("The console page shows it all the same."));
    addDeviceRow(tr("File"), m_ownPath);
    m_path->setFieldName(tr("File or named pipe"));
    m_path->setDialogTitle(tr("File or named pipe"));
    addDeviceRow(tr("F&ile or pipe"), m_path, tr("It has to be there. A pipe needs a reader."));
    addDeviceWide(tr("What a guest prints faster than this waits."), m_limit);
    connect(m_place, &QComboBox::currentIndexChanged, this, &SerialForm::take);
    connect(m_path, &PathField::pathChanged, this, &SerialForm::take);
    connect(m_limit, &TokenBucketEditor::changed, this, &SerialForm::take);
    m_last.serialOutPath = kSerialName;
    fill();
    setValue({}, {});
}

void SerialForm::setValue(const std::optional<Serial> &serial, const QString &ownFile)
{
    const QScopedValueRollback showing(m_showing, true);
    m_ownPath->setText(ownFile);
    if (serial != m_value || !m_limit->validity().isAcceptable()) {
        m_value = serial;
        m_last = serial.value_or(m_last);
        fill();
    }
    setOn(serial.has_value());
}

void SerialForm::fill()
{
    const QScopedValueRollback showing(m_showing, true);
    const QString &path = m_last.serialOutPath;
    const SerialPlace place = path.isEmpty() ? EngineOutput : path == kSerialName ? OwnFile : OtherFile;
    m_place->setCurrentIndex(m_place->findData(place));
    if (place == OtherFile)
        m_path->setPath(path);
    m_limit->setValue(toEditor(m_last.rateLimiter));
}

bool SerialForm::wantsRow(const QWidget *row) const
{
    const int place = m_place->currentData().toInt();
    return (row != m_ownPath || place == OwnFile) && (row != m_path || place == OtherFile);
}

void SerialForm::read()
{
    const int place = m_place->currentData().toInt();
    m_last.serialOutPath = place == OtherFile ? m_path->path() : place == OwnFile ? QString(kSerialName) : QString();
    m_last.rateLimiter.reset();
    if (const auto &bucket = m_limit->value())
        m_last.rateLimiter = TokenBucket{bucket->size, bucket->oneTimeBurst, bucket->refillTimeMs};
    m_value = isOn() ? std::optional(m_last) : std::nullopt;
}

Validity SerialForm::check() const
{
    if (!m_limit->validity().isAcceptable())
        return m_limit->validity();
    if (m_place->currentData().toInt() != OtherFile)
        return {};
    const QFileInfo file(m_path->path());
    if (m_path->path().isEmpty() || file.isRelative())
        return error(tr("Give the full path, from the root folder on."));
    if (!file.exists())
        return error(tr("There is no such file."));
    if (file.isDir())
        return error(tr("This is a folder."));
    return file.isWritable() ? Validity{} : error(tr("You may not write to this file."));
}

} // namespace sparkler::gui
