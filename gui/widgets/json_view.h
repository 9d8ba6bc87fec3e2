#pragma once

#include <QJsonDocument>
#include <QPlainTextEdit>
#include <optional>

namespace sparkler::gui {

class JsonHighlighter;
class LineNumbers;

struct JsonTextError {
    int line = 1;   ///< from 1
    int column = 1; ///< from 1, in characters
    QString reason; ///< in words, without position
    bool operator==(const JsonTextError &) const = default;
};

/// JSON text, highlighted; read-only or editable with the first error underlined.
class JsonView : public QPlainTextEdit {
    Q_OBJECT
public:
    enum class Mode { ReadOnly, Editable };
    explicit JsonView(Mode mode, QWidget *parent = nullptr);

    void setDocumentJson(const QJsonDocument &document);
    /// Indented when it is JSON, otherwise as it came. Bytes that are no UTF-8 become replacement characters.
    void setRaw(const QByteArray &bytes);
    QByteArray bytes() const { return toPlainText().toUtf8(); }
    /// Empty while error() is set or nothing is typed.
    std::optional<QJsonDocument> json() const;
    const std::optional<JsonTextError> &error() const { return m_error; }
    /// "Line 3, column 5: …", empty without an error.
    QString errorText() const;
    /// Mistakes in what the text means, which whoever uses it knows: underlined while the text is JSON. `error()` is
    /// not concerned.
    void setMistakes(const QList<JsonTextError> &mistakes);
    /// A column at the left that counts the lines. Off at first.
    void setLineNumbers(bool on);
    /// Puts the text cursor where the error is, else where the first mistake is.
    void goToError();
    /// Indents the text; nothing happens while it has an error. Can be undone.
    void reformat();

signals:
    void validityChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void check();
    void showError();
    QTextEdit::ExtraSelection mark(const JsonTextError &error) const;
    void fitLineNumbers();

    friend class LineNumbers; // draws blocks where this shows them
    JsonHighlighter *m_highlighter;
    LineNumbers *m_lineNumbers = nullptr;
    std::optional<JsonTextError> m_error;
    QList<JsonTextError> m_mistakes;
};

} // namespace sparkler::gui
