#pragma once

#include "base/result.h"

#include <array>
#include <linux/filter.h>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::seccomp {

/// The kinds of threads that have a filter of their own. Names and number are part of the interface (reference 4.1).
enum class ThreadKind { Vmm, Api, Vcpu };
inline constexpr std::array<std::string_view, 3> kThreadKindNames{"vmm", "api", "vcpu"}; ///< by ThreadKind

/// The instructions of one filter, borrowed. Empty: no filter at all.
using Program = std::span<const sock_filter>;

/// A program with the name that its source gave it.
struct NamedProgram {
    std::string name;
    std::vector<sock_filter> instructions;
};

/// A program for each kind of thread. Cheap to copy; safe to read from any thread.
class FilterSet {
public:
    /// Nothing is filtered.
    FilterSet() = default;
    /// Programs that live as long as the process (those that are built in).
    FilterSet(Program vmm, Program api, Program vcpu) : m_programs{vmm, api, vcpu} {}
    /// Exactly one program of each name; names are compared without regard to case. Errors: InvalidInput with the words
    /// that follow "Seccomp error: " (reference 4.5).
    static Result<FilterSet> of(std::vector<NamedProgram> programs);
    /// From a file of compiled filters; see container.h. Errors: as above, NotFound, Host, TooLarge.
    static Result<FilterSet> load(const std::string &path);

    Program operator[](ThreadKind kind) const { return m_programs[static_cast<std::size_t>(kind)]; }

private:
    std::array<Program, kThreadKindNames.size()> m_programs;
    std::shared_ptr<const std::vector<NamedProgram>> m_owned; ///< what m_programs lie in; null when they are built in
};

} // namespace sparkler::seccomp
