#include "api/balloon_json.h"

#include "base/json_writer.h"

#include <array>

namespace sparkler::api {

std::string toJson(const virtio::BalloonStatistics &statistics)
{
    struct Row {
        std::string_view name;
        std::optional<std::uint64_t> virtio::BalloonStatistics::*value;
    };
    using S = virtio::BalloonStatistics;
    static constexpr std::array<Row, 16> kRows{{
        {"swap_in", &S::swapIn},
        {"swap_out", &S::swapOut},
        {"major_faults", &S::majorFaults},
        {"minor_faults", &S::minorFaults},
        {"free_memory", &S::freeMemory},
        {"total_memory", &S::totalMemory},
        {"available_memory", &S::availableMemory},
        {"disk_caches", &S::diskCaches},
        {"hugetlb_allocations", &S::hugetlbAllocations},
        {"hugetlb_failures", &S::hugetlbFailures},
        {"oom_kill", &S::oomKill},
        {"alloc_stall", &S::allocStall},
        {"async_scan", &S::asyncScan},
        {"direct_scan", &S::directScan},
        {"async_reclaim", &S::asyncReclaim},
        {"direct_reclaim", &S::directReclaim},
    }};
    JsonWriter json;
    json.beginObject().key("target_pages").number(statistics.targetPages);
    json.key("actual_pages").number(statistics.actualPages).key("target_mib").number(statistics.targetMib);
    json.key("actual_mib").number(statistics.actualMib);
    for (const Row &row : kRows) {
        if (const auto &value = statistics.*row.value)
            json.key(row.name).number(*value);
    }
    json.endObject();
    return std::move(json).text();
}

std::string toJson(const virtio::BalloonHinting &hinting)
{
    JsonWriter json;
    json.beginObject().key("host_cmd").number(hinting.hostCommand).key("guest_cmd");
    if (hinting.guestCommand)
        json.number(*hinting.guestCommand);
    else
        json.null();
    json.endObject();
    return std::move(json).text();
}

} // namespace sparkler::api
