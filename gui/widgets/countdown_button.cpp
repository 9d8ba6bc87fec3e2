#include "widgets/countdown_button.h"

#include "widgets/style.h"
#include "widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

namespace sparkler::gui {

CountdownButton::CountdownButton(const QString &message, const QString &forceText, QWidget *parent)
    : QWidget(parent), m_message(message), m_label(new QLabel(this)), m_force(new QPushButton(forceText, this)),
      m_cancel(new QPushButton(this)), m_timer(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_label);
    layout->addWidget(m_force);
    layout->addWidget(m_cancel);
    setButtonKind(m_force, ButtonKind::Danger);
    m_cancel->hide();
    // Shown seconds are computed from the clock, so a late tick does not make the countdown longer.
    m_timer->setInterval(200);
    connect(m_timer, &QTimer::timeout, this, &CountdownButton::tick);
    connect(m_force, &QPushButton::clicked, this, [this] {
        cancel();
        emit forceRequested();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        cancel();
        emit cancelled();
    });
    hide();
}

void CountdownButton::start(std::chrono::seconds time)
{
    m_end = std::chrono::steady_clock::now() + time;
    m_timer->start();
    refresh();
    show();
}

void CountdownButton::cancel()
{
    m_timer->stop();
    hide();
}

bool CountdownButton::isRunning() const
{
    return m_timer->isActive();
}

std::chrono::seconds CountdownButton::remaining() const
{
    if (!isRunning())
        return std::chrono::seconds(0);
    return qMax(std::chrono::seconds(0),
                std::chrono::ceil<std::chrono::seconds>(m_end - std::chrono::steady_clock::now()));
}

void CountdownButton::setCancelText(const QString &text)
{
    m_cancel->setText(text);
    m_cancel->setVisible(!text.isEmpty());
}

void CountdownButton::tick()
{
    if (std::chrono::steady_clock::now() < m_end) {
        refresh();
        return;
    }
    cancel();
    emit expired();
}

void CountdownButton::refresh()
{
    const QString text = m_message.arg(tr("%1 s").arg(remaining().count()));
    if (text == m_label->text())
        return;
    m_label->setText(text);
    m_force->setAccessibleDescription(text);
}

} // namespace sparkler::gui
