#include "models/drive_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sparkler::gui {
namespace {

struct DriveText {
    Q_DECLARE_TR_FUNCTIONS(DriveText)
};

constexpr double kMsPerSecond = 1000.0;
constexpr double kExactBelow = 10.0; ///< slower rates than this get a digit after the point

/// Tokens per second; nothing: the bucket is off.
std::optional<double> rateOf(const std::optional<TokenBucket> &bucket)
{
    if (!bucket || bucket->size == 0 || bucket->refillTimeMs == 0)
        return std::nullopt;
    return static_cast<double>(bucket->size) * kMsPerSecond / static_cast<double>(bucket->refillTimeMs);
}

QString bytesText(double bytes)
{
    const QLocale locale;
    const auto whole = static_cast<qint64>(qMin(bytes, 9e18));
    return locale.formattedDataSize(whole, whole % (1 << 20) == 0 ? 0 : 1);
}

QString countText(double count)
{
    return QLocale().toString(count, 'f', count < kExactBelow && count != static_cast<int>(count) ? 1 : 0);
}

} // namespace

QString limiterText(const std::optional<RateLimiter> &limiter)
{
    QStringList parts;
    if (limiter) {
        if (const auto rate = rateOf(limiter->bandwidth))
            parts << DriveText::tr("%1/s", "bandwidth").arg(bytesText(*rate));
        if (const auto rate = rateOf(limiter->ops))
            parts << DriveText::tr("%1 operations/s").arg(countText(*rate));
    }
    return parts.isEmpty() ? DriveText::tr("None", "rate limits") : parts.join(DriveText::tr(", ", "between limits"));
}

QString cacheText(CacheType type)
{
    return type == CacheType::Writeback ? DriveText::tr("Write-back") : DriveText::tr("Unsafe", "cache");
}

QString ioEngineText(IoEngine engine)
{
    return engine == IoEngine::Async ? DriveText::tr("Asynchronous") : DriveText::tr("Synchronous");
}

} // namespace sparkler::gui
