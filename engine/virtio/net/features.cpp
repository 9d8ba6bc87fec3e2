#include "virtio/net/features.h"

namespace sparkler::virtio {
namespace {

constexpr std::uint8_t kHeaderNeedsChecksum = 1;

constexpr std::uint64_t kGuestUso = kNetFeatureGuestUso4 | kNetFeatureGuestUso6;

/// A plain Ethernet frame of 1514 bytes and the header.
constexpr std::uint32_t kPlainFrameBytes = 1526;

/// The offload that lets the kernel hand over frames of this gso_type; 0: no such type.
unsigned offloadOf(std::uint8_t gsoType)
{
    switch (gsoType) {
    case 1:
        return kTapTso4;
    case 3:
        return kTapUfo;
    case 4:
        return kTapTso6;
    case 5:
        return kTapUso;
    default: // with the congestion bit (0x80), which is not offered, too
        return 0;
    }
}

} // namespace

std::uint64_t offloadFeatures(unsigned tapOffloads)
{
    if (!(tapOffloads & kTapCsum))
        return 0;
    std::uint64_t bits = kNetFeatureCsum | kNetFeatureGuestCsum;
    if (tapOffloads & kTapTso4)
        bits |= kNetFeatureGuestTso4 | kNetFeatureHostTso4;
    if (tapOffloads & kTapTso6)
        bits |= kNetFeatureGuestTso6 | kNetFeatureHostTso6;
    if (tapOffloads & kTapUfo)
        bits |= kNetFeatureGuestUfo | kNetFeatureHostUfo;
    if ((tapOffloads & kTapUso) == kTapUso)
        bits |= kGuestUso | kNetFeatureHostUso;
    return bits;
}

unsigned tapOffloads(std::uint64_t features)
{
    if (!(features & kNetFeatureGuestCsum))
        return 0;
    unsigned flags = kTapCsum;
    if (features & kNetFeatureGuestTso4)
        flags |= kTapTso4;
    if (features & kNetFeatureGuestTso6)
        flags |= kTapTso6;
    if (features & kNetFeatureGuestUfo)
        flags |= kTapUfo;
    if ((features & kGuestUso) == kGuestUso)
        flags |= kTapUso;
    return flags;
}

bool driverAccepts(std::uint64_t features, std::uint8_t flags, std::uint8_t gsoType)
{
    const unsigned offloads = tapOffloads(features);
    if ((flags & kHeaderNeedsChecksum) && !(offloads & kTapCsum))
        return false;
    return gsoType == 0 || (offloads & offloadOf(gsoType)) != 0;
}

std::uint32_t leastReceiveBuffer(std::uint64_t features)
{
    if (features & kNetFeatureMergeBuffers)
        return kNetHeaderBytes;
    return (tapOffloads(features) & ~kTapCsum) ? kNetMaxFrameBytes : kPlainFrameBytes;
}

} // namespace sparkler::virtio
