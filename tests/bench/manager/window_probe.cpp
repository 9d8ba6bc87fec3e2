// Loaded by Qt into the manager when QT_QPA_GENERIC_PLUGINS names it. Writes when things happen to the descriptor in
// SPARKLER_PROBE_FD, one line each, with the monotonic clock in nanoseconds:
//   platform  QApplication is being made: what came before is the loading of libraries
//   show      the window is being shown: settings, theme and widgets are done
//   frame     its first frame has been painted and handed to the platform
//   list      the list has been painted with SPARKLER_PROBE_MACHINES machines in it

#include <QAbstractItemModel>
#include <QApplication>
#include <QGenericPlugin>
#include <QMainWindow>
#include <QTreeView>
#include <QWindow>

#include <ctime>
#include <unistd.h>

namespace {

void tell(const char *what)
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    const QByteArray line =
        QByteArray(what) + ' ' + QByteArray::number(qint64{now.tv_sec} * 1'000'000'000 + now.tv_nsec) + '\n';
    if (::write(qEnvironmentVariableIntValue("SPARKLER_PROBE_FD"), line.constData(),
                static_cast<std::size_t>(line.size())) != line.size())
        ::_exit(3);
}

class Probe : public QObject {
public:
    Probe()
    {
        tell("platform");
        qApp->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *window = qobject_cast<QMainWindow *>(watched);
        if (window && event->type() == QEvent::Show && !m_shown) {
            m_shown = window;
            tell("show");
        }
        if (m_inside && event->type() == QEvent::Paint) {
            m_windowPainted |= watched == m_shown;
            m_listPainted |= watched->parent() && qobject_cast<QTreeView *>(watched->parent());
        }
        const bool paints = event->type() == QEvent::Expose || event->type() == QEvent::UpdateRequest;
        if (!m_shown || m_inside || !paints || (watched != m_shown && watched != m_shown->windowHandle()))
            return false;
        m_inside = true;
        m_windowPainted = m_listPainted = false; // an update before the window is exposed paints nothing
        watched->event(event);                   // painting is over when this returns
        m_inside = false;
        if (!m_framed && m_windowPainted) {
            m_framed = true;
            tell("frame");
        }
        if (!m_listed && m_listPainted && machines() >= qEnvironmentVariableIntValue("SPARKLER_PROBE_MACHINES")) {
            m_listed = true;
            tell("list");
        }
        return true;
    }

private:
    int machines() const
    {
        const auto *list = m_shown->findChild<QTreeView *>();
        return list ? list->model()->rowCount() : -1;
    }

    QMainWindow *m_shown = nullptr;
    bool m_inside = false;
    bool m_windowPainted = false;
    bool m_listPainted = false;
    bool m_framed = false;
    bool m_listed = false;
};

class ProbePlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "window_probe.json")
public:
    QObject *create(const QString &, const QString &) override { return new Probe; }
};

} // namespace

#include "window_probe.moc"
