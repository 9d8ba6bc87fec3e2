#include "legacy/boot_timer.h"

#include "base/clock.h"
#include "telemetry/log.h"

namespace sparkler {

BootTime BootTime::now()
{
    return {monotonicMicros(), processCpuMicros()};
}

BootTimer::BootTimer(BootTime zero, std::function<BootTime()> clock) : m_zero(zero), m_clock(std::move(clock)) {}

void BootTimer::read(std::uint64_t, std::span<std::byte>) {}

void BootTimer::write(std::uint64_t offset, std::span<const std::byte> data)
{
    if (offset != 0 || data.size() != 1 || std::to_integer<std::uint8_t>(data[0]) != kBooted)
        return;
    const BootTime now = m_clock();
    const std::uint64_t wallUs = now.wallUs - m_zero.wallUs;
    const std::uint64_t cpuUs = now.cpuUs - m_zero.cpuUs;
    logInfo("Guest-boot-time = {:>6} us {} ms, {:>6} CPU us {} CPU ms", wallUs, wallUs / 1000, cpuUs, cpuUs / 1000);
}

} // namespace sparkler
