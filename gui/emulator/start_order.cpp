#include "emulator/start_order.h"

namespace sparkler::emulator {

// "0" or "1", then each argument with a zero byte behind it.
std::string StartOrder::encode() const
{
    std::string payload(1, console ? '1' : '0');
    for (const std::string &argument : arguments) {
        payload += argument;
        payload += '\0';
    }
    return payload;
}

std::optional<StartOrder> StartOrder::decode(std::string_view payload)
{
    if (payload.empty() || (payload[0] != '0' && payload[0] != '1'))
        return std::nullopt;
    StartOrder order{.console = payload[0] == '1', .arguments = {}};
    payload.remove_prefix(1);
    while (!payload.empty()) {
        const std::size_t end = payload.find('\0');
        if (end == std::string_view::npos)
            return std::nullopt;
        order.arguments.emplace_back(payload.substr(0, end));
        payload.remove_prefix(end + 1);
    }
    return order;
}

} // namespace sparkler::emulator
