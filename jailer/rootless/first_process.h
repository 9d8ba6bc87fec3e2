#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "jailer/rootless/control_group.h"
#include "jailer/rootless/lent_privilege.h"
#include "jailer/rootless/options.h"

#include <functional>
#include <sys/types.h>

namespace sparkler::jail {

/// Starts process 1 of new user, mount, pid, ipc, uts and (unless `network` is Host) network namespaces, in `group`
/// where there is one. There `inside` is called with a pipe whose other end only the lid has; it executes the engine or
/// returns why it could not. That is this function's error as well; when there is none, the engine runs. Returns its
/// process id. `lent` is in force for the moment in which the namespaces are made, and gone when this returns.
Result<pid_t> startFirstProcess(NetworkMode network, const ControlGroup *group, const LentPrivilege &lent,
                                const std::function<Error(const Fd &lidPipe)> &inside);

/// In the first process: user and group keep their numbers, and nobody else exists. The user's other groups (kvm) stay
/// in force. Error: Host.
Result<> mapUser(uid_t user, gid_t group);

/// In the first process, before anything is mounted: no user namespace can be made in this one.
Result<> forbidUserNamespaces();

/// In the first process: killed when the lid dies. Error: Host, when that has happened already.
Result<> dieWithLid(const Fd &lidPipe);

/// In the first process: its view of control groups begins with its own.
Result<> hideControlGroups();

} // namespace sparkler::jail
