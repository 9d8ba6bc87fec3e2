// The whole state, its configuration and the legacy devices. The structured bindings name every field of a struct: a
// field that is added to one does not compile until it is dealt with here.

#include "snapshot/encode_values.h"
#include "snapshot/enums.h"
#include "snapshot/payload.h"

namespace sparkler::snapshot {
namespace {

auto encodeMachineConfig(Builder &builder, const MachineConfig &config)
{
    const auto &[vcpuCount, memSizeMib, smt, cpuTemplate, trackDirtyPages, hugePages] = config;
    return wire::CreateMachineConfig(builder, vcpuCount, memSizeMib, smt,
                                     toWire<wire::CpuTemplate>(cpuTemplate, kCpuTemplates), trackDirtyPages,
                                     toWire<wire::HugePages>(hugePages, kHugePages));
}

auto encodeBootSource(Builder &builder, const BootSourceConfig &config)
{
    const auto &[kernelImagePath, initrdPath, bootArgs] = config;
    const auto kernelAt = encodeText(builder, kernelImagePath);
    const auto initrdAt = encodeText(builder, initrdPath);
    const auto argsAt = encodeText(builder, bootArgs);
    return wire::CreateBootSource(builder, kernelAt, initrdAt, argsAt);
}

auto encodeMemoryRange(Builder &builder, const MemoryRange &range)
{
    const auto &[start, bytes] = range;
    return wire::CreateMemoryRange(builder, start.value(), bytes);
}

auto encodeMmds(Builder &builder, const MmdsConfig &config)
{
    const auto &[version, networkInterfaces, ipv4Address, imdsCompat] = config;
    const auto interfacesAt = builder.CreateVectorOfStrings(networkInterfaces);
    std::uint32_t address = 0;
    for (const std::uint8_t part : ipv4Address.bytes)
        address = address << 8 | part;
    return wire::CreateMmdsConfig(builder, toWire<wire::MmdsVersion>(version, kMmdsVersions), interfacesAt, address,
                                  imdsCompat);
}

auto encodeSerial(Builder &builder, const UartState &state)
{
    const auto &[divisorLow, divisorHigh, interruptEnable, interruptIdentification, lineControl, modemControl,
                 modemStatus, scratch, input] = state;
    const auto inputAt = encodeBytes(builder, input);
    return wire::CreateSerial(builder, divisorLow, divisorHigh, interruptEnable, interruptIdentification, lineControl,
                              modemControl, modemStatus, scratch, inputAt);
}

auto encodeKeyboard(Builder &builder, const I8042State &state)
{
    const auto &[status, control, outputPort, command, output] = state;
    const auto outputAt = encodeBytes(builder, output);
    return wire::CreateKeyboard(builder, status, control, outputPort, command, outputAt);
}

auto encodeIdentity(Builder &builder, const SavedIdentity &identity)
{
    const auto &[vmGenIdAt, vmClockAt] = identity;
    return wire::CreateIdentity(builder, vmGenIdAt.value(), vmClockAt.value());
}

} // namespace

flatbuffers::Offset<wire::Origin> encodeOrigin(Builder &builder, const SnapshotOrigin &origin)
{
    const auto &[productVersion, apiLevel, createdAt, cpuVendor, cpuBrand, cpuFamily, cpuModel, cpuStepping] = origin;
    const auto productAt = encodeText(builder, productVersion);
    const auto levelAt = encodeText(builder, apiLevel);
    const auto vendorAt = encodeText(builder, cpuVendor);
    const auto brandAt = encodeText(builder, cpuBrand);
    return wire::CreateOrigin(builder, productAt, levelAt, createdAt, vendorAt, brandAt, cpuFamily, cpuModel,
                              cpuStepping);
}

void encodePayload(Builder &builder, const MachineState &state, const SnapshotOrigin &origin)
{
    const auto &[config, bootSource, memory, vm, vcpus, serial, keyboard, balloon, drives, interfaces, vsock, entropy,
                 mmds, identity] = state;
    const auto originAt = encodeOrigin(builder, origin);
    const auto configAt = encodeMachineConfig(builder, config);
    const auto bootSourceAt = encodeBootSource(builder, bootSource);
    const auto memoryAt = encodeList(builder, memory, encodeMemoryRange);
    const auto vmAt = encodeVm(builder, vm);
    const auto vcpusAt = encodeList(builder, vcpus, encodeVcpu);
    const auto serialAt = encodeSerial(builder, serial);
    const auto keyboardAt = encodeKeyboard(builder, keyboard);
    const auto balloonAt = encodeOptional(builder, balloon, encodeBalloon);
    const auto drivesAt = encodeList(builder, drives, encodeDrive);
    const auto interfacesAt = encodeList(builder, interfaces, encodeInterface);
    const auto vsockAt = encodeOptional(builder, vsock, encodeVsock);
    const auto entropyAt = encodeOptional(builder, entropy, encodeEntropy);
    const auto mmdsAt = encodeOptional(builder, mmds, encodeMmds);
    const auto identityAt = encodeOptional(builder, identity, encodeIdentity);

    wire::StateBuilder table(builder);
    table.add_origin(originAt);
    table.add_config(configAt);
    table.add_boot_source(bootSourceAt);
    table.add_memory(memoryAt);
    table.add_vm(vmAt);
    table.add_vcpus(vcpusAt);
    table.add_serial(serialAt);
    table.add_keyboard(keyboardAt);
    table.add_balloon(balloonAt);
    table.add_drives(drivesAt);
    table.add_interfaces(interfacesAt);
    table.add_vsock(vsockAt);
    table.add_entropy(entropyAt);
    table.add_mmds(mmdsAt);
    table.add_identity(identityAt);
    wire::FinishStateBuffer(builder, table.Finish());
}

} // namespace sparkler::snapshot
