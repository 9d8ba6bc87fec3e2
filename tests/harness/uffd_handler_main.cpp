// sparkler-test-uffd-handler SOCKET MEMORY_FILE [--die-after PAGES | --refuse] - serves one engine (uffd_handler.h) and
// tells how much when that has ended.
#include "harness/uffd_handler.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>

int main(int argc, char **argv)
{
    harness::UffdHandler::Options options;
    const bool refuse = argc == 4 && std::strcmp(argv[3], "--refuse") == 0;
    const bool dies = argc == 5 && std::strcmp(argv[3], "--die-after") == 0;
    if (argc != 3 && !refuse && !dies) {
        std::fprintf(stderr, "usage: %s SOCKET MEMORY_FILE [--die-after PAGES | --refuse]\n", argv[0]);
        return 2;
    }
    options.refuse = refuse;
    options.dieAfter = dies ? std::strtoull(argv[4], nullptr, 10) : 0;
    harness::UffdHandler handler(argv[2], options);
    if (!handler.listen(argv[1]))
        return 1;
    std::puts("UFFD listening");
    std::fflush(stdout);
    const bool good = handler.serve();
    std::printf("UFFD served %llu pages, %llu zeros, %llu removals\n",
                static_cast<unsigned long long>(handler.served()), static_cast<unsigned long long>(handler.zeroed()),
                static_cast<unsigned long long>(handler.removed()));
    return good ? 0 : 1;
}
