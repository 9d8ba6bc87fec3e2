#pragma once

#include <array>
#include <cassert>
#include <cstddef>

namespace sparkler::virtio {

/// A queue of at most N values, in place.
template <typename T, std::size_t N>
class FixedRing {
public:
    bool empty() const { return m_count == 0; }
    bool full() const { return m_count == N; }
    std::size_t size() const { return m_count; }
    const T &front() const
    {
        assert(!empty());
        return m_values[m_first];
    }
    /// False, and nothing done, when full.
    bool push(const T &value)
    {
        if (full())
            return false;
        m_values[(m_first + m_count) % N] = value;
        ++m_count;
        return true;
    }
    T pop()
    {
        const T value = front();
        m_first = (m_first + 1) % N;
        --m_count;
        return value;
    }
    void clear() { m_first = m_count = 0; }

private:
    std::array<T, N> m_values{};
    std::size_t m_first = 0;
    std::size_t m_count = 0;
};

} // namespace sparkler::virtio
