#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace sparkler::gui {

/// "Unsaved changes" with what they are, and Apply and Discard. Stays at the bottom of a page.
class ChangeBar : public QFrame {
    Q_OBJECT
public:
    explicit ChangeBar(QWidget *parent = nullptr);

    /// `now` and `atNextStart`: what would change, a line each. `whyNot`: why it cannot be applied, empty when it can.
    void showChanges(const QStringList &now, const QStringList &atNextStart, const QString &whyNot);
    /// While changes are being applied.
    void setBusy(bool busy);

signals:
    void applyRequested();
    void discardRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QLabel *m_title;
    QLabel *m_lines;
    QPushButton *m_apply;
    QPushButton *m_discard;
    QString m_whyNot;
    bool m_busy = false;
};

} // namespace sparkler::gui
