// Request bodies and the configuration file: JSON text to values.

#include "config/parse.h"

#include <benchmark/benchmark.h>

#include <string>

namespace {

using namespace sparkler;

const std::string kDrive = R"({"drive_id":"rootfs","path_on_host":"/srv/vm/rootfs.ext4","is_root_device":true,)"
                           R"("is_read_only":false,"cache_type":"Unsafe","io_engine":"Async","rate_limiter":{)"
                           R"("bandwidth":{"size":104857600,"one_time_burst":1048576,"refill_time":1000},)"
                           R"("ops":{"size":1000,"refill_time":1000}}})";

std::string configFile(int drives)
{
    std::string text = R"({"boot-source":{"kernel_image_path":"/srv/vm/vmlinux","boot_args":"console=ttyS0 reboot=k"},)"
                       R"("machine-config":{"vcpu_count":2,"mem_size_mib":1024},"drives":[)";
    for (int i = 0; i < drives; ++i)
        text += (i > 0 ? "," : "") + kDrive;
    return text + "]}";
}

void drive(benchmark::State &state)
{
    for (auto _ : state) {
        auto parsed = parseDrive(kDrive);
        if (!parsed)
            state.SkipWithError(parsed.error().text.c_str());
        benchmark::DoNotOptimize(parsed);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(kDrive.size()));
}

void file(benchmark::State &state)
{
    const std::string text = configFile(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        auto parsed = parseConfigFile(text);
        if (!parsed)
            state.SkipWithError(parsed.error().text.c_str());
        benchmark::DoNotOptimize(parsed);
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}

/// The reader's worst honest case: a refused body costs a message.
void driveRefused(benchmark::State &state)
{
    const std::string text = R"({"drive_id":"rootfs","path_on_host":"/srv/vm/rootfs.ext4","is_root":true})";
    for (auto _ : state) {
        auto parsed = parseDrive(text);
        if (parsed)
            state.SkipWithError("an unknown field was accepted");
        benchmark::DoNotOptimize(parsed);
    }
}

} // namespace

BENCHMARK(drive);
BENCHMARK(file)->Arg(1)->Arg(16);
BENCHMARK(driveRefused);
