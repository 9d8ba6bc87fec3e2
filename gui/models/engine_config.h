#pragma once

#include "models/engine_poller.h"

namespace sparkler::gui {

/// What an engine says its configuration is (GET /vm/config), asked for again now and then while somebody watches: it
/// can be changed by others. GUI thread.
class EngineConfig : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds kInterval{5000};

    explicit EngineConfig(QObject *parent = nullptr);

    /// Null: there is no engine; what is known stays. Another one's replaces it.
    void setClient(EngineClient *client) { m_poller.setClient(client); }
    void watch(bool on) { m_poller.watch(on); }

    /// Nothing: not known yet.
    const std::optional<QJsonObject> &document() const { return m_document; }
    /// Why the last question was not answered.
    const std::optional<ApiError> &error() const { return m_error; }
    /// Memory of the guest in MiB; 0: not known.
    quint64 memoryMib() const;

signals:
    void changed();

private:
    void forget();
    void ask();

    EnginePoller m_poller{kInterval};
    std::optional<QJsonObject> m_document;
    std::optional<ApiError> m_error;
};

} // namespace sparkler::gui
