#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace sparkler::tools {

/// Puts `bytes` on the disk as the whole content of a file, which is made if there is none. Error: Host.
Result<> writeFile(const std::string &path, std::string_view bytes);

} // namespace sparkler::tools
