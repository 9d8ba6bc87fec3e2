#include "check.h"

#include <cstdarg>
#include <cstdio>
#include <thread>

namespace {

std::atomic<bool> s_running = true;

} // namespace

void Check::wrong(const char *format, ...)
{
    char text[200];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    ++m_wrong;
    const std::scoped_lock lock(m_mutex);
    if (m_firstWrong.empty())
        m_firstWrong = text;
}

void Check::late(std::chrono::nanoseconds by)
{
    std::int64_t longest = m_lateNs;
    while (by.count() > longest && !m_lateNs.compare_exchange_weak(longest, by.count())) {
    }
}

std::string Check::json()
{
    std::string text = "\"" + m_name + "\": {\"done\": " + std::to_string(m_done) +
                       ", \"wrong\": " + std::to_string(m_wrong) + ", \"anew\": " + std::to_string(m_anew) +
                       ", \"late_ms\": " + std::to_string(m_lateNs.exchange(0) / 1000000);
    const std::scoped_lock lock(m_mutex);
    // Only our own words and file names are in there: nothing that would have to be escaped.
    if (!m_firstWrong.empty())
        text += ", \"first_wrong\": \"" + m_firstWrong + "\"";
    return text + "}";
}

bool running()
{
    return s_running;
}

void endAll()
{
    s_running = false;
}

void rest(std::chrono::milliseconds time)
{
    std::this_thread::sleep_for(time);
}
