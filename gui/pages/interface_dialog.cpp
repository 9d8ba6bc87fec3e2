#include "pages/interface_dialog.h"

#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "manager/network_hints.h"
#include "pages/config_rules.h"
#include "pages/hardware_draft.h"
#include "pages/live_parts.h"
#include "widgets/rate_limiter_editor.h"
#include "widgets/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDefaultMtu = static_cast<int>(kLeastMtu) - 1; ///< the spin box's "none"

QPushButton *addAccept(QDialog *dialog, QDialogButtonBox *buttons, const QString &text)
{
    QPushButton *accept = buttons->addButton(text, QDialogButtonBox::AcceptRole);
    accept->setDefault(true);
    setButtonKind(accept, ButtonKind::Primary);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return accept;
}

QScrollArea *scrolling(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    return scroll;
}

/// What the editor shows, or what it was given when that comes to the same.
std::optional<RateLimiter> edited(const RateLimiterEditor *editor, const std::optional<RateLimiter> &before)
{
    const auto limits = fromEditor(editor->value());
    return normalised(limits) == normalised(before) ? before : limits;
}

Validity asValidity(const std::optional<QString> &problem)
{
    return problem ? Validity{Validity::Level::Error, *problem} : Validity{};
}

} // namespace

InterfaceDialog::InterfaceDialog(Context context, QWidget *parent) : QDialog(parent), m_context(std::move(context))
{
    build(tr("Add network interface"), tr("Add"));
    NetworkInterface fresh;
    QStringList ids;
    QStringList devices;
    QSet<QString> macs = m_context.foreignMacs;
    for (const NetworkInterface &other : std::as_const(m_context.others)) {
        ids << other.ifaceId;
        devices << other.hostDevName;
        macs.insert(other.guestMac.toLower());
    }
    int number = 0;
    while (ids.contains(u"eth"_s + QString::number(number)))
        ++number;
    fresh.ifaceId = u"eth"_s + QString::number(number);
    // One that is there and not ours yet, else a name to make.
    for (const QString &tap : std::as_const(m_context.hostTaps)) {
        if (fresh.hostDevName.isEmpty() && !devices.contains(tap))
            fresh.hostDevName = tap;
    }
    if (fresh.hostDevName.isEmpty())
        fresh.hostDevName = freeTapName(devices);
    fresh.guestMac = newMac(macs);
    fill(fresh);
    m_device->setFocus();
}

InterfaceDialog::InterfaceDialog(Context context, const NetworkInterface &interface, QWidget *parent)
    : QDialog(parent), m_context(std::move(context)), m_interface(interface)
{
    build(tr("Network interface “%1”").arg(interface.ifaceId), tr("Change"));
    fill(interface);
    m_device->setFocus();
}

void InterfaceDialog::buildBackEnd()
{
    m_kind = new QComboBox(m_section);
    m_kind->addItems({tr("TAP device of this host"), tr("User-mode (no root)")});
    m_section->addRow(tr("&Network"), m_kind,
                      tr("User-mode needs the rootless jail and the program passt. For now it has to be the machine's "
                         "only interface."));
    m_kindNote.emplace(m_section, m_kind);
    m_device = new QComboBox(m_section);
    m_device->setEditable(true);
    m_device->setInsertPolicy(QComboBox::NoInsert);
    m_device->addItems(m_context.hostTaps);
    m_device->lineEdit()->setMaxLength(64);
    m_device->lineEdit()->setAccessibleName(tr("Host device"));
    m_section->addRow(
        tr("&Host device"), m_device,
        tr("The TAP device of this host that the interface is connected to. The network page helps to make "
           "one."));
    m_deviceNote.emplace(m_section, m_device);
    m_forwards = new ForwardsEditor(m_context.foreignForwards, m_section);
    m_section->addRow(tr("Port forwards"), m_forwards);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &InterfaceDialog::check);
    connect(m_device, &QComboBox::currentTextChanged, this, &InterfaceDialog::check);
    connect(m_forwards, &ForwardsEditor::changed, this, &InterfaceDialog::check);
}

