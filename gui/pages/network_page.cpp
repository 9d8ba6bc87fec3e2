#include "pages/network_page.h"

#include "manager/background.h"
#include "manager/device_rules.h"
#include "manager/network_hints.h"
#include "pages/config_rules.h"
#include "pages/host_device_card.h"
#include "pages/interface_dialog.h"
#include "pages/interfaces_card.h"
#include "pages/make_tap_dialog.h"
#include "pages/user_network_card.h"
#include "widgets/page_column.h"

#include <QAction>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kLookMs = 3000;

qsizetype indexOf(const QList<NetworkInterface> &interfaces, const QString &ifaceId)
{
    const auto found = std::ranges::find(interfaces, ifaceId, &NetworkInterface::ifaceId);
    return found == interfaces.end() ? -1 : found - interfaces.begin();
}

} // namespace

NetworkPage::NetworkPage(Workspace *workspace, const TapReader &host, QWidget *parent)
    : EditPage(workspace, parent), m_reader(host), m_interfaces(new InterfacesCard),
      m_host(new HostDeviceCard(workspace->paths())), m_user(new UserNetworkCard), m_emulated(new ValidityLabel),
      m_message(new InlineMessage(m_interfaces)), m_undo(new QAction(tr("Undo"), this))
{
    m_interfaces->body()->addWidget(m_message);
    column()->addWidget(m_emulated);
    column()->addWidget(m_interfaces);
    column()->addWidget(m_host);
    column()->addWidget(m_user);
    setFocusProxy(m_interfaces);
    connect(m_interfaces, &InterfacesCard::addRequested, this, &NetworkPage::addInterface);
    connect(m_interfaces, &TableCard::editRequested, this, &NetworkPage::editInterface);
    connect(m_interfaces, &InterfacesCard::limitsRequested, this, &NetworkPage::editLimits);
    connect(m_interfaces, &TableCard::removeRequested, this, &NetworkPage::removeInterface);
    connect(m_interfaces, &TableCard::selectionChanged, this, &NetworkPage::showHost);
    connect(m_host, &HostDeviceCard::makeRequested, this, [this](const QString &name) { openTapDialog(name, false); });
    connect(m_host, &HostDeviceCard::removeRequested, this, [this](const QString &name) { openTapDialog(name, true); });
    connect(m_host, &HostDeviceCard::lookRequested, this, &NetworkPage::lookAtHost);
    connect(m_undo, &QAction::triggered, this, [this] {
        if (const auto change = std::exchange(m_undoChange, nullptr))
            change();
    });
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &NetworkPage::lookAtHost);
    setMachine(nullptr);
}

void NetworkPage::showEvent(QShowEvent *event)
{
    EditPage::showEvent(event);
    lookAtHost();
    m_timer.start();
}

void NetworkPage::hideEvent(QHideEvent *event)
{
    m_timer.stop();
    EditPage::hideEvent(event);
}

void NetworkPage::machineChanged()
{
    m_undoChange = nullptr;
    m_message->clearActions();
}

void NetworkPage::showDraft()
{
    if (!machine()) {
        m_interfaces->model()->setInterfaces({});
        m_interfaces->refresh();
        m_emulated->setValidity({});
        m_host->hide();
        m_user->hide();
        return;
    }
    const QString selected = m_interfaces->selectedId();
    const QList<NetworkInterface> &interfaces = draft().config().networkInterfaces;
    QHash<QString, InterfaceModel::Note> notes;
    for (qsizetype at = 0; at < interfaces.size(); ++at) {
        const QString &id = interfaces[at].ifaceId;
        const auto kind = draft().interfaceChange(id, live());
        if (kind != HardwareDraft::ChangeKind::None)
            notes.insert(id, {changeText(kind, live()), false});
        if (const QString problem = interfaceProblemOf(at); !problem.isEmpty())
            notes.insert(id, {problem, true});
    }
    m_interfaces->model()->setInterfaces(interfaces);
    m_interfaces->model()->setNotes(notes);
    m_interfaces->setDescription(
        live() ? tr("The machine runs: rate limits change at once, everything else at the next start.") : QString());
    m_interfaces->setEnabled(!applying());
    m_interfaces->refresh();
    if (!selected.isEmpty() && selected != m_interfaces->selectedId())
        m_interfaces->select(selected);
    m_emulated->setValidity(whereItRuns());
    showHost();
    for (const NetworkInterface &interface : interfaces) {
        if (!interface.userMode() && !m_found.devices.contains(interface.hostDevName))
            lookAtHost();
    }
}

