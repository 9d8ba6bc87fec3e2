#include "pages/inspector_page.h"

#include "client/snippets.h"
#include "manager/failure.h"
#include "manager/machine.h"
#include "models/exchange_model.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "pages/request_form.h"
#include "widgets/elided_label.h"
#include "widgets/empty_state.h"
#include "widgets/fold.h"
#include "widgets/inline_message.h"
#include "widgets/json_view.h"
#include "widgets/search_field.h"
#include "widgets/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// So that the page fits into a small window, also with the form open.
constexpr int kLeastTableLines = 4;
constexpr int kLeastBodyLines = 2;

std::optional<IconColumnDelegate::Mark> statusMark(const QModelIndex &index)
{
    if (index.data(ExchangeModel::FailedRole).toBool())
        return IconColumnDelegate::Mark{Icon::Error, ColourRole::Danger};
    return IconColumnDelegate::Mark{Icon::Check, ColourRole::Success};
}

QWidget *titled(const QString &title, JsonView *view, QWidget *parent)
{
    auto *box = new QWidget(parent);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTight);
    auto *label = new QLabel(title, box);
    label->setFont(Theme::font(TextRole::Subheading));
    label->setBuddy(view);
    view->setMinimumHeight(view->fontMetrics().lineSpacing() * kLeastBodyLines);
    view->setAccessibleName(title);
    view->setTabChangesFocus(true);
    layout->addWidget(label);
    layout->addWidget(view, 1);
    return box;
}

} // namespace

InspectorPage::InspectorPage(Paths paths, QWidget *parent)
    : MachinePage(parent), m_model(new ExchangeModel(this)), m_filter(new ExchangeFilterModel(this)),
      m_paths(std::move(paths))
{
    m_filter->setSourceModel(m_model);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    buildToolBar();
    m_stack = new QStackedWidget(this);
    auto *splitter = new QSplitter(Qt::Vertical, m_stack);
    splitter->setChildrenCollapsible(false);
    buildTable(splitter);
    splitter->addWidget(buildDetails());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_empty = new EmptyState(Icon::Inspector, tr("No requests yet"), tr("Select a machine to see its API requests."),
                             m_stack);
    m_stack->addWidget(splitter);
    m_stack->addWidget(m_empty);
    layout->addWidget(m_stack, 1);
    m_fold = new Fold(tr("Send a request"), this);
    m_form = new RequestForm(m_fold);
    m_fold->setContent(m_form);
    layout->addWidget(m_fold);

    connect(m_search, &SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showSelected();
    });
    connect(m_search, &SearchField::moveToResults, m_view, qOverload<>(&QWidget::setFocus));
    connect(m_errorsOnly, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setErrorsOnly(on);
        showSelected();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &InspectorPage::showSelected);
    refresh();
    showSelected();
}

QAction *InspectorPage::addCopyAction(QMenu *menu, const QString &text, void (InspectorPage::*slot)())
{
    QAction *action = menu->addAction(text);
    connect(action, &QAction::triggered, this, slot);
    return action;
}

void InspectorPage::buildToolBar()
{
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kSmall);
    m_search = new SearchField(this);
    m_search->setPlaceholderText(tr("Filter by path"));
    m_search->setAccessibleName(tr("Filter requests by path"));
    m_search->setMaximumWidth(320);
    m_errorsOnly = new QCheckBox(tr("&Errors only"), this);
    m_copiedNote = new QLabel(this);
    m_copiedNote->setFont(Theme::font(TextRole::Caption));
    m_copyAs = makeTextButton(Icon::Copy, tr("&Copy as"), this);
    m_copyAs->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_copyAs);
    menu->setToolTipsVisible(true);
    m_curl = addCopyAction(menu, tr("Copy as &curl"), &InspectorPage::copyCurl);
    m_script = addCopyAction(menu, tr("Copy all as &shell script"), &InspectorPage::copyScript);
    menu->addSeparator();
    m_configuration = addCopyAction(menu, tr("Copy as configuration &file"), &InspectorPage::copyConfiguration);
    m_program = addCopyAction(menu, tr("Copy as &Go SDK program"), &InspectorPage::copyProgram);
    m_copyAs->setMenu(menu);
    m_clear = makeTextButton(Icon::Remove, tr("C&lear"), this);
    connect(m_clear, &QToolButton::clicked, this, &InspectorPage::clear);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_errorsOnly);
    bar->addStretch();
    bar->addWidget(m_copiedNote);
    bar->addWidget(m_copyAs);
    bar->addWidget(m_clear);
    static_cast<QVBoxLayout *>(layout())->addLayout(bar);
}

