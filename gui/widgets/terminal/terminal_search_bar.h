#pragma once

#include "widgets/icons.h"
#include "widgets/terminal/terminal_surface.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QToolButton;

namespace sparkler::gui {

/// Finds text in a terminal. Return or Up: the match before; Shift+Return or Down: the next one; Esc closes.
/// Emits what the owner has to do with a match; holds no selection itself.
class TerminalSearchBar : public QWidget {
    Q_OBJECT
public:
    explicit TerminalSearchBar(QWidget *parent = nullptr);

    QString text() const;
    void setText(const QString &text);
    Qt::CaseSensitivity caseSensitivity() const;
    /// Shows the bar and puts the cursor into it, its text selected.
    void open();
    void close();

    enum class Result { Idle, Found, Wrapped, NotFound };
    void setResult(Result result);
    /// What the bar says about the last search.
    QString resultText() const;

signals:
    /// `fromHere`: the text changed, the match under the selection counts as well.
    void searchRequested(sparkler::gui::TerminalSearchDirection direction, bool fromHere);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QToolButton *makeButton(Icon image, const QString &name, TerminalSearchDirection direction);

    QLineEdit *m_text;
    QCheckBox *m_matchCase;
    QLabel *m_result;
    QToolButton *m_previous;
    QToolButton *m_next;
};

} // namespace sparkler::gui
