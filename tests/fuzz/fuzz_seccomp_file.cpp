// The file of compiled filters: what is read is written again as it was.
#include "fuzz_input.h"
#include "seccomp/container.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler::seccomp;
    const std::string_view bytes = FuzzInput(data, size).restAsText();
    auto programs = decodeContainer(bytes);
    if (!programs)
        return 0;
    const auto again = encodeContainer(*programs);
    if (!again || *again != bytes)
        std::abort();
    (void)FilterSet::of(std::move(*programs));
    return 0;
}