/// Whether it has what its interfaces need there.
Validity NetworkPage::whereItRuns() const
{
    const QList<NetworkInterface> &interfaces = machine()->definition().config.networkInterfaces;
    const bool user = std::ranges::any_of(interfaces, &NetworkInterface::userMode);
    if (machine()->emulated() && !interfaces.isEmpty())
        return {Validity::Level::Warning, tr("The machine runs emulated: the helper machine around it has no network "
                                             "devices of this host, so a start with network interfaces fails.")};
    if (user && machine()->definition().jail.choice != JailChoice::Rootless)
        return {Validity::Level::Warning, tr("A user-mode network needs the rootless jail, which the machine is not "
                                             "to have: choose it on the Jail page, or a start fails.")};
    return {};
}

QList<ForeignForward> NetworkPage::foreignForwards() const
{
    QList<ForeignForward> all;
    const QStringList ids = workspace()->store()->ids();
    for (const QString &id : ids) {
        const MachineDefinition *other = machine()->id() == id ? nullptr : workspace()->store()->find(id);
        if (!other)
            continue;
        for (const NetworkInterface &interface : other->config.networkInterfaces) {
            for (const PortForward &forward : interface.forwards)
                all.append({other->name, forward});
        }
    }
    return all;
}

QString NetworkPage::interfaceProblemOf(qsizetype at)
{
    const QList<NetworkInterface> &interfaces = draft().config().networkInterfaces;
    return interfaceProblem(interfaces[at], interfaces.first(at)).value_or(QString());
}

QString NetworkPage::draftProblem()
{
    const VmConfig &config = draft().config();
    for (qsizetype at = 0; at < config.networkInterfaces.size(); ++at) {
        if (const QString problem = interfaceProblemOf(at); !problem.isEmpty())
            return tr("Interface “%1”: %2").arg(config.networkInterfaces[at].ifaceId, problem);
    }
    return {};
}

InlineMessage *NetworkPage::messageFor(const Failure &failure)
{
    return partOf(failure) == HardwarePart::Network ? m_message : nullptr;
}

QList<InlineMessage *> NetworkPage::partMessages() const
{
    return {m_message};
}

QStringList NetworkPage::devicesInUse() const
{
    QStringList devices;
    if (machine() && machine()->client()) {
        for (const NetworkInterface &interface : machine()->definition().config.networkInterfaces) {
            if (!interface.userMode())
                devices << interface.hostDevName;
        }
    }
    return devices;
}

void NetworkPage::lookAtHost()
{
    if (!machine() || !isVisible())
        return;
    if (m_looking) {
        m_lookAgain = true;
        return;
    }
    QStringList names;
    for (const NetworkInterface &interface : draft().config().networkInterfaces) {
        if (!interface.userMode())
            names << interface.hostDevName;
    }
    m_looking = true;
    const auto work = [names, reader = m_reader] {
        Found found;
        for (const QString &name : names)
            found.devices.insert(name, reader.read(name));
        found.taps = reader.taps();
        found.addresses = TapReader::hostAddresses();
        found.defaultAddress = reader.defaultAddress();
        return found;
    };
    runInBackground(this, work, [this](const Found &found) {
        m_looking = false;
        m_found = found;
        showHost();
        m_interfaces->refresh(); // the columns fit what is in them
        if (std::exchange(m_lookAgain, false))
            lookAtHost();
    });
}

void NetworkPage::showHost()
{
    if (!machine())
        return;
    m_interfaces->model()->setStates(m_found.devices, devicesInUse());
    const QList<NetworkInterface> &interfaces = draft().config().networkInterfaces;
    const qsizetype at = indexOf(interfaces, m_interfaces->selectedId());
    const bool user = at >= 0 && interfaces[at].userMode();
    m_host->setVisible(at >= 0 && !user);
    m_user->setVisible(user);
    if (user)
        m_user->showInterface(interfaces[at], draft().config().bootSource.bootArgs.value_or(QString()),
                              m_found.defaultAddress, QStringLiteral("eth") + QString::number(at));
    if (at < 0 || user)
        return;
    const QString &device = interfaces[at].hostDevName;
    const auto found = m_found.devices.constFind(device);
    m_host->showDevice(device, found == m_found.devices.constEnd() ? std::nullopt : std::optional(*found),
                       devicesInUse().contains(device), QStringLiteral("eth") + QString::number(at));
}

