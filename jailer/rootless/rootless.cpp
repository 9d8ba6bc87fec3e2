#include "jailer/rootless/rootless.h"

#include "base/clock.h"
#include "base/fd.h"
#include "jailer/rootless/lid.h"
#include "jailer/rootless/plan.h"

#include <cstdio>

namespace sparkler::jail {
namespace {

constexpr int kJailerFailed = 1;

Result<EngineEnd> run(const RootlessOptions &options, const RootlessHost &host)
{
    const Fd signals = TRY(holdSignals());
    JailState state; // takes passt and the control group down when the engine has ended
    TRY(perform(planOutside(options, host, state)));
    return superviseEngine(state.engine, signals, state.passt);
}

int complain(const std::string &text)
{
    std::fputs((text + "\n").c_str(), stderr);
    return kJailerFailed;
}

} // namespace

int rootlessMain(std::span<const char *const> arguments)
{
    const std::uint64_t startMicros = monotonicMicros();
    const std::uint64_t startCpuMicros = processCpuMicros();
    fillStandardDescriptors();
    const auto lent = LentPrivilege::take();
    if (!lent)
        return complain(lent.error().text);
    const ArgumentGrammar grammar(rootlessArgumentSpecs());
    const auto parsed = grammar.parse(arguments);
    if (!parsed)
        return complain(parsed.error().text());
    if (parsed->helpRequested()) {
        std::puts(grammar.helpText().c_str());
        return 0;
    }
    const auto options = interpretRootless(*parsed);
    if (!options)
        return complain(options.error().text);
    RootlessHost host = surveyHost(*options);
    host.lent = *lent;
    host.startMicros = startMicros;
    host.startCpuMicros = startCpuMicros;
    if (options->dryRun) {
        std::fputs(describeRootless(*options, host).c_str(), stdout);
        return 0;
    }
    const auto end = run(*options, host);
    if (!end)
        return complain(end.error().text);
    if (end->signal != 0)
        dieOf(end->signal);
    return end->exitStatus;
}

} // namespace sparkler::jail
