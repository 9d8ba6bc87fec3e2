#pragma once

// What happens to the process's machine, told to whoever listens (GET /events). Code that has something to tell calls
// publishEvent().

#include "base/result.h"
#include "telemetry/call_site_limiter.h"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>

namespace sparkler {

/// A member of an event's JSON object, beside "event" and "utc_timestamp_ms", which each event has.
struct EventField {
    std::string_view name;
    std::variant<std::string_view, std::uint64_t> value;
};
using EventFields = std::initializer_list<EventField>;

class EventHub;

/// One listener's share of the events. Used by one thread; ends with the object, which the hub must outlive.
class EventSubscription {
public:
    ~EventSubscription();
    EventSubscription(const EventSubscription &) = delete;
    EventSubscription &operator=(const EventSubscription &) = delete;

    /// `wake` is called, on any thread, when there is something to take and was not before. It must only hand over.
    void setWake(std::function<void()> wake);
    /// All that came since the last call: whole lines, each one JSON object. When the listener was too slow, the last
    /// of them says how many events it missed.
    std::string take();
    /// Whether the last event of the process was taken: nothing follows.
    bool isOver() const { return m_over; }

    /// How a line is sent from the handler of a deadly signal: async-signal-safe.
    using SignalSender = void (*)(int socket, std::string_view line) noexcept;
    /// While the listener has sent everything to `socket`, a deadly signal's handler may send the last event there.
    /// takeBackSocket() before the next use of the socket; false, from then on: a handler has it, and the process is
    /// about to end.
    void lendSocket(int socket, SignalSender sender) noexcept;
    bool takeBackSocket() noexcept;

private:
    friend class EventHub;
    EventSubscription(EventHub &hub, std::size_t slot) : m_hub(hub), m_slot(slot) {}

    void reportLost();

    EventHub &m_hub;
    const std::size_t m_slot;
    bool m_over = false;
    bool m_lent = false;
    bool m_socketGone = false; ///< to a signal handler

    // Guarded by the hub's lock.
    std::string m_pending;
    std::uint64_t m_lost = 0;
    bool m_lastPending = false;
    std::function<void()> m_wake;
};

/// Hands events to the subscriptions. Any thread, never waits for a listener, costs one load while nobody listens. A
/// listener that does not take its events loses what does not fit its buffer, except the last event.
class EventHub {
public:
    static constexpr std::size_t kMostSubscriptions = 4;
    static constexpr std::size_t kBufferBytes = 64 * 1024; ///< for each subscription

    constexpr EventHub() noexcept = default;
    EventHub(const EventHub &) = delete;
    EventHub &operator=(const EventHub &) = delete;

    /// Begins with the given event. What is published later, on this thread or behind a lock that is held, comes after
    /// it. Error: InvalidInput when there are kMostSubscriptions.
    Result<std::shared_ptr<EventSubscription>> subscribe(std::string_view event, EventFields fields);

    void publish(std::string_view event, EventFields fields = {});
    /// An error of a device, which a guest may cause over and over: 10 for each device at once, one more every 500 ms.
    /// `id` is empty for devices of which there is only one.
    void publishDeviceError(std::string_view type, std::string_view id, std::string_view what);
    /// The process is about to end. Only the first call counts, and nothing is published after it.
    void publishLast(std::string_view event, EventFields fields);

    /// The last event "stopping" from a handler of a deadly signal: async-signal-safe, takes no lock. It reaches the
    /// listeners that have been sent everything before; `signal` 0: none.
    void publishLastFromSignal(std::string_view reason, int signal, int exitCode) noexcept;

private:
    friend class EventSubscription;
    struct LentSocket {
        std::atomic<int> socketPlusOne{0}; ///< 0: none
        std::atomic<EventSubscription::SignalSender> sender{nullptr};
    };
    /// Whether somebody listens and the last event is still to come.
    bool isListenedTo() const noexcept { return m_listeners.load(std::memory_order_relaxed) != 0; }
    void deliver(std::string_view line, bool isLast);

    std::atomic<std::size_t> m_listeners{0};
    std::array<LentSocket, kMostSubscriptions> m_lent{};
    detail::CallSiteLimiter m_deviceErrors;

    std::mutex m_lock;
    std::array<EventSubscription *, kMostSubscriptions> m_subscriptions{}; ///< guarded by m_lock; null: free
    std::unique_ptr<const std::string> m_last;                             ///< guarded by m_lock; null: to come
};

/// The process's hub; with the logger and the metrics the only globals.
EventHub &eventHub() noexcept;

inline void publishEvent(std::string_view event, EventFields fields = {})
{
    eventHub().publish(event, fields);
}

} // namespace sparkler
