#include "client/balloon.h"

#include <limits>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr quint64 kMaxU32 = std::numeric_limits<quint32>::max();
constexpr quint64 kMaxU16 = std::numeric_limits<quint16>::max();

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
    reader.require("target_mib"_L1);
    reader.require("actual_mib"_L1);
    reader.read("target_mib"_L1, statistics.targetMib, kMaxU32);
    reader.read("actual_mib"_L1, statistics.actualMib, kMaxU32);
    for (auto it = object.begin(); it != object.end(); ++it) {
        // Guests may tell more than we know the names of.
        const bool size = it.key().startsWith("target_"_L1) || it.key().startsWith("actual_"_L1);
        if (!size && it->isDouble() && it->toInteger(-1) >= 0)
            statistics.reported.insert(it.key(), static_cast<quint64>(it->toInteger()));
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
