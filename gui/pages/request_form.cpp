#include "pages/request_form.h"

#include "pages/live_parts.h"
#include "widgets/json_view.h"
#include "widgets/style.h"
#include "widgets/theme.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Paths of the API that a request can begin with.
QStringList knownPaths()
{
    return {u"/"_s,
            u"/version"_s,
            u"/vm"_s,
            u"/vm/config"_s,
            u"/machine-config"_s,
            u"/actions"_s,
            u"/boot-source"_s,
            u"/drives/"_s,
            u"/network-interfaces/"_s,
            u"/mmds"_s,
            u"/mmds/config"_s,
            u"/vsock"_s,
            u"/balloon"_s,
            u"/balloon/statistics"_s,
            u"/entropy"_s,
            u"/serial"_s,
            u"/logger"_s,
            u"/metrics"_s};
}

} // namespace

RequestForm::RequestForm(QWidget *parent) : QWidget(parent)
{
    buildFields();
    connect(m_method, &QComboBox::currentIndexChanged, this, &RequestForm::refresh);
    connect(m_path, &QLineEdit::textChanged, this, &RequestForm::refresh);
    connect(m_path, &QLineEdit::returnPressed, this, &RequestForm::send);
    connect(m_body, &JsonView::textChanged, this, &RequestForm::refresh);
    connect(m_body, &JsonView::validityChanged, this, &RequestForm::refresh);
    connect(m_send, &QPushButton::clicked, this, &RequestForm::send);
    auto *sendKey = new QAction(this);
    sendKey->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    sendKey->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(sendKey, &QAction::triggered, this, &RequestForm::send);
    addAction(sendKey);
    refresh();
}

void RequestForm::buildFields()
{
    m_method = new QComboBox(this);
    m_method->addItems({u"GET"_s, u"PUT"_s, u"PATCH"_s, u"DELETE"_s});
    m_method->setAccessibleName(tr("Method"));
    m_path = new QLineEdit(u"/"_s, this);
    m_path->setAccessibleName(tr("Path"));
    m_path->setFont(Theme::font(TextRole::Monospace));
    auto *completer = new QCompleter(knownPaths(), m_path);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_path->setCompleter(completer);
    m_send = new QPushButton(tr("&Send"), this);
    m_body = new JsonView(JsonView::Mode::Editable, this);
    m_body->setAccessibleName(tr("Body (JSON)"));
    m_body->setTabChangesFocus(true);
    m_body->setMinimumHeight(m_body->fontMetrics().lineSpacing() * 3);
    m_body->setMaximumHeight(m_body->fontMetrics().lineSpacing() * 6);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setFont(Theme::font(TextRole::Caption));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::kSmall);
    grid->addWidget(m_method, 0, 0);
    grid->addWidget(m_path, 0, 1);
    grid->addWidget(m_send, 0, 2);
    grid->addWidget(m_body, 1, 0, 1, 3);
    grid->addWidget(m_note, 2, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    setTabOrder(m_method, m_path);
    setTabOrder(m_path, m_body);
    setTabOrder(m_body, m_send);
}

void RequestForm::setTarget(EngineClient *client, const QString &whyNot)
{
    if (client != m_client)
        m_waiting = false;
    m_client = client;
    m_whyNot = whyNot;
    refresh();
}

void RequestForm::setRequest(const QByteArray &method, const QString &path, const QByteArray &body)
{
    m_method->setCurrentText(QString::fromLatin1(method));
    m_path->setText(path);
    m_body->setRaw(body);
    refresh();
}

bool RequestForm::isAwaiting(const QByteArray &method, const QString &path) const
{
    return m_waiting && m_sent.method == method && m_sent.path == path;
}

QString RequestForm::pathProblem(const QString &path)
{
    if (!path.startsWith(u'/'))
        return tr("A path begins with “/”.");
    const bool plain = std::all_of(path.begin(), path.end(), [](QChar c) { return c > u' ' && c < QChar(0x7f); });
    return plain ? QString() : tr("A path holds no blanks and only ASCII characters.");
}

bool RequestForm::hasBody() const
{
    return m_method->currentText() != "GET"_L1;
}

QString RequestForm::problem() const
{
    if (!m_client)
        return m_whyNot;
    if (m_waiting)
        return tr("Waiting for the answer…");
    if (const QString bad = pathProblem(m_path->text()); !bad.isEmpty())
        return bad;
    return hasBody() && m_body->error() ? m_body->errorText() : QString();
}

void RequestForm::send()
{
    if (!problem().isEmpty())
        return;
    HttpRequest request;
    request.method = m_method->currentText().toLatin1();
    request.path = m_path->text();
    if (hasBody())
        request.body = m_body->bytes().trimmed();
    m_waiting = true;
    m_sent = request;
    refresh();
    m_client->raw(std::move(request), this, [this, client = m_client](const ApiResult<HttpReply> &) {
        if (client == m_client)
            m_waiting = false;
        refresh();
    });
}

void RequestForm::refresh()
{
    const QString why = problem();
    setEnabledOrWhyNot(m_send, why, tr("Send the request (Ctrl+Return)"));
    m_body->setEnabled(hasBody());
    m_body->setPlaceholderText(hasBody() ? tr("JSON body, or nothing") : tr("GET requests have no body."));
    m_note->setText(why.isEmpty() ? tr("The request goes straight to the engine. What it changes is not written to the "
                                       "machine's definition.")
                                  : why);
}

} // namespace sparkler::gui
