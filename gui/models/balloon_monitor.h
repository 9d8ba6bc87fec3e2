#pragma once

#include "models/engine_poller.h"

#include <deque>

namespace sparkler::gui {

/// What a balloon was at one time. Bytes; NaN: not known.
struct BalloonSample {
    qint64 ms = 0; ///< since 1970 UTC
    double target = 0;
    double actual = 0;
    double free = 0;
    double available = 0;
    double total = 0;
    double caches = 0;
};

/// The balloon of a running engine: asked about once a second while somebody watches, and changed on demand. Changes
/// of the target that follow each other quickly become one request. GUI thread.
class BalloonMonitor : public QObject {
    Q_OBJECT
public:
    enum class State {
        Unknown,
        Absent, ///< the engine has none; error() holds its words
        Present,
    };
    static constexpr std::chrono::milliseconds kInterval{1000};
    static constexpr std::chrono::milliseconds kDebounce{350};
    static constexpr std::size_t kMaxSamples = 3600;

    explicit BalloonMonitor(QObject *parent = nullptr);

    /// Of an engine whose guest was started. Null: there is none; the samples stay.
    void setClient(EngineClient *client) { m_poller.setClient(client); }
    bool hasClient() const { return m_poller.client(); }
    void watch(bool on) { m_poller.watch(on); }

    State state() const { return m_state; }
    const Balloon &balloon() const { return m_balloon; } ///< while Present
    /// Nothing: off, or not asked for yet.
    const std::optional<BalloonStatistics> &statistics() const { return m_statistics; }
    const std::optional<BalloonHinting> &hinting() const { return m_hinting; }
    /// Why the last question was not answered; of an absent balloon, the answer.
    const std::optional<ApiError> &error() const { return m_error; }
    const std::deque<BalloonSample> &samples() const { return m_samples; }

    /// The target that was asked for and is not confirmed yet.
    const std::optional<quint64> &wantedMib() const { return m_wanted; }
    /// Sent after kDebounce without another call.
    void setTarget(quint64 mib);
    void setStatisticsInterval(quint64 seconds);
    void startHinting(bool acknowledgeOnStop);
    void stopHinting();

signals:
    /// Anything but the samples.
    void changed();
    void sampled();
    /// A change was refused; `what` is translated and says which.
    void failed(const QString &what, const sparkler::gui::ApiError &error);
    /// A change was made.
    void succeeded();

private:
    void forget();
    void ask();
    void askStatistics();
    void askHinting();
    void endRound();
    void onBalloon(const ApiResult<Balloon> &balloon);
    void sendTarget();
    void afterChange(const QString &what, const ApiResult<void> &result);

    EnginePoller m_poller{kInterval};
    QTimer m_debounce;
    bool m_sendingTarget = false;
    State m_state = State::Unknown;
    Balloon m_balloon;
    std::optional<BalloonStatistics> m_statistics;
    std::optional<BalloonHinting> m_hinting;
    std::optional<ApiError> m_error;
    std::optional<quint64> m_wanted;
    std::deque<BalloonSample> m_samples;
};

} // namespace sparkler::gui
