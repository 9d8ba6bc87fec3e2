#include "seccompiler/compile.h"

#include "base/format.h"
#include "seccompiler/bpf_builder.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sparkler::seccomp {
namespace {

/// The rules of one system call, without those that come twice, in an order that does not depend on the file's.
struct CallRules {
    Action action;
    std::vector<std::vector<Condition>> alternatives;
};

auto keyOf(const Condition &condition)
{
    return std::tuple(condition.index, condition.comparison, condition.width, condition.mask, condition.value);
}

bool same(const std::vector<Condition> &a, const std::vector<Condition> &b)
{
    return std::ranges::equal(a, b, {}, keyOf, keyOf);
}

std::unexpected<Error> wrong(std::string_view sentence, std::string_view filter, std::size_t rule)
{
    return fail(ErrorKind::InvalidInput, fmt::format("{} (filter `{}`, rule {})", sentence, filter, rule + 1));
}

/// The conditions in the order of their arguments: libseccomp takes a rule for another one when only the order differs.
std::vector<Condition> sorted(std::vector<Condition> conditions)
{
    std::ranges::sort(conditions, {}, keyOf);
    return conditions;
}

bool asksOneArgumentTwice(const std::vector<Condition> &sortedConditions)
{
    return std::ranges::adjacent_find(sortedConditions, {}, &Condition::index) != sortedConditions.end();
}

Result<std::map<int, CallRules>> collect(const NamedFilter &source, const BpfBuilder &builder, Conditions mode)
{
    std::map<int, CallRules> calls;
    for (std::size_t at = 0; at < source.filter.rules.size(); ++at) {
        const Rule &rule = source.filter.rules[at];
        const auto number = builder.number(rule.syscall);
        if (!number)
            return wrong(number.error().text, source.name, at);
        auto conditions = mode == Conditions::Dropped ? std::vector<Condition>() : sorted(rule.conditions);
        if (asksOneArgumentTwice(conditions))
            return wrong(fmt::format("Syscall {} has two conditions for one argument in one rule, which cannot be "
                                     "compiled.",
                                     *number),
                         source.name, at);
        const Action action = rule.action.value_or(source.filter.filterAction);
        CallRules &call = calls.try_emplace(*number, CallRules{action, {}}).first->second;
        const bool mixed = !call.alternatives.empty() && call.alternatives.front().empty() != conditions.empty();
        if (mixed || call.action != action)
            return wrong(fmt::format("Syscall {} has conflicting rules.", *number), source.name, at);
        if (std::ranges::none_of(call.alternatives, [&](const auto &known) { return same(known, conditions); }))
            call.alternatives.push_back(std::move(conditions));
    }
    return calls;
}

Result<NamedProgram> compileOne(const NamedFilter &source, Target target, Conditions mode)
{
    BpfBuilder builder = TRY(BpfBuilder::create(target, source.filter.defaultAction));
    const auto calls = TRY(collect(source, builder, mode));
    for (const auto &[number, call] : calls) {
        for (const auto &conditions : call.alternatives) {
            if (const auto added = builder.add(call.action, number, conditions); !added)
                return prefixed(fmt::format("Filter `{}`, syscall {}: ", source.name, number), added.error());
        }
    }
    return NamedProgram{source.name, TRY(builder.program())};
}

} // namespace

std::optional<Target> parseTarget(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (lower == "x86_64")
        return Target::X86_64;
    if (lower == "aarch64")
        return Target::Aarch64;
    return std::nullopt;
}

Result<std::vector<NamedProgram>> compile(std::span<const NamedFilter> filters, Target target, Conditions conditions)
{
    std::vector<NamedProgram> programs;
    for (const NamedFilter &filter : filters)
        programs.push_back(TRY(compileOne(filter, target, conditions)));
    return programs;
}

} // namespace sparkler::seccomp
