#include "pages/mmds_guest_card.h"

#include "widgets/copy_block.h"
#include "widgets/form_section.h"
#include "widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kAnswerLines = 7;

} // namespace

MmdsGuestCard::MmdsGuestCard(QWidget *parent)
    : Card(tr("As the guest sees it"), parent),
      m_off(makeHintLabel(tr("The service is off: the guest gets no answer."), this)), m_content(new QWidget(this)),
      m_path(new QLineEdit(u"/"_s)), m_tokenRow(new QWidget), m_token(new QComboBox), m_ttl(new QLineEdit(u"300"_s)),
      m_grant(makeHintLabel({})), m_explanation(makeHintLabel({})),
      m_commands(new CopyBlock(tr("Commands for the guest")))
{
    setDescription(tr("Worked out here from the text above, with the rules of the engine's service; the guest is not "
                      "asked."));
    m_path->setAccessibleName(tr("Path"));
    m_path->setFont(Theme::font(TextRole::Monospace));
    m_token->setAccessibleName(tr("Token"));
    m_token->addItem(tr("With a token"), static_cast<int>(MmdsRequest::Token::Valid));
    m_token->addItem(tr("Without a token"), static_cast<int>(MmdsRequest::Token::None));
    m_token->addItem(tr("With an expired token"), static_cast<int>(MmdsRequest::Token::Invalid));
    m_ttl->setAccessibleName(tr("Seconds that a token is to live"));
    m_ttl->setMaximumWidth(100);
    m_ttl->setMaxLength(20);
    auto *ttlLabel = new QLabel(tr("A token for (&seconds)"));
    ttlLabel->setBuddy(m_ttl);
    auto *pathLabel = new QLabel(tr("Pa&th"));
    pathLabel->setBuddy(m_path);
    auto *first = new QHBoxLayout;
    first->addWidget(pathLabel);
    first->addWidget(m_path, 1);
    first->addWidget(m_token);
    auto *second = new QHBoxLayout(m_tokenRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(ttlLabel);
    second->addWidget(m_ttl);
    second->addWidget(m_grant, 1);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(spacing::kMedium);
    m_text = makeAnswer(answers, tr("Plain text"));
    m_json = makeAnswer(answers, tr("Accept: application/json"));
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing::kSmall);
    column->addLayout(first);
    column->addLayout(answers);
    column->addWidget(m_tokenRow);
    column->addWidget(m_explanation);
    column->addWidget(m_commands);
    body()->addWidget(m_off);
    body()->addWidget(m_content);
    connect(m_path, &QLineEdit::textChanged, this, &MmdsGuestCard::refresh);
    connect(m_ttl, &QLineEdit::textChanged, this, &MmdsGuestCard::refresh);
    connect(m_token, &QComboBox::currentIndexChanged, this, &MmdsGuestCard::refresh);
    refresh();
}

MmdsGuestCard::Answer MmdsGuestCard::makeAnswer(QHBoxLayout *row, const QString &title)
{
    auto *heading = new QLabel(title);
    heading->setFont(Theme::font(TextRole::Subheading));
    const Answer answer{new QLabel, new QPlainTextEdit};
    answer.status->setTextFormat(Qt::PlainText);
    answer.body->setReadOnly(true);
    answer.body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    answer.body->setTabChangesFocus(true);
    answer.body->setFont(Theme::font(TextRole::Monospace));
    answer.body->setAccessibleName(tr("Answer: %1").arg(title));
    answer.body->setFixedHeight(answer.body->fontMetrics().lineSpacing() * kAnswerLines);
    auto *column = new QVBoxLayout;
    column->setSpacing(spacing::kTight);
    column->addWidget(heading);
    column->addWidget(answer.status);
    column->addWidget(answer.body);
    row->addLayout(column, 1);
    return answer;
}

void MmdsGuestCard::setService(const std::optional<MmdsConfig> &config, const QJsonObject &store)
{
    if (config == m_config && store == m_store)
        return;
    m_config = config;
    m_store = store;
    refresh();
}

void MmdsGuestCard::setPath(const QString &path)
{
    m_path->setText(path.isEmpty() ? u"/"_s : path);
}

QString MmdsGuestCard::path() const
{
    return m_path->text();
}

void MmdsGuestCard::showAnswer(const Answer &view, const MmdsAnswer &answer)
{
    const QString status = QString::fromLatin1(mmdsStatusLine(answer.status));
    view.status->setText(tr("%1 · %2", "status and type").arg(status, QString::fromLatin1(answer.contentType)));
    view.body->setPlainText(QString::fromUtf8(answer.body));
}

void MmdsGuestCard::refresh()
{
    m_off->setVisible(!m_config);
    m_content->setVisible(m_config.has_value());
    if (!m_config)
        return;
    const bool tokens = m_config->version == MmdsVersion::V2;
    m_token->setVisible(tokens);
    m_tokenRow->setVisible(tokens);
    MmdsRequest request{.path = path()};
    request.token = static_cast<MmdsRequest::Token>(m_token->currentData().toInt());
    showAnswer(m_text, mmdsAnswer(*m_config, m_store, request));
    request.acceptJson = true;
    showAnswer(m_json, mmdsAnswer(*m_config, m_store, request));
    const MmdsAnswer grant = mmdsAnswer(
        *m_config, m_store, {.method = "PUT", .path = QString(kTokenPath), .tokenTtl = m_ttl->text().trimmed()});
    m_grant->setText(tr("%1: %2", "status and answer")
                         .arg(QString::fromLatin1(mmdsStatusLine(grant.status)), QString::fromUtf8(grant.body)));
    m_explanation->setText(
        tokens
            ? tr("To try it in the guest: the first line gets a token, which lives for 300 seconds; the second shows "
                 "it in the header X-metadata-token and asks for the path. The guest needs a route to the address: "
                 "ip route add %1 dev eth0.")
                  .arg(m_config->ipv4Address.isEmpty() ? QString(kDefaultMmdsAddress) : m_config->ipv4Address)
            : tr("To try it in the guest. It needs a route to the address: ip route add %1 dev eth0.")
                  .arg(m_config->ipv4Address.isEmpty() ? QString(kDefaultMmdsAddress) : m_config->ipv4Address));
    m_commands->setText(mmdsGuestCommands(*m_config, path(), false).join(u'\n'));
}

} // namespace sparkler::gui
