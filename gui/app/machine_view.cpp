#include "app/machine_view.h"

#include "app/machine_actions.h"
#include "manager/machine_text.h"
#include "pages/console_page.h"
#include "pages/cpu_page.h"
#include "pages/hardware_page.h"
#include "pages/help_dialog.h"
#include "pages/inspector_page.h"
#include "pages/jail_page.h"
#include "pages/logs_page.h"
#include "pages/metrics_page.h"
#include "pages/mmds_page.h"
#include "pages/network_page.h"
#include "pages/overview_page.h"
#include "pages/snapshots_page.h"
#include "pages/state_look.h"
#include "widgets/elided_label.h"
#include "widgets/inline_message.h"
#include "widgets/style.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace sparkler::gui {
namespace {

constexpr int kStateIcon = 28;

QToolButton *actionButton(QAction *action, bool withText)
{
    auto *button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    return button;
}

} // namespace

MachineView::MachineView(Workspace *workspace, MachineActions *actions, QWidget *parent)
    : QWidget(parent), m_workspace(workspace), m_failure(new InlineMessage), m_restart(new InlineMessage),
      m_tabs(new QTabBar), m_stack(new QStackedWidget)
{
    // In the order of Page.
    m_pages.push_back({tr("Overview"), Icon::Overview, [this] { return makeOverview(); }});
    m_pages.push_back({tr("Console"), Icon::Console, [] { return new ConsolePage; }});
    m_pages.push_back({tr("Snapshots"), Icon::Snapshot, [this] { return makeSnapshots(); }});
    m_pages.push_back({tr("Hardware"), Icon::Hardware, [this] { return new HardwarePage(m_workspace); }});
    m_pages.push_back({tr("CPU"), Icon::Processor, [this] { return new CpuPage(m_workspace); }});
    m_pages.push_back({tr("Network"), Icon::Network, [this] { return new NetworkPage(m_workspace); }});
    m_pages.push_back({tr("Metadata"), Icon::Metadata, [this] { return new MmdsPage(m_workspace); }});
    m_pages.push_back({tr("Metrics"), Icon::Metrics, [this] { return new MetricsPage(m_workspace->paths()); }});
    m_pages.push_back({tr("Logs"), Icon::Logs, [] { return new LogsPage; }});
    m_pages.push_back({tr("API"), Icon::Inspector, [this] { return new InspectorPage(m_workspace->paths()); }});
    m_pages.push_back({tr("Jail"), Icon::Key, [this] { return new JailPage(m_workspace->paths()); }});
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        const int tab = m_tabs->addTab(icon(m_pages[i].icon), m_pages[i].title);
        const QKeySequence key = shortcut(static_cast<int>(i));
        m_tabs->setTabToolTip(
            tab, key.isEmpty()
                     ? m_pages[i].title
                     : tr("%1 (%2)", "page and its key").arg(m_pages[i].title, key.toString(QKeySequence::NativeText)));
    }
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Pages of the machine"));
    connect(m_tabs, &QTabBar::currentChanged, this, &MachineView::ensureCurrent);

    m_failure->hide();
    connect(m_failure, &InlineMessage::closed, this, [this] {
        if (m_machine)
            m_failures.remove(m_machine->id());
    });
    m_restart->hide();
    auto *restart = new QAction(tr("Restart now"), this);
    connect(restart, &QAction::triggered, this, [this] {
        if (m_machine)
            m_machine->restart();
    });
    m_restart->addAction(restart);

    auto *strips = new QVBoxLayout;
    strips->setContentsMargins(spacing::kXLarge, 0, spacing::kXLarge, 0);
    strips->addWidget(m_failure);
    strips->addWidget(m_restart);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader(actions));
    layout->addLayout(strips);
    auto *tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(spacing::kLarge, spacing::kTight, spacing::kLarge, 0);
    tabLine->addWidget(m_tabs);
    tabLine->addStretch();
    layout->addLayout(tabLine);
    auto *line = new QFrame;
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
}

