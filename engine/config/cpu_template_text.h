#pragma once

#include "base/result.h"
#include "config/cpu_template.h"

#include <array>
#include <string_view>

namespace sparkler {

/// What templates call the registers, in the order of CpuidRegister.
inline constexpr std::array<std::string_view, 4> kCpuidRegisterNames{"eax", "ebx", "ecx", "edx"};
/// How many bits of a template's changes count.
inline constexpr unsigned kCpuidBits = 32;
inline constexpr unsigned kMsrBits = 64;

// The notations that CPU templates have for numbers, bits and capabilities. Errors: InvalidInput, with the text that a
// client reads.

/// "0x1a" or "0b101": 32 bits.
Result<std::uint32_t> parseTemplateNumber(std::string_view text);
/// "0b01xx": the highest bit first; 0 and 1 set a bit, x leaves it; '_' separates; bits that are not there stay.
Result<BitChange> parseBitmap(std::string_view text, unsigned widthBits);
/// "171" or "!171".
Result<CapabilityChange> parseCapability(std::string_view text);

/// The bitmap of `change`, all bits of `widthBits`: "0b" and a 0, 1 or x for each.
std::string bitmapText(const BitChange &change, unsigned widthBits);

} // namespace sparkler
