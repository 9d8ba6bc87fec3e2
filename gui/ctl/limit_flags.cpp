#include "ctl/limit_flags.h"

#include "ctl/arguments.h"
#include "ctl/text.h"
#include "text/human_units.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<quint64> amount(const QString &text, BucketUnit unit)
{
    if (unit == BucketUnit::Bytes)
        return parseByteSize(text);
    bool good = false;
    const quint64 number = text.toULongLong(&good);
    return good ? std::optional(number) : std::nullopt;
}

std::optional<quint64> milliseconds(const QString &text)
{
    QString number = text;
    quint64 factor = 1;
    if (number.endsWith("ms"_L1)) {
        number.chop(2);
    } else if (number.endsWith(u's')) {
        number.chop(1);
        factor = 1000;
    }
    bool good = false;
    const quint32 value = number.toUInt(&good);
    return good && value > 0 ? std::optional(value * factor) : std::nullopt;
}

QString amountText(quint64 value, BucketUnit unit)
{
    return unit == BucketUnit::Bytes ? formatByteSizeExact(value) : QString::number(value);
}

} // namespace

std::expected<TokenBucket, QString> bucketFromFlag(const QString &text, BucketUnit unit)
{
    if (text == "none"_L1)
        return TokenBucket{};
    const QString burstText = text.section(u'+', 1);
    const QString rate = text.section(u'+', 0, 0);
    const QString timeText = rate.section(u'/', 1);
    const auto size = amount(rate.section(u'/', 0, 0), unit);
    const auto time = timeText.isEmpty() ? std::optional<quint64>(1000) : milliseconds(timeText);
    const auto burst = burstText.isEmpty() ? std::optional<quint64>(0) : amount(burstText, unit);
    const bool half = text.endsWith(u'+') || rate.endsWith(u'/');
    if (half || !size || *size == 0 || !time || !burst)
        return std::unexpected(unit == BucketUnit::Bytes
                                   ? Ctl::tr("“%1” is no limit. Possible: none, 10M (a second), 10M/100ms, "
                                             "10M/1s+50M (with a burst).")
                                         .arg(text)
                                   : Ctl::tr("“%1” is no limit. Possible: none, 500 (a second), 500/100ms, "
                                             "500/1s+1000 (with a burst).")
                                         .arg(text));
    TokenBucket bucket{.size = *size, .refillTimeMs = *time};
    if (!burstText.isEmpty())
        bucket.oneTimeBurst = *burst;
    return bucket;
}

QString bucketText(const std::optional<TokenBucket> &bucket, BucketUnit unit)
{
    if (!bucket || bucket->size == 0 || bucket->refillTimeMs == 0)
        return u"-"_s;
    QString text = amountText(bucket->size, unit) + u" / "_s + QString::number(bucket->refillTimeMs) + u" ms"_s;
    if (bucket->oneTimeBurst && *bucket->oneTimeBurst > 0)
        text += u" + "_s + amountText(*bucket->oneTimeBurst, unit);
    return text;
}

std::expected<void, QString> applyLimits(const Arguments &flags, const char *bandwidth, const char *operations,
                                         std::optional<RateLimiter> &limiter)
{
    RateLimiter wanted = limiter.value_or(RateLimiter{});
    const auto set = [&flags](const char *name, BucketUnit unit,
                              std::optional<TokenBucket> &bucket) -> std::expected<void, QString> {
        if (!flags.has(name))
            return {};
        const auto given = bucketFromFlag(flags.value(name), unit);
        if (!given)
            return std::unexpected(QLatin1StringView(name) + u": "_s + given.error());
        bucket = given->size > 0 ? std::optional(*given) : std::nullopt;
        return {};
    };
    auto done = set(bandwidth, BucketUnit::Bytes, wanted.bandwidth);
    if (done)
        done = set(operations, BucketUnit::Operations, wanted.ops);
    if (done)
        limiter = wanted.bandwidth || wanted.ops ? std::optional(wanted) : std::nullopt;
    return done;
}

} // namespace sparkler::gui
