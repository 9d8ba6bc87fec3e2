#include "jailer/privileged/privileged_jail.h"

#include "base/clock.h"
#include "base/format.h"
#include "base/os_error.h"
#include "jailer/privileged/cgroup_files.h"
#include "jailer/privileged/executable_copy.h"
#include "jailer/privileged/private_root.h"
#include "jailer/privileged/process.h"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

std::string textOf(const Owner &owner)
{
    return fmt::format("{}:{}", owner.uid, owner.gid);
}

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::vector<Step::Parameter> parametersOf(const ResourceLimits &limits)
{
    std::vector<Step::Parameter> parameters;
    if (limits.fileSizeBytes)
        parameters.emplace_back("fsize", std::to_string(*limits.fileSizeBytes));
    parameters.emplace_back("no-file", std::to_string(limits.openFiles));
    return parameters;
}

std::vector<Step::Parameter> parametersOf(const CgroupGroup &group)
{
    std::vector<Step::Parameter> parameters{{"directory", group.directory()}};
    for (const CgroupValue &value : group.values)
        parameters.emplace_back("value", value.file + '=' + value.value);
    return parameters;
}

/// A jail without random numbers is one without the second version of the metadata service, no more.
void warnOfMissing(const Error &error)
{
    std::printf("Warning! Could not create /dev/urandom device inside jailer: %s.\n"
                "MMDS version 2 will not be available to use.\n",
                error.text.c_str());
    std::fflush(stdout);
}

} // namespace

PrivilegedJail::PrivilegedJail(Settings settings, ProcessRole role, StartTimes started)
    : m_settings(std::move(settings)), m_role(role), m_times(started)
{
}

Plan PrivilegedJail::plan()
{
    Plan plan;
    addHostSteps(plan);
    addCgroupSteps(plan);
    if (m_settings.daemonize) // while the host's is still in sight
        plan.push_back({"open null device", {{"path", "/dev/null"}}, [this]() -> Result<> {
                            auto opened = Fd::open("/dev/null", O_RDWR);
                            if (!opened)
                                return prefixed("Failed to open /dev/null: ", opened.error());
                            m_nullDevice = std::move(*opened);
                            return {};
                        }});
    plan.push_back({"enter private root", {{"path", m_settings.jailDirectory()}}, [this] { return enter(); }});
    addContentSteps(plan);
    addProcessSteps(plan);
    return plan;
}

void PrivilegedJail::addHostSteps(Plan &plan)
{
    const std::string directory = m_settings.jailDirectory();
    if (const auto &group = m_settings.moveInto)
        plan.push_back({"move into cgroup, if it exists", {{"directory", group->directory()}}, [&group] {
                            return moveToCgroup(*group, ::getpid());
                        }});
    plan.push_back({"make jail directory", {{"path", directory}}, [this] { return makeDirectory(); }});
    plan.push_back(
        {"copy executable",
         {{"from", m_settings.execFile}, {"to", directory + m_settings.program()}, {"owner", textOf(m_settings.owner)}},
         [this] {
             return copyExecutable(m_settings.execFile, m_jail, m_settings.jailDirectory() + m_settings.program(),
                                   m_settings.owner);
         }});
    if (m_settings.networkNamespace)
        plan.push_back({"join network namespace", {{"path", *m_settings.networkNamespace}}, [this] {
                            return joinNetworkNamespace();
                        }});
    plan.push_back({"set resource limits", parametersOf(m_settings.limits),
                    [this] { return setResourceLimits(m_settings.limits); }});
}

void PrivilegedJail::addCgroupSteps(Plan &plan)
{
    if (!m_settings.cgroups)
        return;
    const unsigned version = m_settings.cgroups->version;
    // All values before anybody is in the group: a cpuset without memory nodes, for example, takes no process.
    for (const CgroupGroup &group : m_settings.cgroups->groups)
        plan.push_back(
            {"write cgroup", parametersOf(group), [&group, version] { return writeCgroup(version, group); }});
    for (const CgroupGroup &group : m_settings.cgroups->groups)
        plan.push_back({"join cgroup", {{"directory", group.directory()}}, [&group, version] {
                            return attachToCgroup(version, group, ::getpid());
                        }});
}

void PrivilegedJail::addContentSteps(Plan &plan)
{
    for (const std::string_view directory : jailDirectories())
        plan.push_back(
            {"make directory",
             {{"path", std::string(directory)}, {"mode", "0700"}, {"owner", textOf(m_settings.owner)}},
             [this, path = std::string(directory)] { return makeJailDirectory(m_root, path, m_settings.owner); }});
    for (const DeviceNode &device : devices())
        plan.push_back({"make device",
                        {{"path", device.path},
                         {"device", fmt::format("{}:{}", device.major, device.minor)},
                         {"mode", "0600"},
                         {"owner", textOf(m_settings.owner)}},
                        [this, device] { return makeNode(device); }});
}

