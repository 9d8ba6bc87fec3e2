#include "base/arguments.h"

#include <algorithm>

namespace sparkler {
namespace {

constexpr std::string_view kPrefix = "--";

bool isOption(std::string_view word)
{
    return word.starts_with(kPrefix);
}

bool contains(std::span<const char *const> words, std::string_view wanted)
{
    return std::ranges::any_of(words, [wanted](const char *word) { return wanted == word; });
}

bool containsOption(std::span<const char *const> words, std::string_view name)
{
    return std::ranges::any_of(
        words, [name](std::string_view word) { return isOption(word) && word.substr(kPrefix.size()) == name; });
}

/// As in source code: in quotation marks, with escapes.
std::string quoted(std::string_view text)
{
    std::string out = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\')
            out += '\\';
        out += character;
    }
    return out + '"';
}

using Error = std::unexpected<ArgumentError>;

/// What holds between options: the first relation of `spec` that is broken.
std::expected<void, ArgumentError> checkRelations(const ArgumentSpec &spec, bool given,
                                                  std::span<const char *const> words)
{
    using Kind = ArgumentError::Kind;
    if (spec.required && !given)
        return Error({Kind::Missing, std::string(spec.name), {}});
    if (!given)
        return {};
    if (!spec.requires_.empty() && !containsOption(words, spec.requires_))
        return Error({Kind::Missing, std::string(spec.requires_), {}});
    if (!spec.forbids.empty() && containsOption(words, spec.forbids))
        return Error({Kind::Forbidden, std::string(spec.name), std::string(spec.forbids)});
    return {};
}

struct HelpLine {
    std::string usage;
    std::string help;
};

std::string helpSection(std::string_view title, const std::vector<HelpLine> &lines)
{
    std::size_t width = 0;
    for (const HelpLine &line : lines)
        width = std::max(width, line.usage.size());
    std::string out(title);
    for (const HelpLine &line : lines)
        out += "\n  " + line.usage + std::string(width - line.usage.size() + 3, ' ') + line.help;
    return out;
}

} // namespace

std::string ArgumentError::text() const
{
    switch (kind) {
    case Kind::Unexpected:
        return "Found argument '" + argument + "' which wasn't expected, or isn't valid in this context.";
    case Kind::MissingValue:
        return "The argument '" + argument + "' requires a value, but none was supplied.";
    case Kind::Duplicate:
        return "The argument '" + argument + "' was provided more than once.";
    case Kind::Missing:
        return "Argument '" + argument + "' required, but not found.";
    case Kind::Forbidden:
        return "Argument '" + other + "' cannot be used together with argument '" + argument + "'.";
    }
    return {};
}

std::string ArgumentError::debugText() const
{
    switch (kind) {
    case Kind::Unexpected:
        return "UnexpectedArgument(" + quoted(argument) + ")";
    case Kind::MissingValue:
        return "MissingValue(" + quoted(argument) + ")";
    case Kind::Duplicate:
        return "DuplicateArgument(" + quoted(argument) + ")";
    case Kind::Missing:
        return "MissingArgument(" + quoted(argument) + ")";
    case Kind::Forbidden:
        return "ForbiddenArgument(" + quoted(argument) + ", " + quoted(other) + ")";
    }
    return {};
}

bool ParsedArguments::flag(std::string_view name) const
{
    return std::ranges::any_of(m_given, [name](const Given &given) { return given.spec->name == name; });
}

std::optional<std::string> ParsedArguments::value(std::string_view name) const
{
    for (const std::vector<Given> *source : {&m_given, &m_defaults}) {
        for (const Given &entry : *source) {
            if (entry.spec->name == name)
                return entry.value;
        }
    }
    return std::nullopt;
}

std::vector<std::string> ParsedArguments::values(std::string_view name) const
{
    std::vector<std::string> found;
    for (const Given &given : m_given) {
        if (given.spec->name == name)
            found.push_back(given.value);
    }
    return found;
}

const ArgumentSpec *ArgumentGrammar::find(std::string_view name) const
{
    const auto spec = std::ranges::find(m_options, name, &ArgumentSpec::name);
    return spec == m_options.end() ? nullptr : &*spec;
}

std::vector<const ArgumentSpec *> ArgumentGrammar::sortedByName() const
{
    std::vector<const ArgumentSpec *> sorted;
    for (const ArgumentSpec &spec : m_options)
        sorted.push_back(&spec);
    std::ranges::sort(sorted, {}, &ArgumentSpec::name);
    return sorted;
}

std::expected<ParsedArguments, ArgumentError> ArgumentGrammar::parse(std::span<const char *const> arguments) const
{
    using Kind = ArgumentError::Kind;
    ParsedArguments parsed;
    const auto separator = std::ranges::find_if(arguments, [](const char *word) { return kPrefix == word; });
    const auto optionCount = static_cast<std::size_t>(separator - arguments.begin());
    const std::span<const char *const> words = arguments.first(optionCount);
    if (optionCount < arguments.size())
        parsed.m_extra.assign(arguments.begin() + static_cast<std::ptrdiff_t>(optionCount) + 1, arguments.end());

    parsed.m_help = contains(words, "--help") || contains(words, "-h");
    parsed.m_version = !parsed.m_help && contains(words, "--version");
    if (parsed.m_help || parsed.m_version)
        return parsed;

    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string_view word = words[index];
        if (!isOption(word))
            return Error({Kind::Unexpected, std::string(word), {}});
        const std::string name(word.substr(kPrefix.size()));
        const ArgumentSpec *spec = find(name);
        if (!spec)
            return Error({Kind::Unexpected, name, {}});
        if (spec->kind != ArgumentKind::RepeatedValue && parsed.flag(name))
            return Error({Kind::Duplicate, name, {}});
        std::string value;
        if (spec->kind != ArgumentKind::Flag) {
            ++index;
            if (index == words.size() || isOption(words[index]))
                return Error({Kind::MissingValue, name, {}});
            value = words[index];
        }
        parsed.m_given.push_back({spec, std::move(value)});
    }

    for (const ArgumentSpec *spec : sortedByName()) {
        const bool given = parsed.flag(spec->name);
        if (auto held = checkRelations(*spec, given, words); !held)
            return Error(std::move(held).error());
        if (!given && spec->defaultValue)
            parsed.m_defaults.push_back({spec, std::string(*spec->defaultValue)});
    }
    return parsed;
}

std::string ArgumentGrammar::helpText() const
{
    static constexpr ArgumentSpec kHelp{.name = "help", .help = "Show the help message."};
    std::vector<const ArgumentSpec *> options = sortedByName();
    if (!find(kHelp.name))
        options.insert(std::ranges::upper_bound(options, kHelp.name, {}, &ArgumentSpec::name), &kHelp);

    std::vector<HelpLine> required;
    std::vector<HelpLine> optional;
    for (const ArgumentSpec *spec : options) {
        const std::string name(spec->name);
        HelpLine line{spec->kind == ArgumentKind::Flag ? "--" + name : "--" + name + " <" + name + ">",
                      std::string(spec->help)};
        if (spec->defaultValue)
            line.help += " [default: " + quoted(*spec->defaultValue) + "]";
        (spec->required ? required : optional).push_back(std::move(line));
    }
    std::string out;
    if (!required.empty())
        out = helpSection("required arguments:", required) + "\n\n";
    return out + helpSection("optional arguments:", optional);
}

} // namespace sparkler
