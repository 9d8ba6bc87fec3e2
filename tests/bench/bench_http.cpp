// One API request without its socket: HTTP in, route and body understood, response bytes out.

#include "api/http.h"
#include "api/routes.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>

namespace {

using namespace sparkler::api;

const std::string kBody = R"({"drive_id":"rootfs","path_on_host":"/srv/vm/rootfs.ext4","is_root_device":true,)"
                          R"("is_read_only":false})";

std::string put(const std::string &path, const std::string &body)
{
    return "PUT " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: curl/7.88.1\r\nAccept: application/json\r\n" +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

/// `text` as the server reads it, up to the request.
std::optional<HttpRequest> receive(HttpConnection &connection, std::string_view text)
{
    while (!text.empty()) {
        const auto piece = text.substr(0, HttpConnection::kReadBytes);
        connection.feed(piece);
        text.remove_prefix(piece.size());
    }
    return connection.takeRequest();
}

/// A keep-alive connection: parse, answer 204, and on.
void request(benchmark::State &state)
{
    const std::string text = put("/drives/rootfs", kBody + std::string(static_cast<std::size_t>(state.range(0)), ' '));
    HttpConnection connection(51200);
    for (auto _ : state) {
        const auto received = receive(connection, text);
        if (!received) {
            state.SkipWithError("no request");
            break;
        }
        connection.respond({});
        benchmark::DoNotOptimize(connection.output().data());
        connection.consumeOutput(connection.output().size());
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

/// The same with route and body parsed into an action.
void requestAndAction(benchmark::State &state)
{
    const std::string text = put("/drives/rootfs", kBody);
    HttpConnection connection(51200);
    for (auto _ : state) {
        const auto received = receive(connection, text);
        if (!received || !parseRequest(*received)) {
            state.SkipWithError("the request was refused");
            break;
        }
        connection.respond({});
        connection.consumeOutput(connection.output().size());
    }
}

} // namespace

BENCHMARK(request)->Arg(0)->Arg(50000);
BENCHMARK(requestAndAction);
