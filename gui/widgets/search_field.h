#pragma once

#include <QLineEdit>

class QTimer;

namespace sparkler::gui {

/// Line edit with magnifier and clear button. Escape clears; Down asks the list beneath to take the focus.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);

signals:
    /// Shortly after the last key, so that filtering does not run for each one; at once on clearing and on Return.
    void searchChanged(const QString &text);
    void moveToResults();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void emitNow();

    QTimer *m_delay;
    QString m_emitted;
};

} // namespace sparkler::gui
