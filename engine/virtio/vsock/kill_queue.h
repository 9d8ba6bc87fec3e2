#pragma once

#include "virtio/vsock/fixed_ring.h"
#include "virtio/vsock/host_streams.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace sparkler::virtio {

/// Which connections are to end when, soonest first: all delays are the same, so they come in order. A connection may
/// have changed its mind when its time comes; the owner looks. What does not fit is left out and found again by a
/// rebuild, which is in time because it is later than all that is in.
class VsockKillQueue {
public:
    static constexpr std::size_t kCapacity = 128;
    struct Entry {
        StreamToken token = 0;
        VsockTimePoint deadline;
    };

    /// `entry` is not sooner than what was added before.
    void add(const Entry &entry);
    /// Takes the next one whose time has come.
    std::optional<StreamToken> takeDue(VsockTimePoint now);
    /// Nothing is left here, but entries did not fit: rebuild() before takeDue() again.
    bool needsRebuild() const { return m_incomplete && m_entries.empty(); }
    /// Starts anew with all there is, in any order.
    void rebuild(std::vector<Entry> all);
    /// When to look again; nothing when the queue is empty.
    std::optional<VsockTimePoint> nextDeadline() const;
    void clear();

private:
    FixedRing<Entry, kCapacity> m_entries;
    bool m_incomplete = false;
};

} // namespace sparkler::virtio
