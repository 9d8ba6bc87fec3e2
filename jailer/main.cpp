// sparkler-jailer: builds a jail and becomes the engine in it.

#include "jailer/privileged/privileged.h"
#include "jailer/rootless/rootless.h"

#include <cstddef>
#include <string_view>

namespace {

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

} // namespace

int main(int argc, char **argv)
{
    const std::span<const char *const> arguments(argv + 1, argc > 0 ? static_cast<std::size_t>(argc - 1) : 0);
    return wantsRootless(arguments) ? sparkler::jail::rootlessMain(arguments)
                                    : sparkler::jail::privilegedMain(arguments);
}
