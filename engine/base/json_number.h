#pragma once

#include <cstdint>
#include <string>

namespace sparkler {

/// A number of a JSON text. Integers of 64 bits, signed or not, are exact; all others are a double (and so is "-0").
struct JsonNumber {
    enum class Kind { Unsigned, Negative, Float } kind = Kind::Unsigned;
    std::uint64_t magnitude = 0; ///< of an integer; Negative: 1..2^63
    double value = 0;            ///< of a Float; finite

    bool operator==(const JsonNumber &) const = default;
};

/// The number as Firecracker's JSON library writes it: floats in the shortest form that reads back the same, always
/// with a point or an exponent ("1.0", "1e+16", "1.5e-7").
std::string toString(const JsonNumber &number);

} // namespace sparkler
