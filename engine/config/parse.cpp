#include "config/parse.h"

#include "config/cpu_template_json.h"
#include "config/json_tables.h"

namespace sparkler {
namespace {

template <typename T>
Result<T> parseBody(std::string_view json, bool (*read)(JsonReader &, T &))
{
    JsonReader reader(json);
    T value;
    if (!read(reader, value) || !reader.finish())
        return std::unexpected(bodyError(reader.errorText()));
    return value;
}

// The bodies of PATCH /balloon*, each of one value.
struct BalloonUpdateBody {
    std::uint32_t amountMib = 0;
};
struct BalloonStatsBody {
    std::uint16_t intervalS = 0;
};
struct StartHintingBody {
    bool acknowledgeOnStop = true;
};
constexpr std::array kBalloonUpdateFields{
    jsonField<&BalloonUpdateBody::amountMib, kJsonInteger<JsonInteger::U32>>("amount_mib", Presence::Required),
};
constexpr std::array kBalloonStatsFields{
    jsonField<&BalloonStatsBody::intervalS, kJsonInteger<JsonInteger::U16>>("stats_polling_interval_s",
                                                                            Presence::Required),
};
constexpr std::array kStartHintingFields{
    jsonField<&StartHintingBody::acknowledgeOnStop, kJsonBool>("acknowledge_on_stop"),
};

bool readBalloonUpdate(JsonReader &reader, BalloonUpdateBody &out)
{
    return readJsonStruct(reader, {"BalloonUpdateConfig", kBalloonUpdateFields}, &out);
}

bool readBalloonStats(JsonReader &reader, BalloonStatsBody &out)
{
    return readJsonStruct(reader, {"BalloonUpdateStatsConfig", kBalloonStatsFields}, &out);
}

bool readStartHinting(JsonReader &reader, StartHintingBody &out)
{
    return readJsonStruct(reader, {"StartHintingCmd", kStartHintingFields, UnknownFields::Ignored}, &out);
}

} // namespace

Error bodyError(std::string_view message)
{
    std::string text = "An error occurred when deserializing the json body of a request: ";
    text += message;
    text += '.';
    return Error{ErrorKind::InvalidInput, std::move(text)};
}

Result<MachineConfigUpdate> parseMachineConfig(std::string_view json)
{
    return parseBody(json, tables::readMachineConfig);
}

Result<MachineConfigUpdate> parseMachineConfigUpdate(std::string_view json)
{
    const MachineConfigUpdate update = TRY(parseBody(json, tables::readMachineConfigUpdate));
    if (!update.vcpuCount && !update.memSizeMib && !update.smt && !update.cpuTemplate && !update.trackDirtyPages &&
        !update.hugePages)
        return fail(ErrorKind::InvalidInput, "Empty PATCH request.");
    return update;
}

Result<CustomCpuTemplate> parseCpuConfig(std::string_view json)
{
    return parseBody(json, readCpuTemplate);
}

Result<BootSourceConfig> parseBootSource(std::string_view json)
{
    return parseBody(json, tables::readBootSource);
}

Result<DriveConfig> parseDrive(std::string_view json)
{
    return tables::toDriveConfig(TRY(parseBody(json, tables::readDrive)), Origin::Api);
}

Result<DriveUpdate> parseDriveUpdate(std::string_view json)
{
    return parseBody(json, tables::readDriveUpdate);
}

Result<LoggerConfig> parseLogger(std::string_view json)
{
    return parseBody(json, tables::readLogger);
}

Result<MetricsConfig> parseMetrics(std::string_view json)
{
    return parseBody(json, tables::readMetrics);
}

Result<SerialConfig> parseSerial(std::string_view json)
{
    return parseBody(json, tables::readSerial);
}

Result<NetworkConfig> parseNetwork(std::string_view json)
{
    return parseBody(json, tables::readNetwork);
}

Result<NetworkUpdate> parseNetworkUpdate(std::string_view json)
{
    return parseBody(json, tables::readNetworkUpdate);
}

Result<MmdsConfig> parseMmdsConfig(std::string_view json)
{
    return parseBody(json, tables::readMmdsConfig);
}

Result<VsockConfig> parseVsock(std::string_view json)
{
    return parseBody(json, tables::readVsock);
}

Result<std::variant<VsockConfig, VhostVsockConfig>> parseOldVsock(std::string_view json)
{
    tables::OldVsockBody body = TRY(parseBody(json, tables::readOldVsock));
    if (body.udsPath)
        return VsockConfig{std::move(body.id), body.guestCid, std::move(*body.udsPath)};
    return VhostVsockConfig{std::move(body.id), body.guestCid};
}

Result<BalloonConfig> parseBalloon(std::string_view json)
{
    return parseBody(json, tables::readBalloon);
}

Result<std::uint32_t> parseBalloonUpdate(std::string_view json)
{
    return TRY(parseBody(json, readBalloonUpdate)).amountMib;
}

Result<std::uint16_t> parseBalloonStatsUpdate(std::string_view json)
{
    return TRY(parseBody(json, readBalloonStats)).intervalS;
}

Result<bool> parseStartHinting(std::string_view json)
{
    if (json.empty())
        return StartHintingBody{}.acknowledgeOnStop;
    return TRY(parseBody(json, readStartHinting)).acknowledgeOnStop;
}

Result<EntropyConfig> parseEntropy(std::string_view json)
{
    return parseBody(json, tables::readEntropy);
}

Result<JsonValue> parseJsonBody(std::string_view json)
{
    return parseBody<JsonValue>(json, [](JsonReader &reader, JsonValue &value) { return value.read(reader); });
}

} // namespace sparkler
