// Writes the built-in filters as C++ source, when the engine is built.
//
// Usage:  sparkler-embed-filters FILTERS.json [ADDITIONS.json]
//   ADDITIONS   more rules for the same filters (what sanitizers need). A rule without conditions there stands for all
//               rules of its call.

#include "base/fd.h"
#include "base/format.h"
#include "seccompiler/compile.h"

#include <algorithm>
#include <cstdio>

namespace sparkler::seccomp {
namespace {

constexpr std::uint64_t kSourceLimit = 1u << 20; ///< bytes

Result<std::vector<NamedFilter>> readFilters(const std::string &path)
{
    const std::string json = TRY(readWholeFile(path, kSourceLimit));
    auto filters = parseFilters(json);
    if (!filters)
        return prefixed(path + ": ", filters.error());
    return filters;
}

Result<> add(std::vector<NamedFilter> &filters, std::vector<NamedFilter> additions)
{
    for (NamedFilter &addition : additions) {
        const auto filter = std::ranges::find(filters, addition.name, &NamedFilter::name);
        if (filter == filters.end())
            return fail(ErrorKind::InvalidInput, "Additions to a filter that is not there: " + addition.name);
        for (Rule &rule : addition.filter.rules) {
            if (rule.conditions.empty())
                std::erase_if(filter->filter.rules, [&](const Rule &old) { return old.syscall == rule.syscall; });
            filter->filter.rules.push_back(std::move(rule));
        }
    }
    return {};
}

void print(const NamedProgram &program)
{
    fmt::print("constexpr sock_filter k_{}[] = {{\n", program.name);
    for (const sock_filter &one : program.instructions)
        fmt::print("    {{{:#06x}, {}, {}, {:#010x}}},\n", one.code, one.jt, one.jf, one.k);
    fmt::print("}};\n");
}

Result<> embed(std::span<char *const> paths)
{
    std::vector<NamedFilter> filters = TRY(readFilters(paths[0]));
    if (paths.size() > 1) {
        auto additions = TRY(readFilters(paths[1]));
        TRY(add(filters, std::move(additions)));
    }
    std::vector<NamedProgram> programs = TRY(compile(filters, Target::X86_64));
    TRY(FilterSet::of(programs)); // all kinds of threads, and no others
    fmt::print("// Made by sparkler-embed-filters.\n#include \"app/builtin_filters.h\"\n\nnamespace sparkler "
               "{{\nnamespace {{\n\n");
    for (const NamedProgram &program : programs)
        print(program);
    fmt::print("\n}} // namespace\n\nseccomp::FilterSet builtinFilters()\n{{\n    return {{k_vmm, k_api, "
               "k_vcpu}};\n}}\n\n}} // namespace sparkler\n");
    return {};
}

} // namespace
} // namespace sparkler::seccomp

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 3) {
        std::fputs("Usage: sparkler-embed-filters FILTERS.json [ADDITIONS.json]\n", stderr);
        return 2;
    }
    const auto done = sparkler::seccomp::embed(std::span<char *const>(argv + 1, static_cast<std::size_t>(argc - 1)));
    if (!done)
        std::fprintf(stderr, "sparkler-embed-filters: %s\n", done.error().text.c_str());
    return done ? 0 : 1;
}