void InspectorPage::buildTable(QWidget *parent)
{
    m_view = new QTableView(parent);
    m_view->setModel(m_filter);
    m_view->setAccessibleName(tr("Requests"));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setMinimumHeight(m_view->fontMetrics().lineSpacing() * kLeastTableLines);
    m_view->setWordWrap(false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(ExchangeModel::TimeColumn, Qt::AscendingOrder);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = m_view->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(ExchangeModel::PathColumn, QHeaderView::Stretch);
    const int character = m_view->fontMetrics().averageCharWidth();
    header->resizeSection(ExchangeModel::TimeColumn, character * 18);
    header->resizeSection(ExchangeModel::MethodColumn, character * 12);
    header->resizeSection(ExchangeModel::StatusColumn, character * 24);
    header->resizeSection(ExchangeModel::DurationColumn, character * 14);
    m_view->setItemDelegateForColumn(ExchangeModel::StatusColumn, new IconColumnDelegate(statusMark, this));
    auto *copy = new QAction(m_view);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, &InspectorPage::copyCurl);
    m_view->addAction(copy);
}

QWidget *InspectorPage::buildDetails()
{
    m_details = new QWidget(this);
    auto *layout = new QVBoxLayout(m_details);
    layout->setContentsMargins(0, spacing::kSmall, 0, 0);
    layout->setSpacing(spacing::kSmall);
    auto *line = new QHBoxLayout;
    m_summary = new ElidedLabel({}, m_details);
    m_summary->setFont(Theme::font(TextRole::Subheading));
    m_timing = new QLabel(m_details);
    m_timing->setFont(Theme::font(TextRole::Caption));
    m_copyOne = makeTextButton(Icon::Copy, tr("Copy as c&url"), m_details);
    m_again = makeTextButton(Icon::Edit, tr("E&dit and send again"), m_details);
    m_again->setToolTip(tr("Put this request into the form below"));
    line->addWidget(m_summary, 1);
    line->addWidget(m_timing);
    line->addWidget(m_copyOne);
    line->addWidget(m_again);
    layout->addLayout(line);
    m_error = new InlineMessage(m_details);
    m_error->setClosable(false);
    layout->addWidget(m_error);
    auto *bodies = new QSplitter(Qt::Horizontal, m_details);
    bodies->setChildrenCollapsible(false);
    m_request = new JsonView(JsonView::Mode::ReadOnly, bodies);
    m_response = new JsonView(JsonView::Mode::ReadOnly, bodies);
    bodies->addWidget(titled(tr("Request body"), m_request, bodies));
    bodies->addWidget(titled(tr("Response body"), m_response, bodies));
    layout->addWidget(bodies, 1);
    connect(m_copyOne, &QToolButton::clicked, this, &InspectorPage::copyCurl);
    connect(m_again, &QToolButton::clicked, this, [this] {
        if (const Exchange *exchange = selected()) {
            m_form->setRequest(exchange->method, exchange->path, exchange->requestBody);
            m_fold->setOpen(true);
        }
    });
    return m_details;
}

void InspectorPage::setMachine(Machine *machine)
{
    if (machine == m_machine && machine)
        return;
    if (m_machine)
        disconnect(m_machine, nullptr, this, nullptr);
    m_machine = machine;
    m_copiedNote->clear();
    m_model->setExchanges(machine ? machine->exchanges() : std::deque<Exchange>{});
    if (machine) {
        connect(machine, &Machine::exchangeFinished, this, &InspectorPage::onExchange);
        connect(machine, &Machine::stateChanged, this, &InspectorPage::refresh);
        connect(machine, &QObject::destroyed, this, [this] { setMachine(nullptr); });
    }
    m_view->scrollToBottom();
    refresh();
    showSelected();
}

bool InspectorPage::focusSearch()
{
    if (!m_search->isVisible())
        return false;
    m_search->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void InspectorPage::focusContent()
{
    if (m_stack->currentIndex() == 0)
        m_view->setFocus();
    else
        m_search->setFocus();
}

void InspectorPage::onExchange(const Exchange &exchange)
{
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    m_model->append(exchange);
    const QModelIndex added = m_filter->mapFromSource(m_model->index(m_model->rowCount() - 1, 0));
    if (m_form->isAwaiting(exchange.method, exchange.path) && added.isValid()) {
        m_view->selectRow(added.row());
        // What the details need, the table loses: later, or the row would be out of sight.
        QTimer::singleShot(0, m_view, [view = m_view] { view->scrollTo(view->currentIndex()); });
    } else if (atEnd) {
        m_view->scrollToBottom();
    }
    refresh();
}

const Exchange *InspectorPage::selected() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(m_filter->mapToSource(rows.first()).row());
}

