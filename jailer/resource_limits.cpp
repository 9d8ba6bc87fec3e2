#include "jailer/resource_limits.h"

#include "base/format.h"
#include "base/os_error.h"
#include "jailer/number.h"

#include <cerrno>
#include <string_view>
#include <sys/resource.h>

namespace sparkler::jail {
namespace {

Result<> setLimit(__rlimit_resource_t resource, std::uint64_t value, std::string_view what)
{
    const rlimit limit{value, value};
    if (::setrlimit(resource, &limit) != 0)
        return fail(ErrorKind::Host, fmt::format("Failed to set limit for resource: {}", what), errno);
    return {};
}

} // namespace

Result<ResourceLimits> parseResourceLimits(std::span<const std::string> arguments)
{
    ResourceLimits limits;
    for (const std::string &argument : arguments) {
        const std::size_t equals = argument.find('=');
        if (equals == std::string::npos)
            return fail(ErrorKind::InvalidInput, "Invalid format for resources limits: " + argument);
        const std::string name = argument.substr(0, equals);
        const std::string text = argument.substr(equals + 1);
        const auto value = parseDecimal<std::uint64_t>(text);
        if (!value)
            return fail(ErrorKind::InvalidInput,
                        fmt::format("Invalid limit value for resource: {}: {}", text, value.error()));
        if (name == "fsize")
            limits.fileSizeBytes = *value;
        else if (name == "no-file")
            limits.openFiles = *value;
        else
            return fail(ErrorKind::InvalidInput, "Invalid resource argument: " + name);
    }
    return limits;
}

Result<> setResourceLimits(const ResourceLimits &limits)
{
    if (limits.fileSizeBytes)
        TRY(setLimit(RLIMIT_FSIZE, *limits.fileSizeBytes, "size of file"));
    return setLimit(RLIMIT_NOFILE, limits.openFiles, "number of file descriptors");
}

} // namespace sparkler::jail
