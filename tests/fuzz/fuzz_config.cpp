// JSON bodies by their struct, and the configuration file.
#include "config/parse.h"
#include "config/rules.h"
#include "config/serialize.h"
#include "fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    FuzzInput input(data, size);
    const auto kind = input.take<std::uint8_t>() % 9;
    const std::string_view json = input.restAsText();
    switch (kind) {
    case 0:
        if (const auto update = parseMachineConfig(json)) {
            if (const auto merged = mergeMachineConfig(MachineConfig{}, *update))
                (void)toJson(*merged);
        }
        break;
    case 1:
        (void)parseMachineConfigUpdate(json);
        break;
    case 2:
        (void)parseBootSource(json);
        break;
    case 3:
        if (const auto drive = parseDrive(json)) {
            FullVmConfig full;
            full.drives.push_back(*drive);
            (void)toJson(full);
        }
        break;
    case 4:
        (void)parseDriveUpdate(json);
        break;
    case 5:
        (void)parseLogger(json);
        break;
    case 6:
        (void)parseMetrics(json);
        break;
    case 7:
        (void)parseSerial(json);
        break;
    default:
        (void)parseConfigFile(json);
        break;
    }
    return 0;
}