bool InterfaceDialog::userMode() const
{
    return m_kind->currentIndex() == 1;
}

Validity InterfaceDialog::backEndValidity(const NetworkInterface &shown) const
{
    if (shown.userMode())
        return asValidity(userNetworkProblem(m_context.others));
    if (std::ranges::any_of(m_context.others, &NetworkInterface::userMode))
        return asValidity(userNetworkProblem({shown}));
    return {};
}

void InterfaceDialog::build(const QString &title, const QString &acceptText)
{
    setWindowTitle(title);
    m_section = new FormSection;
    const QString later = m_context.live ? tr("Applies at the next start.") : QString();
    m_id = new QLineEdit(m_section);
    m_section->addRow(tr("&ID"), m_id, later);
    m_idNote.emplace(m_section, m_id);
    buildBackEnd();
    auto *macRow = new QWidget(m_section);
    m_mac = new QLineEdit(macRow);
    m_mac->setAccessibleName(tr("MAC address"));
    m_mac->setPlaceholderText(tr("The guest chooses"));
    m_mac->setFont(Theme::font(TextRole::Monospace));
    auto *generate = new QPushButton(tr("&Generate"), macRow);
    generate->setAutoDefault(false);
    generate->setToolTip(tr("A locally administered address that no machine of yours has"));
    connect(generate, &QPushButton::clicked, this, &InterfaceDialog::generateMac);
    auto *row = new QHBoxLayout(macRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_mac, 1);
    row->addWidget(generate);
    macRow->setFocusProxy(m_mac);
    m_section->addRow(tr("&MAC address"), macRow);
    m_macNote.emplace(m_section, macRow);
    m_mtu = new QSpinBox(m_section);
    m_mtu->setRange(kDefaultMtu, static_cast<int>(kMostMtu));
    m_mtu->setSpecialValueText(tr("The guest's default"));
    m_section->addRow(tr("M&TU"), m_mtu, tr("The largest packet, in bytes. The host's device should have the same."));
    m_rx = new RateLimiterEditor;
    m_tx = new RateLimiterEditor;
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::kLarge);
    column->addWidget(m_section);
    column->addWidget(limitsCard(tr("Limits to the guest"), m_rx));
    column->addWidget(limitsCard(tr("Limits from the guest"), m_tx));
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_accept = addAccept(this, buttons, acceptText);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolling(content, this), 1);
    layout->addWidget(buttons);
    resize(720, 720);
    connect(m_id, &QLineEdit::textChanged, this, &InterfaceDialog::check);
    connect(m_mac, &QLineEdit::textChanged, this, &InterfaceDialog::check);
    for (RateLimiterEditor *editor : {m_rx, m_tx})
        connect(editor, &RateLimiterEditor::changed, this, &InterfaceDialog::check);
}

QWidget *InterfaceDialog::limitsCard(const QString &title, RateLimiterEditor *editor)
{
    auto *card = new Card(title);
    if (m_context.live)
        card->setDescription(tr("Applies now, while the machine runs."));
    card->body()->addWidget(editor);
    return card;
}

void InterfaceDialog::fill(const NetworkInterface &interface)
{
    m_id->setText(interface.ifaceId);
    m_kind->setCurrentIndex(interface.userMode() ? 1 : 0);
    m_device->setCurrentText(interface.hostDevName);
    m_forwards->setForwards(interface.forwards);
    m_mac->setText(interface.guestMac);
    m_mtu->setValue(interface.mtu ? static_cast<int>(*interface.mtu) : kDefaultMtu);
    m_rx->setValue(toEditor(interface.rxRateLimiter));
    m_tx->setValue(toEditor(interface.txRateLimiter));
    check();
}

void InterfaceDialog::generateMac()
{
    QSet<QString> taken = m_context.foreignMacs;
    for (const NetworkInterface &other : std::as_const(m_context.others))
        taken.insert(other.guestMac.toLower());
    m_mac->setText(newMac(taken));
}

