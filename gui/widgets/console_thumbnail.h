#pragma once

#include <QPlainTextEdit>

namespace sparkler::gui {

/// What a terminal of `columns` would show of a guest's output: its screen and the last lines above, without escape
/// sequences.
QString plainConsoleText(const QByteArray &output, int columns = 80);

/// What stood on a console once: read-only, in the terminal's font, as small as it takes to fit a screen's width (but
/// never unreadable). Text can be selected and copied.
class ConsoleThumbnail : public QPlainTextEdit {
    Q_OBJECT
public:
    static constexpr int kColumns = 80;

    explicit ConsoleThumbnail(QWidget *parent = nullptr);

    /// Output of a guest, as it came. Escape sequences are understood and leave no trace; the end is in sight.
    void setOutput(const QByteArray &output);
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitFont();

    bool m_fitting = false;
};

} // namespace sparkler::gui
