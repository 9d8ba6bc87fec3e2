#pragma once

#include <cstdint>

/// A sequence of bytes that anybody who knows the seed can repeat, and that differs from that of any other seed.
class ByteSequence {
public:
    explicit ByteSequence(std::uint64_t seed) : m_state((seed + 1) * 0x9E3779B97F4A7C15u | 1) {}

    std::uint64_t nextWord()
    {
        m_state ^= m_state << 13;
        m_state ^= m_state >> 7;
        m_state ^= m_state << 17;
        return m_state;
    }
    /// The bytes of the words, the lowest first. Do not mix with nextWord().
    char next()
    {
        if (m_left == 0) {
            m_word = nextWord();
            m_left = 8;
        }
        --m_left;
        const auto byte = static_cast<char>(m_word & 0xFF);
        m_word >>= 8;
        return byte;
    }

private:
    std::uint64_t m_state;
    std::uint64_t m_word = 0;
    int m_left = 0;
};
