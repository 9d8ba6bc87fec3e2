#include "emulator/qemu_command.h"

#include "base/format.h"

namespace sparkler::emulator {
namespace {

/// A comma inside a value is written twice for QEMU.
std::string quoted(const std::string &value)
{
    std::string out;
    for (const char character : value)
        out.append(character == ',' ? 2 : 1, character);
    return out;
}

} // namespace

std::vector<std::string> qemuCommand(const HostOptions &options, int channel, int console)
{
    return {
        options.qemu,
        "-name",
        "sparkler-emulator",
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
        "-monitor",
        "none",
        "-no-reboot",
        "-M",
        "q35,usb=off,sata=off,smbus=off,vmport=off,hpet=off,i8042=off",
        "-accel",
        "tcg,thread=multi,tb-size=256",
        // AMD's virtualisation is the one that QEMU emulates.
        "-cpu",
        "max,+svm,+npt",
        "-smp",
        fmt::format("{}", options.cpus),
        "-m",
        fmt::format("{}", options.memoryMib),
        "-kernel",
        options.kernel,
        "-initrd",
        options.initrd,
        "-append",
        "console=ttyS0 quiet panic=-1 tsc=reliable no_timer_check nokaslr mitigations=off random.trust_cpu=on",
        "-add-fd",
        fmt::format("fd={},set=1", console),
        "-chardev",
        "file,id=console,path=/dev/fdset/1,append=on",
        "-serial",
        "chardev:console",
        "-device",
        "virtio-serial-pci,max_ports=2",
        "-chardev",
        fmt::format("socket,id=channel,fd={}", channel),
        "-device",
        fmt::format("virtserialport,chardev=channel,name={}", kPortName),
        "-fsdev",
        fmt::format("local,id=machine,path={},security_model=mapped-file,multidevs=remap", quoted(options.directory)),
        "-device",
        fmt::format("virtio-9p-pci,fsdev=machine,mount_tag={}", kShareTag),
    };
}

} // namespace sparkler::emulator
