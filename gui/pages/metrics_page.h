#pragma once

#include "manager/paths.h"
#include "pages/machine_page.h"

#include <QPointer>

class QTabWidget;
class QToolButton;

namespace sparkler::gui {

class CountersView;
class EmptyState;
class InlineMessage;
class MachineRecord;
class MetricsView;
class PlotControls;
class PlotsView;

/// What the engine reports and its process uses: plots, memory and balloon, rate limits, and all counters. The engine
/// is asked only while the page is in sight, and only the part in sight computes anything.
class MetricsPage : public MachinePage {
    Q_OBJECT
public:
    static constexpr int kKeptMachines = 8;

    explicit MetricsPage(Paths paths, QWidget *parent = nullptr);
    ~MetricsPage() override;

    QString title() const override { return tr("Metrics"); }
    Icon icon() const override { return Icon::Metrics; }
    void setMachine(Machine *machine) override;
    void focusContent() override;
    bool focusSearch() override;

    /// Writes what is in sight as CSV, in the background; the outcome is shown on the page.
    void exportTo(const QString &path);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBar();
    void buildTabs();
    MetricsView *view() const; ///< the part in sight
    /// The machine's record, made when there is none. Null: no machine.
    MachineRecord *record();
    void watch(bool on);
    void bindAll();
    void onMetrics(const QDateTime &at, const QJsonObject &totals);
    void onUsage();
    void onState();
    void chooseFile();
    void copyCsv();
    void refresh();

    QPointer<Machine> m_machine;
    QList<QPointer<MachineRecord>> m_records; ///< least recently shown first
    bool m_watching = false;
    bool m_exporting = false;
    PlotControls *m_controls = nullptr;
    QToolButton *m_export = nullptr;
    QToolButton *m_copy = nullptr;
    Paths m_paths;
    InlineMessage *m_message = nullptr;
    InlineMessage *m_exported = nullptr;
    QTabWidget *m_tabs = nullptr;
    PlotsView *m_plots = nullptr;
    CountersView *m_counters = nullptr;
    EmptyState *m_empty = nullptr;
};

} // namespace sparkler::gui
