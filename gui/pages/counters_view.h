#pragma once

#include "pages/metrics_view.h"

class QAbstractButton;
class QCheckBox;
class QLabel;
class QTreeView;

namespace sparkler::gui {

class CounterFilterModel;
class CounterModel;
class SearchField;

/// All counters of the engine, to search in and to choose from for the plots.
class CountersView : public MetricsView {
    Q_OBJECT
public:
    explicit CountersView(QWidget *parent = nullptr);

    CounterModel *counters() const { return m_counters; }
    /// The ticked counters; when none is, those that the filter shows.
    std::vector<CsvColumn> columns() const override;
    bool focusSearch(); ///< false: it is not in sight

signals:
    void plotChosenWanted();

protected:
    void reload() override;
    void onSample() override;
    void onState() override {}

private:
    QWidget *buildBar();
    void buildTree();
    void refreshBar();
    void expandNew(const QModelIndex &parent, int first, int last);

    CounterModel *m_counters;
    CounterFilterModel *m_filter;
    SearchField *m_search = nullptr;
    QCheckBox *m_failuresOnly = nullptr;
    QAbstractButton *m_plot = nullptr;
    QAbstractButton *m_none = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_count = nullptr;
};

} // namespace sparkler::gui
