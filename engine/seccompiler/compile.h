#pragma once

#include "seccomp/filter_set.h"
#include "seccompiler/filter_source.h"

#include <span>

namespace sparkler::seccomp {

/// Which processor's calls a program sees.
enum class Target { X86_64, Aarch64 };

/// "x86_64" or "aarch64", in any case.
std::optional<Target> parseTarget(std::string_view name);

enum class Conditions {
    Kept,
    Dropped ///< a rule matches whatever the arguments are ("--basic")
};

/// The filters as programs, in their order; the same bytes whatever host compiles. A call made for another processor
/// ends the process. Errors: InvalidInput with the reference's words (4.6) and the place; Host when libseccomp fails.
Result<std::vector<NamedProgram>> compile(std::span<const NamedFilter> filters, Target target,
                                          Conditions conditions = Conditions::Kept);

} // namespace sparkler::seccomp
