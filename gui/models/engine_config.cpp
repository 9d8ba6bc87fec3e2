#include "models/engine_config.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

EngineConfig::EngineConfig(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &EngineConfig::ask);
}

void EngineConfig::setClient(EngineClient *client)
{
    if (client == m_client)
        return;
    m_client = client;
    m_asking = false;
    if (client) {
        m_document.reset();
        m_error.reset();
        emit changed();
        if (m_timer.isActive())
            ask();
    }
}

void EngineConfig::watch(bool on)
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

quint64 EngineConfig::memoryMib() const
{
    const QJsonObject machine = m_document.value_or(QJsonObject()).value(u"machine-config"_s).toObject();
    return static_cast<quint64>(std::max<qint64>(0, machine.value(u"mem_size_mib"_s).toInteger()));
}

void EngineConfig::ask()
{
    if (!m_client || m_asking)
        return;
    m_asking = true;
    m_client->setBackground(true);
    m_client->vmConfigDocument(this, [this, from = m_client](const ApiResult<QJsonObject> &document) {
        if (from != m_client)
            return;
        m_asking = false;
        const auto before = std::pair(m_document, m_error.has_value());
        if (document) {
            m_document = *document;
            m_error.reset();
        } else {
            m_error = document.error();
        }
        if (before != std::pair(m_document, m_error.has_value()))
            emit changed();
    });
    m_client->setBackground(false);
}

} // namespace sparkler::gui
