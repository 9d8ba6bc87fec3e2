#include "app/tools/commands.h"
#include "app/tools/tool.h"
#include "app/version.h"
#include "base/format.h"
#include "snapshot/memory_file.h"

#include <array>

namespace sparkler::tools {
namespace {

constexpr std::array kOptions{
    ArgumentSpec{.name = "base-file",
                 .kind = ArgumentKind::Value,
                 .help = "File path of the base memory file.",
                 .required = true},
    ArgumentSpec{.name = "diff-file",
                 .kind = ArgumentKind::Value,
                 .help = "File path of the diff memory file.",
                 .required = true},
};

constexpr std::string_view kDeprecated = "This tool is deprecated and will be removed in the future. Please use "
                                         "'snapshot-editor' instead.\n";

/// The words of rebase() in those of this older tool.
std::string inOldWords(const std::string &text)
{
    struct Row {
        std::string_view from, to;
    };
    constexpr std::array kRows{
        Row{"Could not open memory file: ", "Error parsing the cmd line args: Invalid base file: "},
        Row{"Could not open diff file: ", "Error parsing the cmd line args: Invalid diff file: "},
    };
    for (const Row &row : kRows) {
        if (text.starts_with(row.from))
            return std::string(row.to) + text.substr(row.from.size());
    }
    return "Error merging the files: " + text;
}

} // namespace

Outcome rebaseMemory(const ParsedArguments &arguments)
{
    const auto done = rebase(*arguments.value("memory-path"), *arguments.value("diff-path"));
    return done ? success() : failure("Error during editing memory file: " + done.error().text);
}

Outcome removeRegisters(const ParsedArguments &)
{
    return failure("Error during editing vmstate file: registers can only be removed from the state of aarch64 "
                   "machines; this program is for x86_64.");
}

Outcome runRebaseSnap(std::span<const char *const> arguments)
{
    const ArgumentGrammar grammar(kOptions);
    const auto parsed = grammar.parse(arguments);
    Outcome outcome;
    if (!parsed) {
        outcome = failure(
            fmt::format("Arguments parsing error: {} \n\nFor more information try --help.", parsed.error().text()));
    } else if (parsed->helpRequested()) {
        return success(
            fmt::format("Rebase_snap v{}\nLay the memory file of a diff snapshot over that of its base.\n\n{}\n",
                        apiLevel(), grammar.helpText()));
    } else if (parsed->versionRequested()) {
        return success(fmt::format("Rebase_snap v{}\n\n", apiLevel()));
    } else if (const auto done = rebase(*parsed->value("base-file"), *parsed->value("diff-file")); !done) {
        outcome = failure(inOldWords(done.error().text));
    }
    outcome.out = kDeprecated;
    return outcome;
}

} // namespace sparkler::tools
