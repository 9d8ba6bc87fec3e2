#include "app/tools/probe_machine.h"

#include "app/tools/template_files.h"
#include "arch/x86_64/static_templates.h"
#include "base/fd.h"
#include "base/os_error.h"
#include "config/parse.h"
#include "events/event_loop.h"
#include "machine/configure.h"
#include "machine/machine.h"
#include "telemetry/logger.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <elf.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sparkler::tools {
namespace {

constexpr std::uint64_t kConfigLimit = 16u << 20; ///< bytes, as for the engine's --config-file
constexpr std::size_t kMetadataLimit = 51'200;    ///< bytes, as the engine's default

/// An ELF executable that consists of HLT: never run, but a machine has a kernel.
Result<Fd> tinyKernel()
{
    struct Image {
        Elf64_Ehdr header{};
        Elf64_Phdr segment{};
        unsigned char code = 0xf4; // hlt
    } image;
    std::memcpy(image.header.e_ident, ELFMAG, SELFMAG);
    image.header.e_ident[EI_CLASS] = ELFCLASS64;
    image.header.e_ident[EI_DATA] = ELFDATA2LSB;
    image.header.e_ident[EI_VERSION] = EV_CURRENT;
    image.header.e_type = ET_EXEC;
    image.header.e_machine = EM_X86_64;
    image.header.e_version = EV_CURRENT;
    image.header.e_entry = kKernelFloor.value();
    image.header.e_phoff = offsetof(Image, segment);
    image.header.e_ehsize = sizeof image.header;
    image.header.e_phentsize = sizeof image.segment;
    image.header.e_phnum = 1;
    image.segment.p_type = PT_LOAD;
    image.segment.p_flags = PF_R | PF_X;
    image.segment.p_offset = offsetof(Image, code);
    image.segment.p_vaddr = image.segment.p_paddr = kKernelFloor.value();
    image.segment.p_filesz = image.segment.p_memsz = sizeof image.code;

    Fd file(::memfd_create("kernel", MFD_CLOEXEC));
    if (!file || ::write(file.get(), &image, sizeof image) != static_cast<ssize_t>(sizeof image))
        return hostError(errno);
    return file;
}

Result<> configureFrom(Resources &resources, const ProbeOptions &options)
{
    if (options.configPath) {
        const auto json = readWholeFile(*options.configPath, kConfigLimit);
        if (!json)
            return prefixed("Failed to operate file: ", json.error());
        const auto file = parseConfigFile(*json);
        const auto configured = file ? configure(resources, *file) : Result<>(propagate(file));
        if (!configured)
            return prefixed("Failed to create VmResources: ", configured.error());
    }
    if (options.templatePath)
        resources.putCpuTemplate(TRY(readTemplate(*options.templatePath)));
    return {};
}

std::optional<CustomCpuTemplate> templateOf(const Resources &resources)
{
    if (resources.customTemplate())
        return resources.customTemplate();
    const CpuTemplate named = resources.machineConfig().cpuTemplate;
    if (named == CpuTemplate::None)
        return std::nullopt;
    return x86_64::changesOf(named);
}

Result<ProbedCpu> look(const Resources &resources, EventLoop &loop)
{
    MachinePlan plan = planOf(resources);
    Fd kernel;
    if (!plan.kernel) {
        kernel = TRY(tinyKernel());
        plan.kernel = &kernel;
    }
    plan.serial.serialOutPath = "/dev/null"; // the terminal stays with the user
    const auto machine = Machine::build(plan, loop, [](int) {});
    if (!machine)
        return prefixed("Failed to build microVM: ", machine.error());
    auto runtime = (*machine)->save();
    if (!runtime)
        return prefixed("Failed to dump CPU config: ", runtime.error());
    VcpuState &first = runtime->vcpus.front(); // there is no machine without
    return ProbedCpu{std::move(first.cpuid), std::move(first.msrs), templateOf(resources)};
}

/// A vsock device leaves its socket behind, which would be in the way of the machine's own start.
void removeSocket(const Resources &resources)
{
    if (const auto vsock = resources.fullConfig().vsock)
        ::unlink(vsock->udsPath.c_str());
}

} // namespace

ProbeOptions probeOptions(const ParsedArguments &arguments)
{
    return {.configPath = arguments.value("config"), .templatePath = arguments.value("template")};
}

Result<ProbedCpu> probeMachine(const ProbeOptions &options)
{
    // What is wrong becomes an error of ours; what else the engine logs does not belong into the output of a tool.
    TRY(configureLogger({.level = LogLevel::Error}));
    const auto loop = TRY(EventLoop::create());
    Resources resources(std::make_shared<mmds::MetadataService>("anonymous-instance", kMetadataLimit));
    const auto configured = configureFrom(resources, options);
    auto cpu = configured ? look(resources, *loop) : Result<ProbedCpu>(propagate(configured));
    removeSocket(resources);
    return cpu;
}

} // namespace sparkler::tools
