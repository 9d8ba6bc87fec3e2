#include "widgets/json_highlighter.h"

#include "widgets/theme.h"

namespace sparkler::gui {

JsonHighlighter::JsonHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}

void JsonHighlighter::setPalette(const QPalette &palette)
{
    m_key.setForeground(Theme::colour(ColourRole::Series1, palette));
    m_string.setForeground(Theme::colour(ColourRole::Success, palette));
    m_number.setForeground(Theme::colour(ColourRole::Series2, palette));
    m_literal.setForeground(Theme::colour(ColourRole::Series4, palette));
    rehighlight();
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    qsizetype at = 0;
    const auto format = [this](qsizetype from, qsizetype to, const QTextCharFormat &style) {
        setFormat(static_cast<int>(from), static_cast<int>(to - from), style);
    };
    while (at < text.size()) {
        const qsizetype start = at;
        const QChar c = text.at(at);
        if (c == u'"') {
            ++at;
            while (at < text.size() && text.at(at) != u'"')
                at += text.at(at) == u'\\' ? 2 : 1;
            at = qMin(at + 1, text.size());
            qsizetype next = at;
            while (next < text.size() && text.at(next).isSpace())
                ++next;
            format(start, at, next < text.size() && text.at(next) == u':' ? m_key : m_string);
        } else if (c.isDigit() || c == u'-') {
            while (at < text.size() && (text.at(at).isDigit() || QStringLiteral("+-.eE").contains(text.at(at))))
                ++at;
            format(start, at, m_number);
        } else if (c.isLetter()) {
            while (at < text.size() && text.at(at).isLetter())
                ++at;
            format(start, at, m_literal);
        } else {
            ++at;
        }
    }
}

} // namespace sparkler::gui
