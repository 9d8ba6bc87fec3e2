#include "pages/host_device_card.h"

#include "manager/network_hints.h"
#include "pages/help_link.h"
#include "widgets/copy_block.h"
#include "widgets/form_section.h"
#include "widgets/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kIconSize = 20;

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

HostDeviceCard::HostDeviceCard(const Paths &paths, QWidget *parent)
    : Card(tr("On this host"), parent), m_icon(new QLabel(this)), m_sentence(wrappedLabel(this)),
      m_error(wrappedLabel(this)), m_remedy(wrappedLabel(this)), m_facts(makeHintLabel({}, this)),
      m_help(new HelpLink(paths, this)), m_make(new QPushButton(tr("Ma&ke it…"), this)),
      m_remove(new QPushButton(tr("Ta&ke it away…"), this)), m_hint(makeHintLabel({}, this)),
      m_argument(new CopyBlock(tr("Kernel argument for the guest's address"), this)),
      m_commands(new CopyBlock(tr("Commands for the guest's address"), this))
{
    m_icon->setFixedSize(kIconSize, kIconSize);
    auto *look = new QPushButton(icon(Icon::Refresh), tr("&Look again"), this);
    auto *words = new QVBoxLayout;
    words->setSpacing(spacing::kTight);
    for (QLabel *label : {m_sentence, m_error, m_remedy, m_facts})
        words->addWidget(label);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kSmall);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(m_help, 0, Qt::AlignTop);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_make);
    buttons->addWidget(m_remove);
    buttons->addWidget(look);
    buttons->addStretch(1);
    body()->addLayout(row);
    body()->addLayout(buttons);
    body()->addWidget(m_hint);
    body()->addWidget(m_argument);
    body()->addWidget(m_commands);
    connect(m_make, &QPushButton::clicked, this, [this] { emit makeRequested(m_device); });
    connect(m_remove, &QPushButton::clicked, this, [this] { emit removeRequested(m_device); });
    connect(look, &QPushButton::clicked, this, &HostDeviceCard::lookRequested);
}

void HostDeviceCard::showDevice(const QString &device, const std::optional<TapState> &state, bool ours,
                                const QString &guestDevice)
{
    m_device = device;
    m_state = state;
    m_ours = ours;
    m_guestDevice = guestDevice;
    refresh();
}

void HostDeviceCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

QStringList HostDeviceCard::facts() const
{
    QStringList parts;
    if (!m_state || !m_state->exists)
        return parts;
    parts << (m_state->up ? tr("switched on") : tr("switched off"));
    if (!m_state->ownerName.isEmpty())
        parts << tr("owner %1").arg(m_state->ownerName);
    else if (m_state->owner)
        parts << tr("owner: user %1").arg(*m_state->owner);
    if (m_state->group)
        parts << tr("group %1").arg(*m_state->group);
    if (m_state->mtu > 0)
        parts << tr("MTU %1").arg(m_state->mtu);
    if (!m_state->bridge.isEmpty())
        parts << tr("port of the bridge %1").arg(m_state->bridge);
    for (const HostAddress &address : m_state->addresses)
        parts << tr("address %1/%2").arg(address.address).arg(address.prefix);
    return parts;
}

void HostDeviceCard::refresh()
{
    using Problem = TapState::Problem;
    const Problem problem = m_state ? m_state->problem : Problem::None;
    const bool used = m_ours && problem == Problem::Busy;
    Icon kind = Icon::Clock;
    ColourRole colour = ColourRole::MutedText;
    if (m_state) {
        const bool good = used || problem == Problem::None;
        kind = good ? Icon::Check : m_state->blocks() ? Icon::Error : Icon::Warning;
        colour = good ? ColourRole::Success : m_state->blocks() ? ColourRole::Danger : ColourRole::Warning;
    }
    m_icon->setPixmap(iconPixmap(kind, Theme::colour(colour, palette()), kIconSize, devicePixelRatioF()));
    const auto set = [](QLabel *label, const QString &text) {
        label->setText(text);
        label->setVisible(!text.isEmpty());
    };
    set(m_sentence, !m_state ? tr("Looking at %1…").arg(m_device)
                    : used   ? tr("%1 carries this machine's packets.").arg(m_device)
                             : m_state->sentence());
    const bool told = m_state && !used;
    set(m_error, told && !m_state->errorText().isEmpty()
                     ? tr("The host: “%1 (os error %2)”").arg(m_state->errorText()).arg(m_state->error)
                     : QString());
    set(m_remedy, told ? m_state->remedy() : QString());
    set(m_facts, facts().join(u" · "_s));
    m_help->setTopic(told && m_state->blocks() ? HelpTopic::Tap : HelpTopic::None, m_sentence->text());
    m_make->setVisible(problem == Problem::Missing);
    m_remove->setVisible(m_state && m_state->exists && problem != Problem::NotATap && problem != Problem::Busy);
    showHints();
}

void HostDeviceCard::showHints()
{
    GuestNetwork guest;
    bool known = false;
    if (m_state && !m_state->addresses.isEmpty()) {
        if (const auto beside = GuestNetwork::beside(m_state->addresses.constFirst())) {
            guest = *beside;
            known = true;
        }
    }
    const bool bridged = m_state && !m_state->bridge.isEmpty();
    const bool any = known || bridged;
    m_hint->setText(known ? tr("An address for the guest: add the first line to the boot arguments, or type the others "
                               "in the guest.")
                          : tr("The guest asks the bridge's network for its address: add the first line to the boot "
                               "arguments, or type the others in the guest."));
    m_argument->setText(guest.kernelArgument(m_guestDevice));
    m_commands->setText(guest.commands(m_guestDevice).join(u'\n'));
    for (QWidget *widget : std::initializer_list<QWidget *>{m_hint, m_argument, m_commands})
        widget->setVisible(any);
}

} // namespace sparkler::gui
