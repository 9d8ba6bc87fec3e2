#pragma once

#include "base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::seccomp {

// Filters as they are written down: the JSON of reference 4.6.

/// What happens with a call.
struct Action {
    enum class Kind { Allow, Trap, Log, KillThread, KillProcess, Errno, Trace };
    Kind kind = Kind::Trap;
    std::uint16_t data = 0; ///< Errno: the error; Trace: what the tracer is told
    bool operator==(const Action &) const = default;
};

enum class ArgumentWidth {
    Dword, ///< with Eq and MaskedEq only the lower 32 bits count; other comparisons see all 64
    Qword
};
enum class Comparison { Eq, Ge, Gt, Le, Lt, Ne, MaskedEq };

/// argument `comparison` value. MaskedEq: (argument & mask) == (value & mask).
struct Condition {
    std::uint8_t index = 0; ///< of the argument, 0 to 5
    ArgumentWidth width = ArgumentWidth::Qword;
    Comparison comparison = Comparison::Eq;
    std::uint64_t mask = 0; ///< MaskedEq only
    std::uint64_t value = 0;
    std::string comment;
};

/// Matches a call when all conditions hold. Rules for the same call are alternatives.
struct Rule {
    std::string syscall; ///< its name
    std::vector<Condition> conditions;
    std::optional<Action>
        action; ///< an addition of ours: in place of the filter's, and then in every rule of that call
    std::string comment;
};

struct Filter {
    Action defaultAction; ///< for calls that no rule matches
    Action filterAction;  ///< for calls that a rule matches; not the same
    std::vector<Rule> rules;
};

struct NamedFilter {
    std::string name;
    Filter filter;
};

/// Reads a file's text; unknown fields are refused. Error: InvalidInput, "message at line L column C".
Result<std::vector<NamedFilter>> parseFilters(std::string_view json);

} // namespace sparkler::seccomp
