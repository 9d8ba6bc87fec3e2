#include "config/parse.h"

#include "config/json_tables.h"

#include <algorithm>

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

struct LevelName {
    std::string_view name; ///< lower case
    LogLevel level;
};
constexpr std::array<LevelName, 7> kLevelNames{{
    {"off", LogLevel::Off},
    {"error", LogLevel::Error},
    {"warn", LogLevel::Warn},
    {"warning", LogLevel::Warn},
    {"info", LogLevel::Info},
    {"debug", LogLevel::Debug},
    {"trace", LogLevel::Trace},
}};

char lowerAscii(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

} // namespace

Error bodyError(std::string_view message)
{
    std::string text = "An error occurred when deserializing the json body of a request: ";
    text += message;
    text += '.';
    return Error{ErrorKind::InvalidInput, std::move(text)};
}

std::optional<LogLevel> parseLogLevel(std::string_view name)
{
    for (const LevelName &row : kLevelNames) {
        if (std::ranges::equal(row.name, name, {}, {}, lowerAscii))
            return row.level;
    }
    return std::nullopt;
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

} // namespace sparkler
