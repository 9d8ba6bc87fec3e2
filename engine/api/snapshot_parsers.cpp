#include "api/body_parsers.h"

#include "api/parse_body.h"
#include "base/format.h"
#include "telemetry/log.h"

#include <array>

namespace sparkler::api {
namespace {

using namespace snapshot;

constexpr std::array<JsonVariant<Kind>, 2> kKinds{{{"Diff", Kind::Diff}, {"Full", Kind::Full}}};

/// A semantic version, whose errors are the reader's: they have a position.
constexpr auto kJsonVersion = [](JsonReader &reader, SemanticVersion &out) {
    std::string text;
    if (!reader.readString(text, "semver version"))
        return false;
    const auto version = parseSemver(text);
    if (!version)
        return reader.failHere(version.error().text);
    out = *version;
    return true;
};

constexpr std::array kCreateFields{
    jsonField<&CreateRequest::kind, kJsonEnum<kKinds>>("snapshot_type"),
    jsonField<&CreateRequest::statePath, kJsonPath>("snapshot_path", Presence::Required),
    jsonField<&CreateRequest::memoryPath, kJsonPath>("mem_file_path", Presence::Required),
    jsonField<&CreateRequest::version, kJsonNullable<kJsonVersion>>("version"),
    jsonField<&CreateRequest::resume, kJsonBool>("resume_vm", Presence::Optional, Listing::Unlisted),
};

constexpr std::array<JsonVariant<MemoryBackend>, 2> kBackends{
    {{"File", MemoryBackend::File}, {"Uffd", MemoryBackend::Uffd}}};

struct Backend {
    std::string path;
    MemoryBackend type = MemoryBackend::File;
};
constexpr std::array kBackendFields{
    jsonField<&Backend::path, kJsonPath>("backend_path", Presence::Required),
    jsonField<&Backend::type, kJsonEnum<kBackends>>("backend_type", Presence::Required),
};

/// An object by its table.
template <const auto &Fields, UnknownFields Unknown, typename Name>
constexpr auto jsonObject(Name)
{
    return [](JsonReader &reader, auto &out) { return readJsonStruct(reader, {Name::kText, Fields, Unknown}, &out); };
}
struct BackendName {
    static constexpr std::string_view kText = "MemBackendConfig";
};
constexpr auto kJsonBackend = jsonObject<kBackendFields, UnknownFields::Refused>(BackendName{});

constexpr std::array kNetworkOverrideFields{
    jsonField<&NetworkOverride::ifaceId, kJsonString>("iface_id", Presence::Required),
    jsonField<&NetworkOverride::hostDevName, kJsonString>("host_dev_name", Presence::Required, Listing::Listed, {},
                                                          "socket_path"),
    jsonField<&NetworkOverride::socketPath, kJsonPresent<kJsonPath>>("socket_path", Presence::Optional,
                                                                     Listing::Unlisted),
};
struct NetworkOverrideName {
    static constexpr std::string_view kText = "NetworkOverride";
};
constexpr auto kJsonNetworkOverride = jsonObject<kNetworkOverrideFields, UnknownFields::Ignored>(NetworkOverrideName{});

constexpr std::array kDriveOverrideFields{
    jsonField<&DriveOverride::driveId, kJsonString>("drive_id", Presence::Required),
    jsonField<&DriveOverride::pathOnHost, kJsonPath>("path_on_host", Presence::Required),
};
struct DriveOverrideName {
    static constexpr std::string_view kText = "DriveOverride";
};
constexpr auto kJsonDriveOverride = jsonObject<kDriveOverrideFields, UnknownFields::Refused>(DriveOverrideName{});

constexpr std::array kVsockOverrideFields{
    jsonField<&VsockOverride::udsPath, kJsonString>("uds_path", Presence::Required),
};
struct VsockOverrideName {
    static constexpr std::string_view kText = "VsockOverride";
};
constexpr auto kJsonVsockOverride = jsonObject<kVsockOverrideFields, UnknownFields::Ignored>(VsockOverrideName{});

constexpr std::array<JsonVariant<RestoredPages>, 4> kPages{{{"Snapshot", RestoredPages::AsSaved},
                                                            {"None", RestoredPages::Normal},
                                                            {"Transparent", RestoredPages::Transparent},
                                                            {"2M", RestoredPages::TwoMiB}}};

struct LoadBody {
    LoadRequest request;
    std::optional<std::string> oldMemoryPath;
    std::optional<Backend> backend;
    bool enableDiffSnapshots = false;
};

/// A row that reads a member of the body's request.
template <auto Member, auto Read>
constexpr JsonField requestField(std::string_view name, Presence presence = Presence::Optional,
                                 Listing listing = Listing::Unlisted)
{
    return {.name = name,
            .presence = presence,
            .read = [](JsonReader &reader,
                       void *object) { return Read(reader, static_cast<LoadBody *>(object)->request.*Member); },
            .listing = listing};
}

using Load = LoadRequest;
constexpr std::array kLoadFields{
    requestField<&Load::statePath, kJsonPath>("snapshot_path", Presence::Required, Listing::Listed),
    jsonField<&LoadBody::oldMemoryPath, kJsonNullable<kJsonPath>>("mem_file_path"),
    jsonField<&LoadBody::backend, kJsonNullable<kJsonBackend>>("mem_backend"),
    jsonField<&LoadBody::enableDiffSnapshots, kJsonBool>("enable_diff_snapshots"),
    requestField<&Load::resume, kJsonBool>("resume_vm", Presence::Optional, Listing::Listed),
    requestField<&Load::trackDirtyPages, kJsonBool>("track_dirty_pages"),
    requestField<&Load::networkOverrides, kJsonList<kJsonNetworkOverride>>("network_overrides"),
    requestField<&Load::vsockOverride, kJsonNullable<kJsonVsockOverride>>("vsock_override"),
    requestField<&Load::clockRealtime, kJsonBool>("clock_realtime"),
    requestField<&Load::pages, kJsonEnum<kPages>>("huge_pages"),
    requestField<&Load::driveOverrides, kJsonList<kJsonDriveOverride>>("drive_overrides"),
    requestField<&Load::recordWorkingSet, kJsonBool>("record_working_set"),
};

Result<ParsedRequest> createSnapshot(std::string_view json)
{
    auto request = TRY(parseBody<CreateRequest>(json, {"CreateSnapshotParams", kCreateFields}));
    const bool deprecated = request.version.has_value();
    return ParsedRequest{CreateSnapshot{std::move(request)}, deprecated};
}

Result<ParsedRequest> loadSnapshot(std::string_view json)
{
    LoadBody body = TRY(parseBody<LoadBody>(json, {"LoadSnapshotConfig", kLoadFields}));
    if (body.backend && body.oldMemoryPath)
        return std::unexpected(
            bodyError("too many fields: either `mem_backend` or `mem_file_path` exclusively is required"));
    if (!body.backend && !body.oldMemoryPath)
        return std::unexpected(bodyError("missing field: either `mem_backend` or `mem_file_path` is required"));
    const bool deprecated = body.oldMemoryPath || body.enableDiffSnapshots;
    if (deprecated)
        logWarn("PUT /snapshot/load: mem_file_path and enable_diff_snapshots fields are deprecated.");
    Backend backend = body.backend ? std::move(*body.backend) : Backend{std::move(*body.oldMemoryPath)};
    body.request.memoryPath = std::move(backend.path);
    body.request.backend = backend.type;
    body.request.trackDirtyPages |= body.enableDiffSnapshots;
    return ParsedRequest{LoadSnapshot{std::move(body.request)}, deprecated};
}

} // namespace

Result<ParsedRequest> putSnapshot(const RequestTarget &target, std::string_view json)
{
    if (!target.second)
        return fail(ErrorKind::InvalidInput, "Missing snapshot operation type.");
    if (target.second == "create")
        return createSnapshot(json);
    if (target.second == "load")
        return loadSnapshot(json);
    return invalidPath(Method::Put, fmt::format("/snapshot/{}", *target.second));
}

} // namespace sparkler::api
