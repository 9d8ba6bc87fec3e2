#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace sparkler::gui {

/// Some lines to copy, e.g. commands: all of them in sight, selectable, with a button that puts them on the clipboard.
class CopyBlock : public QWidget {
    Q_OBJECT
public:
    /// `name`: what it holds, for screen readers and the button ("Copy …").
    explicit CopyBlock(const QString &name, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// Longer texts scroll. 0: no limit.
    void setMostLines(int lines);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();

    QPlainTextEdit *m_text;
    QToolButton *m_copy;
    int m_mostLines = 12;
};

} // namespace sparkler::gui
