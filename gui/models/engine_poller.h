#pragma once

#include "client/engine_client.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>

namespace sparkler::gui {

/// Asks an engine the same again and again while somebody watches. A round may be several questions; the next one waits
/// for its end. GUI thread.
class EnginePoller : public QObject {
    Q_OBJECT
public:
    explicit EnginePoller(std::chrono::milliseconds interval);

    /// Null: there is no engine. Does nothing when it is the one that is asked already.
    void setClient(EngineClient *client);
    EngineClient *client() const { return m_client; }
    /// On: the first round begins at once.
    void watch(bool on);
    /// Begins a round now, unless there is no engine or a round is under way.
    void ask();
    /// The round that `due` began has all its answers.
    void endRound() { m_asking = false; }

    /// Asks by `question`, as something that nobody did by hand. Only in a round or an answer: with an engine.
    void inBackground(const std::function<void(EngineClient &)> &question);
    /// Answers of an engine that was left meanwhile say nothing about the present one: they are dropped.
    template <typename T>
    EngineClient::Callback<T> ifStill(std::function<void(const ApiResult<T> &)> what) const
    {
        return [this, from = m_client, what = std::move(what)](const ApiResult<T> &result) {
            if (from && from == m_client)
                what(result);
        };
    }

signals:
    /// Another engine, or none: what is known of the former one is out of date. A round follows if somebody watches.
    void clientChanged();
    /// A round begins; whoever asks ends it with endRound().
    void due();

private:
    QPointer<EngineClient> m_client;
    QTimer m_timer;
    bool m_asking = false;
};

} // namespace sparkler::gui
