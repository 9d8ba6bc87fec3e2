#pragma once

#include "manager/cpu_report.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace sparkler::gui {

/// Each known bit of CPUID: what this host offers, what the template does with it, what the guest finds. GUI thread.
class CpuFeatureModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, MeaningColumn, HostColumn, TemplateColumn, GuestColumn };
    static constexpr int kColumnCount = 5;
    enum Role {
        FilterRole = Qt::UserRole, ///< what the search looks at
        DifferenceRole,            ///< bool: the template changes it, or the guest finds something else than the host
    };

    explicit CpuFeatureModel(QObject *parent = nullptr);

    /// The same features with other values keep their rows, so that selection and place stay.
    void setFeatures(const QList<CpuFeature> &features);
    const QList<CpuFeature> &features() const { return m_features; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<CpuFeature> m_features;
};

/// Features whose name, meaning (in the user's language or in English) or place in CPUID holds a text.
class CpuFeatureFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit CpuFeatureFilterModel(QObject *parent = nullptr);

    /// Letter case does not count. Empty: all.
    void setText(const QString &text);
    /// Only those with DifferenceRole.
    void setDifferencesOnly(bool on);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_differencesOnly = false;
};

} // namespace sparkler::gui
