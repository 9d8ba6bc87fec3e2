#include "pages/resources_form.h"

#include "pages/config_rules.h"
#include "widgets/byte_size_field.h"

#include <QCheckBox>
#include <QComboBox>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace sparkler::gui {

ResourcesForm::ResourcesForm(Extent extent, const HostLimits &host, QWidget *parent)
    : FormSection(tr("Processors and memory"), parent), m_host(host), m_vcpus(new QSpinBox(this)),
      m_memory(new ByteSizeField(this))
{
    m_vcpus->setRange(1, kMostVcpus);
    addRow(tr("Virtual &CPUs"), m_vcpus, host.vcpusHint());
    m_vcpusNote.emplace(this, m_vcpus);
    m_memory->setRange(kLeastMemoryMib * kMiB, kMostMemoryMib * kMiB);
    m_memory->setGranularity(kMiB);
    m_memory->setBareUnit(kMiB);
    m_memory->setAccessibleName(tr("Memory"));
    addRow(tr("Mem&ory"), m_memory, host.memoryHint());
    m_memoryNote.emplace(this, m_memory);
    if (extent == Extent::Full)
        buildFull();
    reload();
    connect(m_vcpus, &QSpinBox::valueChanged, this, &ResourcesForm::take);
    connect(m_memory, &ByteSizeField::valueChanged, this, &ResourcesForm::take);
    connect(m_memory, &ByteSizeField::validityChanged, this, &ResourcesForm::take);
}

void ResourcesForm::buildFull()
{
    m_hugePages = new QComboBox(this);
    m_hugePages->addItem(tr("None"), static_cast<int>(HugePages::None));
    m_hugePages->addItem(tr("2 MiB, reserved on the host"), static_cast<int>(HugePages::TwoMiB));
    m_hugePages->addItem(tr("Transparent"), static_cast<int>(HugePages::Transparent));
    addRow(tr("Hu&ge pages"), m_hugePages);
    m_smt = new QCheckBox(tr("H&yper-threading: the guest sees two threads a core"), this);
    addRow({}, m_smt);
    m_dirtyPages = new QCheckBox(tr("Track &written pages, for incremental snapshots"), this);
    addRow({}, m_dirtyPages);
    connect(m_hugePages, &QComboBox::currentIndexChanged, this, &ResourcesForm::take);
    connect(m_smt, &QCheckBox::toggled, this, &ResourcesForm::take);
    connect(m_dirtyPages, &QCheckBox::toggled, this, &ResourcesForm::take);
}

void ResourcesForm::setConfig(const MachineConfig &config)
{
    // What is being typed stays as it is.
    if (config == m_config)
        return;
    m_config = config;
    reload();
}

void ResourcesForm::reload()
{
    const QScopedValueRollback showing(m_showing, true);
    m_vcpus->setValue(m_config.vcpuCount);
    m_memory->setValue(qMin(m_config.memSizeMib, kMostMemoryMib) * kMiB);
    if (m_smt) {
        m_smt->setChecked(m_config.smt);
        m_hugePages->setCurrentIndex(m_hugePages->findData(static_cast<int>(m_config.hugePages)));
        m_dirtyPages->setChecked(m_config.trackDirtyPages);
    }
    check();
}

Validity ResourcesForm::validity() const
{
    const Validity first = m_vcpusNote->validity();
    return first.isAcceptable() ? m_memoryNote->validity() : first;
}

void ResourcesForm::take()
{
    if (m_showing)
        return;
    const MachineConfig before = m_config;
    m_config.vcpuCount = m_vcpus->value();
    // What is shown clamped or rounded stays as it was until it is edited.
    if (qMin(before.memSizeMib, kMostMemoryMib) * kMiB != m_memory->value())
        m_config.memSizeMib = m_memory->value() / kMiB;
    if (m_smt) {
        m_config.smt = m_smt->isChecked();
        m_config.hugePages = static_cast<HugePages>(m_hugePages->currentData().toInt());
        m_config.trackDirtyPages = m_dirtyPages->isChecked();
    }
    check();
    emit changed();
}

void ResourcesForm::check()
{
    Validity vcpus = m_host.vcpus(m_config.vcpuCount);
    if (const auto problem = vcpuProblem(m_config))
        vcpus = {Validity::Level::Error, *problem};
    m_vcpusNote->show(vcpus);
    Validity memory = m_memory->validity();
    if (memory.isAcceptable())
        memory = m_host.memory(m_config.memSizeMib);
    if (const auto problem = memoryProblem(m_config); problem && memory.isAcceptable())
        memory = {Validity::Level::Error, *problem};
    m_memoryNote->show(memory);
}

} // namespace sparkler::gui
