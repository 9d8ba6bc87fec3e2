#pragma once

#include "support/fake_guest.h"
#include "virtio/queue.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace sparkler::test {

/// The driver's side of one split virtqueue: builds rings and chains in guest memory as a guest does, and can also
/// write what no honest guest would. Buffers come from `dataBase` on; their memory is reused once no chain is
/// outstanding.
class FakeDriver {
public:
    static constexpr std::uint64_t kRingBase = 0x10000; ///< table, available ring, used ring, one after the other
    static constexpr std::uint64_t kDataBase = 0x100000;

    /// The rings need about 27 bytes per entry from `ringBase` (page aligned); `dataBase` on is free RAM.
    FakeDriver(const FakeGuest &guest, std::uint16_t size, std::uint64_t ringBase = kRingBase,
               std::uint64_t dataBase = kDataBase);

    /// The driver as it is, in a copy of its guest.
    FakeDriver(const FakeGuest &copy, const FakeDriver &driver);

    /// What the driver would put into the queue registers.
    virtio::QueueConfig config() const { return m_config; }
    /// The device's side; aborts the test when it cannot be made.
    virtio::Queue queue(std::uint64_t features = virtio::kFeatureIndirect) const;

    /// A chain under construction; nothing reaches the device before submit().
    class ChainBuilder {
    public:
        /// A device-readable buffer with this content.
        ChainBuilder &readable(std::span<const std::byte> content);
        /// A device-writable buffer.
        ChainBuilder &writable(std::uint32_t bytes);
        /// A buffer anywhere, honest or not. `flags`: kDescriptorWrite or 0.
        ChainBuilder &raw(std::uint64_t address, std::uint32_t bytes, std::uint16_t flags);
        /// Puts the descriptors into an indirect table; all, or those after the first `directCount`.
        ChainBuilder &indirect(std::size_t directCount = 0);
        /// Writes descriptors only; returns the head.
        std::uint16_t place();
        /// place(), then makes the chain available. Returns the head.
        std::uint16_t submit();

    private:
        friend class FakeDriver;
        explicit ChainBuilder(FakeDriver &driver) : m_driver(driver) {}
        FakeDriver &m_driver;
        std::vector<virtio::Descriptor> m_descriptors;
        std::optional<std::size_t> m_indirectFrom;
    };
    ChainBuilder chain() { return ChainBuilder(*this); }

    struct Used {
        std::uint16_t head = 0;
        std::uint32_t written = 0;      ///< as the device said
        std::vector<std::byte> content; ///< all writable bytes of the chain, in order
        std::byte lastByte() const { return content.empty() ? std::byte{0xff} : content.back(); }
    };
    /// The next chain the device gave back, its descriptors freed; nothing when there is none.
    std::optional<Used> takeUsed();
    /// Chains submitted and not yet taken back.
    std::size_t outstanding() const { return m_outstanding.size(); }

    // The rings themselves.
    void writeDescriptor(std::uint16_t index, const virtio::Descriptor &descriptor);
    virtio::Descriptor readDescriptor(std::uint16_t index) const;
    /// Appends a head to the available ring, whatever it names.
    void makeAvailable(std::uint16_t head);
    void setAvailableIndex(std::uint16_t index);
    std::uint16_t availableIndex() const { return m_availableIndex; }
    std::uint16_t usedIndex() const;
    /// 2.7.10: interrupt when the used index passes this.
    void setUsedEvent(std::uint16_t index);
    /// What the device published as its wish for notifications.
    std::uint16_t availableEvent() const;
    /// VIRTQ_AVAIL_F_NO_INTERRUPT.
    void setNoInterrupt(bool on);
    /// Guest RAM for a buffer, 16-byte aligned.
    GuestAddress allocate(std::uint64_t bytes);

private:
    std::uint16_t takeFreeDescriptor();
    template <typename T>
    void store(GuestAddress at, const T &value) const;
    template <typename T>
    T load(GuestAddress at) const;

    const FakeGuest &m_guest;
    virtio::QueueConfig m_config;
    std::uint64_t m_dataBase;
    std::uint64_t m_dataNext;
    std::uint16_t m_availableIndex = 0;
    std::uint16_t m_usedIndex = 0;
    std::vector<std::uint16_t> m_free;
    struct Outstanding {
        std::vector<std::uint16_t> descriptors;
        std::vector<virtio::Descriptor> buffers;
    };
    std::map<std::uint16_t, Outstanding> m_outstanding; ///< by head
};

} // namespace sparkler::test
