#include "app/tools/template_files.h"

#include "app/tools/write_file.h"
#include "base/fd.h"
#include "config/cpu_template_json.h"

namespace sparkler::tools {
namespace {

template <typename T>
Result<T> operated(Result<T> result)
{
    if (!result)
        return prefixed("Failed to operate file: ", result.error());
    return result;
}

} // namespace

Result<std::string> readJsonFile(const std::string &path)
{
    return operated(readWholeFile(path, kCpuTemplateFileLimit));
}

Result<CustomCpuTemplate> readTemplate(const std::string &path)
{
    const std::string json = TRY(readJsonFile(path));
    return parsedFile(parseCpuTemplate(json));
}

Result<> writeJsonFile(const std::string &path, std::string_view json)
{
    return operated(writeFile(path, json));
}

} // namespace sparkler::tools
