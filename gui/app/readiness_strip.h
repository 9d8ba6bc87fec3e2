#pragma once

#include "manager/readiness.h"

#include <QWidget>

class QVBoxLayout;

namespace sparkler::gui {

/// What is wrong on this host, with remedies to copy; nothing at all when all is well. closed() problems stay closed
/// until they change.
class ReadinessStrip : public QWidget {
    Q_OBJECT
public:
    ReadinessStrip(Readiness *readiness, Paths paths, QWidget *parent = nullptr);

signals:
    void settingsRequested();

private:
    void refresh();

    Readiness *m_readiness;
    Paths m_paths;
    QVBoxLayout *m_layout;
    QHash<QString, QString> m_closed; ///< check id → reason that was put away
};

} // namespace sparkler::gui
