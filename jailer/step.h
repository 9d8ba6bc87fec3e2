#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sparkler::jail {

/// One action of building a jail: its name, what it is done with, and how. A jail is a list of them, made from the
/// options alone, so that what would happen can be shown (--dry-run) and tested without doing it.
struct Step {
    using Parameter = std::pair<std::string_view, std::string>; ///< name and value, as --dry-run prints them

    std::string_view name; ///< a verb and what it works on: "mount private /proc"
    std::vector<Parameter> parameters;
    /// Does it. The error's text is the whole sentence for the user. Called at most once.
    std::function<Result<>()> perform;
};

using Plan = std::vector<Step>;

/// Performs the steps in order until one fails.
Result<> perform(const Plan &plan);

/// A line per step: "name  parameter=value parameter=value". Values that are empty or hold blanks are quoted.
std::string describe(const Plan &plan);

} // namespace sparkler::jail
