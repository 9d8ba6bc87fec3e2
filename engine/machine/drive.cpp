#include "machine/drive.h"

#include "base/format.h"
#include "base/os_error.h"
#include "config/rules.h"
#include "machine/limiters.h"

#include <cerrno>

namespace sparkler {
namespace {

/// The debug form of an open error, as the acceptance scenarios quote it.
std::string backingFileDebug(const Error &error, const std::string &path)
{
    return fmt::format("BackingFile({}, \"{}\")", osErrorDebug(error.hostErrno), path);
}

} // namespace

Result<Drive> openDrive(const DriveConfig &config, Origin origin)
{
    virtio::BlockSettings settings;
    settings.driveId = config.driveId;
    settings.path = config.pathOnHost;
    settings.readOnly = config.isReadOnly;
    settings.cache =
        config.cacheType == CacheType::Writeback ? virtio::BlockCache::Writeback : virtio::BlockCache::Unsafe;
    settings.engine = config.ioEngine == IoEngine::Async ? virtio::BlockEngine::Async : virtio::BlockEngine::Sync;
    settings.limiter = limiterSettings(config.rateLimiter);
    auto device = virtio::BlockDevice::open(settings);
    if (device)
        return Drive{config, std::move(*device)};

    const Error &error = device.error();
    if (error.hostErrno == ENOENT)
        return fail(ErrorKind::NotFound,
                    inCategory(Category::Drive, origin, "Invalid block device path: " + config.pathOnHost), ENOENT);
    // Asserted without category right after "Message: " in the log.
    if (error.text.starts_with("FileEngine("))
        return fail(error.kind, "Unable to create the block device: " + error.text, error.hostErrno);
    return fail(
        error.kind,
        inCategory(Category::Drive, origin,
                   fmt::format("Unable to create the virtio block device: Virtio backend error: Error manipulating "
                               "the backing file: {} {}",
                               error.text, config.pathOnHost)),
        error.hostErrno);
}

Result<> updateDrive(Drive &drive, const DriveUpdate &update)
{
    if (update.pathOnHost) {
        const auto replaced = drive.device->update(*update.pathOnHost);
        if (!replaced)
            return fail(replaced.error().kind,
                        inCategory(Category::Drive, Origin::Api,
                                   "Unable to patch the block device: " +
                                       backingFileDebug(replaced.error(), *update.pathOnHost)),
                        replaced.error().hostErrno);
        drive.config.pathOnHost = *update.pathOnHost;
    }
    if (update.rateLimiter) {
        drive.device->updateRateLimiter(limiterSettings(update.rateLimiter));
        drive.config.rateLimiter = mergeRateLimiter(drive.config.rateLimiter, *update.rateLimiter);
    }
    return {};
}

} // namespace sparkler
