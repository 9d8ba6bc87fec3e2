#pragma once

#include <QWidget>
#include <chrono>

class QLabel;
class QPushButton;
class QTimer;

namespace sparkler::gui {

/// "Forced stop in 12 s [Force now] [Keep waiting]". Hidden while not running.
class CountdownButton : public QWidget {
    Q_OBJECT
public:
    /// `message` has %1 for the time left, e.g. tr("Forced stop in %1").
    CountdownButton(const QString &message, const QString &forceText, QWidget *parent = nullptr);

    /// Starts anew when running.
    void start(std::chrono::seconds time);
    void cancel();
    bool isRunning() const;
    /// Rounded up.
    std::chrono::seconds remaining() const;
    /// With a second button that cancels and tells cancelled().
    void setCancelText(const QString &text);

signals:
    void expired();
    void forceRequested();
    void cancelled();

private:
    void tick();
    void refresh();

    QString m_message;
    QLabel *m_label;
    QPushButton *m_force;
    QPushButton *m_cancel;
    QTimer *m_timer;
    std::chrono::steady_clock::time_point m_end;
};

} // namespace sparkler::gui
