#pragma once

#include <cstddef>
#include <cstdint>

namespace sparkler::virtio {

// Feature bits of virtio 1.3, 5.1.3. "Guest" is what the driver can receive, "host" what it may send.
constexpr std::uint64_t kNetFeatureCsum = std::uint64_t{1} << 0;
constexpr std::uint64_t kNetFeatureGuestCsum = std::uint64_t{1} << 1;
constexpr std::uint64_t kNetFeatureMtu = std::uint64_t{1} << 3;
constexpr std::uint64_t kNetFeatureMac = std::uint64_t{1} << 5;
constexpr std::uint64_t kNetFeatureGuestTso4 = std::uint64_t{1} << 7;
constexpr std::uint64_t kNetFeatureGuestTso6 = std::uint64_t{1} << 8;
constexpr std::uint64_t kNetFeatureGuestUfo = std::uint64_t{1} << 10;
constexpr std::uint64_t kNetFeatureHostTso4 = std::uint64_t{1} << 11;
constexpr std::uint64_t kNetFeatureHostTso6 = std::uint64_t{1} << 12;
constexpr std::uint64_t kNetFeatureHostUfo = std::uint64_t{1} << 14;
constexpr std::uint64_t kNetFeatureMergeBuffers = std::uint64_t{1} << 15;
constexpr std::uint64_t kNetFeatureStatus = std::uint64_t{1} << 16;
constexpr std::uint64_t kNetFeatureGuestUso4 = std::uint64_t{1} << 54;
constexpr std::uint64_t kNetFeatureGuestUso6 = std::uint64_t{1} << 55;
constexpr std::uint64_t kNetFeatureHostUso = std::uint64_t{1} << 56;

// Offloads of a tap: the bits of TUNSETOFFLOAD (some of them newer than the system's headers).
constexpr unsigned kTapCsum = 0x01;
constexpr unsigned kTapTso4 = 0x02;
constexpr unsigned kTapTso6 = 0x04;
constexpr unsigned kTapUfo = 0x10;
constexpr unsigned kTapUso = 0x20 | 0x40; ///< IPv4 and IPv6; Linux takes both or neither

/// In the configuration space's `status`.
constexpr std::uint16_t kNetStatusLinkUp = 1;

/// struct virtio_net_hdr as it is since virtio 1.0, num_buffers included. 5.1.6.
constexpr std::size_t kNetHeaderBytes = 12;
/// Where its fields lie.
constexpr std::size_t kNetHeaderFlags = 0;
constexpr std::size_t kNetHeaderNumBuffers = 10;
/// Largest frame, header included, in either direction. 5.1.6.3.1.
constexpr std::uint32_t kNetMaxFrameBytes = 65562;

/// What can be offered over a tap that accepts these offloads.
std::uint64_t offloadFeatures(unsigned tapOffloads);
/// The offloads that a tap has to have on when driver and device agreed on `features`. None that needs checksums
/// without them.
unsigned tapOffloads(std::uint64_t features);

/// Whether a frame with these first two header bytes (flags, gso_type) may go to a driver that agreed on `features`.
bool driverAccepts(std::uint64_t features, std::uint8_t flags, std::uint8_t gsoType);
/// The least a receive buffer must hold so that a frame fits: one buffer per frame, unless they are merged. 5.1.6.3.1.
std::uint32_t leastReceiveBuffer(std::uint64_t features);

} // namespace sparkler::virtio
