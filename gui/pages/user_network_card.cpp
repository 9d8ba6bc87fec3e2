#include "pages/user_network_card.h"

#include "manager/network_hints.h"
#include "widgets/copy_block.h"
#include "widgets/form_section.h"

#include <QLabel>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

UserNetworkCard::UserNetworkCard(QWidget *parent)
    : Card(tr("User-mode network"), parent), m_words(new QLabel(this)), m_address(new QLabel(this)),
      m_argument(new CopyBlock(tr("Kernel argument for the guest's address"), this)),
      m_commands(new CopyBlock(tr("Commands for the guest's address"), this)), m_reachHint(makeHintLabel({}, this)),
      m_reach(new CopyBlock(tr("Addresses of the forwarded ports"), this))
{
    m_words->setText(
        tr("passt, a program of this host's, carries the guest's connections as your own: no root, no "
           "bridge, no TAP device. The guest reaches what you reach; it is reached through forwarded ports "
           "only."));
    for (QLabel *label : {m_words, m_address}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body()->addWidget(label);
    }
    body()->addWidget(m_argument);
    body()->addWidget(m_commands);
    body()->addWidget(m_reachHint);
    body()->addWidget(m_reach);
}

void UserNetworkCard::showInterface(const NetworkInterface &interface, const QString &bootArguments,
                                    const QString &hostAddress, const QString &guestDevice)
{
    const QString told = addressArgument(bootArguments);
    QString address = hostAddress.isEmpty()
                          ? tr("By DHCP the guest gets the address that this host itself has.")
                          : tr("By DHCP the guest gets the address that this host itself has: %1.").arg(hostAddress);
    if (!told.isEmpty())
        address = tr("The boot arguments say how the guest gets its address: %1.").arg(told) + u' ' + address;
    else
        address += u' ' + tr("Add the first line to the boot arguments, or type the others in the guest.");
    m_address->setText(address);
    m_argument->setText(GuestNetwork().kernelArgument(guestDevice));
    m_argument->setVisible(told.isEmpty());
    m_commands->setText(GuestNetwork().commands(guestDevice).join(u'\n'));

    QStringList lines;
    for (const PortForward &forward : interface.forwards)
        lines << reachText(forward);
    m_reach->setText(lines.join(u'\n'));
    m_reach->setVisible(!lines.isEmpty());
    m_reachHint->setText(lines.isEmpty() ? tr("No port is forwarded: edit the interface to add some.")
                                         : tr("While it runs, this machine is reached at:"));
}

QString addressArgument(const QString &bootArguments)
{
    const QStringList words = bootArguments.split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.startsWith("ip="_L1))
            return word;
    }
    return {};
}

QString reachText(const PortForward &forward)
{
    const QString address = forward.address == "0.0.0.0"_L1 ? u"127.0.0.1"_s : forward.address;
    return address + u':' + QString::number(forward.hostPort);
}

} // namespace sparkler::gui
