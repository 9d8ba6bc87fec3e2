#include "jailer/privileged/options.h"

#include <array>

namespace sparkler::jail {
namespace {

using enum ArgumentKind;

constexpr std::array kOptions{
    ArgumentSpec{.name = "id", .kind = Value, .help = "Jail ID.", .required = true},
    ArgumentSpec{.name = "exec-file", .kind = Value, .help = "File path to exec into.", .required = true},
    ArgumentSpec{.name = "uid",
                 .kind = Value,
                 .help = "The user identifier the jailer switches to after exec.",
                 .required = true},
    ArgumentSpec{.name = "gid",
                 .kind = Value,
                 .help = "The group identifier the jailer switches to after exec.",
                 .required = true},
    ArgumentSpec{.name = "chroot-base-dir",
                 .kind = Value,
                 .help = "The base folder where chroot jails are located.",
                 .defaultValue = "/srv/jailer"},
    ArgumentSpec{.name = "netns", .kind = Value, .help = "Path to the network namespace the engine should join."},
    ArgumentSpec{.name = "daemonize", .help = "Leave the session and let the standard streams be /dev/null."},
    ArgumentSpec{.name = "new-pid-ns", .help = "Start the engine in a new PID namespace."},
    ArgumentSpec{.name = "cgroup",
                 .kind = RepeatedValue,
                 .help = "Cgroup and value to be set by the jailer: <cgroup_file>=<value> (for example "
                         "cpuset.cpus=0). May be used several times."},
    ArgumentSpec{.name = "cgroup-version",
                 .kind = Value,
                 .help = "The cgroup version to use: 1 or 2. Without it: 2 on hosts that have no other, else 1."},
    ArgumentSpec{.name = "parent-cgroup",
                 .kind = Value,
                 .help = "Parent cgroup in which the cgroup of this microVM is placed. Without it: the "
                         "name of the exec file."},
    ArgumentSpec{.name = "resource-limit",
                 .kind = RepeatedValue,
                 .help = "Resource limit value to be set by the jailer: fsize=<bytes> or no-file=<count>, "
                         "2048 without it. May be used several times."},
    ArgumentSpec{.name = "dry-run", .help = "Print the steps of building the jail, and do nothing."},
    // Never parsed here: main() looks for it first.
    ArgumentSpec{.name = "rootless",
                 .help = "A jail that needs no root, with options of its own: see --rootless --help."},
    ArgumentSpec{.name = "version", .help = "Print the version."},
};

} // namespace

std::span<const ArgumentSpec> privilegedOptions()
{
    return kOptions;
}

} // namespace sparkler::jail
