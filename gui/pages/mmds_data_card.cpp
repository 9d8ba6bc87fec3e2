#include "pages/mmds_data_card.h"

#include "manager/device_rules.h"
#include "models/json_tree_model.h"
#include "pages/help_link.h"
#include "pages/live_parts.h"
#include "widgets/flow_layout.h"
#include "widgets/form_section.h"
#include "widgets/inline_message.h"
#include "widgets/json_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr int kTextLines = 16;

} // namespace

MmdsDataCard::MmdsDataCard(const Paths &paths, QWidget *parent)
    : Card(tr("Metadata"), parent), m_text(new JsonView(JsonView::Mode::Editable)), m_model(new JsonTreeModel(this)),
      m_tree(new QTreeView), m_size(makeHintLabel({}, this)), m_note(new HelpedNote(paths, this)),
      m_message(new InlineMessage(this))
{
    setDescription(tr("What the machine starts with: an object. A running machine gets it by the buttons below."));
    m_text->setAccessibleName(tr("Metadata (JSON)"));
    m_text->setLineNumbers(true);
    m_text->setPlaceholderText(tr("Nothing. For instance: { \"latest\": { \"meta-data\": { \"name\": \"web-1\" } } }"));
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * kTextLines);
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Metadata as a tree"));
    m_tree->setUniformRowHeights(true);
    m_tree->setTabKeyNavigation(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setMinimumWidth(200);
    auto *halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_text);
    halves->addWidget(m_tree);
    halves->setStretchFactor(0, 3);
    halves->setStretchFactor(1, 2);
    body()->addWidget(halves);
    body()->addWidget(m_note);
    body()->addWidget(m_size);
    body()->addWidget(buildButtons());
    body()->addWidget(m_message);
    connect(m_text, &QPlainTextEdit::textChanged, this, &MmdsDataCard::take);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, [this](const QModelIndex &below) {
        if (!below.isValid() || !below.parent().isValid())
            m_tree->expand(below);
        m_tree->resizeColumnToContents(JsonTreeModel::NameColumn);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &current) {
        if (current.isValid())
            emit pathSelected(current.data(JsonTreeModel::PathRole).toString());
    });
    refresh();
}

QWidget *MmdsDataCard::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons, spacing::kSmall);
    const auto add = [&](const QString &text) {
        auto *button = new QPushButton(text, buttons);
        row->addWidget(button);
        return button;
    };
    m_format = add(tr("&Format"));
    m_get = add(tr("&Get from the machine"));
    m_put = add(tr("P&ut into the machine"));
    m_patch = add(tr("&Patch the machine's"));
    connect(m_format, &QPushButton::clicked, m_text, &JsonView::reformat);
    connect(m_get, &QPushButton::clicked, this, &MmdsDataCard::getRequested);
    connect(m_put, &QPushButton::clicked, this, &MmdsDataCard::putRequested);
    connect(m_patch, &QPushButton::clicked, this, &MmdsDataCard::patchRequested);
    return buttons;
}

void MmdsDataCard::setValue(const std::optional<QJsonObject> &value)
{
    if (value == m_value && validity().isAcceptable())
        return; // as it is typed
    const QScopedValueRollback showing(m_showing, true);
    m_value = value;
    if (value)
        m_text->setDocumentJson(QJsonDocument(*value));
    else
        m_text->clear();
    m_model->setDocument(value.value_or(QJsonObject()));
    refresh();
}

QByteArray MmdsDataCard::text() const
{
    return m_text->bytes().trimmed();
}

void MmdsDataCard::replaceText(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(document.isNull() ? QString::fromUtf8(json)
                                        : QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
}

Validity MmdsDataCard::validity() const
{
    if (m_text->error())
        return {Validity::Level::Error, m_text->errorText()};
    const auto document = m_text->json();
    if (document && !document->isObject())
        return {Validity::Level::Error, tr("Line 1, column 1: the metadata has to be an object, { … }.")};
    if (m_value) {
        if (const auto problem = mmdsDataProblem(*m_value))
            return {Validity::Level::Error, *problem};
    }
    return {};
}

void MmdsDataCard::take()
{
    if (m_showing)
        return;
    const auto document = m_text->json();
    const bool empty = text().isEmpty();
    if (empty || (document && document->isObject())) {
        m_value = empty ? std::nullopt : std::optional(document->object());
        m_model->setDocument(m_value.value_or(QJsonObject()));
    }
    refresh();
    emit changed();
}

void MmdsDataCard::setTarget(const QString &whyNot)
{
    m_whyNot = whyNot;
    refresh();
}

void MmdsDataCard::refresh()
{
    const Validity found = validity();
    m_note->tell(found, helpTopicOf(found.text));
    const qsizetype size = m_value ? QJsonDocument(*m_value).toJson(QJsonDocument::Compact).size() : 0;
    const QLocale locale;
    m_size->setText(tr("%1 of %2 bytes, without spaces").arg(locale.toString(size), locale.toString(kMostMmdsBytes)));
    const QString wrong = found.isAcceptable() ? QString() : found.text;
    const QString nothing = text().isEmpty() ? tr("There is no text to send.") : QString();
    QString whyNotSend = m_whyNot;
    for (const QString &reason : {wrong, nothing})
        whyNotSend = whyNotSend.isEmpty() ? reason : whyNotSend;
    setEnabledOrWhyNot(m_format, m_text->error() ? wrong : nothing, tr("Indents the text"));
    setEnabledOrWhyNot(m_get, m_whyNot, tr("Shows what the running machine's service has now"));
    setEnabledOrWhyNot(m_put, whyNotSend, tr("Replaces what the running machine's service has by this text"));
    setEnabledOrWhyNot(m_patch, whyNotSend,
                       tr("Merges this text into what the running machine's service has; null takes a name away"));
}

} // namespace sparkler::gui