void NetworkPage::addInterface()
{
    if (!machine())
        return;
    InterfaceDialog::Context context{draft().config().networkInterfaces, workspace()->store()->macs(), m_found.taps,
                                     false, foreignForwards()};
    open(new InterfaceDialog(std::move(context), this), {});
}

void NetworkPage::editInterface(const QString &ifaceId)
{
    const NetworkInterface *interface = draft().findInterface(ifaceId);
    if (!interface)
        return;
    InterfaceDialog::Context context{draft().config().networkInterfaces, workspace()->store()->macs(), m_found.taps,
                                     live() && indexOf(draft().base().networkInterfaces, ifaceId) >= 0,
                                     foreignForwards()};
    context.others.removeIf([&](const NetworkInterface &other) { return other.ifaceId == ifaceId; });
    for (const QString &own : macsOf(machine()->definition().config))
        context.foreignMacs.remove(own);
    open(new InterfaceDialog(std::move(context), *interface, this), ifaceId);
}

void NetworkPage::open(InterfaceDialog *dialog, const QString &formerId)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, formerId, target = QPointer<Machine>(machine())] {
        if (!target || target != machine())
            return;
        const NetworkInterface interface = dialog->interface();
        edit([&](HardwareDraft &draft) { draft.putInterface(formerId, interface); });
        m_interfaces->select(interface.ifaceId);
    });
    dialog->open();
}

void NetworkPage::editLimits(const QString &ifaceId)
{
    const NetworkInterface *interface = draft().findInterface(ifaceId);
    if (!interface)
        return;
    const bool now = live() && indexOf(draft().base().networkInterfaces, ifaceId) >= 0;
    auto *dialog = new InterfaceLimitsDialog(*interface, now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, ifaceId, now, target = QPointer<Machine>(machine())] {
        if (!target || target != machine())
            return;
        if (now && live())
            applyLimits(ifaceId, dialog->rx(), dialog->tx(), false);
        else
            edit([&](HardwareDraft &draft) { draft.setInterfaceLimits(ifaceId, dialog->rx(), dialog->tx()); });
    });
    dialog->open();
}

/// These alone, at once; what else is being edited stays a draft.
void NetworkPage::applyLimits(const QString &ifaceId, const std::optional<RateLimiter> &rx,
                              const std::optional<RateLimiter> &tx, bool undone)
{
    MachineDefinition wanted = machine()->definition();
    const qsizetype at = indexOf(wanted.config.networkInterfaces, ifaceId);
    if (at < 0)
        return;
    NetworkInterface &interface = wanted.config.networkInterfaces[at];
    const NetworkInterface before = interface;
    interface.rxRateLimiter = normalised(rx);
    interface.txRateLimiter = normalised(tx);
    edit([&](HardwareDraft &draft) { draft.setInterfaceLimits(ifaceId, rx, tx); });
    applyAlone(wanted, [this, ifaceId, before, undone] {
        m_message->clearActions();
        m_message->setMessage(InlineMessage::Kind::Success,
                              undone ? tr("The rate limits of “%1” are what they were.").arg(ifaceId)
                                     : tr("The rate limits of “%1” apply now.").arg(ifaceId));
        m_undoChange = nullptr;
        if (undone)
            return;
        m_undoChange = [this, ifaceId, before] {
            if (machine() && live())
                applyLimits(ifaceId, before.rxRateLimiter, before.txRateLimiter, true);
        };
        m_message->addAction(m_undo);
    });
}

void NetworkPage::removeInterface(const QString &ifaceId)
{
    edit([&](HardwareDraft &draft) { draft.removeInterface(ifaceId); });
}

void NetworkPage::openTapDialog(const QString &device, bool remove)
{
    const auto mode = remove ? MakeTapDialog::Mode::Remove : MakeTapDialog::Mode::Make;
    auto *dialog = new MakeTapDialog(mode, device, freeNetwork(m_found.addresses), workspace()->paths(),
                                     workspace()->tasks(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &NetworkPage::lookAtHost);
    dialog->open();
}

} // namespace sparkler::gui
