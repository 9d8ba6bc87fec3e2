#include "loads.h"

#include <cerrno>
#include <cstring>
#include <ctime>
#include <sched.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace {

constexpr std::int64_t kSecond = 1000000000;

std::int64_t now(clockid_t clock)
{
    timespec time;
    ::clock_gettime(clock, &time);
    return time.tv_sec * kSecond + time.tv_nsec;
}

timespec asTimespec(std::int64_t ns)
{
    return {ns / kSecond, ns % kSecond};
}

/// What any processor has seen of a clock.
struct Seen {
    clockid_t clock;
    const char *name;
    std::atomic<std::int64_t> latest = 0;
};
Seen s_seen[] = {
    {CLOCK_MONOTONIC, "CLOCK_MONOTONIC"}, {CLOCK_BOOTTIME, "CLOCK_BOOTTIME"}, {CLOCK_REALTIME, "CLOCK_REALTIME"}};

} // namespace

void loadClocks(Check &check, unsigned cpu)
{
    cpu_set_t only;
    CPU_ZERO(&only);
    CPU_SET(cpu, &only);
    if (::sched_setaffinity(0, sizeof only, &only) != 0)
        check.wrong("no processor %u", cpu);
    while (running()) {
        for (int i = 0; i < 100; ++i) {
            for (Seen &seen : s_seen) {
                std::int64_t latest = seen.latest;
                const std::int64_t time = now(seen.clock);
                if (time < latest)
                    check.wrong("%s went back by %lld ns", seen.name, static_cast<long long>(latest - time));
                while (time > latest && !seen.latest.compare_exchange_weak(latest, time)) {
                }
            }
        }
        check.did();
        rest(std::chrono::milliseconds(5));
    }
}

void loadSleeps(Check &check)
{
    for (std::int64_t round = 0; running(); ++round) {
        const std::int64_t length = (1 + round % 20) * 1000000;
        const std::int64_t end = now(CLOCK_MONOTONIC) + length;
        const timespec until = asTimespec(end), relative = asTimespec(length);
        // By turns to a moment and for a time.
        const int result = round % 2 == 0 ? ::clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr)
                                          : ::clock_nanosleep(CLOCK_MONOTONIC, 0, &relative, nullptr);
        const std::int64_t after = now(CLOCK_MONOTONIC);
        if (result != 0)
            check.wrong("a sleep failed: %s", std::strerror(result));
        else if (after < end)
            check.wrong("a sleep was too short by %lld ns", static_cast<long long>(end - after));
        check.late(std::chrono::nanoseconds(after - end));
        check.did();
    }
}

void loadTicks(Check &check)
{
    constexpr std::int64_t kPeriod = 10000000;
    const int fd = ::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
    const std::int64_t start = now(CLOCK_MONOTONIC);
    const itimerspec setting{asTimespec(kPeriod), asTimespec(start + kPeriod)};
    if (fd < 0 || ::timerfd_settime(fd, TFD_TIMER_ABSTIME, &setting, nullptr) != 0) {
        check.wrong("no timer: %s", std::strerror(errno));
        return;
    }
    std::int64_t total = 0;
    while (running()) {
        const std::int64_t least = (now(CLOCK_MONOTONIC) - start) / kPeriod;
        std::uint64_t expired = 0;
        if (::read(fd, &expired, sizeof expired) != sizeof expired) {
            check.wrong("the timer cannot be read: %s", std::strerror(errno));
            break;
        }
        const std::int64_t most = (now(CLOCK_MONOTONIC) - start) / kPeriod;
        total += static_cast<std::int64_t>(expired);
        if (total < least || total > most) {
            check.wrong("%lld ticks where there should be %lld to %lld", static_cast<long long>(total),
                        static_cast<long long>(least), static_cast<long long>(most));
            total = most;
        }
        check.did(expired);
    }
    ::close(fd);
}
