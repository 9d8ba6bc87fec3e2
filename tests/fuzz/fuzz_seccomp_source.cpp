// The JSON of filters: what is read compiles or is refused, and compiles to the same again.
#include "fuzz_input.h"
#include "seccomp/container.h"
#include "seccompiler/compile.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler::seccomp;
    FuzzInput input(data, size);
    const auto choice = input.take<std::uint8_t>();
    const auto filters = parseFilters(input.restAsText());
    if (!filters)
        return 0;
    const Target target = choice & 1 ? Target::X86_64 : Target::Aarch64;
    const Conditions conditions = choice & 2 ? Conditions::Kept : Conditions::Dropped;
    const auto first = compile(*filters, target, conditions);
    const auto second = compile(*filters, target, conditions);
    if (first.has_value() != second.has_value())
        std::abort();
    if (!first)
        return 0;
    const auto bytes = encodeContainer(*first);
    const auto again = encodeContainer(*second);
    if (bytes.has_value() != again.has_value() || (bytes && *bytes != *again))
        std::abort();
    if (bytes && !decodeContainer(*bytes))
        std::abort();
    return 0;
}
