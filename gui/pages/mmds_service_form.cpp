#include "pages/mmds_service_form.h"

#include "manager/device_rules.h"
#include "widgets/flow_layout.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QScopedValueRollback>

namespace sparkler::gui {

MmdsServiceForm::MmdsServiceForm(QWidget *parent)
    : FormSection(tr("Metadata service"), parent),
      m_on(new QCheckBox(tr("The guest can &ask for metadata at an address of its network"), this)),
      m_version(new QComboBox(this)), m_address(new QLineEdit(this)), m_choice(new QWidget(this)),
      m_compatible(new QCheckBox(tr("Plain text even for those who ask for &JSON, as EC2 does"), this))
{
    addWide(m_on);
    m_version->addItem(tr("Version 2: with a token"), static_cast<int>(MmdsVersion::V2));
    m_version->addItem(tr("Version 1: without (deprecated)"), static_cast<int>(MmdsVersion::V1));
    addRow(tr("&Version"), m_version);
    m_address->setPlaceholderText(kDefaultMmdsAddress);
    m_address->setMaxLength(15);
    addRow(tr("A&ddress"), m_address);
    new FlowLayout(m_choice, spacing::kMedium);
    addRow(tr("Interfaces"), m_choice);
    addRow({}, m_compatible);
    m_note.emplace(this, m_choice);
    connect(m_on, &QCheckBox::toggled, this, &MmdsServiceForm::take);
    connect(m_version, &QComboBox::currentIndexChanged, this, &MmdsServiceForm::take);
    connect(m_address, &QLineEdit::textEdited, this, &MmdsServiceForm::take);
    connect(m_compatible, &QCheckBox::toggled, this, &MmdsServiceForm::take);
    m_last.version = MmdsVersion::V2;
    refresh();
}

void MmdsServiceForm::setValue(const std::optional<MmdsConfig> &config, const QList<NetworkInterface> &interfaces)
{
    const QScopedValueRollback showing(m_showing, true);
    if (config != m_value) {
        m_value = config;
        m_last = config.value_or(m_last);
        m_version->setCurrentIndex(m_version->findData(static_cast<int>(m_last.version)));
        m_address->setText(m_last.ipv4Address);
        m_compatible->setChecked(m_last.imdsCompat);
    }
    m_on->setChecked(config.has_value());
    showInterfaces(interfaces);
    refresh();
}

void MmdsServiceForm::showInterfaces(const QList<NetworkInterface> &interfaces)
{
    QStringList ids;
    for (const NetworkInterface &interface : interfaces)
        ids << interface.ifaceId;
    // One that is gone can still be taken out.
    for (const QString &id : std::as_const(m_last.networkInterfaces)) {
        if (!ids.contains(id))
            ids << id;
    }
    m_interfaces = interfaces;
    QStringList shown;
    for (const QCheckBox *box : std::as_const(m_boxes))
        shown << box->objectName();
    if (shown != ids) {
        qDeleteAll(m_boxes);
        m_boxes.clear();
        for (const QString &id : std::as_const(ids)) {
            auto *box = new QCheckBox(QString(id).replace(u'&', QLatin1StringView("&&")), m_choice);
            box->setObjectName(id);
            box->setAccessibleName(tr("Interface %1").arg(id));
            m_choice->layout()->addWidget(box);
            box->show();
            connect(box, &QCheckBox::toggled, this, &MmdsServiceForm::take);
            m_boxes << box;
        }
    }
    for (QCheckBox *box : std::as_const(m_boxes))
        box->setChecked(m_last.networkInterfaces.contains(box->objectName()));
}

void MmdsServiceForm::take()
{
    if (m_showing)
        return;
    const bool switchedOn = m_on->isChecked() && !m_value;
    m_last.version = static_cast<MmdsVersion>(m_version->currentData().toInt());
    m_last.ipv4Address = m_address->text().trimmed();
    m_last.imdsCompat = m_compatible->isChecked();
    m_last.networkInterfaces.clear();
    for (const QCheckBox *box : std::as_const(m_boxes)) {
        if (box->isChecked())
            m_last.networkInterfaces << box->objectName();
    }
    // The first interface is what is meant most often.
    if (switchedOn && m_last.networkInterfaces.isEmpty() && !m_interfaces.isEmpty())
        m_last.networkInterfaces << m_interfaces.constFirst().ifaceId;
    m_value = m_on->isChecked() ? std::optional(m_last) : std::nullopt;
    const QScopedValueRollback showing(m_showing, true);
    showInterfaces(m_interfaces);
    refresh();
    emit changed();
}

void MmdsServiceForm::refresh()
{
    const bool on = m_on->isChecked();
    for (QWidget *field : std::initializer_list<QWidget *>{m_version, m_address, m_choice, m_compatible})
        setRowVisible(field, on);
    m_validity = {};
    if (m_value) {
        if (m_interfaces.isEmpty())
            m_validity = {Validity::Level::Error,
                          tr("The machine has no network interface. Add one on the network page first.")};
        else if (const auto problem = mmdsConfigProblem(*m_value, m_interfaces))
            m_validity = {Validity::Level::Error, *problem};
    }
    m_note->show(m_validity);
}

} // namespace sparkler::gui
