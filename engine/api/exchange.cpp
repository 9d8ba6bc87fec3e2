#include "api/exchange.h"

#include "api/balloon_json.h"
#include "api/routes.h"
#include "base/clock.h"
#include "base/json_text.h"
#include "base/json_writer.h"
#include "config/serialize.h"
#include "telemetry/log.h"
#include "telemetry/metrics.h"

namespace sparkler::api {
namespace {

std::string_view logName(Method method)
{
    switch (method) {
    case Method::Get:
        return "Get";
    case Method::Put:
        return "Put";
    case Method::Patch:
        return "Patch";
    case Method::Delete:
        return "Delete";
    }
    return "";
}

/// MMDS content is the user's secret, and CPU templates are long.
bool bodyIsLogged(const HttpRequest &request)
{
    if (!request.body || request.path == "/mmds")
        return false;
    return request.path != "/cpu-config" || detail::logEnabled(LogSeverity::Debug);
}

/// Watching a machine must not fill its log: a poll that goes well is told at Debug.
bool isQuiet(const HttpRequest &request)
{
    return request.isPoll && request.method == Method::Get && !detail::logEnabled(LogSeverity::Debug);
}

void logRequest(const HttpRequest &request)
{
    if (isQuiet(request))
        return;
    if (!detail::logEnabled(LogSeverity::Info))
        return;
    const std::string path = debugQuoted(request.path);
    if (bodyIsLogged(request))
        logInfoAlways("The API server received a {} request on {} with body {}.", logName(request.method), path,
                      debugQuoted(*request.body));
    else
        logInfoAlways("The API server received a {} request on {}.", logName(request.method), path);
}

struct ReplyBody {
    std::string operator()(const Done &) const { return {}; }
    std::string operator()(const Unfinished &) const { return {}; }
    std::string operator()(const InstanceInfo &info) const
    {
        JsonWriter json;
        json.beginObject().key("id").string(info.id).key("state").string(stateName(info.state));
        json.key("vmm_version").string(info.vmmVersion).key("app_name").string(info.appName);
        // What drivers from before API level 0.24 look at.
        json.key("started").boolean(info.state != InstanceState::NotStarted).endObject();
        return std::move(json).text();
    }
    std::string operator()(const VersionInfo &version) const
    {
        JsonWriter json;
        json.beginObject().key("firecracker_version").string(version.firecrackerVersion);
        json.key("sparkler_version").string(version.sparklerVersion).endObject();
        return std::move(json).text();
    }
    std::string operator()(const FullVmConfig &config) const { return toJson(config); }
    std::string operator()(const MachineConfig &config) const { return toJson(config); }
    std::string operator()(const MetricsTotals &totals) const { return totals.text; }
    std::string operator()(const EventStream &) const { return {}; }
    std::string operator()(const MmdsContents &contents) const { return contents.json; }
    std::string operator()(const BalloonConfig &config) const { return toJson(config); }
    std::string operator()(const virtio::BalloonStatistics &statistics) const { return toJson(statistics); }
    std::string operator()(const virtio::BalloonHinting &hinting) const { return toJson(hinting); }
};

HttpResponse faultResponse(const Error &error)
{
    const bool tooLarge = error.kind == ErrorKind::TooLarge;
    JsonWriter json;
    json.beginObject().key("fault_message").string(error.text).endObject();
    return {.status = tooLarge ? 413 : 400, .body = std::move(json).text()};
}

void logOutcome(const HttpRequest &request, const HttpResponse &response, const Result<Reply> &result)
{
    if (!result)
        logErrorAlways("Received Error. Status code: {}. Message: {}",
                       response.status == 413 ? "413 Payload too large" : "400 Bad Request", result.error().text);
    else if (!isQuiet(request))
        logInfoAlways("The request was executed successfully. Status code: {}.",
                      response.status == 200 ? "200 OK" : "204 No Content");
}

/// Where an action's duration as seen by the client goes.
struct MeasuredAction {
    Gauge *gauge = nullptr;
    std::string_view name;
};

MeasuredAction measured(const Action &action)
{
    if (std::holds_alternative<PauseVm>(action))
        return {&metrics().latencies.pauseVm, "pause vm"};
    if (std::holds_alternative<ResumeVm>(action))
        return {&metrics().latencies.resumeVm, "resume vm"};
    if (const auto *create = std::get_if<CreateSnapshot>(&action)) {
        if (create->request.kind == snapshot::Kind::Full)
            return {&metrics().latencies.fullCreateSnapshot, "create full snapshot"};
        return {&metrics().latencies.diffCreateSnapshot, "create diff snapshot"};
    }
    if (std::holds_alternative<LoadSnapshot>(action))
        return {&metrics().latencies.loadSnapshot, "load snapshot"};
    return {};
}

Result<Reply> execute(const ParsedRequest &parsed, ActionHandler &handler, std::uint64_t startMicros)
{
    auto result = handler.handle(parsed.action);
    if (auto *unfinished = result ? std::get_if<Unfinished>(&*result) : nullptr) {
        if (auto finished = unfinished->finish())
            result = Done{};
        else
            result = propagate(std::move(finished));
    }
    const MeasuredAction action = measured(parsed.action);
    if (action.gauge && result) {
        const std::uint64_t micros = monotonicMicros() - startMicros;
        action.gauge->set(micros);
        logInfoAlways("'{}' API request took {} us.", action.name, micros);
    }
    return result;
}

} // namespace

HttpResponse toResponse(const Result<Reply> &result)
{
    if (!result)
        return faultResponse(result.error());
    HttpResponse response{.body = std::visit(ReplyBody{}, *result)};
    if (const auto *stream = std::get_if<EventStream>(&*result)) {
        response.events = stream->events;
        response.contentType = "application/x-ndjson";
    }
    response.status = response.body.empty() && !response.events ? 204 : 200;
    const auto *totals = std::get_if<MetricsTotals>(&*result);
    if (totals && totals->format == MetricsFormat::Prometheus)
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    return response;
}

HttpResponse answerRequest(const HttpRequest &request, ActionHandler &handler)
{
    const std::uint64_t startMicros = monotonicMicros();
    logRequest(request);
    const auto parsed = parseRequest(request);
    const Result<Reply> result =
        parsed ? execute(*parsed, handler, startMicros) : Result<Reply>(std::unexpected(parsed.error()));
    HttpResponse response = toResponse(result);
    response.deprecation = parsed && parsed->deprecated;
    logOutcome(request, response, result);
    logDebug("Total previous API call duration: {} us.", monotonicMicros() - startMicros);
    return response;
}

} // namespace sparkler::api
