#include "seccompiler/filter_source.h"

#include "base/format.h"
#include "base/json_struct.h"

#include <algorithm>

namespace sparkler::seccomp {
namespace {

constexpr std::array<std::string_view, 7> kActionNames{"allow",        "trap",  "log",  "kill_thread",
                                                       "kill_process", "errno", "trace"}; // by Action::Kind
constexpr std::array<std::string_view, 7> kComparisonNames{"eq", "ge", "gt",       "le",
                                                           "lt", "ne", "masked_eq"}; // by Comparison
constexpr std::array kWidths{JsonVariant<ArgumentWidth>{"dword", ArgumentWidth::Dword},
                             JsonVariant<ArgumentWidth>{"qword", ArgumentWidth::Qword}};

/// A variant that may carry a number: "name", or {"name": number} for those with `Carries`.
template <std::size_t Count, typename Carries>
bool readCarrier(JsonReader &reader, const std::array<std::string_view, Count> &names, JsonInteger type,
                 Carries carries, std::size_t &index, std::uint64_t &number)
{
    const auto known = [&](const std::string &name) {
        index = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        return index < Count ||
               reader.failHere(fmt::format("unknown variant `{}`, expected {}", name, jsonNameList(names)));
    };
    const int next = reader.peekValue();
    if (next < 0)
        return false;
    std::string name;
    if (next != '{') {
        if (!reader.readString(name, "string or map") || !known(name))
            return false;
        return !carries(index) || reader.failHere(fmt::format("`{}` needs a number", name));
    }
    if (!reader.enter())
        return false;
    bool first = true;
    bool atEnd = false;
    bool ok = reader.nextKey(first, name, atEnd);
    if (ok && atEnd)
        ok = reader.failHere("expected a variant's name");
    ok = ok && known(name) && (carries(index) || reader.failHere(fmt::format("`{}` takes no number", name))) &&
         reader.takeColon() && reader.readUnsigned(type, number) && reader.nextKey(first, name, atEnd) &&
         (atEnd || reader.failHere("expected only one variant"));
    return reader.leaveObject(ok);
}

constexpr auto kAction = [](JsonReader &reader, Action &out) {
    const auto carries = [](std::size_t index) { return index >= static_cast<std::size_t>(Action::Kind::Errno); };
    std::size_t index = 0;
    std::uint64_t data = 0;
    if (!readCarrier(reader, kActionNames, JsonInteger::U16, carries, index, data))
        return false;
    out = {static_cast<Action::Kind>(index), static_cast<std::uint16_t>(data)};
    return true;
};

constexpr auto kComparison = [](JsonReader &reader, Condition &out) {
    const auto carries = [](std::size_t index) { return index == static_cast<std::size_t>(Comparison::MaskedEq); };
    std::size_t index = 0;
    if (!readCarrier(reader, kComparisonNames, JsonInteger::U64, carries, index, out.mask))
        return false;
    out.comparison = static_cast<Comparison>(index);
    return true;
};

/// The row of a member that is the whole object: an operator fills two fields of its condition.
bool readOperator(JsonReader &reader, void *condition)
{
    return kComparison(reader, *static_cast<Condition *>(condition));
}

constexpr std::array kConditionFields{
    jsonField<&Condition::index, kJsonInteger<JsonInteger::U8>>("index", Presence::Required),
    jsonField<&Condition::width, kJsonEnum<kWidths>>("type", Presence::Required),
    JsonField{.name = "op", .presence = Presence::Required, .read = readOperator},
    jsonField<&Condition::value, kJsonInteger<JsonInteger::U64>>("val", Presence::Required),
    jsonField<&Condition::comment, kJsonString>("comment"),
};

constexpr auto kCondition = [](JsonReader &reader, Condition &out) {
    if (!readJsonStruct(reader, {"SeccompCondition", kConditionFields}, &out))
        return false;
    if (out.index > 5)
        return reader.failHere("The seccomp rule contains an invalid argument number.");
    if (out.width == ArgumentWidth::Dword && std::max(out.value, out.mask) > 0xFFFFFFFF)
        return reader.failHere("A dword has 32 bits: the condition could never hold.");
    return true;
};

constexpr std::array kRuleFields{
    jsonField<&Rule::syscall, kJsonString>("syscall", Presence::Required),
    jsonField<&Rule::conditions, kJsonList<kCondition>>("args"),
    jsonField<&Rule::comment, kJsonString>("comment"),
    jsonField<&Rule::action, kJsonPresent<kAction>>("action"),
};

constexpr auto kRule = [](JsonReader &reader, Rule &out) {
    return readJsonStruct(reader, {"JsonRule", kRuleFields}, &out);
};

constexpr std::array kFilterFields{
    jsonField<&Filter::defaultAction, kAction>("default_action", Presence::Required),
    jsonField<&Filter::filterAction, kAction>("filter_action", Presence::Required),
    jsonField<&Filter::rules, kJsonList<kRule>>("filter", Presence::Required),
};

constexpr auto kFilter = [](JsonReader &reader, Filter &out) {
    if (!readJsonStruct(reader, {"JsonFilter", kFilterFields}, &out))
        return false;
    const bool sameAction =
        out.filterAction == out.defaultAction ||
        std::ranges::any_of(out.rules, [&](const Rule &rule) { return rule.action == out.defaultAction; });
    return !sameAction || reader.failHere("`filter_action` and `default_action` are equal.");
};

bool readFilters(JsonReader &reader, std::vector<NamedFilter> &out)
{
    return readJsonMap(reader, [&](const std::string &name) {
        if (std::ranges::find(out, name, &NamedFilter::name) != out.end())
            return reader.failHere(fmt::format("duplicate filter key: {}", name));
        return reader.takeColon() && kFilter(reader, out.emplace_back(NamedFilter{name, {}}).filter);
    });
}

} // namespace

Result<std::vector<NamedFilter>> parseFilters(std::string_view json)
{
    JsonReader reader(json);
    std::vector<NamedFilter> filters;
    if (!readFilters(reader, filters) || !reader.finish())
        return fail(ErrorKind::InvalidInput, reader.errorText());
    return filters;
}

} // namespace sparkler::seccomp