MachinePage *MachineView::makeOverview()
{
    auto *overview = new OverviewPage(m_workspace->paths());
    MachineStore *store = m_workspace->store();
    const auto refreshKnown = [overview, store] {
        overview->setKnownGroups(store->groups());
        overview->setKnownTags(store->tags());
    };
    for (const auto signal : {&MachineStore::added, &MachineStore::changed, &MachineStore::removed})
        connect(store, signal, overview, refreshKnown);
    refreshKnown();
    return overview;
}

MachinePage *MachineView::makeSnapshots()
{
    auto *snapshots = new SnapshotsPage(m_workspace, m_workspace->snapshots());
    connect(snapshots, &SnapshotsPage::machineRequested, this, &MachineView::machineRequested);
    return snapshots;
}

QWidget *MachineView::makeHeader(MachineActions *actions)
{
    m_icon = new QLabel;
    m_icon->setFixedSize(kStateIcon, kStateIcon);
    m_name = new QLabel;
    m_name->setFont(Theme::font(TextRole::Title));
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state = new QLabel;
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true); // in a narrow window
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_name);
    names->addWidget(m_state);

    auto *header = new QWidget;
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::kTight);
    row->addWidget(m_icon);
    row->addSpacing(spacing::kSmall);
    row->addLayout(names, 1);
    for (const MachineAction what : {MachineAction::Start, MachineAction::Pause, MachineAction::Resume,
                                     MachineAction::Stop, MachineAction::Restart})
        row->addWidget(
            actionButton(actions->action(what), what == MachineAction::Start || what == MachineAction::Stop));
    auto *more = new QToolButton;
    more->setIcon(icon(Icon::More));
    more->setToolTip(tr("More actions"));
    more->setAccessibleName(tr("More actions"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(more);
    menu->setToolTipsVisible(true);
    for (QAction *action : actions->menuOrder()) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    more->setMenu(menu);
    row->addWidget(more);

    m_countdown = new QWidget;
    m_countdownText = new QLabel;
    auto *force = new QPushButton(icon(Icon::ForceStop), tr("Force now"));
    auto *keep = new QPushButton(tr("Keep running"));
    connect(force, &QPushButton::clicked, this, [this] {
        if (m_machine)
            m_machine->forceStop();
    });
    connect(keep, &QPushButton::clicked, this, [this] {
        if (m_machine)
            m_machine->cancelStop();
    });
    auto *countdown = new QHBoxLayout(m_countdown);
    countdown->setContentsMargins(0, spacing::kSmall, 0, 0);
    countdown->addWidget(m_countdownText);
    countdown->addStretch();
    countdown->addWidget(keep);
    countdown->addWidget(force);
    m_countdown->hide();

    auto *column = new QVBoxLayout(header);
    column->setContentsMargins(spacing::kXLarge, spacing::kLarge, spacing::kXLarge, spacing::kSmall);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_countdown);
    return header;
}

void MachineView::setMachine(Machine *machine)
{
    if (m_machine == machine)
        return;
    if (m_machine)
        m_machine->disconnect(this);
    m_machine = machine;
    for (Entry &entry : m_pages) {
        entry.bound = false;
        if (entry.page && entry.page != m_stack->currentWidget())
            entry.page->setMachine(nullptr);
    }
    if (machine) {
        connect(machine, &Machine::stateChanged, this, &MachineView::refresh);
        connect(machine, &Machine::definitionChanged, this, &MachineView::refresh);
        connect(machine, &Machine::stopCountdownChanged, this, &MachineView::refresh);
    }
    ensureCurrent();
    refresh();
}

void MachineView::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
    pageWidget(page)->focusContent();
}

void MachineView::setStartPage(Page page)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(page);
}

MachineView::Page MachineView::page() const
{
    return static_cast<Page>(m_tabs->currentIndex());
}

