#include "widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>

// Outside of the namespace: the macro declares the initialiser of the linked resource at global scope. Naming it here
// also keeps the linker from leaving the resource out of the static library.
static void initialiseIconResource()
{
    Q_INIT_RESOURCE(sparkler_icons);
}

namespace sparkler::gui {

namespace {

struct NamedIcon {
    Icon icon;
    const char *name;
};

constexpr std::array kNames{
    NamedIcon{Icon::Logo, "sparkler"},
    NamedIcon{Icon::Machine, "machine"},
    NamedIcon{Icon::Start, "start"},
    NamedIcon{Icon::Pause, "pause"},
    NamedIcon{Icon::Resume, "resume"},
    NamedIcon{Icon::Stop, "stop"},
    NamedIcon{Icon::ForceStop, "force-stop"},
    NamedIcon{Icon::Restart, "restart"},
    NamedIcon{Icon::CtrlAltDel, "ctrl-alt-del"},
    NamedIcon{Icon::Add, "add"},
    NamedIcon{Icon::Remove, "remove"},
    NamedIcon{Icon::Edit, "edit"},
    NamedIcon{Icon::Duplicate, "duplicate"},
    NamedIcon{Icon::Import, "import"},
    NamedIcon{Icon::Export, "export"},
    NamedIcon{Icon::Settings, "settings"},
    NamedIcon{Icon::Search, "search"},
    NamedIcon{Icon::Filter, "filter"},
    NamedIcon{Icon::Tag, "tag"},
    NamedIcon{Icon::Group, "group"},
    NamedIcon{Icon::Console, "console"},
    NamedIcon{Icon::Metrics, "metrics"},
    NamedIcon{Icon::Logs, "logs"},
    NamedIcon{Icon::Inspector, "inspector"},
    NamedIcon{Icon::Hardware, "hardware"},
    NamedIcon{Icon::Processor, "processor"},
    NamedIcon{Icon::Memory, "memory"},
    NamedIcon{Icon::Drive, "drive"},
    NamedIcon{Icon::Network, "network"},
    NamedIcon{Icon::Snapshot, "snapshot"},
    NamedIcon{Icon::Restore, "restore"},
    NamedIcon{Icon::Here, "here"},
    NamedIcon{Icon::Merge, "merge"},
    NamedIcon{Icon::Verify, "verify"},
    NamedIcon{Icon::Overview, "overview"},
    NamedIcon{Icon::Copy, "copy"},
    NamedIcon{Icon::Check, "check"},
    NamedIcon{Icon::Warning, "warning"},
    NamedIcon{Icon::Error, "error"},
    NamedIcon{Icon::Info, "info"},
    NamedIcon{Icon::Help, "help"},
    NamedIcon{Icon::Tasks, "tasks"},
    NamedIcon{Icon::Close, "close"},
    NamedIcon{Icon::Undo, "undo"},
    NamedIcon{Icon::Refresh, "refresh"},
    NamedIcon{Icon::Folder, "folder"},
    NamedIcon{Icon::File, "file"},
    NamedIcon{Icon::Key, "key"},
    NamedIcon{Icon::Socket, "socket"},
    NamedIcon{Icon::Balloon, "balloon"},
    NamedIcon{Icon::Metadata, "metadata"},
    NamedIcon{Icon::Clock, "clock"},
    NamedIcon{Icon::Plug, "plug"},
    NamedIcon{Icon::More, "more"},
    NamedIcon{Icon::ChevronUp, "chevron-up"},
    NamedIcon{Icon::ChevronDown, "chevron-down"},
    NamedIcon{Icon::ChevronLeft, "chevron-left"},
    NamedIcon{Icon::ChevronRight, "chevron-right"},
    NamedIcon{Icon::StateRunning, "state-running"},
    NamedIcon{Icon::StatePaused, "state-paused"},
    NamedIcon{Icon::StateStopped, "state-stopped"},
    NamedIcon{Icon::StateStarting, "state-starting"},
    NamedIcon{Icon::StateStopping, "state-stopping"},
    NamedIcon{Icon::StateCrashed, "state-crashed"},
    NamedIcon{Icon::StateUnresponsive, "state-unresponsive"},
    NamedIcon{Icon::StateUnknown, "state-unknown"},
    NamedIcon{Icon::BadgeEmulated, "badge-emulated"},
};

constexpr auto kIcons = [] {
    std::array<Icon, kNames.size()> icons{};
    for (std::size_t i = 0; i < kNames.size(); ++i)
        icons[i] = kNames[i].icon;
    return icons;
}();

constexpr bool namesFollowTheEnum()
{
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (static_cast<std::size_t>(kNames[i].icon) != i)
            return false;
    }
    return kNames.size() == static_cast<std::size_t>(Icon::BadgeEmulated) + 1;
}
static_assert(namesFollowTheEnum());

QByteArray drawing(Icon icon)
{
    static const bool initialised = (initialiseIconResource(), true);
    Q_UNUSED(initialised)
    static QHash<Icon, QByteArray> loaded;
    auto found = loaded.constFind(icon);
    if (found == loaded.constEnd()) {
        QFile file(QStringLiteral(":/sparkler/icons/%1.svg").arg(iconName(icon)));
        if (!file.open(QIODevice::ReadOnly))
            qWarning("The drawing %s is missing from the program", qPrintable(file.fileName()));
        found = loaded.insert(icon, file.readAll());
    }
    return *found;
}

QPixmap render(Icon icon, const QColor &colour, QSize pixels)
{
    const QString key = QStringLiteral("sparkler-icon-%1-%2-%3x%4")
                            .arg(static_cast<int>(icon))
                            .arg(colour.rgba(), 0, 16)
                            .arg(pixels.width())
                            .arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QByteArray svg = drawing(icon);
    svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    const int side = qMin(pixels.width(), pixels.height());
    const QRectF square((pixels.width() - side) / 2.0, (pixels.height() - side) / 2.0, side, side);
    renderer.render(&painter, square);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class StrokeIconEngine : public QIconEngine {
public:
    StrokeIconEngine(Icon icon, std::optional<ColourRole> tint) : m_icon(icon), m_tint(tint) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        Q_UNUSED(state)
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, render(m_icon, colour(mode), rect.size() * ratio));
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        Q_UNUSED(state)
        Q_UNUSED(scale) // `size` is in device pixels already; QIcon sets the ratio
        return render(m_icon, colour(mode), size);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new StrokeIconEngine(*this); }
    QString iconName() override { return sparkler::gui::iconName(m_icon); }
    bool isNull() override { return false; }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return m_tint ? Theme::colour(*m_tint, palette) : palette.color(QPalette::Active, QPalette::WindowText);
    }

    Icon m_icon;
    std::optional<ColourRole> m_tint;
};

} // namespace

std::span<const Icon> allIcons()
{
    return kIcons;
}

QLatin1StringView iconName(Icon icon)
{
    return QLatin1StringView(kNames[static_cast<std::size_t>(icon)].name);
}

QIcon icon(Icon icon, std::optional<ColourRole> tint)
{
    return QIcon(new StrokeIconEngine(icon, tint));
}

QPixmap iconPixmap(Icon icon, const QColor &colour, int size, qreal devicePixelRatio)
{
    const int pixels = qRound(size * devicePixelRatio);
    QPixmap pixmap = render(icon, colour, {pixels, pixels});
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

} // namespace sparkler::gui
