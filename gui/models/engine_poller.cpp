#include "models/engine_poller.h"

namespace sparkler::gui {

EnginePoller::EnginePoller(std::chrono::milliseconds interval)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &EnginePoller::ask);
}

void EnginePoller::setClient(EngineClient *client)
{
    if (client && client == m_client) // a null one may be the former's, gone already
        return;
    m_client = client;
    m_asking = false;
    emit clientChanged();
    if (m_timer.isActive())
        ask();
}

void EnginePoller::watch(bool on)
{
    if (on == m_timer.isActive())
        return;
    if (!on) {
        m_timer.stop();
        return;
    }
    m_timer.start();
    ask();
}

void EnginePoller::ask()
{
    if (!m_client || m_asking)
        return;
    m_asking = true;
    emit due();
}

void EnginePoller::inBackground(const std::function<void(EngineClient &)> &question)
{
    m_client->setBackground(true);
    question(*m_client);
    m_client->setBackground(false);
}

} // namespace sparkler::gui
