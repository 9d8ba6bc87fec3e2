#include "pages/clone_snapshot_dialog.h"

#include "manager/snapshots/snapshot_text.h"
#include "pages/findings_view.h"
#include "widgets/card.h"
#include "widgets/form_section.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {
namespace {

constexpr int kDebounceMs = 250;
constexpr int kMostName = 120;
constexpr int kMostRowsShown = 8;
constexpr int kFewClones = 3; ///< proposed

/// "eth0: tap4, eth1: tap5"
QString tapsText(const Snapshot &snapshot, const TapChoice &taps)
{
    QStringList parts;
    for (const NetworkInterface &interface : snapshot.definition.config.networkInterfaces)
        parts << CloneSnapshotDialog::tr("%1: %2", "interface and its network device")
                     .arg(interface.ifaceId, taps.value(interface.ifaceId, QStringLiteral("–")));
    return parts.join(CloneSnapshotDialog::tr(", ", "between network interfaces"));
}

} // namespace

CloneSnapshotDialog::CloneSnapshotDialog(Mode mode, SnapshotLibrary *library, MachineStore *store,
                                         const QString &machineId, const Snapshot &snapshot, const QString &name,
                                         const Paths &paths, QWidget *parent)
    : SnapshotDialog(mode == Mode::One ? tr("New machine from “%1”").arg(snapshot.name)
                                       : tr("Start clones of “%1”").arg(snapshot.name),
                     mode == Mode::One ? tr("&Make and start") : tr("&Start clones"), ButtonKind::Primary, parent),
      m_mode(mode), m_library(library), m_store(store), m_machineId(machineId), m_snapshot(snapshot)
{
    setIntroduction(mode == Mode::One
                        ? tr("A machine of its own goes on from where “%1” was taken. It gets an id, network devices "
                             "and copies of the drives of its own, and the guest is told that it is a clone.")
                              .arg(snapshot.name)
                        : tr("Machines of their own go on from where “%1” was taken. Each gets an id, network devices "
                             "and copies of the drives of its own, and each guest is told that it is a clone.")
                              .arg(snapshot.name));
    build(paths);
    m_name->setText(name);
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(kDebounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &CloneSnapshotDialog::ask);
    connect(m_name, &QLineEdit::textChanged, this, &CloneSnapshotDialog::check);
    connect(m_count, &QSpinBox::valueChanged, this, [this] {
        m_plan.reset();
        m_debounce.start();
        check();
    });
    ask();
    check();
    m_name->setFocus();
    m_name->selectAll();
    resize(660, 640);
}

void CloneSnapshotDialog::build(const Paths &paths)
{
    auto *section = new FormSection;
    m_count = new QSpinBox(section);
    m_count->setRange(1, CloneSnapshot::kMost);
    m_count->setValue(m_mode == Mode::One ? 1 : kFewClones);
    section->addRow(tr("H&ow many"), m_count);
    section->setRowVisible(m_count, m_mode == Mode::Several);
    m_name = new QLineEdit(section);
    m_name->setMaxLength(kMostName);
    section->addRow(m_mode == Mode::One ? tr("Na&me") : tr("Na&me of the first"), m_name,
                    m_mode == Mode::One ? QString() : tr("The others get a number."));
    column()->addWidget(section);

    Card *machines = addCard(column(), m_mode == Mode::One ? tr("The machine") : tr("The machines"));
    m_machines = new QTableWidget(0, 2, machines);
    m_machines->setHorizontalHeaderLabels({tr("Name"), tr("Network devices on this host")});
    m_machines->setAccessibleName(tr("Names and network devices of the new machines"));
    m_machines->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_machines->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_machines->setTabKeyNavigation(false);
    m_machines->setShowGrid(false);
    m_machines->verticalHeader()->hide();
    m_machines->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_machines->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_machines->horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    machines->body()->addWidget(m_machines);

    m_findings = new FindingsView(paths);
    Card *here = addCard(column(), tr("On this host"));
    here->body()->addWidget(m_findings);
    here->body()->addWidget(consent());
    m_resume =
        new QCheckBox(m_mode == Mode::One ? tr("Let the guest &go on at once") : tr("Let the guests &go on at once"));
    m_resume->setChecked(true);
    m_record = new QCheckBox(tr("&Note which memory the first guest touches first"));
    Card *afterwards = addCard(column(), tr("Afterwards"));
    afterwards->body()->addWidget(m_resume);
    afterwards->body()->addWidget(m_record);
    afterwards->body()->addWidget(
        makeHintLabel(tr("Later restores of this snapshot fetch that memory in large steps and are faster.")));
    column()->addStretch(1);
}

void CloneSnapshotDialog::ask()
{
    const quint64 asked = ++m_asked;
    m_findings->setLooking();
    m_library->planClone(request(), this, [this, asked](const RestorePlan &plan) {
        if (asked == m_asked)
            showPlan(plan);
    });
}

void CloneSnapshotDialog::showPlan(const RestorePlan &plan)
{
    m_plan = plan;
    setRisk(plan.possible() && plan.needsConsent());
    m_findings->setFindings(plan.findings, tr("Processor, engine, files and network devices fit."));
    check();
}

/// As the store makes names unique.
QStringList CloneSnapshotDialog::names() const
{
    QSet<QString> taken;
    for (const QString &id : m_store->ids()) {
        if (const MachineDefinition *machine = m_store->find(id))
            taken << machine->name;
    }
    const QString base = m_name->text().simplified();
    QStringList all;
    QString name = base;
    int number = 1;
    while (!base.isEmpty() && all.size() < m_count->value()) {
        if (!taken.contains(name))
            all << name;
        name = base + u' ' + QString::number(++number);
    }
    return all;
}

void CloneSnapshotDialog::showMachines()
{
    const QStringList all = names();
    m_machines->setRowCount(static_cast<int>(all.size()));
    for (int row = 0; row < m_machines->rowCount(); ++row) {
        m_machines->setItem(row, 0, new QTableWidgetItem(all[row]));
        const TapChoice taps = m_plan ? m_plan->taps.value(row) : TapChoice();
        m_machines->setItem(row, 1, new QTableWidgetItem(tapsText(m_snapshot, taps)));
    }
    m_machines->setColumnHidden(1, m_snapshot.definition.config.networkInterfaces.isEmpty());
    const int rows = std::min(m_machines->rowCount(), kMostRowsShown);
    m_machines->setFixedHeight(m_machines->horizontalHeader()->sizeHint().height() + 2 * m_machines->frameWidth() +
                               rows * m_machines->verticalHeader()->defaultSectionSize());
}

void CloneSnapshotDialog::check()
{
    showMachines();
    if (m_name->text().trimmed().isEmpty())
        setWhyNot(tr("A machine needs a name."));
    else if (!m_plan)
        setWhyNot(tr("Looking whether it can be started here…"));
    else
        setWhyNot(m_plan->possible() ? QString() : tr("It cannot be started as things are; see what is said above."));
}

CloneSnapshot CloneSnapshotDialog::request() const
{
    CloneSnapshot wanted;
    wanted.machineId = m_machineId;
    wanted.snapshotId = m_snapshot.id;
    wanted.count = m_count->value();
    wanted.name = m_name->text().trimmed();
    wanted.taps = m_plan ? m_plan->taps : QList<TapChoice>();
    wanted.resume = m_resume->isChecked();
    wanted.recordWorkingSet = m_record->isChecked();
    wanted.acceptRisk = riskAccepted();
    return wanted;
}

} // namespace sparkler::gui
