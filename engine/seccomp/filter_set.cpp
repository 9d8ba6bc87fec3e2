#include "seccomp/filter_set.h"

#include "base/fd.h"
#include "base/format.h"
#include "seccomp/container.h"

#include <algorithm>
#include <fcntl.h>

namespace sparkler::seccomp {
namespace {

std::string lowerCase(std::string text)
{
    for (char &c : text) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

std::unexpected<Error> notReadable(const Error &error)
{
    return prefixed("Filter deserialization failed: ", error);
}

/// Names that no thread has.
std::string unknownNames(std::span<const NamedProgram> programs)
{
    std::string unknown;
    for (const NamedProgram &program : programs) {
        if (std::ranges::find(kThreadKindNames, program.name) == kThreadKindNames.end())
            unknown += (unknown.empty() ? "" : ",") + program.name;
    }
    return unknown;
}

} // namespace

Result<FilterSet> FilterSet::of(std::vector<NamedProgram> programs)
{
    for (NamedProgram &program : programs)
        program.name = lowerCase(std::move(program.name));
    if (const std::string unknown = unknownNames(programs); !unknown.empty())
        return fail(ErrorKind::InvalidInput, "Invalid thread categories: " + unknown);

    FilterSet set;
    const auto owned = std::make_shared<const std::vector<NamedProgram>>(std::move(programs));
    for (std::size_t kind = 0; kind < kThreadKindNames.size(); ++kind) {
        const auto found = std::ranges::find(*owned, kThreadKindNames[kind], &NamedProgram::name);
        if (found == owned->end())
            return fail(ErrorKind::InvalidInput, fmt::format("Missing thread category: {}", kThreadKindNames[kind]));
        set.m_programs[kind] = found->instructions;
    }
    // "VMM" beside "vmm": which of both is meant?
    if (owned->size() != kThreadKindNames.size())
        return fail(ErrorKind::InvalidInput, "Filter deserialization failed: a thread category comes twice");
    set.m_owned = owned;
    return set;
}

Result<FilterSet> FilterSet::load(const std::string &path)
{
    const auto file = Fd::open(path, O_RDONLY);
    if (!file)
        return prefixed("Filter file open error: ", file.error());
    const auto bytes = readToEnd(*file, kContainerLimit);
    if (!bytes && bytes.error().kind == ErrorKind::TooLarge) {
        const auto size = fileSizeBytes(*file); // of a FIFO nobody can tell
        return fail(ErrorKind::TooLarge,
                    fmt::format("Filter deserialization failed: Input size {} exceeds limit of {} bytes",
                                size ? std::to_string(*size) : "of the stream", kContainerLimit));
    }
    if (!bytes)
        return prefixed("Filter deserialization failed: Failed to read input: ", bytes.error());
    auto programs = decodeContainer(*bytes);
    if (!programs)
        return notReadable(programs.error());
    return of(std::move(*programs));
}

} // namespace sparkler::seccomp
