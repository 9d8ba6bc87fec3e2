// The rootless half of sparkler-jailer alone.
#include "jailer/rootless/rootless.h"

#include <vector>

int main(int argc, char **argv)
{
    const std::vector<const char *> arguments(argv + 1, argv + argc);
    return sparkler::jail::rootlessMain(arguments);
}
