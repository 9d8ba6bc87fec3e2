// Boots a guest in this process: boot KERNEL ROOTFS [INITRD]. Its serial console is this terminal.
#include <cstdio>
#include <sparkler/engine.h>

int main(int argc, char **argv)
{
    if (argc < 3)
        return std::fputs("usage: boot KERNEL ROOTFS [INITRD]\n", stderr), 2;
    const std::string initrd = argc > 3 ? std::string(R"("initrd_path": ")") + argv[3] + "\", " : "";
    const std::string json = R"({"boot-source": {)" + initrd + R"("kernel_image_path": ")" + argv[1] +
                             R"(", "boot_args": "console=ttyS0 reboot=k panic=1"}, "drives": [{"drive_id": "root", )" +
                             R"("path_on_host": ")" + argv[2] +
                             R"(", "is_root_device": true, "is_read_only": false}]})";
    auto machine = sparkler::MicroVm::start({.configuration = json});
    const auto ended = machine ? machine->run() : std::unexpected(machine.error());
    if (!ended)
        std::fprintf(stderr, "boot: %s\n", ended.error().c_str());
    return ended.value_or(1);
}
