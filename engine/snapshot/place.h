#pragma once

#include "base/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sparkler::snapshot {

/// Where in a state a value stands ("drives[0].transport"), for the texts of errors. A chain of small objects on the
/// stack, made into text only when something is wrong. Each must not outlive the one it was made from.
class Place {
public:
    /// The whole state.
    Place() = default;
    Place(const Place &) = delete;
    Place &operator=(const Place &) = delete;

    Place field(std::string_view name) const { return Place(*this, name, std::nullopt); }
    Place item(std::string_view name, std::size_t index) const { return Place(*this, name, index); }

    std::string text() const;
    /// InvalidInput "Invalid snapshot state: drives[0].path_on_host: `why`."
    [[nodiscard]] std::unexpected<Error> bad(std::string_view why) const;

private:
    Place(const Place &parent, std::string_view name, std::optional<std::size_t> index)
        : m_parent(&parent), m_name(name), m_index(index)
    {
    }

    const Place *m_parent = nullptr;
    std::string_view m_name;
    std::optional<std::size_t> m_index;
};

/// InvalidInput "Invalid snapshot state: `sentence`", for what concerns no single field.
[[nodiscard]] std::unexpected<Error> invalidState(std::string_view sentence);

} // namespace sparkler::snapshot
