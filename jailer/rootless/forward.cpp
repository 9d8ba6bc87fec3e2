#include "jailer/rootless/forward.h"

#include "base/format.h"
#include "jailer/number.h"

#include <arpa/inet.h>
#include <optional>

namespace sparkler::jail {
namespace {

std::optional<std::uint16_t> parsePort(std::string_view text)
{
    const auto port = parseDecimal<std::uint16_t>(text);
    if (!port || *port == 0)
        return std::nullopt;
    return *port;
}

bool isAddress(const std::string &text)
{
    in6_addr address{};
    return ::inet_pton(AF_INET, text.c_str(), &address) == 1 || ::inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

} // namespace

Result<Forward> parseForward(std::string_view text)
{
    const auto refuse = [text](std::string_view why) {
        return fail(
            ErrorKind::InvalidInput,
            fmt::format("Cannot forward {}: {}. The form is tcp|udp:[ADDRESS/]HOSTPORT[:GUESTPORT].", text, why));
    };
    Forward forward;
    if (text.starts_with("udp:"))
        forward.transport = Transport::Udp;
    else if (!text.starts_with("tcp:"))
        return refuse("it is neither tcp nor udp");

    std::string_view ports = text.substr(4);
    if (const std::size_t slash = ports.rfind('/'); slash != std::string_view::npos) {
        forward.address = ports.substr(0, slash);
        ports.remove_prefix(slash + 1);
        if (!isAddress(forward.address))
            return refuse("that is no address");
    }
    const std::size_t colon = ports.find(':');
    const auto hostPort = parsePort(ports.substr(0, colon));
    const auto guestPort = colon == std::string_view::npos ? hostPort : parsePort(ports.substr(colon + 1));
    if (!hostPort || !guestPort)
        return refuse("ports are numbers from 1 to 65535");
    forward.hostPort = *hostPort;
    forward.guestPort = *guestPort;
    return forward;
}

} // namespace sparkler::jail
