#include "telemetry/event_hub.h"

#include "base/clock.h"
#include "base/json_text.h"
#include "base/json_writer.h"
#include "telemetry/text_buffer.h"

#include <algorithm>
#include <functional>

namespace sparkler {
namespace {

constinit EventHub hub;

struct ValueWriter {
    JsonWriter &json;
    void operator()(std::string_view text) const { json.string(lossyUtf8(text)); }
    void operator()(std::uint64_t number) const { json.number(number); }
};

std::string lineOf(std::string_view event, EventFields fields)
{
    JsonWriter json;
    json.beginObject().key("event").string(event).key("utc_timestamp_ms").number(wallClockMillis());
    for (const EventField &field : fields) {
        json.key(field.name);
        std::visit(ValueWriter{json}, field.value);
    }
    json.endObject();
    return std::move(json).text() + '\n';
}

/// Stands for a device in the limiter, which does not take 0.
std::uint64_t limiterKey(std::string_view type, std::string_view id)
{
    const std::hash<std::string_view> hash;
    return (hash(type) * 31 + hash(id)) | 1;
}

} // namespace

EventHub &eventHub() noexcept
{
    return hub;
}

// --- the hub ---

Result<std::shared_ptr<EventSubscription>> EventHub::subscribe(std::string_view event, EventFields fields)
{
    std::string first = lineOf(event, fields);
    const std::lock_guard guard(m_lock);
    const auto free = std::ranges::find(m_subscriptions, nullptr);
    if (free == m_subscriptions.end())
        return fail(ErrorKind::InvalidInput,
                    "Too many event streams: " + std::to_string(kMostSubscriptions) + " are open already.");
    std::shared_ptr<EventSubscription> made(
        new EventSubscription(*this, static_cast<std::size_t>(free - m_subscriptions.begin())));
    made->m_pending = std::move(first);
    if (m_last)
        made->m_pending += *m_last;
    made->m_lastPending = m_last != nullptr;
    *free = made.get();
    if (!m_last)
        m_listeners.fetch_add(1, std::memory_order_relaxed);
    return made;
}

void EventHub::publish(std::string_view event, EventFields fields)
{
    if (isListenedTo())
        deliver(lineOf(event, fields), false);
}

void EventHub::publishDeviceError(std::string_view type, std::string_view id, std::string_view what)
{
    if (!isListenedTo())
        return;
    const auto verdict = m_deviceErrors.take(limiterKey(type, id), monotonicMicros());
    if (!verdict.admitted)
        return;
    deliver(lineOf("device_error",
                   {{"type", type}, {"device", id}, {"what", what}, {"suppressed", std::uint64_t{verdict.suppressed}}}),
            false);
}

void EventHub::publishLast(std::string_view event, EventFields fields)
{
    deliver(lineOf(event, fields), true);
}

void EventHub::deliver(std::string_view line, bool isLast)
{
    const std::lock_guard guard(m_lock);
    if (m_last)
        return;
    if (isLast) {
        m_last = std::make_unique<const std::string>(line);
        m_listeners.store(0, std::memory_order_relaxed);
    }
    for (EventSubscription *subscription : m_subscriptions) {
        if (!subscription)
            continue;
        const bool wasIdle = subscription->m_pending.empty() && subscription->m_lost == 0;
        if (!isLast && subscription->m_pending.size() + line.size() > kBufferBytes) {
            ++subscription->m_lost;
        } else {
            subscription->reportLost();
            subscription->m_pending += line;
        }
        subscription->m_lastPending = isLast;
        if (wasIdle && subscription->m_wake)
            subscription->m_wake();
    }
}

void EventHub::publishLastFromSignal(std::string_view reason, int signal, int exitCode) noexcept
{
    std::array<char, 256> storage;
    detail::TextBuffer line(storage);
    line.append("{\"event\":\"stopping\",\"utc_timestamp_ms\":");
    line.appendDecimal(wallClockMillis());
    line.append(",\"reason\":\"");
    line.append(reason);
    line.append('"');
    if (signal > 0) {
        line.append(",\"signal\":");
        line.appendDecimal(static_cast<std::uint64_t>(signal));
    }
    line.append(",\"exit_code\":");
    line.appendDecimal(static_cast<std::uint64_t>(exitCode));
    line.append("}\n");
    for (LentSocket &lent : m_lent) {
        const int socket = lent.socketPlusOne.exchange(0, std::memory_order_acquire) - 1;
        if (socket >= 0)
            lent.sender.load(std::memory_order_relaxed)(socket, line.text());
    }
}

// --- a subscription ---

EventSubscription::~EventSubscription()
{
    takeBackSocket();
    const std::lock_guard guard(m_hub.m_lock);
    m_hub.m_subscriptions[m_slot] = nullptr;
    if (!m_hub.m_last)
        m_hub.m_listeners.fetch_sub(1, std::memory_order_relaxed);
}

void EventSubscription::setWake(std::function<void()> wake)
{
    const std::lock_guard guard(m_hub.m_lock);
    m_wake = std::move(wake);
    if (!m_pending.empty() && m_wake)
        m_wake();
}

/// Under the hub's lock.
void EventSubscription::reportLost()
{
    if (m_lost == 0)
        return;
    m_pending += lineOf("lost", {{"lost", m_lost}});
    m_lost = 0;
}

std::string EventSubscription::take()
{
    const std::lock_guard guard(m_hub.m_lock);
    reportLost();
    m_over = m_over || m_lastPending;
    return std::exchange(m_pending, {});
}

void EventSubscription::lendSocket(int socket, SignalSender sender) noexcept
{
    m_lent = true;
    m_hub.m_lent[m_slot].sender.store(sender, std::memory_order_relaxed);
    m_hub.m_lent[m_slot].socketPlusOne.store(socket + 1, std::memory_order_release);
}

bool EventSubscription::takeBackSocket() noexcept
{
    if (std::exchange(m_lent, false))
        m_socketGone = m_hub.m_lent[m_slot].socketPlusOne.exchange(0, std::memory_order_acquire) == 0;
    return !m_socketGone;
}

} // namespace sparkler
