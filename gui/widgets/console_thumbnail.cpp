#include "widgets/console_thumbnail.h"

#include "widgets/terminal/terminal_surface.h"
#include "widgets/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace sparkler::gui {
namespace {

constexpr int kRows = 24;
constexpr int kScrollback = 200; ///< lines; more is for the console page
constexpr double kLeastPoints = 6.5;
constexpr double kStep = 0.5; ///< points

} // namespace

QString plainConsoleText(const QByteArray &output, int columns)
{
    TerminalSurface surface(kRows, columns);
    surface.setScrollbackLimit(kScrollback);
    // A text file's lines end without the carriage return that a terminal wants.
    QByteArray bytes = output;
    bytes.replace("\r\n", "\n").replace('\n', "\r\n");
    surface.write(bytes);
    surface.flush();
    return surface.allText().trimmed();
}

ConsoleThumbnail::ConsoleThumbnail(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    fitFont();
}

void ConsoleThumbnail::setOutput(const QByteArray &output)
{
    const QString text = plainConsoleText(output, kColumns);
    if (text == toPlainText())
        return; // a selection stays
    setPlainText(text);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

QSize ConsoleThumbnail::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {metrics.averageCharWidth() * kColumns / 2, metrics.lineSpacing() * kRows / 2};
}

void ConsoleThumbnail::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitFont();
}

void ConsoleThumbnail::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        fitFont();
}

void ConsoleThumbnail::fitFont()
{
    if (m_fitting)
        return;
    const QScopedValueRollback guard(m_fitting, true);
    // The console's own font.
    QFont wanted = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    wanted.setKerning(false);
    double points = wanted.pointSizeF() > 0 ? wanted.pointSizeF() : Theme::font(TextRole::Body).pointSizeF();
    wanted.setPointSizeF(points);
    // In steps: letters are as wide as whole pixels.
    const double room = viewport()->width() - 2 * document()->documentMargin();
    while (points > kLeastPoints && QFontMetricsF(wanted).horizontalAdvance(u'M') * kColumns > room) {
        points = std::max(points - kStep, kLeastPoints);
        wanted.setPointSizeF(points);
    }
    if (wanted != font())
        setFont(wanted);
}

} // namespace sparkler::gui
