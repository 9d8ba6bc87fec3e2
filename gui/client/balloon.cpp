#include "client/balloon.h"

#include <limits>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint64 kMaxU32 = std::numeric_limits<quint32>::max();
constexpr quint64 kMaxU16 = std::numeric_limits<quint16>::max();
constexpr quint64 kMaxU64 =
    static_cast<quint64>(std::numeric_limits<qint64>::max()); ///< what a JSON integer holds here

constexpr std::array kReported{
    "swap_in"_L1,       "swap_out"_L1,         "major_faults"_L1, "minor_faults"_L1,        "free_memory"_L1,
    "total_memory"_L1,  "available_memory"_L1, "disk_caches"_L1,  "hugetlb_allocations"_L1, "hugetlb_failures"_L1,
    "oom_kill"_L1,      "alloc_stall"_L1,      "async_scan"_L1,   "direct_scan"_L1,         "async_reclaim"_L1,
    "direct_reclaim"_L1};

/// The first mistake is kept; an absent or null key changes nothing.
class Reader {
public:
    explicit Reader(const QJsonObject &object) : m_object(object) {}

    bool has(QLatin1StringView key) const
    {
        return !m_object.value(key).isNull() && !m_object.value(key).isUndefined();
    }
    void require(QLatin1StringView key)
    {
        if (!has(key))
            refuse(key, u"missing"_s);
    }
    void read(QLatin1StringView key, quint64 &out, quint64 most)
    {
        if (!has(key))
            return;
        const QJsonValue found = m_object.value(key);
        const qint64 parsed = found.toInteger(-1);
        if (!found.isDouble() || parsed < 0 || static_cast<quint64>(parsed) > most)
            refuse(key, u"expected an integer from 0 to %1"_s.arg(most));
        else
            out = static_cast<quint64>(parsed);
    }
    void read(QLatin1StringView key, bool &out)
    {
        if (!has(key))
            return;
        if (!m_object.value(key).isBool())
            refuse(key, u"expected true or false"_s);
        out = m_object.value(key).toBool();
    }
    template <typename T>
    JsonResult<T> result(T value) const
    {
        if (!m_error.isEmpty())
            return std::unexpected(m_error);
        return value;
    }

private:
    void refuse(QLatin1StringView key, const QString &what)
    {
        if (m_error.isEmpty())
            m_error = key + u": "_s + what;
    }

    const QJsonObject &m_object;
    QString m_error;
};

} // namespace

std::optional<quint64> BalloonStatistics::value(QLatin1StringView key) const
{
    for (const auto &[name, number] : reported) {
        if (name == key)
            return number;
    }
    return std::nullopt;
}

JsonResult<Balloon> balloonFromJson(const QJsonObject &object)
{
    Reader reader(object);
    Balloon balloon;
    reader.require("amount_mib"_L1);
    reader.read("amount_mib"_L1, balloon.amountMib, kMaxU32);
    reader.read("deflate_on_oom"_L1, balloon.deflateOnOom);
    reader.read("stats_polling_interval_s"_L1, balloon.statsPollingIntervalS, kMaxU16);
    reader.read("free_page_hinting"_L1, balloon.freePageHinting);
    reader.read("free_page_reporting"_L1, balloon.freePageReporting);
    return reader.result(balloon);
}

JsonResult<BalloonStatistics> balloonStatisticsFromJson(const QJsonObject &object)
{
    Reader reader(object);
    BalloonStatistics statistics;
    for (const QLatin1StringView key : {"target_pages"_L1, "actual_pages"_L1, "target_mib"_L1, "actual_mib"_L1})
        reader.require(key);
    reader.read("target_pages"_L1, statistics.targetPages, kMaxU32);
    reader.read("actual_pages"_L1, statistics.actualPages, kMaxU32);
    reader.read("target_mib"_L1, statistics.targetMib, kMaxU32);
    reader.read("actual_mib"_L1, statistics.actualMib, kMaxU32);
    for (const QLatin1StringView key : kReported) {
        if (!reader.has(key))
            continue;
        quint64 value = 0;
        reader.read(key, value, kMaxU64);
        statistics.reported.append({key, value});
    }
    return reader.result(std::move(statistics));
}

JsonResult<BalloonHinting> balloonHintingFromJson(const QJsonObject &object)
{
    Reader reader(object);
    BalloonHinting hinting;
    reader.require("host_cmd"_L1);
    reader.read("host_cmd"_L1, hinting.hostCommand, kMaxU32);
    if (reader.has("guest_cmd"_L1))
        reader.read("guest_cmd"_L1, hinting.guestCommand.emplace(), kMaxU32);
    return reader.result(hinting);
}

} // namespace sparkler::gui