QString InspectorPage::socketPath() const
{
    return m_machine ? m_machine->directory().apiSocket() : QString();
}

void InspectorPage::showSelected()
{
    const Exchange *exchange = selected();
    m_request->setEnabled(exchange);
    m_response->setEnabled(exchange);
    m_request->setRaw(exchange ? exchange->requestBody : QByteArray());
    m_response->setRaw(exchange ? exchange->responseBody : QByteArray());
    m_request->setPlaceholderText(exchange ? tr("The request has no body.") : QString());
    m_response->setPlaceholderText(exchange ? tr("The answer has no body.") : QString());
    if (!exchange) {
        m_summary->setText(tr("Select a request to see what was said."));
        m_timing->clear();
        m_error->hide();
    } else {
        m_summary->setText(tr("%1 %2", "method, path").arg(QString::fromLatin1(exchange->method), exchange->path));
        m_timing->setText(tr("%1 · waited %2, took %3", "status, times")
                              .arg(ExchangeModel::statusText(*exchange), ExchangeModel::durationText(exchange->queued),
                                   ExchangeModel::durationText(exchange->duration)));
        if (exchange->error) {
            m_error->setMessage(InlineMessage::Kind::Error, exchange->error->sentence(), exchange->error->detail);
            offerHelp(m_error, helpTopicOf(Failure::fromApi({}, *exchange->error)), m_paths);
        } else {
            m_error->hide();
        }
    }
    refreshActions();
}

void InspectorPage::refresh()
{
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 0 : 1);
    if (!m_machine) {
        m_empty->setHeadline(tr("No machine selected"));
        m_empty->setText(tr("Select a machine to see its API requests."));
    } else {
        m_empty->setHeadline(tr("No requests yet"));
        m_empty->setText(m_machine->client()
                             ? tr("What is said to the engine appears here. Periodic polls are left out.")
                             : tr("Start the machine: what is said to its engine appears here. Periodic polls are left "
                                  "out."));
    }
    QString why;
    if (!m_machine)
        why = tr("No machine is selected.");
    else if (!m_machine->client())
        why = tr("No engine runs. Start the machine first.");
    m_form->setTarget(m_machine ? m_machine->client() : nullptr, why);
    refreshActions();
}

void InspectorPage::refreshActions()
{
    const auto set = [](QAction *action, const QString &whyNot) {
        action->setEnabled(whyNot.isEmpty());
        action->setToolTip(whyNot);
    };
    const QString noMachine = m_machine ? QString() : tr("No machine is selected.");
    const QString noSelection = selected() ? QString() : tr("Select a request first.");
    const QString none = m_filter->rowCount() > 0 ? QString() : tr("There are no requests.");
    set(m_curl, noSelection);
    set(m_script, none);
    set(m_configuration, noMachine);
    set(m_program, noMachine);
    setEnabledOrWhyNot(m_copyOne, noSelection, tr("Copy this request as a curl command line"));
    setEnabledOrWhyNot(m_again, noSelection, tr("Put this request into the form below"));
    setEnabledOrWhyNot(m_copyAs, noMachine, tr("Copy as a command, a script, a file or a program"));
    setEnabledOrWhyNot(m_clear, m_model->rowCount() > 0 ? QString() : tr("There are no requests."),
                       tr("Forget the requests shown here"));
}

void InspectorPage::copied(const QString &what, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    m_copiedNote->setText(what);
}

void InspectorPage::copyCurl()
{
    if (const Exchange *exchange = selected())
        copied(tr("The curl command is on the clipboard."), curlCommand(*exchange, socketPath()));
}

void InspectorPage::copyScript()
{
    QList<Exchange> shown;
    for (int row = 0; row < m_model->rowCount(); ++row) { // in the order they were made, however they are sorted
        if (m_filter->mapFromSource(m_model->index(row, 0)).isValid())
            shown.append(m_model->at(row));
    }
    copied(tr("A script of %n request(s) is on the clipboard.", nullptr, static_cast<int>(shown.size())),
           curlScript(shown, socketPath()));
}

void InspectorPage::copyConfiguration()
{
    if (m_machine)
        copied(tr("The configuration file is on the clipboard."), configurationFile(m_machine->definition().config));
}

void InspectorPage::copyProgram()
{
    if (m_machine)
        copied(tr("The Go program is on the clipboard."), goSdkProgram(m_machine->definition().config, socketPath()));
}

void InspectorPage::clear()
{
    if (m_machine)
        m_machine->clearExchanges();
    m_model->clear();
    showSelected();
    refresh();
}

} // namespace sparkler::gui