void InterfaceDialog::check()
{
    QStringList ids;
    QStringList macs;
    for (const NetworkInterface &other : std::as_const(m_context.others)) {
        ids << other.ifaceId;
        macs << other.guestMac;
    }
    m_idNote->show(asValidity(interfaceIdProblem(m_id->text(), ids)));
    const NetworkInterface shown = interface();
    const Validity kind = backEndValidity(shown);
    m_kindNote->show(kind);
    m_section->setRowVisible(m_device, !userMode());
    m_section->setRowVisible(m_forwards, userMode());
    Validity device = userMode() ? Validity() : asValidity(tapNameProblem(shown.hostDevName));
    const auto sameDevice = [&](const NetworkInterface &other) { return other.hostDevName == shown.hostDevName; };
    if (!userMode() && device.isAcceptable() && std::ranges::any_of(m_context.others, sameDevice))
        device = {Validity::Level::Error, tr("Another interface of this machine uses it; a device serves one.")};
    m_deviceNote->show(device);
    Validity mac = asValidity(macProblem(shown.guestMac, macs));
    if (mac.isAcceptable() && m_context.foreignMacs.contains(shown.guestMac.toLower()))
        mac = {Validity::Level::Warning,
               tr("Another machine has this address. In one network they would disturb each other.")};
    m_macNote->show(mac);
    m_accept->setEnabled(m_idNote->validity().isAcceptable() && kind.isAcceptable() && device.isAcceptable() &&
                         mac.isAcceptable() && (!userMode() || m_forwards->validity().isAcceptable()) &&
                         m_rx->validity().isAcceptable() && m_tx->validity().isAcceptable());
}

NetworkInterface InterfaceDialog::interface() const
{
    NetworkInterface shown = m_interface;
    shown.ifaceId = m_id->text();
    shown.hostDevName = userMode() ? QString() : m_device->currentText().trimmed();
    shown.socketPath = userMode() ? QString(kUserNetworkName) : QString();
    shown.forwards = userMode() ? m_forwards->forwards() : QList<PortForward>();
    shown.guestMac = m_mac->text().trimmed();
    shown.mtu.reset();
    if (m_mtu->value() != kDefaultMtu)
        shown.mtu = static_cast<quint64>(m_mtu->value());
    shown.rxRateLimiter = edited(m_rx, m_interface.rxRateLimiter);
    shown.txRateLimiter = edited(m_tx, m_interface.txRateLimiter);
    return shown;
}

InterfaceLimitsDialog::InterfaceLimitsDialog(const NetworkInterface &interface, bool live, QWidget *parent)
    : QDialog(parent), m_rx(new RateLimiterEditor), m_tx(new RateLimiterEditor)
{
    setWindowTitle(tr("Rate limits of “%1”").arg(interface.ifaceId));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setSpacing(spacing::kLarge);
    for (const auto &[title, editor, limiter] : {std::tuple(tr("To the guest"), m_rx, interface.rxRateLimiter),
                                                 std::tuple(tr("From the guest"), m_tx, interface.txRateLimiter)}) {
        auto *card = new Card(title);
        card->setDescription(live ? tr("They apply now, while the machine runs.")
                                  : tr("They apply from the next start on."));
        card->body()->addWidget(editor);
        editor->setValue(toEditor(limiter));
        column->addWidget(card);
    }
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *accept = addAccept(this, buttons, live ? tr("Apply now") : tr("Set limits"));
    for (const RateLimiterEditor *editor : {m_rx, m_tx})
        connect(editor, &RateLimiterEditor::changed, this, [this, accept] {
            accept->setEnabled(m_rx->validity().isAcceptable() && m_tx->validity().isAcceptable());
        });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(scrolling(content, this), 1);
    layout->addWidget(buttons);
    resize(600, 560);
}

std::optional<RateLimiter> InterfaceLimitsDialog::rx() const
{
    return fromEditor(m_rx->value());
}

std::optional<RateLimiter> InterfaceLimitsDialog::tx() const
{
    return fromEditor(m_tx->value());
}

} // namespace sparkler::gui
