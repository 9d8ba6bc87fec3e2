// Kernel images (ELF and bzImage) and initial RAM disks, from a file into a small guest memory.
#include "boot/initrd.h"
#include "boot/kernel.h"
#include "fuzz_input.h"
#include "support/fake_guest.h"

#include <sys/mman.h>
#include <unistd.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    const Fd file(::memfd_create("image", MFD_CLOEXEC));
    if (!file || ::write(file.get(), data, size) != static_cast<ssize_t>(size))
        return 0;
    const test::FakeGuest guest(4);
    const auto kernel = loadKernel(file, guest.memory());
    (void)loadInitrd(file, guest.memory(), kernel ? kernel->end : kKernelFloor);
    return 0;
}
