#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>

/// What one kind of load did and what it found wrong. One thread (or several) of the load counts, another one asks.
class Check {
public:
    explicit Check(std::string name) : m_name(std::move(name)) {}

    void did(std::uint64_t units = 1) { m_done += units; }
    /// Something that was torn by the snapshot as it should be was begun anew: a stream.
    void beganAnew() { ++m_anew; }
    /// Counts; the first one's words are kept, in printf's manner.
    void wrong(const char *format, ...) __attribute__((format(printf, 2, 3)));
    /// A wait took that much longer than it should.
    void late(std::chrono::nanoseconds by);

    /// The numbers as a member of a JSON object. Forgets the longest lateness: it is that since the last time.
    std::string json();

private:
    const std::string m_name;
    std::atomic<std::uint64_t> m_done = 0, m_wrong = 0, m_anew = 0;
    std::atomic<std::int64_t> m_lateNs = 0;
    std::mutex m_mutex; ///< m_firstWrong
    std::string m_firstWrong;
};

/// False as soon as the load shall end.
bool running();
void endAll();
/// Between two steps of a load, so that others get the processor, too.
void rest(std::chrono::milliseconds time);
