#include "pages/metrics_page.h"

#include "manager/background.h"
#include "manager/machine.h"
#include "models/counter_model.h"
#include "models/csv.h"
#include "models/machine_record.h"
#include "pages/counters_view.h"
#include "pages/help_dialog.h"
#include "pages/limits_view.h"
#include "pages/live_parts.h"
#include "pages/memory_view.h"
#include "pages/plots_view.h"
#include "widgets/empty_state.h"
#include "widgets/inline_message.h"
#include "widgets/plot_controls.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QSaveFile>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace sparkler::gui {
namespace {

/// Empty: written; else why not.
QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return file.errorString();
    return {};
}

} // namespace

MetricsPage::MetricsPage(Paths paths, QWidget *parent) : MachinePage(parent), m_paths(std::move(paths))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    buildBar();
    m_message = new InlineMessage(this);
    m_message->setClosable(false);
    layout->addWidget(m_message);
    m_exported = new InlineMessage(this);
    layout->addWidget(m_exported);
    m_empty = new EmptyState(Icon::Metrics, tr("No metrics yet"), tr("Select a machine to see its metrics."), this);
    layout->addWidget(m_empty, 1);
    buildTabs();
    layout->addWidget(m_tabs, 1);
    refresh();
}

MetricsPage::~MetricsPage()
{
    watch(false);
    for (const auto &record : std::as_const(m_records))
        delete record;
}

void MetricsPage::buildBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kSmall);
    m_controls = new PlotControls(this);
    m_copy = makeTextButton(Icon::Copy, tr("&Copy as CSV"), this);
    m_export = makeTextButton(Icon::Export, tr("&Export…"), this);
    bar->addWidget(m_controls);
    bar->addStretch();
    bar->addWidget(m_copy);
    bar->addWidget(m_export);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
    connect(m_copy, &QToolButton::clicked, this, &MetricsPage::copyCsv);
    connect(m_export, &QToolButton::clicked, this, &MetricsPage::chooseFile);
    const auto addKey = [this](const QKeySequence &key, QToolButton *button) {
        auto *action = new QAction(this);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, button, &QAbstractButton::click);
        addAction(action);
    };
    addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E), m_export);
    addKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), m_copy);
}

void MetricsPage::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Metrics"));
    m_tabs->tabBar()->setAccessibleName(tr("Parts of the metrics"));
    m_plots = new PlotsView(m_controls, m_tabs);
    m_counters = new CountersView(m_tabs);
    m_tabs->addTab(m_plots, tr("&Plots"));
    m_tabs->addTab(new MemoryView(m_controls, m_paths, m_tabs), tr("&Memory and balloon"));
    m_tabs->addTab(new LimitsView(m_controls, m_paths, m_tabs), tr("Rate &limits"));
    m_tabs->addTab(m_counters, tr("&All counters"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &MetricsPage::refresh);
    connect(m_counters->counters(), &CounterModel::chosenChanged, this,
            [this] { m_plots->setChosen(m_counters->counters()->chosen()); });
    connect(m_counters, &CountersView::plotChosenWanted, this, [this] {
        m_plots->showChosen();
        m_tabs->setCurrentWidget(m_plots);
        m_plots->setFocus();
    });
}

MetricsView *MetricsPage::view() const
{
    return static_cast<MetricsView *>(m_tabs->currentWidget());
}

MachineRecord *MetricsPage::record()
{
    if (!m_machine)
        return nullptr;
    m_records.removeAll(nullptr);
    const auto known = std::find_if(m_records.begin(), m_records.end(),
                                    [this](const auto &record) { return record->parent() == m_machine; });
    MachineRecord *const found = known != m_records.end() ? known->data() : new MachineRecord(m_machine);
    if (known != m_records.end())
        m_records.erase(known);
    m_records.append(found);
    while (m_records.size() > kKeptMachines)
        delete m_records.takeFirst();
    return found;
}

void MetricsPage::bindAll()
{
    MachineRecord *const shown = record();
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        static_cast<MetricsView *>(m_tabs->widget(tab))->bind(m_machine, shown);
}

void MetricsPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    watch(false);
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_exported->hide();
    if (machine) {
        connect(machine, &Machine::metricsSampled, this, &MetricsPage::onMetrics);
        connect(machine, &Machine::usageSampled, this, &MetricsPage::onUsage);
        connect(machine, &Machine::stateChanged, this, &MetricsPage::onState);
    }
    bindAll();
    watch(isVisible());
    refresh();
}

bool MetricsPage::focusSearch()
{
    return m_counters->focusSearch();
}

void MetricsPage::focusContent()
{
    if (m_tabs->isVisible())
        m_tabs->setFocus();
    else
        m_controls->setFocus();
}

void MetricsPage::showEvent(QShowEvent *event)
{
    MachinePage::showEvent(event);
    watch(true);
    refresh();
}

void MetricsPage::hideEvent(QHideEvent *event)
{
    watch(false);
    MachinePage::hideEvent(event);
}

void MetricsPage::watch(bool on)
{
    on = on && m_machine;
    if (on == m_watching)
        return;
    m_watching = on;
    if (m_machine)
        m_machine->watchMetrics(on);
}

void MetricsPage::onMetrics(const QDateTime &at, const QJsonObject &totals)
{
    if (!isVisible())
        return; // an answer to the last question before it was hidden
    record()->add(at, totals);
    refresh();
    view()->sampled();
}

void MetricsPage::onUsage()
{
    if (!isVisible())
        return;
    refresh();
    view()->used();
}

void MetricsPage::onState()
{
    refresh();
    view()->stateChanged();
}

void MetricsPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Export metrics as CSV"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("CSV files (*.csv)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    if (m_machine)
        dialog->selectFile(m_machine->definition().name + QLatin1StringView("-metrics.csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &MetricsPage::exportTo);
    dialog->open();
}

void MetricsPage::exportTo(const QString &path)
{
    if (m_exporting)
        return;
    m_exporting = true;
    refresh();
    runInBackground(
        this, [path, columns = view()->columns()] { return writeFile(path, csvDocument(columns)); },
        [this, path](const QString &why) {
            m_exporting = false;
            if (why.isEmpty()) {
                m_exported->setMessage(InlineMessage::Kind::Success, tr("The metrics were written to %1.").arg(path));
            } else {
                const QString text = tr("The metrics were not written to %1: %2").arg(path, why);
                m_exported->setMessage(InlineMessage::Kind::Error, text);
                offerHelp(m_exported, helpTopicOf(why), m_paths);
            }
            refresh();
        });
}

void MetricsPage::copyCsv()
{
    if (m_exporting)
        return;
    m_exporting = true;
    refresh();
    runInBackground(
        this, [columns = view()->columns()] { return csvDocument(columns); },
        [this](const QByteArray &document) {
            m_exporting = false;
            QGuiApplication::clipboard()->setText(QString::fromUtf8(document));
            m_exported->setMessage(InlineMessage::Kind::Success, tr("The metrics are on the clipboard."));
            refresh();
        });
}

void MetricsPage::refresh()
{
    MachineRecord *const shown = record();
    const bool any = shown && !shown->isEmpty(*m_machine);
    m_tabs->setVisible(any);
    m_empty->setVisible(!any);
    m_controls->setEnabled(any);
    const QString none = any ? QString() : tr("There is nothing to export yet.");
    const QString busy = m_exporting ? tr("The metrics are being written.") : none;
    setEnabledOrWhyNot(m_export, busy, tr("Write what is in sight to a file (Ctrl+Shift+E)"));
    setEnabledOrWhyNot(m_copy, busy, tr("Copy what is in sight to the clipboard (Ctrl+Shift+C)"));
    const QString why = m_machine ? whyNothingLive(m_machine->state()) : QString();
    if (!m_machine) {
        m_empty->setHeadline(tr("No machine selected"));
        m_empty->setText(tr("Select a machine to see its metrics."));
    } else if (why.isEmpty()) {
        m_empty->setHeadline(tr("Waiting for the first sample"));
        m_empty->setText(tr("The engine is asked once a second."));
    } else {
        m_empty->setHeadline(tr("No metrics yet"));
        m_empty->setText(tr("%1 Metrics appear here while it runs.", "why there are none").arg(why));
    }
    if (any && !why.isEmpty())
        m_message->setMessage(InlineMessage::Kind::Info, tr("%1 The plots end with its last run.").arg(why));
    else
        m_message->hide();
}

} // namespace sparkler::gui
