#include "models/cpu_feature_model.h"

#include "models/cpu_feature_meanings.h"

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool sameBit(const CpuFeature &a, const CpuFeature &b)
{
    return a.leaf == b.leaf && a.subleaf == b.subleaf && a.reg == b.reg && a.bit == b.bit;
}

bool differs(const CpuFeature &feature)
{
    return feature.change != CpuFeature::Change::Host || (feature.guest && *feature.guest != feature.host);
}

/// "CPUID 0x7.0, EBX, bit 5": the same in all languages.
QString placeText(const CpuFeature &feature)
{
    return u"CPUID 0x%1.%2 %3[%4]"_s.arg(feature.leaf, 0, 16)
        .arg(feature.subleaf, 0, 16)
        .arg(feature.reg.toUpper())
        .arg(feature.bit);
}

QString shownValue(const CpuFeature &feature, int column)
{
    switch (column) {
    case CpuFeatureModel::NameColumn:
        return feature.name;
    case CpuFeatureModel::MeaningColumn:
        return cpuMeaningText(feature.meaning);
    case CpuFeatureModel::HostColumn:
        return feature.host ? CpuFeatureModel::tr("yes") : CpuFeatureModel::tr("no");
    case CpuFeatureModel::TemplateColumn:
        return feature.change == CpuFeature::Change::Set       ? CpuFeatureModel::tr("sets it")
               : feature.change == CpuFeature::Change::Cleared ? CpuFeatureModel::tr("takes it away")
                                                               : CpuFeatureModel::tr("as on the host");
    case CpuFeatureModel::GuestColumn:
        return !feature.guest ? u"–"_s : *feature.guest ? CpuFeatureModel::tr("yes") : CpuFeatureModel::tr("no");
    default:
        return {};
    }
}

} // namespace

CpuFeatureModel::CpuFeatureModel(QObject *parent) : QAbstractTableModel(parent) {}

void CpuFeatureModel::setFeatures(const QList<CpuFeature> &features)
{
    if (!std::ranges::equal(features, m_features, sameBit)) {
        beginResetModel();
        m_features = features;
        endResetModel();
        return;
    }
    for (qsizetype row = 0; row < features.size(); ++row) {
        if (m_features[row] == features[row])
            continue;
        m_features[row] = features[row];
        const int at = static_cast<int>(row);
        emit dataChanged(index(at, 0), index(at, kColumnCount - 1));
    }
}

int CpuFeatureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_features.size());
}

int CpuFeatureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant CpuFeatureModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CpuFeature &feature = m_features[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return shownValue(feature, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn ? feature.name
                                            : headerData(index.column(), Qt::Horizontal).toString() + u": "_s +
                                                  shownValue(feature, index.column());
    case Qt::ToolTipRole:
        return QString(cpuMeaningText(feature.meaning) + u'\n' + placeText(feature));
    case FilterRole:
        // In English, too: as the vendors' manuals have it.
        return QStringList{feature.name, cpuMeaningText(feature.meaning), feature.meaning, placeText(feature)}.join(
            u'\n');
    case DifferenceRole:
        return differs(feature);
    default:
        return {};
    }
}

QVariant CpuFeatureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Feature");
    case MeaningColumn:
        return tr("Meaning");
    case HostColumn:
        return tr("Host");
    case TemplateColumn:
        return tr("Template");
    case GuestColumn:
        return tr("Guest");
    default:
        return {};
    }
}

CpuFeatureFilterModel::CpuFeatureFilterModel(QObject *parent) : QSortFilterProxyModel(parent) {}

void CpuFeatureFilterModel::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

void CpuFeatureFilterModel::setDifferencesOnly(bool on)
{
    m_differencesOnly = on;
    invalidateFilter();
}

bool CpuFeatureFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (m_differencesOnly && !index.data(CpuFeatureModel::DifferenceRole).toBool())
        return false;
    return m_text.isEmpty() || index.data(CpuFeatureModel::FilterRole).toString().contains(m_text, Qt::CaseInsensitive);
}

} // namespace sparkler::gui
