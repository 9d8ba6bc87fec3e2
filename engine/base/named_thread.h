#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <pthread.h>
#include <string>
#include <thread>
#include <utility>

namespace sparkler {

/// Starts a thread that has its name (at most 15 bytes) by the time this returns: clients find threads by name. The
/// thread names itself, since naming another one goes through /proc, which a jail does not have. Throws what
/// std::thread does.
template <typename Body>
std::thread startNamedThread(std::string name, Body body)
{
    struct Meeting { // outlives whoever leaves first
        std::mutex lock;
        std::condition_variable changed;
        bool named = false;
    };
    auto meeting = std::make_shared<Meeting>();
    std::thread thread([meeting, name = std::move(name), body = std::move(body)]() mutable {
        ::pthread_setname_np(::pthread_self(), name.c_str());
        {
            const std::lock_guard guard(meeting->lock);
            meeting->named = true;
        }
        meeting->changed.notify_one();
        meeting.reset();
        body();
    });
    std::unique_lock guard(meeting->lock);
    meeting->changed.wait(guard, [&meeting] { return meeting->named; });
    return thread;
}

} // namespace sparkler
