#include "seccompiler/compile.h"

#include "base/format.h"
#include "seccomp/install.h"
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

/// libseccomp 2.5 loses rules when several of one call compare by order or with "not equal" (the tests show it). A
/// single such rule, and any number of the others, come out as they should.
bool canShareAProgram(const CallRules &call)
{
    const auto isEquality = [](const Condition &condition) {
        return condition.comparison == Comparison::Eq || condition.comparison == Comparison::MaskedEq;
    };
    return call.alternatives.size() == 1 || std::ranges::all_of(call.alternatives, [&](const auto &conditions) {
               return std::ranges::all_of(conditions, isEquality);
           });
}

/// Makes the programs of one filter. What can be is one program; every rule that cannot is asked after it in its own.
class ProgramChain {
public:
    ProgramChain(Target target, const Action &defaultAction) : m_target(target), m_defaultAction(defaultAction) {}

    Result<BpfBuilder> newLink() const { return BpfBuilder::create(m_target, m_defaultAction); }
    Result<> append(const BpfBuilder &link)
    {
        // Where the program so far would come to the default, it goes on behind its end instead.
        for (std::size_t at = 0; at < m_instructions.size(); ++at) {
            sock_filter &one = m_instructions[at];
            if (one.code == (BPF_RET | BPF_K) && one.k == verdictOf(m_defaultAction))
                one = BPF_STMT(BPF_JMP | BPF_JA, static_cast<std::uint32_t>(m_instructions.size() - at - 1));
        }
        const std::vector<sock_filter> next = TRY(link.program());
        m_instructions.insert(m_instructions.end(), next.begin(), next.end());
        return {};
    }
    Result<std::vector<sock_filter>> take() &&
    {
        if (m_instructions.size() > kMostInstructions)
            return fail(ErrorKind::InvalidInput, "The seccomp filter contains too many BPF instructions.");
        return std::move(m_instructions);
    }

private:
    Target m_target;
    Action m_defaultAction;
    std::vector<sock_filter> m_instructions;
};

Result<std::vector<sock_filter>> link(const std::map<int, CallRules> &calls, Target target, const Action &defaultAction)
{
    ProgramChain chain(target, defaultAction);
    BpfBuilder shared = TRY(chain.newLink());
    for (const auto &[number, call] : calls) {
        if (!canShareAProgram(call))
            continue;
        for (const auto &conditions : call.alternatives)
            TRY(shared.add(call.action, number, conditions));
    }
    TRY(chain.append(shared));
    for (const auto &[number, call] : calls) {
        if (canShareAProgram(call))
            continue;
        for (const auto &conditions : call.alternatives) {
            BpfBuilder own = TRY(chain.newLink());
            TRY(own.add(call.action, number, conditions));
            TRY(chain.append(own));
        }
    }
    return std::move(chain).take();
}

Result<NamedProgram> compileOne(const NamedFilter &source, Target target, Conditions mode)
{
    const Action &defaultAction = source.filter.defaultAction;
    const BpfBuilder names = TRY(BpfBuilder::create(target, defaultAction));
    const auto calls = TRY(collect(source, names, mode));
    auto instructions = link(calls, target, defaultAction);
    if (!instructions)
        return fail(instructions.error().kind, fmt::format("{} (filter `{}`)", instructions.error().text, source.name),
                    instructions.error().hostErrno);
    return NamedProgram{source.name, std::move(*instructions)};
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
