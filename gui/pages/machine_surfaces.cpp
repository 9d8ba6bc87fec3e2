#include "pages/machine_surfaces.h"

namespace sparkler::gui {

MachineSurfaces::MachineSurfaces(int keep, QWidget *parent) : QStackedWidget(parent), m_keep(keep) {}

QWidget *MachineSurfaces::find(const QString &id) const
{
    return m_surfaces.value(id);
}

void MachineSurfaces::add(const QString &id, QWidget *surface)
{
    drop(id);
    m_surfaces.insert(id, surface);
    addWidget(surface);
    showFor(id);
    while (m_order.size() > m_keep)
        drop(QString(m_order.first())); // a copy: the element itself is removed
}

QWidget *MachineSurfaces::showFor(const QString &id)
{
    QWidget *surface = find(id);
    if (!surface)
        return nullptr;
    m_order.removeAll(id);
    m_order.append(id);
    setCurrentWidget(surface);
    return surface;
}

void MachineSurfaces::drop(const QString &id)
{
    m_order.removeAll(id);
    if (QWidget *surface = m_surfaces.take(id)) {
        removeWidget(surface);
        delete surface;
    }
}

} // namespace sparkler::gui
