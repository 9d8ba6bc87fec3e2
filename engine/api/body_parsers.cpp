#include "api/body_parsers.h"

#include "api/parse_body.h"
#include "config/rules.h"
#include "telemetry/metrics.h"

namespace sparkler::api {
namespace {

enum class ActionType { FlushMetrics, InstanceStart, SendCtrlAltDel, BlockDeviceRescan };

constexpr std::array<JsonVariant<ActionType>, 3> kActionTypes{{
    {"FlushMetrics", ActionType::FlushMetrics},
    {"InstanceStart", ActionType::InstanceStart},
    {"SendCtrlAltDel", ActionType::SendCtrlAltDel},
}};
constexpr std::array<JsonVariant<ActionType>, 4> kOldActionTypes{{
    kActionTypes[0],
    kActionTypes[1],
    kActionTypes[2],
    {"BlockDeviceRescan", ActionType::BlockDeviceRescan},
}};

struct ActionBody {
    ActionType type = ActionType::FlushMetrics;
    JsonKind payloadKind = JsonKind::Null; ///< Null: none
    std::string payload;
};

bool readPayload(JsonReader &reader, void *object)
{
    auto *body = static_cast<ActionBody *>(object);
    return reader.readAny(body->payloadKind, body->payload);
}

constexpr std::array kActionFields{
    jsonField<&ActionBody::type, kJsonEnum<kActionTypes>>("action_type", Presence::Required),
};
constexpr std::array kOldActionFields{
    jsonField<&ActionBody::type, kJsonEnum<kOldActionTypes>>("action_type", Presence::Required),
    JsonField{.name = "payload", .read = readPayload},
};

enum class VmState { Paused, Resumed };
constexpr std::array<JsonVariant<VmState>, 2> kVmStates{{{"Paused", VmState::Paused}, {"Resumed", VmState::Resumed}}};
struct VmBody {
    VmState state = VmState::Paused;
};
constexpr std::array kVmFields{
    jsonField<&VmBody::state, kJsonEnum<kVmStates>>("state", Presence::Required),
};

Result<ParsedRequest> rescan(const ActionBody &body)
{
    if (body.payloadKind == JsonKind::Null)
        return fail(ErrorKind::InvalidInput, "Payload is required for block device rescan.");
    if (body.payloadKind != JsonKind::String)
        return fail(ErrorKind::InvalidInput, "Invalid payload type. Expected a string representing the drive_id");
    return ParsedRequest{RescanBlockDevice{body.payload}};
}

} // namespace

Result<> sameId(std::string_view pathId, std::string_view bodyId)
{
    if (pathId != bodyId)
        return fail(ErrorKind::InvalidInput, "The id from the path does not match the id from the body!");
    return {};
}

Result<ParsedRequest> getInstanceInfo(const RequestTarget &, std::string_view)
{
    metrics().getRequests.instanceInfoCount.add();
    return ParsedRequest{GetInstanceInfo{}};
}

Result<ParsedRequest> getVersion(const RequestTarget &, std::string_view)
{
    metrics().getRequests.vmmVersionCount.add();
    return ParsedRequest{GetVersion{}};
}

Result<ParsedRequest> getVmConfig(const RequestTarget &, std::string_view)
{
    return ParsedRequest{GetVmConfig{}};
}

Result<ParsedRequest> getMetrics(const RequestTarget &target, std::string_view)
{
    return ParsedRequest{GetMetrics{target.wantsJson ? MetricsFormat::Json : MetricsFormat::Prometheus}};
}

Result<ParsedRequest> getEvents(const RequestTarget &, std::string_view)
{
    return ParsedRequest{GetEvents{}};
}

Result<ParsedRequest> getMachineConfig(const RequestTarget &, std::string_view)
{
    metrics().getRequests.machineCfgCount.add();
    return ParsedRequest{GetMachineConfig{}};
}

Result<ParsedRequest> putActions(const RequestTarget &, std::string_view json)
{
    // The one action of old drivers first; everything else, its errors above all, is read as if it did not exist.
    const auto old = parseBody<ActionBody>(json, {"ActionBody", kOldActionFields});
    if (old && old->type == ActionType::BlockDeviceRescan)
        return rescan(*old);
    const ActionBody body = TRY(parseBody<ActionBody>(json, {"ActionBody", kActionFields}));
    switch (body.type) {
    case ActionType::InstanceStart:
        return ParsedRequest{StartInstance{}};
    case ActionType::SendCtrlAltDel:
        return ParsedRequest{SendCtrlAltDel{}};
    default:
        return ParsedRequest{FlushMetrics{}};
    }
}

Result<ParsedRequest> putBootSource(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutBootSource{TRY(parseBootSource(json))}};
}

Result<ParsedRequest> putDrive(const RequestTarget &target, std::string_view json)
{
    const std::string_view id = TRY(resourceId(target));
    DriveConfig config = TRY(parseDrive(json));
    TRY(sameId(id, config.driveId));
    return ParsedRequest{PutDrive{std::move(config)}};
}

Result<ParsedRequest> patchDrive(const RequestTarget &target, std::string_view json)
{
    const std::string_view id = TRY(resourceId(target));
    DriveUpdate update = TRY(parseDriveUpdate(json));
    TRY(sameId(id, update.driveId));
    TRY(checkDriveUpdate(update));
    return ParsedRequest{PatchDrive{std::move(update)}};
}

Result<ParsedRequest> putLogger(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutLogger{TRY(parseLogger(json))}};
}

Result<ParsedRequest> putMetrics(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutMetrics{TRY(parseMetrics(json))}};
}

Result<ParsedRequest> putSerial(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutSerial{TRY(parseSerial(json))}};
}

Result<ParsedRequest> putMachineConfig(const RequestTarget &, std::string_view json)
{
    const MachineConfigUpdate body = TRY(parseMachineConfig(json));
    return ParsedRequest{PutMachineConfig{body}, body.cpuTemplate.has_value()};
}

Result<ParsedRequest> putCpuConfig(const RequestTarget &, std::string_view json)
{
    return ParsedRequest{PutCpuConfig{TRY(parseCpuConfig(json))}};
}

Result<ParsedRequest> patchMachineConfig(const RequestTarget &, std::string_view json)
{
    const MachineConfigUpdate body = TRY(parseMachineConfigUpdate(json));
    return ParsedRequest{PatchMachineConfig{body}, body.cpuTemplate.has_value()};
}

Result<ParsedRequest> patchVm(const RequestTarget &, std::string_view json)
{
    const VmBody body = TRY(parseBody<VmBody>(json, {"Vm", kVmFields}));
    if (body.state == VmState::Paused)
        return ParsedRequest{PauseVm{}};
    return ParsedRequest{ResumeVm{}};
}

} // namespace sparkler::api
