#pragma once

#include <QStackedWidget>
#include <QStringList>

namespace sparkler::gui {

/// One widget per machine, so that going back to a machine finds its view as it was left. Bounded: the one not shown
/// for longest goes first.
class MachineSurfaces : public QStackedWidget {
    Q_OBJECT
public:
    explicit MachineSurfaces(int keep, QWidget *parent = nullptr);

    /// Null: none is kept.
    QWidget *find(const QString &id) const;
    /// Shows `surface` as that of `id`; takes ownership.
    void add(const QString &id, QWidget *surface);
    /// Shows it again, when there is one.
    QWidget *showFor(const QString &id);
    void drop(const QString &id);
    int kept() const { return static_cast<int>(m_order.size()); }

private:
    int m_keep;
    QStringList m_order; ///< ids, least recently shown first
    QHash<QString, QWidget *> m_surfaces;
};

} // namespace sparkler::gui
