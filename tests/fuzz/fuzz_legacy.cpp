// Port accesses of the fuzzer's choice on serial port, keyboard controller and boot timer, and input from outside.
#include "fuzz_input.h"
#include "legacy/boot_timer.h"
#include "legacy/i8042.h"
#include "legacy/uart16550.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    Uart16550 uart(UartPorts{});
    I8042 keyboard(I8042Ports{});
    BootTimer timer(BootTime{}, [] { return BootTime{}; });
    BusDevice *const devices[] = {&uart, &keyboard, &timer};
    FuzzInput input(data, size);
    while (!input.empty()) {
        const auto action = input.take<std::uint8_t>();
        BusDevice &device = *devices[action % 3];
        std::byte buffer[8]{};
        const auto count = static_cast<std::size_t>(action >> 5);
        switch (action / 3 % 4) {
        case 0:
            device.read(input.take<std::uint8_t>(), std::span(buffer).first(count));
            break;
        case 1:
            device.write(input.take<std::uint8_t>(), input.takeBytes(count));
            break;
        case 2:
            (void)uart.enqueueInput(input.takeBytes(action));
            break;
        default:
            (void)keyboard.sendCtrlAltDel();
            break;
        }
    }
    // What is saved must be restorable.
    if (!uart.restore(uart.save()) || !keyboard.restore(keyboard.save()))
        __builtin_trap();
    return 0;
}
