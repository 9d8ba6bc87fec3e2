#pragma once

#include <functional>
#include <string>

namespace sparkler::jail {

// Sentences for hosts on which an ordinary user cannot build a jail: what is in the way, and what to do about it.

/// The content of /proc/sys/<name> without the new line; empty when there is none.
using SysctlReader = std::function<std::string(const std::string &name)>;
std::string readSysctl(const std::string &name);

/// Why there is no process in new namespaces; `error` is clone's.
std::string explainNamespaceFailure(int error, const SysctlReader &sysctl);

/// Why nothing can be mounted in namespaces that were made.
std::string explainMountFailure(int error, const SysctlReader &sysctl);

/// Why /dev/kvm cannot be opened.
std::string explainKvmFailure(int error);

} // namespace sparkler::jail
