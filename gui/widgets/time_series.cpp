#include "widgets/time_series.h"

#include <algorithm>

namespace sparkler::gui {

TimeSeries::TimeSeries(std::size_t capacity) : m_ring(std::max<std::size_t>(capacity, 1)) {}

bool TimeSeries::append(Sample sample)
{
    if (!isEmpty() && sample.timeMs < latest().timeMs)
        return false;
    m_ring[(m_first + m_count) % m_ring.size()] = sample;
    if (m_count < m_ring.size())
        ++m_count;
    else
        m_first = (m_first + 1) % m_ring.size();
    return true;
}

void TimeSeries::clear()
{
    m_first = 0;
    m_count = 0;
}

std::size_t TimeSeries::lowerBound(qint64 timeMs) const
{
    std::size_t low = 0;
    std::size_t high = m_count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).timeMs < timeMs)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

std::vector<double> TimeSeries::tail(std::size_t count) const
{
    std::vector<double> values;
    values.reserve(std::min(count, m_count));
    for (std::size_t i = m_count - std::min(count, m_count); i < m_count; ++i)
        values.push_back(at(i).value);
    return values;
}

} // namespace sparkler::gui
