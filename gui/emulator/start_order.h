#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::emulator {

/// What the host tells the helper machine to run: the payload of ControlKind::Start.
struct StartOrder {
    bool console = false; ///< the engine is to offer its console
    std::vector<std::string> arguments;

    std::string encode() const;
    /// Nothing for bytes that encode() does not make.
    static std::optional<StartOrder> decode(std::string_view payload);
};

} // namespace sparkler::emulator
