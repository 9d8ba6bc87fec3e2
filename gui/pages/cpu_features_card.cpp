#include "pages/cpu_features_card.h"

#include "models/cpu_feature_model.h"
#include "pages/live_parts.h"
#include "widgets/form_section.h"
#include "widgets/search_field.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kRowsShown = 14;

std::optional<IconColumnDelegate::Mark> differenceMark(const QModelIndex &index)
{
    if (!index.data(CpuFeatureModel::DifferenceRole).toBool())
        return std::nullopt;
    return IconColumnDelegate::Mark{Icon::Edit, ColourRole::Accent};
}

} // namespace

CpuFeaturesCard::CpuFeaturesCard(QWidget *parent)
    : Card(tr("What the guest finds"), parent), m_features(new CpuFeatureModel(this)),
      m_filter(new CpuFeatureFilterModel(this)), m_table(new QTableView(this)), m_count(makeHintLabel({}, this))
{
    setDescription(tr("“Host” is what this host's KVM offers, “Guest” what the machine's first processor has: the "
                      "engine decides some of it in every machine."));
    m_filter->setSourceModel(m_features);
    body()->addWidget(buildBar());
    buildTable();
    body()->addWidget(m_table);
    body()->addWidget(m_count);
    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        refreshCount();
    });
    connect(m_search, &SearchField::moveToResults, m_table, qOverload<>(&QWidget::setFocus));
    connect(m_differences, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setDifferencesOnly(on);
        refreshCount();
    });
    refreshCount();
}

QWidget *CpuFeaturesCard::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    m_search = new SearchField(bar);
    m_search->setPlaceholderText(tr("Filter features"));
    m_search->setAccessibleName(tr("Filter features by name, meaning or place in CPUID"));
    m_search->setMaximumWidth(320);
    m_differences = new QCheckBox(tr("Only diff&erences"), bar);
    m_differences->setToolTip(tr("What the template changes, and what the guest finds otherwise than the host has it"));
    row->addWidget(m_search, 1);
    row->addWidget(m_differences);
    row->addStretch();
    return bar;
}

void CpuFeaturesCard::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setAccessibleName(tr("Features of the processor"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setItemDelegateForColumn(CpuFeatureModel::NameColumn, new IconColumnDelegate(differenceMark, this));
    m_table->verticalHeader()->hide();
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(CpuFeatureModel::MeaningColumn, QHeaderView::Stretch);
    const int character = m_table->fontMetrics().averageCharWidth();
    header->resizeSection(CpuFeatureModel::NameColumn, character * 28);
    header->resizeSection(CpuFeatureModel::HostColumn, character * 9);
    header->resizeSection(CpuFeatureModel::TemplateColumn, character * 18);
    header->resizeSection(CpuFeatureModel::GuestColumn, character * 9);
    const int rows = kRowsShown * m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(header->sizeHint().height() + 2 * m_table->frameWidth() + rows);
}

void CpuFeaturesCard::setFeatures(const QList<CpuFeature> &features)
{
    m_features->setFeatures(features);
    refreshCount();
}

bool CpuFeaturesCard::focusSearch()
{
    if (!m_search->isVisible())
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void CpuFeaturesCard::refreshCount()
{
    const auto total = static_cast<int>(m_features->features().size());
    m_count->setText(total == 0 ? tr("Nothing is known about this host's processor.")
                                : tr("%n feature(s) shown", nullptr, m_filter->rowCount()));
}

} // namespace sparkler::gui
