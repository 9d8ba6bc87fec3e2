#include "pages/cpu_editor_card.h"

#include "manager/background.h"
#include "manager/store_files.h"
#include "pages/help_dialog.h"
#include "pages/live_parts.h"
#include "widgets/flow_layout.h"
#include "widgets/inline_message.h"
#include "widgets/json_view.h"

#include <QFileDialog>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace sparkler::gui {

namespace {

constexpr int kTextLines = 18;
constexpr qsizetype kMostTextBytes = 1 << 20; ///< of a file; requests are far smaller

QList<JsonTextError> marksOf(const QList<CpuTemplateMistake> &mistakes)
{
    QList<JsonTextError> marks;
    for (const CpuTemplateMistake &one : mistakes)
        marks.append({one.line, one.column, one.reason});
    return marks;
}

QString fileFilter()
{
    return CpuEditorCard::tr("CPU templates (*.json);;All files (*)");
}

} // namespace

CpuEditorCard::CpuEditorCard(Paths paths, QWidget *parent)
    : Card(tr("Custom template"), parent), m_text(new JsonView(JsonView::Mode::Editable)),
      m_note(new ValidityLabel(this)), m_verdict(new HelpedNote(paths, this)), m_paths(std::move(paths)),
      m_message(new InlineMessage(this))
{
    setDescription(tr("Of each bit: 0 takes it away, 1 sets it, x leaves it as on the host; the highest comes first."));
    m_text->setAccessibleName(tr("Custom template (JSON)"));
    m_text->setLineNumbers(true);
    m_text->setMinimumHeight(m_text->fontMetrics().lineSpacing() * kTextLines);
    body()->addWidget(m_text);
    body()->addWidget(m_note);
    body()->addWidget(m_verdict);
    body()->addWidget(buildButtons());
    body()->addWidget(m_message);
    connect(m_text, &QPlainTextEdit::textChanged, this, &CpuEditorCard::take);
    reload();
}

QWidget *CpuEditorCard::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons, spacing::kSmall);
    const auto add = [&](const QString &text) {
        auto *button = new QPushButton(text, buttons);
        row->addWidget(button);
        return button;
    };
    auto *start = add(tr("&Begin with"));
    m_start = new QMenu(start);
    for (const QLatin1StringView name : kNamedCpuTemplates)
        connect(m_start->addAction(QString(name)), &QAction::triggered, this,
                [this, name] { emit startFromRequested(name); });
    start->setMenu(m_start);
    m_format = add(tr("&Format"));
    m_goTo = add(tr("&Go to the mistake"));
    auto *import = add(tr("I&mport…"));
    m_export = add(tr("E&xport…"));
    connect(m_format, &QPushButton::clicked, this, [this] { replaceText(cpuTemplateText(m_value)); });
    connect(m_goTo, &QPushButton::clicked, m_text, &JsonView::goToError);
    connect(import, &QPushButton::clicked, this, [this] { chooseFile(true); });
    connect(m_export, &QPushButton::clicked, this, [this] { chooseFile(false); });
    return buttons;
}

void CpuEditorCard::setValue(const QJsonObject &value)
{
    if (value == m_value)
        return; // as it is typed
    m_value = value;
    reload();
}

void CpuEditorCard::reload()
{
    const QScopedValueRollback showing(m_showing, true);
    m_text->setPlainText(cpuTemplateText(m_value).trimmed());
    check();
    refresh();
}

void CpuEditorCard::replaceText(const QString &text)
{
    // Through a cursor, since setPlainText() would drop the undo history.
    QTextCursor cursor(m_text->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text.trimmed());
}

Validity CpuEditorCard::validity() const
{
    using Level = Validity::Level;
    if (m_text->error())
        return {Level::Error, m_text->errorText()};
    if (!m_text->json())
        return {Level::Error, tr("Line %1, column %2: %3").arg(1).arg(1).arg(tr("a template is needed, at least { }"))};
    if (m_mistakes.isEmpty())
        return {};
    QStringList lines;
    for (const CpuTemplateMistake &one : m_mistakes.first(std::min<qsizetype>(m_mistakes.size(), kMostShown)))
        lines << tr("Line %1, column %2: %3").arg(one.line).arg(one.column).arg(one.reason);
    if (const auto more = static_cast<int>(m_mistakes.size()) - kMostShown; more > 0)
        lines << tr("… and %n more.", "mistakes", more);
    return {Level::Error, lines.join(u'\n')};
}

void CpuEditorCard::take()
{
    if (m_showing)
        return;
    check();
    if (validity().isAcceptable())
        m_value = m_text->json()->object();
    refresh();
    emit changed();
}

void CpuEditorCard::check()
{
    m_mistakes = cpuTemplateMistakes(m_text->toPlainText());
    m_text->setMistakes(marksOf(m_mistakes));
}

void CpuEditorCard::refresh()
{
    const Validity found = validity();
    m_note->setValidity(found);
    m_goTo->setVisible(!found.isAcceptable());
    setEnabledOrWhyNot(m_format, found.isAcceptable() ? QString() : found.text, tr("Puts each change on a line"));
    setEnabledOrWhyNot(m_export, found.isAcceptable() ? QString() : found.text, tr("Writes the template to a file"));
}

void CpuEditorCard::chooseFile(bool import)
{
    auto *dialog = new QFileDialog(this, import ? tr("Import a CPU template") : tr("Export the CPU template"),
                                   QString(), fileFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(import ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setFileMode(import ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, import ? &CpuEditorCard::importFrom : &CpuEditorCard::exportTo);
    dialog->open();
}

void CpuEditorCard::importFrom(const QString &path)
{
    if (std::exchange(m_busy, true))
        return;
    m_message->hide();
    runInBackground(
        this, [path] { return readSmallFile(path); },
        [this, path](const std::expected<QByteArray, QString> &read) {
            m_busy = false;
            if (read && read->size() > kMostTextBytes)
                tellError(tr("%1 was not imported. It is far larger than any template.").arg(path));
            else if (read)
                replaceText(QString::fromUtf8(*read));
            else
                tellError(tr("%1 was not imported. %2").arg(path, read.error()));
        });
}

void CpuEditorCard::exportTo(const QString &path)
{
    if (std::exchange(m_busy, true))
        return;
    m_message->hide();
    runInBackground(
        this, [path, text = QByteArray(m_text->toPlainText().toUtf8() + '\n')] { return writeAtomically(path, text); },
        [this, path](const std::expected<void, QString> &written) {
            m_busy = false;
            if (written)
                m_message->setMessage(InlineMessage::Kind::Success, tr("The template was written to %1.").arg(path));
            else
                tellError(tr("The template was not exported. %1").arg(written.error()));
        });
}

void CpuEditorCard::tellError(const QString &text, HelpTopic topic)
{
    m_message->setMessage(InlineMessage::Kind::Error, text);
    offerHelp(m_message, topic == HelpTopic::None ? helpTopicOf(text) : topic, m_paths);
}

} // namespace sparkler::gui
