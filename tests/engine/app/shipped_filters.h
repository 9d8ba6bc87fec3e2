#pragma once

#include "base/fd.h"
#include "seccompiler/compile.h"

#include <QtGlobal>

#include <algorithm>
#include <string_view>
#include <vector>

namespace sparkler::test {

/// The filter of one kind of thread: its source, and what it compiles to.
struct Shipped {
    seccomp::NamedFilter source;
    std::vector<sock_filter> program;
};

/// The filters of resources/seccomp, without what sanitizers add.
inline const std::vector<Shipped> &shipped()
{
    static const std::vector<Shipped> all = [] {
        using namespace seccomp;
        std::vector<Shipped> made;
        const auto json = readWholeFile(SHIPPED_FILTERS, 1 << 20);
        const auto filters =
            json ? parseFilters(*json) : Result<std::vector<NamedFilter>>(std::unexpected(json.error()));
        const auto programs = filters ? compile(*filters, Target::X86_64)
                                      : Result<std::vector<NamedProgram>>(std::unexpected(filters.error()));
        if (!programs)
            qFatal("%s", programs.error().text.c_str());
        for (std::size_t i = 0; i < filters->size(); ++i)
            made.push_back({(*filters)[i], (*programs)[i].instructions});
        return made;
    }();
    return all;
}

inline const Shipped &shipped(std::string_view name)
{
    return *std::ranges::find(shipped(), name, [](const Shipped &one) { return std::string_view(one.source.name); });
}

} // namespace sparkler::test
