// A virtqueue in guest memory that is all the fuzzer's: descriptors, rings and request headers of a disk.
#include "fuzz_input.h"
#include "support/fake_guest.h"
#include "virtio/block/request.h"
#include "virtio/queue.h"

#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    using namespace sparkler::virtio;
    static const test::FakeGuest guest(1);
    FuzzInput input(data, size);
    const QueueConfig config{.size = static_cast<std::uint16_t>(1u << (input.take<std::uint8_t>() % 9)),
                             .ready = true,
                             .descriptors = GuestAddress(0),
                             .available = GuestAddress(0x1000),
                             .used = GuestAddress(0x2000)};
    const std::uint64_t features = input.take<std::uint64_t>();
    (void)guest.memory().zero(GuestAddress(0), 0x5000);
    (void)guest.memory().writeBytes(GuestAddress(0x1000), input.takeBytes(64));  // available ring
    (void)guest.memory().writeBytes(GuestAddress(0x3000), input.takeBytes(256)); // headers, indirect tables
    (void)guest.memory().writeBytes(GuestAddress(0), input.takeBytes(4096));
    auto queue = Queue::create(config, guest.memory(), 256, features);
    if (!queue)
        return 0;
    DescriptorChain chain;
    std::vector<iovec> pieces;
    for (int round = 0; round < 300; ++round) {
        const auto popped = queue->pop(chain);
        if (!popped || *popped == Queue::Pop::Empty)
            break;
        if (*popped == Queue::Pop::Chain) {
            (void)parseBlockRequest(guest.memory(), chain, 128);
            ChainReader reader(guest.memory(), chain);
            pieces.clear();
            (void)reader.takeSlices(chain.readableBytes(), pieces);
        }
        if (!queue->complete(chain.head(), chain.writableBytes()))
            break;
        (void)queue->publish();
    }
    (void)queue->armNotification();
    return 0;
}
