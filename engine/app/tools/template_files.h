#pragma once

#include "base/result.h"
#include "config/cpu_template.h"

#include <string>
#include <string_view>

namespace sparkler::tools {

// Files that people keep templates and fingerprints in. Errors with the texts of processes.md 5.4: "Failed to operate
// file: …", "Failed to serialize/deserialize JSON file: …".

/// The text of such a file, up to kCpuTemplateFileLimit.
Result<std::string> readJsonFile(const std::string &path);
Result<CustomCpuTemplate> readTemplate(const std::string &path);
Result<> writeJsonFile(const std::string &path, std::string_view json);

/// What the parser says, in these words.
template <typename T>
Result<T> parsedFile(Result<T> parsed)
{
    if (!parsed)
        return prefixed("Failed to serialize/deserialize JSON file: ", parsed.error());
    return parsed;
}

} // namespace sparkler::tools
