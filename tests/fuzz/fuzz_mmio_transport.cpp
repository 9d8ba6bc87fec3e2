// Register accesses of the fuzzer's choice on a disk's transport, with notifications in between.
#include "fuzz_input.h"
#include "support/fake_guest.h"
#include "virtio/block/device.h"
#include "virtio/mmio_transport.h"

#include <cstdlib>
#include <unistd.h>

namespace {

class NoInterrupt final : public sparkler::InterruptLine {
public:
    void trigger() override {}
};

/// A disk of 64 KiB, made once.
const std::string &diskPath()
{
    static const std::string path = [] {
        std::string name = "/tmp/fuzz-disk-XXXXXX";
        const int fd = ::mkstemp(name.data());
        if (fd < 0 || ::ftruncate(fd, 65536) != 0)
            std::abort();
        ::close(fd);
        return name;
    }();
    return path;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    static const test::FakeGuest guest(1);
    virtio::BlockSettings settings;
    settings.driveId = "fuzz";
    settings.path = diskPath();
    auto device = virtio::BlockDevice::open(settings);
    if (!device)
        return 0;
    NoInterrupt line;
    virtio::MmioTransport transport(**device, guest.memory(), line);
    FuzzInput input(data, size);
    for (int step = 0; step < 200 && !input.empty(); ++step) {
        const auto action = input.take<std::uint8_t>();
        const std::uint64_t offset = input.take<std::uint16_t>() % 0x1010;
        switch (action % 8) {
        case 0: {
            std::byte buffer[8]{};
            transport.read(offset, std::span(buffer).first(action / 8 % 9));
            break;
        }
        case 1: {
            // As a driver would: straight to the next state.
            std::uint32_t status = transport.status();
            status |= status & 8 ? 4u : status & 2 ? 8u : status & 1 ? 2u : 1u;
            transport.write(0x70, std::as_bytes(std::span(&status, 1)));
            break;
        }
        case 2:
            transport.notifyQueue(static_cast<std::uint16_t>(action / 8));
            break;
        case 3:
            (void)guest.memory().writeBytes(GuestAddress(offset), input.takeBytes(16));
            break;
        default:
            transport.write(offset & ~3u, input.takeBytes(action & 0x40 ? 4 : action / 8 % 9));
            break;
        }
    }
    return 0;
}
