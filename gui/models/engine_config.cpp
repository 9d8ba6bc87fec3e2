#include "models/engine_config.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

EngineConfig::EngineConfig(QObject *parent) : QObject(parent)
{
    connect(&m_poller, &EnginePoller::clientChanged, this, &EngineConfig::forget);
    connect(&m_poller, &EnginePoller::due, this, &EngineConfig::ask);
}

/// What is known of an engine that is gone stays.
void EngineConfig::forget()
{
    if (!m_poller.client())
        return;
    m_document.reset();
    m_error.reset();
    emit changed();
}

quint64 EngineConfig::memoryMib() const
{
    const QJsonObject machine = m_document.value_or(QJsonObject()).value(u"machine-config"_s).toObject();
    return static_cast<quint64>(std::max<qint64>(0, machine.value(u"mem_size_mib"_s).toInteger()));
}

void EngineConfig::ask()
{
    const auto take = [this](const ApiResult<QJsonObject> &document) {
        m_poller.endRound();
        const auto before = std::pair(m_document, m_error.has_value());
        if (document) {
            m_document = *document;
            m_error.reset();
        } else {
            m_error = document.error();
        }
        if (before != std::pair(m_document, m_error.has_value()))
            emit changed();
    };
    m_poller.inBackground(
        [&](EngineClient &client) { client.vmConfigDocument(this, m_poller.ifStill<QJsonObject>(take)); });
}

} // namespace sparkler::gui
