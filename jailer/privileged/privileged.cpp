#include "jailer/privileged/privileged.h"

#include "base/clock.h"
#include "base/fd.h"
#include "jailer/descriptors.h"
#include "jailer/privileged/options.h"
#include "jailer/privileged/privileged_jail.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr int kSuccess = 0;
constexpr int kFailure = 1;

int print(const std::string &text)
{
    std::fputs(text.c_str(), stdout);
    return std::fflush(stdout) == 0 ? kSuccess : kFailure;
}

/// Both forms in which Firecracker's jailer has reported: what older versions put before the sentence, and its status.
int report(const std::string &text)
{
    std::fprintf(stderr, "Jailer error: %s\n", text.c_str());
    return kFailure;
}

int reportArguments(const ArgumentError &error)
{
    std::fprintf(stderr, "Failed to parse arguments: %s\nError: ArgumentParsing(%s)\n", error.text().c_str(),
                 error.debugText().c_str());
    return kFailure;
}

std::string versionText()
{
    return "Jailer v" SPARKLER_API_LEVEL "\n\n";
}

std::string helpText(const ArgumentGrammar &grammar)
{
    return versionText() + grammar.helpText() +
           "\n\nAny arguments after the -- separator will be supplied to the jailed binary.\n\n";
}

} // namespace

int privilegedMain(std::span<const char *const> arguments)
{
    const StartTimes started{.startUs = monotonicMicros(), .cpuUs = processCpuMicros()};
    // Nothing of whoever started this reaches the engine but its arguments and the standard streams.
    fillStandardDescriptors();
    if (const auto closed = closeDescriptorsFrom(STDERR_FILENO + 1); !closed)
        return report("Failed to sanitize the Jailer process: " + closed.error().text);
    ::clearenv();

    const ArgumentGrammar grammar(privilegedOptions());
    const auto parsed = grammar.parse(arguments);
    if (!parsed)
        return reportArguments(parsed.error());
    if (parsed->helpRequested())
        return print(helpText(grammar));
    if (parsed->versionRequested())
        return print(versionText());
    auto settings = makeSettings(*parsed);
    if (!settings)
        return report(settings.error().text);
    PrivilegedJail jail(std::move(*settings), ::getpid() == 1 ? ProcessRole::First : ProcessRole::Ordinary, started);
    const Plan plan = jail.plan();
    if (parsed->flag("dry-run"))
        return print(describe(plan));
    const auto performed = perform(plan);
    // The last step returns only when it failed. The end comes at once: in the jail there is no /proc for what programs
    // do at their end (a sanitizer looks for leaks).
    ::_exit(report(performed.error().text));
}

} // namespace sparkler::jail
