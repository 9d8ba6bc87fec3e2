#pragma once

#include "base/result.h"
#include "virtio/descriptor_chain.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sparkler::virtio {

/// What a packet asks for. Virtio 1.2, 5.10.6.
enum class VsockOp : std::uint16_t {
    Request = 1,
    Response = 2,
    Reset = 3,
    Shutdown = 4,
    ReadWrite = 5,
    CreditUpdate = 6,
    CreditRequest = 7,
};

constexpr std::uint16_t kVsockTypeStream = 1;
constexpr std::uint64_t kVsockHostCid = 2;

// Flags of a Shutdown packet.
constexpr std::uint32_t kVsockNoMoreReceives = 1; ///< the sender will not receive any more
constexpr std::uint32_t kVsockNoMoreSends = 2;    ///< the sender will not send any more

/// Bytes of the header on the wire, and the most a packet may carry after it.
constexpr std::uint32_t kVsockHeaderBytes = 44;
constexpr std::uint32_t kVsockMaxPayload = 65536;
/// What we buffer per connection on the way to the host; advertised as buf_alloc in each packet.
constexpr std::uint32_t kVsockTxBufferBytes = 65536;

/// struct virtio_vsock_hdr. The wire form is the first kVsockHeaderBytes bytes (little endian, as are all hosts we run
/// on); what the compiler adds after them never leaves the host.
struct VsockHeader {
    std::uint64_t sourceCid = 0;
    std::uint64_t destinationCid = 0;
    std::uint32_t sourcePort = 0;
    std::uint32_t destinationPort = 0;
    std::uint32_t length = 0; ///< of the payload
    std::uint16_t type = 0;
    VsockOp op{}; ///< from a guest: any value
    std::uint32_t flags = 0;
    std::uint32_t bufferAllocated = 0; ///< size of the sender's receive buffer
    std::uint32_t forwardCount = 0;    ///< bytes the sender has taken out of it, wrapping
};
static_assert(offsetof(VsockHeader, forwardCount) + sizeof(VsockHeader::forwardCount) == kVsockHeaderBytes);

/// Reads a packet that the guest sends: the header once into `header`, and for ReadWrite the host pieces of its payload
/// into `payload` (replaced; they point into guest memory). Descriptor borders may lie anywhere. Error: GuestFault when
/// there is no whole header, the payload is over kVsockMaxPayload, or the chain is shorter than header and payload.
Result<> readVsockPacket(const GuestMemory &memory, const DescriptorChain &chain, VsockHeader &header,
                         std::vector<iovec> &payload);

/// The host pieces of what a packet to the guest may carry in this chain, kVsockMaxPayload at most (`room` is
/// replaced). Error: GuestFault when not even a header fits.
Result<> vsockPayloadRoom(const GuestMemory &memory, const DescriptorChain &chain, std::vector<iovec> &room);
/// Writes the header to the beginning of the chain. Error: GuestFault.
Result<> writeVsockHeader(const GuestMemory &memory, const DescriptorChain &chain, const VsockHeader &header);

} // namespace sparkler::virtio
