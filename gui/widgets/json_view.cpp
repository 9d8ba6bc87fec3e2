#include "widgets/json_view.h"

#include "widgets/json_highlighter.h"
#include "widgets/line_numbers.h"
#include "widgets/theme.h"

#include <QJsonParseError>
#include <QKeyEvent>
#include <QTextBlock>

namespace sparkler::gui {

namespace {

QString reasonText(QJsonParseError::ParseError error)
{
    switch (error) {
    case QJsonParseError::UnterminatedObject:
        return JsonView::tr("the object is not closed with }");
    case QJsonParseError::MissingNameSeparator:
        return JsonView::tr("a : is missing after the name");
    case QJsonParseError::UnterminatedArray:
        return JsonView::tr("the array is not closed with ]");
    case QJsonParseError::MissingValueSeparator:
        return JsonView::tr("a comma is missing");
    case QJsonParseError::IllegalValue:
        return JsonView::tr("this is no JSON value");
    case QJsonParseError::TerminationByNumber:
        return JsonView::tr("the text ends in a number");
    case QJsonParseError::IllegalNumber:
        return JsonView::tr("this is no number");
    case QJsonParseError::IllegalEscapeSequence:
        return JsonView::tr("this escape sequence is not allowed");
    case QJsonParseError::IllegalUTF8String:
        return JsonView::tr("the text is not valid UTF-8");
    case QJsonParseError::UnterminatedString:
        return JsonView::tr("a string is not closed");
    case QJsonParseError::MissingObject:
        return JsonView::tr("a name in quotes is expected");
    case QJsonParseError::DeepNesting:
        return JsonView::tr("the nesting is too deep");
    case QJsonParseError::DocumentTooLarge:
        return JsonView::tr("the text is too large");
    case QJsonParseError::GarbageAtEnd:
        return JsonView::tr("there is text after the end");
    case QJsonParseError::NoError:
        break;
    }
    return JsonView::tr("this is no JSON");
}

} // namespace

JsonView::JsonView(Mode mode, QWidget *parent) : QPlainTextEdit(parent), m_highlighter(new JsonHighlighter(document()))
{
    setAccessibleName(tr("JSON text"));
    setReadOnly(mode == Mode::ReadOnly);
    if (mode == Mode::ReadOnly)
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFont(Theme::font(TextRole::Monospace));
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    document()->setDocumentMargin(spacing::kSmall);
    m_highlighter->setPalette(palette());
    connect(this, &QPlainTextEdit::textChanged, this, &JsonView::check);
}

void JsonView::setDocumentJson(const QJsonDocument &document)
{
    setPlainText(QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
}

void JsonView::setRaw(const QByteArray &bytes)
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::NoError)
        setDocumentJson(parsed);
    else
        setPlainText(QString::fromUtf8(bytes));
}

std::optional<QJsonDocument> JsonView::json() const
{
    QJsonParseError error;
    const QJsonDocument parsed = QJsonDocument::fromJson(bytes(), &error);
    return error.error == QJsonParseError::NoError ? std::optional(parsed) : std::nullopt;
}

QString JsonView::errorText() const
{
    return m_error ? tr("Line %1, column %2: %3").arg(m_error->line).arg(m_error->column).arg(m_error->reason)
                   : QString();
}

void JsonView::goToError()
{
    if (!m_error && m_mistakes.isEmpty())
        return;
    const JsonTextError error = m_error.value_or(m_mistakes.value(0));
    const QTextBlock block = document()->findBlockByNumber(error.line - 1);
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + qMin(error.column - 1, block.length() - 1));
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
}

void JsonView::setMistakes(const QList<JsonTextError> &mistakes)
{
    if (mistakes == m_mistakes)
        return;
    m_mistakes = mistakes;
    showError();
}

void JsonView::setLineNumbers(bool on)
{
    if (on == (m_lineNumbers != nullptr))
        return;
    if (on) {
        m_lineNumbers = new LineNumbers(this);
        connect(this, &QPlainTextEdit::blockCountChanged, m_lineNumbers, [this] { fitLineNumbers(); });
        connect(this, &QPlainTextEdit::updateRequest, m_lineNumbers, [this](const QRect &area, int dy) {
            if (dy != 0)
                m_lineNumbers->scroll(0, dy);
            else
                m_lineNumbers->update(0, area.y(), m_lineNumbers->width(), area.height());
        });
        connect(this, &QPlainTextEdit::cursorPositionChanged, m_lineNumbers, qOverload<>(&QWidget::update));
        m_lineNumbers->show();
    } else {
        delete std::exchange(m_lineNumbers, nullptr);
    }
    fitLineNumbers();
}

void JsonView::fitLineNumbers()
{
    const int width = m_lineNumbers ? m_lineNumbers->neededWidth() : 0;
    setViewportMargins(isRightToLeft() ? 0 : width, 0, isRightToLeft() ? width : 0, 0);
    if (!m_lineNumbers)
        return;
    const QRect inside = contentsRect();
    const int left = isRightToLeft() ? inside.right() + 1 - width : inside.left();
    m_lineNumbers->setGeometry(left, inside.top(), width, inside.height());
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitLineNumbers();
}

void JsonView::reformat()
{
    const std::optional<QJsonDocument> parsed = json();
    if (!parsed)
        return;
    // Through a cursor, since setPlainText() would drop the undo history.
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(parsed->toJson(QJsonDocument::Indented)).trimmed());
}

void JsonView::check()
{
    const std::optional<JsonTextError> before = m_error;
    m_error.reset();
    const QByteArray text = bytes();
    if (!text.trimmed().isEmpty()) {
        QJsonParseError error;
        QJsonDocument::fromJson(text, &error);
        if (error.error != QJsonParseError::NoError) {
            const QByteArray head = text.left(qBound(0, error.offset, static_cast<int>(text.size())));
            const qsizetype lineStart = head.lastIndexOf('\n') + 1;
            m_error = JsonTextError{static_cast<int>(head.count('\n')) + 1,
                                    static_cast<int>(QString::fromUtf8(head.mid(lineStart)).size()) + 1,
                                    reasonText(error.error)};
        }
    }
    showError();
    if (before != m_error)
        emit validityChanged();
}

void JsonView::showError()
{
    setAccessibleDescription(errorText());
    QList<QTextEdit::ExtraSelection> marks;
    const QList<JsonTextError> errors = m_error ? QList{*m_error} : m_mistakes;
    for (const JsonTextError &error : isReadOnly() ? QList<JsonTextError>() : errors)
        marks << mark(error);
    setExtraSelections(marks);
}

QTextEdit::ExtraSelection JsonView::mark(const JsonTextError &error) const
{
    const QTextBlock block = document()->findBlockByNumber(error.line - 1);
    QTextEdit::ExtraSelection selection;
    selection.cursor = QTextCursor(block);
    selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    selection.format.setUnderlineColor(Theme::colour(ColourRole::Danger, palette()));
    // The whole line: a single character, or none at the end of the text, is easily overlooked.
    selection.cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    return selection;
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        m_highlighter->setPalette(palette());
        showError();
    }
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        fitLineNumbers();
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReadOnly() || !isReturn || event->modifiers() != Qt::NoModifier) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    const QString line = textCursor().block().text().left(textCursor().positionInBlock());
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent) == u' ')
        ++indent;
    const QString trimmed = line.trimmed();
    if (trimmed.endsWith(u'{') || trimmed.endsWith(u'['))
        indent += 4;
    textCursor().insertText(QStringLiteral("\n") + QString(indent, u' '));
    ensureCursorVisible();
}

} // namespace sparkler::gui