void PrivilegedJail::addProcessSteps(Plan &plan)
{
    if (m_settings.daemonize)
        addDaemonSteps(plan);
    const std::string pidFile = m_settings.pidFile();
    if (m_settings.newPidNamespace)
        plan.push_back({"continue in new PID namespace", {{"pid-file", pidFile}}, [this, pidFile]() -> Result<> {
                            countCpuTime();
                            TRY(continueInNewPidNamespace(m_root, pidFile));
                            m_times.cpuUs = 0;
                            return {};
                        }});
    else if (m_role == ProcessRole::Ordinary)
        plan.push_back({"write PID file", {{"path", pidFile}}, [this, pidFile] {
                            return writePidFile(m_root, pidFile, ::getpid());
                        }});
    plan.push_back({"become owner",
                    {{"uid", std::to_string(m_settings.owner.uid)}, {"gid", std::to_string(m_settings.owner.gid)}},
                    [this] { return becomeOwner(m_settings.owner); }});
    plan.push_back({"become engine",
                    {{"program", m_settings.program()}, {"arguments", joined(m_settings.engineArguments)}},
                    [this] { return startEngine(); }});
}

void PrivilegedJail::addDaemonSteps(Plan &plan)
{
    // Process 1 has nobody to become the engine in its place: with it the whole namespace ends.
    const bool forks = m_role == ProcessRole::Ordinary;
    if (forks)
        plan.push_back({"continue in child", {}, [this] { return forkOn(); }});
    plan.push_back({"begin session", {}, [] { return beginSession(); }});
    if (forks) // no longer the session's leader: no terminal can become its own
        plan.push_back({"continue in child", {}, [this] { return forkOn(); }});
    plan.push_back({"redirect standard streams", {{"path", "/dev/null"}}, [this]() -> Result<> {
                        TRY(redirectStandardStreams(m_nullDevice));
                        m_nullDevice.reset();
                        return {};
                    }});
}

Result<> PrivilegedJail::makeDirectory()
{
    const std::string failure = fmt::format("Failed to create directory {}: ", m_settings.jailDirectory());
    const auto base = openResolved(m_settings.chrootBase, O_PATH | O_DIRECTORY);
    if (!base)
        return prefixed(failure, base.error());
    auto made = makeDirectories(*base, m_settings.jailNames());
    if (!made)
        return prefixed(failure, made.error());
    m_jail = std::move(made->back());
    return {};
}

Result<> PrivilegedJail::joinNetworkNamespace() const
{
    // Not blocking: whatever it is, it is not waited for.
    const auto handle = Fd::open(*m_settings.networkNamespace, O_RDONLY | O_NONBLOCK);
    if (!handle)
        return prefixed(fmt::format("Failed to open file {}: ", *m_settings.networkNamespace), handle.error());
    if (::setns(handle->get(), CLONE_NEWNET) != 0)
        return hostError(errno, "Failed to join network namespace: netns: ");
    return {};
}

Result<> PrivilegedJail::enter()
{
    TRY(enterPrivateRoot(m_jail));
    m_jail.reset();
    auto root = Fd::open("/", O_PATH | O_DIRECTORY);
    if (!root)
        return prefixed("Failed to chdir into chroot directory: ", root.error());
    m_root = std::move(*root);
    return {};
}

Result<> PrivilegedJail::makeNode(const DeviceNode &device)
{
    auto made = makeDevice(m_root, device, m_settings.owner);
    if (made || !device.optional)
        return made;
    warnOfMissing(made.error());
    return {};
}

std::vector<DeviceNode> PrivilegedJail::devices() const
{
    constexpr unsigned kMisc = 10;
    constexpr unsigned kMemory = 1;
    std::vector<DeviceNode> nodes{
        {"/dev/net/tun", kMisc, 200}, {"/dev/kvm", kMisc, 232}, {"/dev/urandom", kMemory, 9, true}};
    if (m_settings.userfaultfdMinor)
        nodes.push_back({"/dev/userfaultfd", kMisc, *m_settings.userfaultfdMinor});
    return nodes;
}

void PrivilegedJail::countCpuTime()
{
    const std::uint64_t now = processCpuMicros();
    m_times.parentCpuUs += now - m_times.cpuUs;
    m_times.cpuUs = now;
}

Result<> PrivilegedJail::forkOn()
{
    countCpuTime();
    TRY(continueInChild());
    m_times.cpuUs = 0;
    return {};
}

Result<> PrivilegedJail::startEngine()
{
    countCpuTime();
    return std::unexpected(
        execEngine(engineCommandLine(m_settings.program(), m_settings.id, m_times, m_settings.engineArguments)));
}

} // namespace sparkler::jail
