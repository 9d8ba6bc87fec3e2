// The API socket's bytes, in pieces of the fuzzer's choice, answered as the server does.
#include "api/http.h"
#include "fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler::api;
    FuzzInput input(data, size);
    HttpConnection connection(input.take<std::uint16_t>());
    while (!input.empty()) {
        const std::size_t piece = std::min<std::size_t>(input.take<std::uint16_t>(), HttpConnection::kReadBytes);
        const auto bytes = input.takeBytes(piece);
        connection.feed({reinterpret_cast<const char *>(bytes.data()), bytes.size()});
        while (const auto request = connection.takeRequest())
            connection.respond(HttpResponse{200, "{}", false});
        connection.consumeOutput(connection.output().size());
        if (connection.isLost())
            break;
    }
    return 0;
}
