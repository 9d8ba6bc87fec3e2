// A whole request: method, path and body, through the route table and the body parsers.
#include "api/routes.h"
#include "fuzz_input.h"

#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler::api;
    FuzzInput input(data, size);
    constexpr Method kMethods[] = {Method::Get, Method::Put, Method::Patch, Method::Delete};
    HttpRequest request;
    request.method = kMethods[input.take<std::uint8_t>() % 4];
    // The path ends at the first newline, the rest is the body.
    const std::string_view text = input.restAsText();
    const std::size_t end = std::min(text.find('\n'), text.size());
    request.path = text.substr(0, end);
    if (end + 1 < text.size())
        request.body = std::string(text.substr(end + 1));
    (void)parseRequest(request);
    return 0;
}
