#pragma once

#include "pages/machine_page.h"

#include <QPointer>

class QComboBox;
class QLabel;
class QSortFilterProxyModel;
class QTabWidget;
class QTableView;

namespace sparkler::gui {

class CounterModel;
class EmptyState;
class InlineMessage;
class MachineSurfaces;
class MetricsPlots;
class PlotControls;
class SearchField;

/// What the engine reports and its process uses, as plots and as a table of all counters. The engine is asked only
/// while the page is in sight.
class MetricsPage : public MachinePage {
    Q_OBJECT
public:
    static constexpr int kKeptMachines = 8;

    explicit MetricsPage(QWidget *parent = nullptr);
    ~MetricsPage() override;

    QString title() const override { return tr("Metrics"); }
    Icon icon() const override { return Icon::Metrics; }
    void setMachine(Machine *machine) override;
    void focusContent() override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildBar();
    QWidget *buildPlots();
    QWidget *buildTable();
    /// The shown machine's plots, made when there are none. Null: no machine.
    MetricsPlots *plots();
    void watch(bool on);
    void onMetrics(const QDateTime &at, const QJsonObject &totals);
    void onUsage();
    void showDrives(const QStringList &ids);
    void refresh();

    QPointer<Machine> m_machine;
    bool m_watching = false;
    CounterModel *m_counters;
    QSortFilterProxyModel *m_filter;
    PlotControls *m_controls = nullptr;
    QComboBox *m_drive = nullptr;
    InlineMessage *m_message = nullptr;
    QTabWidget *m_tabs = nullptr;
    MachineSurfaces *m_surfaces = nullptr;
    EmptyState *m_empty = nullptr;
    SearchField *m_search = nullptr;
    QTableView *m_table = nullptr;
};

} // namespace sparkler::gui
