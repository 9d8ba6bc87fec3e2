#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler {

inline constexpr std::size_t kMaxInstanceIdBytes = 64;

/// Why a text is no instance id.
struct InstanceIdError {
    std::string character;       ///< the first that may not be there; empty when the length is wrong
    std::size_t position = 0;    ///< of that character, counted in characters
    std::size_t lengthBytes = 0; ///< of the whole text

    /// "Invalid char (_) at position 3" or "Invalid len (0);  the length must be between 1 and 64".
    std::string text() const;
    /// "InvalidChar('_', 3)" or "InvalidLen(0, 1, 64)".
    std::string debugText() const;
};

/// Engine and jailer share these rules: 1 to 64 bytes of ASCII letters, digits and '-'. Nothing when `id` obeys them.
/// (Ids name directories and stand in logs, so letters beyond ASCII, which Firecracker lets through, are refused.)
std::optional<InstanceIdError> checkInstanceId(std::string_view id);

} // namespace sparkler
