#pragma once

#include <QPalette>
#include <QSyntaxHighlighter>

namespace sparkler::gui {

/// Keys, strings, numbers and literals of JSON in colours of the palette.
class JsonHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit JsonHighlighter(QTextDocument *document);
    void setPalette(const QPalette &palette);

protected:
    void highlightBlock(const QString &text) override;

private:
    QTextCharFormat m_key;
    QTextCharFormat m_string;
    QTextCharFormat m_number;
    QTextCharFormat m_literal;
};

} // namespace sparkler::gui
