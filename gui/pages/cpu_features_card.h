#pragma once

#include "manager/cpu_report.h"
#include "widgets/card.h"

class QCheckBox;
class QLabel;
class QTableView;

namespace sparkler::gui {

class CpuFeatureFilterModel;
class CpuFeatureModel;
class SearchField;

/// What the host offers, what the template does with it and what the guest finds, a row for each feature.
class CpuFeaturesCard : public Card {
    Q_OBJECT
public:
    explicit CpuFeaturesCard(QWidget *parent = nullptr);

    /// Empty: nothing is known.
    void setFeatures(const QList<CpuFeature> &features);
    bool focusSearch(); ///< false: it is not in sight

private:
    QWidget *buildBar();
    void buildTable();
    void refreshCount();

    CpuFeatureModel *m_features;
    CpuFeatureFilterModel *m_filter;
    SearchField *m_search = nullptr;
    QCheckBox *m_differences = nullptr;
    QTableView *m_table;
    QLabel *m_count;
};

} // namespace sparkler::gui
