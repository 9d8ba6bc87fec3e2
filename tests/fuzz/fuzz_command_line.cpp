#include "boot/command_line.h"
#include "fuzz_input.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    const FuzzInput input(data, size);
    auto commandLine = KernelCommandLine::create(input.restAsText());
    if (!commandLine)
        return 0;
    (void)commandLine->append("root=/dev/vda rw");
    if (commandLine->text().size() >= KernelCommandLine::kMaxBytes)
        __builtin_trap();
    return 0;
}
