#pragma once

#include <QtGlobal>
#include <span>
#include <utility>
#include <vector>

namespace sparkler::gui {

/// One value at one time. NaN says "known to be missing here".
struct Sample {
    qint64 timeMs = 0; ///< any epoch, the same for all series of a plot
    double value = 0;
};

/// The latest samples, oldest dropped first. Plain value, constant-time append, no locking.
class TimeSeries {
public:
    /// `capacity` is at least 1.
    explicit TimeSeries(std::size_t capacity = 3600);

    /// Times must not go back: an older sample than the newest is refused and false returned.
    bool append(Sample sample);
    void clear();

    std::size_t size() const { return m_count; }
    bool isEmpty() const { return m_count == 0; }
    std::size_t capacity() const { return m_ring.size(); }
    /// 0 is the oldest. `index` < size().
    const Sample &at(std::size_t index) const { return m_ring[(m_first + index) % m_ring.size()]; }
    const Sample &latest() const { return at(m_count - 1); }
    /// Index of the first sample at or after `timeMs`; size() when there is none.
    std::size_t lowerBound(qint64 timeMs) const;
    /// The newest `count` values, oldest first, for a sparkline.
    std::vector<double> tail(std::size_t count) const;

private:
    std::vector<Sample> m_ring;
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace sparkler::gui
