#pragma once

#include "base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sparkler::jail {

enum class Transport { Tcp, Udp };

/// A port of the host behind which a port of the guest answers.
struct Forward {
    Transport transport = Transport::Tcp;
    std::string address = "127.0.0.1"; ///< of the host, IPv4 or IPv6
    std::uint16_t hostPort = 0;
    std::uint16_t guestPort = 0;

    bool operator==(const Forward &) const = default;
};

/// Reads "tcp|udp:[ADDRESS/]HOSTPORT[:GUESTPORT]". Error: InvalidInput.
Result<Forward> parseForward(std::string_view text);

} // namespace sparkler::jail
