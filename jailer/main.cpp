// sparkler-jailer: builds a jail and becomes the engine in it.

#include "jailer/privileged/privileged.h"
#if __has_include("jailer/rootless/rootless.h")
#include "jailer/rootless/rootless.h"
#define SPARKLER_HAS_ROOTLESS 1
#endif

#include <cstddef>
#include <string_view>

namespace {

#ifdef SPARKLER_HAS_ROOTLESS
/// Whether --rootless is among the jailer's own options; what follows "--" belongs to the engine.
bool wantsRootless(std::span<const char *const> arguments)
{
    for (const std::string_view argument : arguments) {
        if (argument == "--")
            return false;
        if (argument == "--rootless")
            return true;
    }
    return false;
}
#endif

} // namespace

int main(int argc, char **argv)
{
    const std::span<const char *const> arguments(argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0);
#ifdef SPARKLER_HAS_ROOTLESS
    if (wantsRootless(arguments))
        return sparkler::jail::rootlessMain(arguments);
#endif
    return sparkler::jail::privilegedMain(arguments);
}
