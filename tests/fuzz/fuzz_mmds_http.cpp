// What a guest sends on one connection to the metadata service, in pieces of the fuzzer's choice.
#include "fuzz_input.h"
#include "mmds/http_session.h"

#include <cstdlib>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    using namespace sparkler::mmds;
    FuzzInput input(data, size);
    const auto settings = input.take<std::uint8_t>();
    const auto service = MetadataService::create("fuzz", 51200);
    if (!service->put(JsonValue::parse(R"({"a":{"b":"c","d":[1,{"e":null}]},"f/g":true})").value()) ||
        !service->configure({.version = settings % 2 == 0 ? Version::V1 : Version::V2, .imdsCompat = settings % 4 > 1}))
        std::abort();
    HttpSession session(service);
    std::chrono::steady_clock::time_point now(std::chrono::seconds(1000));
    while (!input.empty()) {
        const std::size_t piece = std::min<std::size_t>(input.take<std::uint16_t>(), session.room());
        session.append(input.takeBytes(piece));
        while (const auto answer = session.next(now)) {
            std::vector<std::byte> bytes(answer->size());
            answer->copy(0, bytes);
            const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
            if (!text.starts_with("HTTP/1.") || text.find("\r\n\r\n") == std::string_view::npos)
                std::abort();
        }
        if (session.isStuck())
            break;
        now += std::chrono::seconds(1);
    }
    return 0;
}