QString MachineView::pageTitle(int page) const
{
    return m_pages[static_cast<std::size_t>(page)].title;
}

Icon MachineView::pageIcon(int page) const
{
    return m_pages[static_cast<std::size_t>(page)].icon;
}

QKeySequence MachineView::shortcut(int page)
{
    constexpr int kDigits = 10;
    return page < kDigits ? QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + (page + 1) % kDigits))
                          : QKeySequence();
}

MachinePage *MachineView::pageWidget(Page page)
{
    Entry &entry = m_pages[page];
    if (!entry.page) {
        entry.page = entry.make();
        entry.page->setAccessibleName(entry.title);
        m_stack->addWidget(entry.page);
        connect(entry.page, &MachinePage::failed, this, [this](const Failure &failure) {
            if (m_machine)
                showFailure(m_machine, failure);
        });
    }
    return entry.page;
}

void MachineView::ensureCurrent()
{
    MachinePage *current = pageWidget(page());
    Entry &entry = m_pages[page()];
    if (!entry.bound) {
        current->setMachine(m_machine);
        entry.bound = true;
    }
    m_stack->setCurrentWidget(current);
}

bool MachineView::hasUnsavedChanges() const
{
    return std::ranges::any_of(m_pages,
                               [](const Entry &entry) { return entry.page && entry.page->hasUnsavedChanges(); });
}

void MachineView::showFailure(Machine *machine, const Failure &failure)
{
    m_failures.insert(machine->id(), failure);
    if (machine == m_machine)
        refreshStrips();
}

void MachineView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // The state's picture has the palette's colours.
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void MachineView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTabs();
}

/// In a narrow window the tabs do without their pictures, before some of them are out of sight.
void MachineView::fitTabs()
{
    const auto show = [this](bool pictures) {
        for (std::size_t i = 0; i < m_pages.size(); ++i)
            m_tabs->setTabIcon(static_cast<int>(i), pictures ? icon(m_pages[i].icon) : QIcon());
    };
    if (m_tabs->tabIcon(0).isNull())
        show(true);
    int needed = 0;
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        needed += m_tabs->tabRect(tab).width();
    if (needed > width() - 2 * spacing::kLarge)
        show(false);
}

void MachineView::refresh()
{
    if (!m_machine)
        return;
    const MachineState state = m_machine->state();
    const StateLook look = stateLook(state);
    m_icon->setPixmap(iconPixmap(look.icon, Theme::colour(look.colour, palette()), kStateIcon, devicePixelRatioF()));
    m_icon->setAccessibleName(stateText(state));
    m_name->setText(m_machine->definition().name);
    m_name->setToolTip(m_machine->definition().name.toHtmlEscaped()); // a long one is cut off
    QString line =
        tr("%1 · %2", "state and size").arg(stateText(state), sizeText(m_machine->definition().config.machine));
    if (m_machine->emulated())
        line = tr("%1 · emulated, slow", "state and size").arg(line);
    m_state->setText(line);
    m_state->setToolTip(m_machine->reason());

    const int left = m_machine->stopSecondsLeft();
    m_countdown->setVisible(left >= 0);
    if (left >= 0)
        m_countdownText->setText(
            tr("The guest was asked to shut down. It will be forced in %n second(s).", nullptr, left));
    if (state == MachineState::Starting)
        m_failures.remove(m_machine->id());
    refreshStrips();
}

void MachineView::refreshStrips()
{
    const auto failure = m_failures.constFind(m_machine->id());
    if (failure != m_failures.constEnd()) {
        gui::showFailure(m_failure, *failure, m_workspace->paths());
    } else {
        m_failure->hide();
    }
    if (m_machine->needsRestart())
        m_restart->setMessage(InlineMessage::Kind::Info,
                              tr("The configuration has changed. Some of it counts from the next start."));
    else
        m_restart->hide();
}

} // namespace sparkler::gui
