#include "pages/forwards_editor.h"

#include "manager/device_rules.h"
#include "widgets/form_section.h"
#include "widgets/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

enum Column { ProtocolColumn, AddressColumn, HostPortColumn, GuestPortColumn };

constexpr int kFirstFreePort = 1024; ///< below it only root may listen
constexpr int kFirstSuggestion = 8080;
constexpr int kMostPort = 65535;
constexpr int kShownRows = 4;

QSpinBox *portBox(quint16 port, const QString &name)
{
    auto *box = new QSpinBox;
    box->setRange(1, kMostPort);
    box->setValue(port);
    box->setAccessibleName(name);
    guardWheel(box);
    return box;
}

} // namespace

ForwardsEditor::ForwardsEditor(QList<ForeignForward> foreign, QWidget *parent)
    : QWidget(parent), m_foreign(std::move(foreign)), m_table(new QTableWidget(0, 4)),
      m_remove(new QPushButton(tr("Remove forward"))), m_note(new ValidityLabel)
{
    m_table->setHorizontalHeaderLabels({tr("Protocol"), tr("Listens at"), tr("Host port"), tr("Guest port")});
    m_table->setAccessibleName(tr("Port forwards"));
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    auto *add = new QPushButton(tr("Add forward"));
    for (QPushButton *button : {add, m_remove})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    layout->addLayout(buttons);
    layout->addWidget(m_note);
    connect(add, &QPushButton::clicked, this, [this] {
        PortForward fresh{.hostPort = kFirstSuggestion, .guestPort = 80};
        const auto taken = [&](const PortForward &other) { return collide(fresh, other); };
        const QList<PortForward> own = forwards();
        while (std::ranges::any_of(own, taken) || std::ranges::any_of(m_foreign, taken, &ForeignForward::forward))
            ++fresh.hostPort;
        addRow(fresh);
        check();
    });
    connect(m_remove, &QPushButton::clicked, this, &ForwardsEditor::removeRow);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this] { m_remove->setEnabled(m_table->rowCount() > 0); });
    check();
}

void ForwardsEditor::setForwards(const QList<PortForward> &forwards)
{
    m_table->setRowCount(0);
    for (const PortForward &forward : forwards)
        addRow(forward);
    check();
}

QList<PortForward> ForwardsEditor::forwards() const
{
    QList<PortForward> all;
    for (int row = 0; row < m_table->rowCount(); ++row)
        all << forwardAt(row);
    return all;
}

void ForwardsEditor::addRow(const PortForward &forward)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *protocol = new QComboBox;
    protocol->addItems({u"TCP"_s, u"UDP"_s});
    protocol->setCurrentIndex(static_cast<int>(forward.protocol));
    protocol->setAccessibleName(tr("Protocol"));
    guardWheel(protocol);
    auto *address = new QLineEdit(forward.address);
    address->setAccessibleName(tr("Listens at"));
    auto *host = portBox(forward.hostPort, tr("Host port"));
    auto *guest = portBox(forward.guestPort, tr("Guest port"));
    m_table->setCellWidget(row, ProtocolColumn, protocol);
    m_table->setCellWidget(row, AddressColumn, address);
    m_table->setCellWidget(row, HostPortColumn, host);
    m_table->setCellWidget(row, GuestPortColumn, guest);
    connect(protocol, &QComboBox::currentIndexChanged, this, &ForwardsEditor::check);
    connect(address, &QLineEdit::textChanged, this, &ForwardsEditor::check);
    for (QSpinBox *box : {host, guest})
        connect(box, &QSpinBox::valueChanged, this, &ForwardsEditor::check);
    m_table->setCurrentCell(row, HostPortColumn);
}

void ForwardsEditor::removeRow()
{
    m_table->removeRow(m_table->currentRow() < 0 ? m_table->rowCount() - 1 : m_table->currentRow());
    check();
}

PortForward ForwardsEditor::forwardAt(int row) const
{
    PortForward forward;
    const auto port = [&](int column) {
        return static_cast<quint16>(qobject_cast<QSpinBox *>(m_table->cellWidget(row, column))->value());
    };
    forward.protocol = static_cast<PortForward::Protocol>(
        qobject_cast<QComboBox *>(m_table->cellWidget(row, ProtocolColumn))->currentIndex());
    forward.address = qobject_cast<QLineEdit *>(m_table->cellWidget(row, AddressColumn))->text().trimmed();
    forward.hostPort = port(HostPortColumn);
    forward.guestPort = port(GuestPortColumn);
    return forward;
}

void ForwardsEditor::check()
{
    Validity found;
    const QList<PortForward> all = forwards();
    for (qsizetype at = 0; at < all.size() && found.text.isEmpty(); ++at) {
        const PortForward &forward = all[at];
        const auto taken = [&](const ForeignForward &other) { return collide(forward, other.forward); };
        const auto other = std::ranges::find_if(m_foreign, taken);
        if (const auto problem = forwardProblem(forward, all.first(at)))
            found = {Validity::Level::Error, *problem};
        else if (other != m_foreign.end())
            found = {Validity::Level::Warning,
                     tr("“%1” forwards port %2 of the host, too: only one of the two can run.")
                         .arg(other->machine)
                         .arg(forward.hostPort)};
        else if (forward.hostPort < kFirstFreePort)
            found = {Validity::Level::Warning,
                     tr("Ports below 1024 are for root alone on most hosts (net.ipv4.ip_unprivileged_port_start)."
                        " Take a higher one for the host; the guest's can be any.")};
        else if (forward.address == "0.0.0.0"_L1)
            found = {Validity::Level::Warning, tr("At 0.0.0.0 everybody who reaches this host reaches the guest.")};
    }
    m_note->setValidity(found);
    m_remove->setEnabled(m_table->rowCount() > 0);
    fitHeight();
    emit changed();
}

void ForwardsEditor::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fitHeight();
}

/// Rows are as high as their fields are in the style that is on now.
void ForwardsEditor::fitHeight()
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHeight(row, m_table->cellWidget(row, HostPortColumn)->sizeHint().height() + spacing::kTight);
    const int rows = std::min(m_table->rowCount(), kShownRows);
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth() +
                            rows * (rows > 0 ? m_table->rowHeight(0) : 0));
}

} // namespace sparkler::gui
