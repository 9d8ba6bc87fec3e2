#include "jailer/rootless/plan.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/os_error.h"
#include "jailer/engine_start.h"
#include "jailer/rootless/devices.h"
#include "jailer/rootless/first_process.h"
#include "jailer/rootless/privileges.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <unistd.h>

namespace sparkler::jail {
namespace {

constexpr std::chrono::seconds kPasstLimit{10};

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string enginePath(const RootlessOptions &options)
{
    return "/" + options.engineName();
}

/// Comes back only with an error.
Error becomeEngine(const RootlessOptions &options, const RootlessHost &host, std::uint64_t lidCpuMicros)
{
    Error error = execEngine(engineCommand(options, host, lidCpuMicros));
    // The file is there. What is not there is the program that was to load it.
    if (error.hostErrno == ENOENT)
        error.text =
            fmt::format("{} is not a static program; a jail has no libraries for another one.", options.execFile);
    return error;
}

void planFiles(Plan &plan, const RootlessOptions &options, const RootlessHost &host, JailState &state)
{
    plan.push_back(
        {"make the root directory", {{"type", "tmpfs"}, {"size", "1m"}, {"inodes", "1024"}}, [&]() -> Result<> {
             state.root = TRY(PrivateRoot::make());
             return state.root->makeDirectory("/machine");
         }});
    plan.push_back({"show the engine", {{"path", options.execFile}, {"at", enginePath(options)}, {"mode", "ro"}}, [&] {
                        return state.root->showEngine(options.execFile, enginePath(options));
                    }});
    for (const Show &entry : options.shows) {
        const char *mode = entry.mode == ShowMode::ReadOnly ? "ro" : "rw";
        plan.push_back({"show", {{"path", entry.path}, {"at", entry.inside}, {"mode", mode}}, [&] {
                            return state.root->show(entry, options.machineDirectory);
                        }});
    }
    for (const std::string &device : host.devices)
        plan.push_back({"show a device", {{"path", device}}, [&] { return state.root->showDevice(device); }});
    plan.push_back({"mount a private /proc", {{"subset", "pid"}, {"hidepid", "invisible"}}, [&] {
                        return state.root->mountProc();
                    }});
    plan.push_back(
        {"mount a private /tmp", {{"size", "16m"}, {"inodes", "1024"}}, [&] { return state.root->mountTmp(); }});
    plan.push_back({"enter the root directory", {{"mode", "ro"}}, [&]() -> Result<> {
                        TRY(state.root->enter());
                        if (::chdir("/machine") != 0)
                            return hostError(errno, "Failed to change current directory: ");
                        return {};
                    }});
}

void planRestrictions(Plan &plan, const RootlessOptions &options, const RootlessHost &host)
{
    const auto &fileSize = options.limits.fileSizeBytes;
    plan.push_back({"set resource limits",
                    {{"no-file", std::to_string(options.limits.openFiles)},
                     {"fsize", fileSize ? std::to_string(*fileSize) : "unchanged"},
                     {"processes", std::to_string(kProcessLimit)},
                     {"core", "0"}},
                    [&]() -> Result<> {
                        TRY(setResourceLimits(options.limits));
                        return setFixedLimits();
                    }});
    plan.push_back({"begin a session", {{"hostname", options.id}}, [&]() -> Result<> {
                        if (::setsid() < 0)
                            return hostError(errno, "Failed to daemonize: setsid: ");
                        if (::sethostname(options.id.data(), options.id.size()) != 0)
                            return hostError(errno, "Cannot set the jail's host name: ");
                        return forgetKeys();
                    }});
    plan.push_back({"drop privileges", {{"capabilities", "none"}, {"no-new-privileges", "yes"}}, dropPrivileges});
    if (host.landlockAbi > 0) {
        plan.push_back({"restrict by Landlock", {{"version", std::to_string(host.landlockAbi)}}, [&] {
                            return restrictByLandlock(landlockRules(options, host), host.landlockAbi);
                        }});
    } else {
        plan.push_back({"restrict by Landlock", {{"version", "not in this kernel"}}, []() -> Result<> { return {}; }});
    }
    plan.push_back({"leave nothing behind",
                    {{"environment", ""}, {"descriptors", "0-2"}, {"umask", "077"}, {"signals", "default"}},
                    cleanProcess});
}

void planPasst(Plan &plan, const RootlessOptions &options, JailState &state)
{
    plan.push_back({"start passt", {{"command", joined(passtCommand(options))}}, [&]() -> Result<> {
                        state.passt.emplace(TRY(Passt::start(options)));
                        return {};
                    }});
    plan.push_back({"wait for passt",
                    {{"socket", options.passtSocket}, {"seconds", std::to_string(kPasstLimit.count())}},
                    [&] { return state.passt->waitUntilListening(kPasstLimit); }});
}

void planControlGroup(Plan &plan, const RootlessOptions &options, const RootlessHost &host, JailState &state)
{
    if (!host.controlGroup) {
        plan.push_back({"make a control group", {{"parent", "no delegation"}}, [&]() -> Result<> {
                            if (options.cgroups.empty())
                                return {};
                            return fail(ErrorKind::Host,
                                        "--cgroup needs a control group that this session may divide, and it has none. "
                                        "Start the jailer by: systemd-run --user --scope -p Delegate=yes");
                        }});
        return;
    }
    std::vector<std::string> values{fmt::format("pids.max={}", kProcessLimit)};
    for (const auto &[file, value] : options.cgroups)
        values.push_back(fmt::format("{}={}", file, value));
    plan.push_back({"make a control group",
                    {{"parent", *host.controlGroup}, {"name", options.id}, {"values", joined(values)}},
                    [&]() -> Result<> {
                        state.controlGroup.emplace(
                            TRY(ControlGroup::make(*host.controlGroup, options.id, options.cgroups)));
                        return {};
                    }});
}

} // namespace

std::string describeRootless(const RootlessOptions &options, const RootlessHost &host)
{
    JailState untouched;
    Plan plan = planOutside(options, host, untouched);
    std::ranges::move(planInside(options, host, untouched), std::back_inserter(plan));
    plan.push_back({"become the engine", {{"command", joined(engineCommand(options, host, 0))}}, nullptr});
    return describe(plan);
}

RootlessHost surveyHost(const RootlessOptions &options)
{
    return {::geteuid(),
            ::getegid(),
            jailDevices(options.network),
            delegatedControlGroup(),
            landlockAbi(),
            LentPrivilege::none(),
            0,
            0};
}

std::vector<LandlockRule> landlockRules(const RootlessOptions &options, const RootlessHost &host)
{
    std::vector<LandlockRule> rules{{"/", LandlockAccess::List},
                                    {enginePath(options), LandlockAccess::Execute},
                                    {"/proc", LandlockAccess::Read},
                                    {"/tmp", LandlockAccess::ReadWrite}};
    for (const Show &entry : options.shows)
        rules.push_back(
            {entry.inside, entry.mode == ShowMode::ReadOnly ? LandlockAccess::Read : LandlockAccess::ReadWrite});
    for (const std::string &device : host.devices)
        rules.push_back({device, LandlockAccess::Device});
    return rules;
}

std::vector<std::string> engineCommand(const RootlessOptions &options, const RootlessHost &host,
                                       std::uint64_t lidCpuMicros)
{
    const std::uint64_t ownCpuMicros = processCpuMicros();
    const StartTimes times{host.startMicros, ownCpuMicros, lidCpuMicros + ownCpuMicros};
    const std::vector<std::string> &given = options.engineArguments;
    const std::vector<std::string> all = engineCommandLine(enginePath(options), options.id, times, {});
    std::vector<std::string> words{all.front()};
    for (std::size_t i = 1; i + 1 < all.size(); i += 2) { // an option and its value
        if (std::ranges::find(given, all[i]) == given.end())
            words.insert(words.end(), {all[i], all[i + 1]});
    }
    words.insert(words.end(), given.begin(), given.end());
    return words;
}

Plan planInside(const RootlessOptions &options, const RootlessHost &host, JailState &state)
{
    Plan plan;
    plan.push_back({"map the user", {{"user", std::to_string(host.user)}, {"group", std::to_string(host.group)}}, [&] {
                        return mapUser(host.user, host.group);
                    }});
    plan.push_back({"die with the lid", {{"signal", "9"}}, [&] { return dieWithLid(*state.lidPipe); }});
    plan.push_back({"hide control groups", {}, hideControlGroups});
    plan.push_back({"forbid user namespaces", {}, forbidUserNamespaces});
    planFiles(plan, options, host, state);
    planRestrictions(plan, options, host);
    return plan;
}

Plan planOutside(const RootlessOptions &options, const RootlessHost &host, JailState &state)
{
    Plan plan;
    plan.push_back({"check the host", {{"device", "/dev/kvm"}}, []() -> Result<> {
                        TRY(checkStandardDescriptors());
                        return checkKvm();
                    }});
    planControlGroup(plan, options, host, state);
    if (options.network == NetworkMode::User)
        planPasst(plan, options, state);
    const bool ownNetwork = options.network != NetworkMode::Host;
    std::vector<Step::Parameter> parameters{
        {"namespaces", ownNetwork ? "user,mount,pid,ipc,uts,network" : "user,mount,pid,ipc,uts"}};
    if (host.lent.lent())
        parameters.emplace_back("leave", "lent by root");
    plan.push_back({"start the first process", std::move(parameters), [&]() -> Result<> {
                        const std::uint64_t lidCpuMicros = processCpuMicros() - host.startCpuMicros;
                        const auto inside = [&](const Fd &lidPipe) -> Error {
                            state.lidPipe = &lidPipe;
                            if (auto built = perform(planInside(options, host, state)); !built)
                                return built.error();
                            return becomeEngine(options, host, lidCpuMicros);
                        };
                        const ControlGroup *group = state.controlGroup ? &*state.controlGroup : nullptr;
                        state.engine = TRY(startFirstProcess(options.network, group, host.lent, inside));
                        return {};
                    }});
    return plan;
}

} // namespace sparkler::jail
