// sparkler-tools: what can be done with a snapshot's files without a machine, the compiler of system call filters, and
// what guests' processors look like here. Also called as snapshot-editor, rebase-snap, seccompiler-bin and
// cpu-template-helper.

#include "app/tools/tool.h"
#include "base/fd.h"

#include <cstdio>

int main(int argc, char **argv)
{
    using namespace sparkler::tools;
    sparkler::fillStandardDescriptors();
    const std::span<const char *const> words(argv, argc > 0 ? static_cast<std::size_t>(argc) : 0);
    if (words.empty())
        return kExitUsage;
    const Outcome outcome = runTool(words.front(), words.subspan(1));
    std::fputs(outcome.out.c_str(), stdout);
    std::fputs(outcome.err.c_str(), stderr);
    // A full disk behind standard output is no success.
    if (std::fflush(stdout) != 0 && outcome.exitCode == 0)
        return kExitFailure;
    return outcome.exitCode;
}
