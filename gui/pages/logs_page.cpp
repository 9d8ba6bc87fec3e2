#include "pages/logs_page.h"

#include "manager/machine.h"
#include "models/log_model.h"
#include "pages/live_parts.h"
#include "widgets/empty_state.h"
#include "widgets/search_field.h"
#include "widgets/theme.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

namespace sparkler::gui {
namespace {

std::optional<IconColumnDelegate::Mark> levelMark(const QModelIndex &index)
{
    const QVariant level = index.data(LogModel::LevelRole);
    if (!level.isValid())
        return std::nullopt;
    switch (static_cast<LogLevel>(level.toInt())) {
    case LogLevel::Error:
        return IconColumnDelegate::Mark{Icon::Error, ColourRole::Danger};
    case LogLevel::Warn:
        return IconColumnDelegate::Mark{Icon::Warning, ColourRole::Warning};
    case LogLevel::Info:
        return IconColumnDelegate::Mark{Icon::Info, ColourRole::Info};
    case LogLevel::Debug:
    case LogLevel::Trace:
        return IconColumnDelegate::Mark{Icon::More, ColourRole::MutedText};
    case LogLevel::Off:
        break;
    }
    return std::nullopt;
}

} // namespace

LogsPage::LogsPage(QWidget *parent)
    : MachinePage(parent), m_model(new LogModel(this)), m_filter(new LogFilterModel(this))
{
    m_filter->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    buildToolBar();
    buildTable();
    buildActions();
    m_count = new QLabel(this);
    m_count->setFont(Theme::font(TextRole::Caption));
    layout->addWidget(m_count);

    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        refresh();
    });
    connect(m_search, &SearchField::moveToResults, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] {
        const QVariant level = m_severity->currentData();
        m_filter->setMinimumSeverity(level.isValid() ? std::optional(static_cast<LogLevel>(level.toInt()))
                                                     : std::nullopt);
        refresh();
    });
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, &LogsPage::onRowsInserted);
    connect(m_filter, &QAbstractItemModel::rowsRemoved, this, &LogsPage::refresh);
    showCurrentLine();
    refresh();
}

void LogsPage::buildToolBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kSmall);
    m_search = new SearchField(this);
    m_search->setPlaceholderText(tr("Filter lines"));
    m_search->setAccessibleName(tr("Filter lines by text"));
    m_search->setMaximumWidth(320);
    m_severity = new QComboBox(this);
    m_severity->setAccessibleName(tr("Least severity shown"));
    m_severity->addItem(tr("All levels"));
    m_severity->addItem(tr("Errors only"), static_cast<int>(LogLevel::Error));
    m_severity->addItem(tr("Warnings and worse"), static_cast<int>(LogLevel::Warn));
    m_severity->addItem(tr("Info and worse"), static_cast<int>(LogLevel::Info));
    m_severity->addItem(tr("Debug and worse"), static_cast<int>(LogLevel::Debug));
    m_follow = makeTextButton(Icon::Logs, tr("&Follow"), this);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    m_follow->setToolTip(tr("Keep the newest line in sight"));
    m_end = makeTextButton(Icon::ChevronDown, tr("&Jump to end"), this);
    m_copy = makeTextButton(Icon::Copy, tr("&Copy"), this);
    m_open = makeTextButton(Icon::File, tr("&Open file"), this);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_severity);
    bar->addStretch();
    for (QToolButton *button : {m_follow, m_end, m_copy, m_open})
        bar->addWidget(button);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);

    connect(m_follow, &QToolButton::toggled, this, &LogsPage::setFollowing);
    connect(m_end, &QToolButton::clicked, this, &LogsPage::jumpToEnd);
    connect(m_copy, &QToolButton::clicked, this, &LogsPage::copySelection);
    connect(m_open, &QToolButton::clicked, this, &LogsPage::openFile);
}

void LogsPage::buildTable()
{
    m_stack = new QStackedWidget(this);
    auto *splitter = new QSplitter(Qt::Vertical, m_stack);
    splitter->setChildrenCollapsible(false);
    m_view = new QTreeView(splitter);
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Log lines"));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true); // twenty thousand rows: none is measured
    m_view->setAllColumnsShowFocus(true);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setFont(Theme::font(TextRole::Monospace));
    m_view->header()->setFont(Theme::font(TextRole::Caption));
    m_view->setItemDelegateForColumn(LogModel::LevelColumn, new IconColumnDelegate(levelMark, this));
    const int character = m_view->fontMetrics().averageCharWidth();
    m_view->header()->setStretchLastSection(true);
    m_view->header()->resizeSection(LogModel::TimeColumn, character * 16);
    m_view->header()->resizeSection(LogModel::LevelColumn, character * 14);
    m_view->header()->resizeSection(LogModel::OriginColumn, character * 14);

    m_line = new QPlainTextEdit(splitter);
    m_line->setReadOnly(true);
    m_line->setAccessibleName(tr("Whole line"));
    m_line->setPlaceholderText(tr("Select a line to read all of it here."));
    m_line->setFont(Theme::font(TextRole::Monospace));
    m_line->setTabChangesFocus(true);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({600, m_line->fontMetrics().lineSpacing() * 4});

    m_empty = new EmptyState(Icon::Logs, tr("No log yet"), tr("Select a machine to see its log."), m_stack);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    static_cast<QVBoxLayout *>(layout())->addWidget(m_stack, 1);

    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &LogsPage::showCurrentLine);
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        // Only what the user does to the bar: reading upwards must not be torn back.
        QMetaObject::invokeMethod(
            this,
            [this] {
                const QScrollBar *bar = m_view->verticalScrollBar();
                m_follow->setChecked(bar->value() >= bar->maximum());
            },
            Qt::QueuedConnection);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid() && current.row() < m_filter->rowCount() - 1)
            m_follow->setChecked(false);
    });
}

