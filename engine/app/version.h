#pragma once

#include <string_view>

namespace sparkler {

/// The Firecracker API level that is complete: what clients are told as the version.
std::string_view apiLevel();
/// Our own version.
std::string_view sparklerVersion();

} // namespace sparkler
