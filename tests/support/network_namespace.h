#pragma once

#include <string>

namespace sparkler::test {

/// Puts the process into a network namespace of its own, as root or in a user namespace, in which taps can be made.
/// Empty when that is done, else why it cannot be. On the only thread: Qt Test starts another one, and then a user
/// namespace is refused.
std::string enterNetworkNamespace();

} // namespace sparkler::test