void LogsPage::buildActions()
{
    const auto add = [this](QWidget *where, const QKeySequence &key, void (LogsPage::*slot)()) {
        auto *action = new QAction(where);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        connect(action, &QAction::triggered, this, slot);
        where->addAction(action);
    };
    auto *copy = new QAction(m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] { copySelection(); });
    m_view->addAction(copy);
    add(this, QKeySequence(Qt::CTRL | Qt::Key_End), &LogsPage::jumpToEnd);
}

void LogsPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_line->clear();
    m_model->setSource(machine ? machine->log() : nullptr);
    if (machine) {
        connect(machine, &Machine::stateChanged, this, &LogsPage::refresh);
        connect(machine, &Machine::definitionChanged, this, &LogsPage::refresh);
    }
    m_follow->setChecked(true);
    jumpToEnd();
    showCurrentLine();
    refresh();
}

bool LogsPage::focusSearch()
{
    if (!m_search->isVisible())
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void LogsPage::focusContent()
{
    if (m_stack->currentIndex() == 0)
        m_view->setFocus();
    else
        m_search->setFocus();
}

void LogsPage::setFollowing(bool on)
{
    if (on)
        m_view->scrollToBottom();
}

void LogsPage::jumpToEnd()
{
    m_view->clearSelection();
    m_view->scrollToBottom();
    m_follow->setChecked(true);
}

void LogsPage::copySelection() const
{
    QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows))
        lines.append(row.data(LogModel::WholeRole).toString());
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void LogsPage::openFile()
{
    if (!m_machine)
        return;
    const QString file = m_machine->directory().engineLog();
    if (openOnDesktop(file))
        return;
    Failure failure;
    failure.what = tr("The log file was not opened.");
    failure.why = QFileInfo::exists(file) ? tr("The desktop knows no program for %1.").arg(file)
                                          : tr("There is no file %1.").arg(file);
    emit failed(failure);
}

void LogsPage::onRowsInserted()
{
    if (m_follow->isChecked())
        m_view->scrollToBottom();
    refresh();
}

void LogsPage::showCurrentLine()
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    m_line->setPlainText(rows.size() == 1 ? rows.first().data(LogModel::WholeRole).toString() : QString());
    setEnabledOrWhyNot(m_copy, rows.isEmpty() ? tr("Select lines to copy first.") : QString(),
                       tr("Copy the selected lines"));
}

void LogsPage::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 0 : 1);
    const QString noLines = any ? QString() : tr("There are no lines.");
    setEnabledOrWhyNot(m_end, noLines, tr("Show the newest line and follow"));
    setEnabledOrWhyNot(m_follow, noLines, tr("Keep the newest line in sight"));
    const bool file = m_machine && QFileInfo::exists(m_machine->directory().engineLog());
    setEnabledOrWhyNot(m_open, file ? QString() : tr("There is no log file yet."),
                       tr("Open the file with the desktop's program for it"));
    if (!m_machine) {
        m_empty->setHeadline(tr("No machine selected"));
        m_empty->setText(tr("Select a machine to see its log."));
    } else {
        m_empty->setHeadline(tr("No log yet"));
        m_empty->setText(m_machine->definition().logLevel == LogLevel::Off
                             ? tr("The log level of this machine is “Off”: its engine writes no log.")
                             : tr("The engine writes its log here once the machine is started."));
    }
    refreshCount();
}

void LogsPage::refreshCount()
{
    const QLocale locale;
    const int all = m_model->rowCount();
    const int shown = m_filter->rowCount();
    if (all == 0)
        m_count->clear();
    else if (m_filter->isFiltering())
        m_count->setText(shown == 0 ? tr("No line matches the filter (%1 in all).").arg(locale.toString(all))
                                    : tr("%1 of %2 lines").arg(locale.toString(shown), locale.toString(all)));
    else
        m_count->setText(tr("%n line(s)", nullptr, all));
}

} // namespace sparkler::gui
