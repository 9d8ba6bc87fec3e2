#pragma once

#include <expected>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler {

/// What an option takes.
enum class ArgumentKind {
    Flag,          ///< --name
    Value,         ///< --name value
    RepeatedValue, ///< --name value, any number of times
};

/// One option of a program. Texts must outlive the grammar (they are literals). Empty texts: none.
struct ArgumentSpec {
    std::string_view name; ///< without "--"
    ArgumentKind kind = ArgumentKind::Flag;
    std::string_view help;
    std::optional<std::string_view> defaultValue = std::nullopt;
    bool required = false;
    std::string_view requires_ = {}; ///< another option that must then be given too
    std::string_view forbids = {};   ///< another option that must then not be given
};

struct ArgumentError {
    enum class Kind { Unexpected, MissingValue, Duplicate, Missing, Forbidden };
    Kind kind = Kind::Unexpected;
    std::string argument; ///< without the leading "--"
    std::string other;    ///< Forbidden: the option that may not be there

    /// The sentence for the user.
    std::string text() const;
    /// The form of Firecracker's "Error: ParseArguments(…)" line: `UnexpectedArgument("foo")`.
    std::string debugText() const;
};

/// What a command line said.
class ParsedArguments {
public:
    bool helpRequested() const { return m_help; }       ///< nothing else has been looked at
    bool versionRequested() const { return m_version; } ///< nothing else has been looked at

    bool flag(std::string_view name) const;
    /// The value given, else the default, else nothing.
    std::optional<std::string> value(std::string_view name) const;
    /// All values of a repeatable option, in order.
    std::vector<std::string> values(std::string_view name) const;
    /// What follows "--", as it is.
    const std::vector<std::string> &extra() const { return m_extra; }

private:
    friend class ArgumentGrammar;
    struct Given {
        const ArgumentSpec *spec = nullptr;
        std::string value;
    };
    bool m_help = false;
    bool m_version = false;
    std::vector<Given> m_given;
    std::vector<Given> m_defaults;
    std::vector<std::string> m_extra;
};

/// The command-line grammar that engine, jailer and tools share: "--name" or "--name value", nothing abbreviated, no
/// "--name=value", "--" ends the options. --help (-h) and --version win over everything else.
class ArgumentGrammar {
public:
    /// `options` is borrowed and must outlive the grammar and what it parsed.
    explicit ArgumentGrammar(std::span<const ArgumentSpec> options) : m_options(options) {}

    /// `arguments` without the program's name. Errors in the order of the arguments, then the relations between options
    /// in the order of the options' names.
    std::expected<ParsedArguments, ArgumentError> parse(std::span<const char *const> arguments) const;
    /// The options with their help texts, sorted by name, in two sections; no newline at the end.
    std::string helpText() const;

private:
    const ArgumentSpec *find(std::string_view name) const;
    std::vector<const ArgumentSpec *> sortedByName() const;

    std::span<const ArgumentSpec> m_options;
};

} // namespace sparkler
