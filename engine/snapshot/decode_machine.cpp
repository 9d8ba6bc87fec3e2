#include "snapshot/decode_values.h"
#include "snapshot/enums.h"
#include "snapshot/limits.h"
#include "snapshot/payload.h"
#include "snapshot/state_rules.h"

#include "base/format.h"

namespace sparkler::snapshot {
namespace {

Result<BootSourceConfig> decodeBootSource(const wire::BootSource *source, const Place &place)
{
    TRY(requirePresent(source, place));
    BootSourceConfig config;
    config.kernelImagePath = TRY(decodeText(source->kernel_image_path(), kMaxPath, place.field("kernel_image_path")));
    config.initrdPath = TRY(decodeOptionalText(source->initrd_path(), kMaxPath, place.field("initrd_path")));
    config.bootArgs = TRY(decodeOptionalText(source->boot_args(), kMaxBootArgs, place.field("boot_args")));
    return config;
}

Result<MemoryRange> decodeMemoryRange(const wire::MemoryRange &range, const Place &)
{
    return MemoryRange{.start = GuestAddress(range.start()), .bytes = range.bytes()};
}

Result<UartState> decodeSerial(const wire::Serial *serial, const Place &place)
{
    TRY(requirePresent(serial, place));
    UartState state;
    state.divisorLow = serial->divisor_low();
    state.divisorHigh = serial->divisor_high();
    state.interruptEnable = serial->interrupt_enable();
    state.interruptIdentification = serial->interrupt_identification();
    state.lineControl = serial->line_control();
    state.modemControl = serial->modem_control();
    state.modemStatus = serial->modem_status();
    state.scratch = serial->scratch();
    state.input = TRY(decodeBytes(serial->input(), Uart16550::kInputBytes, place.field("input")));
    return state;
}

Result<I8042State> decodeKeyboard(const wire::Keyboard *keyboard, const Place &place)
{
    TRY(requirePresent(keyboard, place));
    I8042State state;
    state.status = keyboard->status();
    state.control = keyboard->control();
    state.outputPort = keyboard->output_port();
    state.command = keyboard->command();
    state.output = TRY(decodeBytes(keyboard->output(), I8042::kOutputBytes, place.field("output")));
    return state;
}

Result<MmdsConfig> decodeMmds(const wire::MmdsConfig &mmds, const Place &place)
{
    MmdsConfig config;
    config.version = TRY(fromWire(mmds.version(), kMmdsVersions, place.field("version")));
    TRY(requirePresent(mmds.network_interfaces(), place.field("network_interfaces")));
    const auto &ids = *mmds.network_interfaces();
    TRY(checkCount(ids.size(), kMaxDevices, "entries", place.field("network_interfaces")));
    for (flatbuffers::uoffset_t index = 0; index < ids.size(); ++index)
        config.networkInterfaces.push_back(
            TRY(decodeName(ids.Get(index), kMaxId, place.item("network_interfaces", index))));
    for (std::size_t part = 0; part < config.ipv4Address.bytes.size(); ++part)
        config.ipv4Address.bytes[part] = static_cast<std::uint8_t>(mmds.ipv4_address() >> (24 - 8 * part));
    config.imdsCompat = mmds.imds_compat();
    return config;
}

/// How many vCPUs there are; the words are those that clients know.
Result<> checkVcpuCount(const wire::State &state)
{
    const std::size_t count = state.vcpus() ? state.vcpus()->size() : 0;
    if (count == 0 || count > kMaxVcpus || count != state.config()->vcpu_count())
        return invalidState("Invalid vCPU count.");
    return {};
}

} // namespace

Result<SnapshotOrigin> decodeOrigin(const wire::Origin *origin, const Place &place)
{
    TRY(requirePresent(origin, place));
    SnapshotOrigin decoded;
    decoded.productVersion = TRY(decodeText(origin->product_version(), kMaxOriginText, place.field("product_version")));
    decoded.apiLevel = TRY(decodeText(origin->api_level(), kMaxOriginText, place.field("api_level")));
    decoded.createdAt = origin->created_at();
    decoded.cpuVendor = TRY(decodeText(origin->cpu_vendor(), kMaxOriginText, place.field("cpu_vendor")));
    decoded.cpuBrand = TRY(decodeText(origin->cpu_brand(), kMaxOriginText, place.field("cpu_brand")));
    decoded.cpuFamily = origin->cpu_family();
    decoded.cpuModel = origin->cpu_model();
    decoded.cpuStepping = origin->cpu_stepping();
    return decoded;
}

Result<MachineConfig> decodeMachineConfig(const wire::MachineConfig *config, const Place &place)
{
    TRY(requirePresent(config, place));
    MachineConfig decoded;
    decoded.vcpuCount = config->vcpu_count();
    decoded.memSizeMib = config->mem_size_mib();
    decoded.smt = config->smt();
    decoded.cpuTemplate = TRY(fromWire(config->cpu_template(), kCpuTemplates, place.field("cpu_template")));
    decoded.trackDirtyPages = config->track_dirty_pages();
    decoded.hugePages = TRY(fromWire(config->huge_pages(), kHugePages, place.field("huge_pages")));
    return decoded;
}

Result<MachineState> decodePayload(const wire::State &wire)
{
    // A bit for each thing that an engine must know to restore the machine that was saved (rule 6 of state.fbs).
    constexpr std::uint64_t kKnownNeeds = 0;
    if ((wire.needs() & ~kKnownNeeds) != 0)
        return invalidState(fmt::format("it was made by a newer engine and needs features that this one does not have "
                                        "({:#x}).",
                                        wire.needs() & ~kKnownNeeds));
    const Place root;
    MachineState state;
    state.config = TRY(decodeMachineConfig(wire.config(), root.field("config")));
    TRY(checkVcpuCount(wire));
    state.bootSource = TRY(decodeBootSource(wire.boot_source(), root.field("boot_source")));
    state.memory = TRY(decodeList(wire.memory(), kMaxMemoryRanges, root, "memory", decodeMemoryRange));
    state.vm = TRY(decodeVm(wire.vm(), root.field("vm")));
    state.vcpus = TRY(decodeList(wire.vcpus(), kMaxVcpus, root, "vcpus", decodeVcpu));
    state.serial = TRY(decodeSerial(wire.serial(), root.field("serial")));
    state.keyboard = TRY(decodeKeyboard(wire.keyboard(), root.field("keyboard")));
    state.balloon = TRY(decodeOptional(wire.balloon(), root.field("balloon"), decodeBalloon));
    state.drives = TRY(decodeList(wire.drives(), kMaxDevices, root, "drives", decodeDrive));
    state.interfaces = TRY(decodeList(wire.interfaces(), kMaxDevices, root, "interfaces", decodeInterface));
    state.vsock = TRY(decodeOptional(wire.vsock(), root.field("vsock"), decodeVsock));
    state.entropy = TRY(decodeOptional(wire.entropy(), root.field("entropy"), decodeEntropy));
    state.mmds = TRY(decodeOptional(wire.mmds(), root.field("mmds"), decodeMmds));
    if (const wire::Identity *identity = wire.identity())
        state.identity = SavedIdentity{.vmGenIdAt = GuestAddress(identity->vm_gen_id_at()),
                                       .vmClockAt = GuestAddress(identity->vm_clock_at())};
    TRY(checkState(state));
    return state;
}

} // namespace sparkler::snapshot
