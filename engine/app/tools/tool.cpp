#include "app/tools/tool.h"

#include "app/tools/commands.h"
#include "app/tools/template_options.h"
#include "app/version.h"
#include "base/format.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace sparkler::tools {
namespace {

using Kind = ArgumentKind;

constexpr ArgumentSpec kMemoryPath{
    .name = "memory-path", .kind = Kind::Value, .help = "The memory file (-m).", .required = true};
constexpr ArgumentSpec kDiffPath{
    .name = "diff-path", .kind = Kind::Value, .help = "The memory file of a diff snapshot (-d).", .required = true};
constexpr ArgumentSpec kStatePath{
    .name = "vmstate-path", .kind = Kind::Value, .help = "The state file (-v).", .required = true};
constexpr ArgumentSpec kOutputPath{
    .name = "output-path", .kind = Kind::Value, .help = "The state file to write (-o).", .required = true};
constexpr ArgumentSpec kManifest{
    .name = "manifest", .kind = Kind::Value, .help = "The file of checksums to compare with."};
constexpr ArgumentSpec kNewManifest{
    .name = "manifest", .kind = Kind::Value, .help = "The file of checksums to write.", .required = true};

constexpr ArgumentSpec kFilterFile{
    .name = "filter-file", .kind = Kind::Value, .help = "The file of compiled filters.", .required = true};

constexpr std::array kCompileOptions{
    ArgumentSpec{.name = "basic", .help = "Drop the conditions on arguments (-b; deprecated)."},
    ArgumentSpec{.name = "input-file", .kind = Kind::Value, .help = "The filters as JSON (-i).", .required = true},
    ArgumentSpec{.name = "output-file",
                 .kind = Kind::Value,
                 .help = "The file to write (-o).",
                 .defaultValue = "seccomp_binary_filter.out"},
    ArgumentSpec{.name = "split-output",
                 .help = "Write bare instructions, one file NAME.bpf for each filter beside the output file, instead."},
    ArgumentSpec{
        .name = "target-arch", .kind = Kind::Value, .help = "The processor: x86_64 or aarch64 (-t).", .required = true},
};
constexpr std::array kShowOptions{kFilterFile};
constexpr std::array kRebaseOptions{kMemoryPath, kDiffPath};
constexpr std::array kRemoveOptions{kStatePath, kOutputPath};
constexpr std::array kInfoOptions{kStatePath};
constexpr std::array kVerifyOptions{kStatePath, kMemoryPath, kManifest};
constexpr std::array kChecksumOptions{kStatePath, kMemoryPath, kNewManifest};

constexpr std::array kExplainOptions{
    ArgumentSpec{.name = "template",
                 .kind = Kind::Value,
                 .help = "A named template: None, T2, T2S, T2CL, T2A or C3.",
                 .defaultValue = "None"},
    ArgumentSpec{.name = "template-file", .kind = Kind::Value, .help = "A template as JSON, in place of a named one."},
    ArgumentSpec{
        .name = "vcpus", .kind = Kind::Value, .help = "How many vCPUs the machine has: 1 to 32.", .defaultValue = "1"},
    ArgumentSpec{.name = "smt", .help = "Two vCPUs are the threads of a core."},
};

struct ShortOption {
    char letter;
    std::string_view name;
};
constexpr std::array kShortOptions{ShortOption{'m', "--memory-path"}, ShortOption{'d', "--diff-path"},
                                   ShortOption{'v', "--vmstate-path"}, ShortOption{'o', "--output-path"},
                                   ShortOption{'V', "--version"}};
constexpr std::array kCompileShortOptions{ShortOption{'b', "--basic"}, ShortOption{'i', "--input-file"},
                                          ShortOption{'o', "--output-file"}, ShortOption{'t', "--target-arch"},
                                          ShortOption{'V', "--version"}};
constexpr std::array kTemplateShortOptions{ShortOption{'c', "--config"},   ShortOption{'o', "--output"},
                                           ShortOption{'p', "--paths"},    ShortOption{'s', "--suffix"},
                                           ShortOption{'t', "--template"}, ShortOption{'V', "--version"}};
constexpr std::array kCompareShortOptions{ShortOption{'c', "--curr"}, ShortOption{'f', "--filters"},
                                          ShortOption{'p', "--prev"}, ShortOption{'V', "--version"}};

/// Which of Firecracker's tools has a command, besides ours.
enum class Offer { SnapshotEditor, CpuTemplateHelper, OnlyOurs };

struct Command {
    std::string_view group;
    std::string_view name; ///< empty: the group is the command
    std::span<const ArgumentSpec> options;
    Outcome (*run)(const ParsedArguments &);
    std::string_view help;
    Offer offer = Offer::SnapshotEditor;
    std::span<const ShortOption> shortOptions = kShortOptions;

    bool isOfferedBy(Offer program) const { return program == Offer::OnlyOurs || program == offer; }
    std::string words() const { return name.empty() ? std::string(group) : fmt::format("{} {}", group, name); }
};

constexpr std::array kCommands{
    Command{"edit-memory", "rebase", kRebaseOptions, rebaseMemory, "Lay a diff onto the memory file it is based on."},
    Command{"edit-vmstate", "remove-regs", kRemoveOptions, removeRegisters, "Drop registers (aarch64 only)."},
    Command{"info-vmstate", "version", kInfoOptions, printVersion, "Print the version a state file was made for."},
    Command{"info-vmstate", "vcpu-states", kInfoOptions, printVcpuStates, "Print the registers of each vCPU."},
    Command{"info-vmstate", "vm-state", kInfoOptions, printVmState, "Print all that a state file holds."},
    Command{"describe", "", kInfoOptions, describeSnapshotFile, "Print what a state file says of itself, as JSON.",
            Offer::OnlyOurs},
    Command{"verify", "", kVerifyOptions, verifySnapshot, "Check that a snapshot's files are whole.", Offer::OnlyOurs},
    Command{"checksum", "", kChecksumOptions, writeChecksums, "Write the checksums of a snapshot's files.",
            Offer::OnlyOurs},
    Command{"seccomp", "compile", kCompileOptions, compileFilters, "Compile system call filters.", Offer::OnlyOurs,
            kCompileShortOptions},
    Command{"seccomp", "show", kShowOptions, showFilters, "Print what a file of compiled filters holds.",
            Offer::OnlyOurs},
    Command{"template", "dump", kDumpTemplateOptions, dumpTemplate,
            "Write the CPU configuration that a guest gets here, as a CPU template.", Offer::CpuTemplateHelper,
            kTemplateShortOptions},
    Command{"template", "strip", kStripTemplateOptions, stripTemplates, "Drop what all of several CPU templates share.",
            Offer::CpuTemplateHelper, kTemplateShortOptions},
    Command{"template", "verify", kVerifyTemplateOptions, verifyTemplate,
            "Check that a guest gets all that a CPU template asks for.", Offer::CpuTemplateHelper,
            kTemplateShortOptions},
    Command{"fingerprint", "dump", kDumpFingerprintOptions, dumpFingerprint,
            "Write what guests' CPU configuration depends on here, and what it is.", Offer::CpuTemplateHelper,
            kTemplateShortOptions},
    Command{"fingerprint", "compare", kCompareFingerprintsOptions, compareFingerprints,
            "Tell what has changed between two fingerprints.", Offer::CpuTemplateHelper, kCompareShortOptions},
    Command{"cpu", "explain", kExplainOptions, explainHostCpu,
            "Print what a guest finds in its processor here, as JSON.", Offer::OnlyOurs},
    Command{"cpu", "check-snapshot", kInfoOptions, checkSnapshotOnHost,
            "Print whether a snapshot's processor fits this host, as JSON.", Offer::OnlyOurs},
};

/// The forms that these tools take besides those of our grammar, in the grammar's: "-m F", "-mF", "--memory-path=F".
std::vector<std::string> withLongOptions(std::span<const char *const> arguments,
                                         std::span<const ShortOption> shortOptions)
{
    std::vector<std::string> words;
    for (const std::string_view word : arguments) {
        const bool isShort = word.size() >= 2 && word[0] == '-' && word[1] != '-';
        const auto known = std::ranges::find(shortOptions, isShort ? word[1] : '\0', &ShortOption::letter);
        if (known != shortOptions.end()) {
            words.emplace_back(known->name);
            if (word.size() > 2)
                words.emplace_back(word.substr(word[2] == '=' ? 3 : 2));
        } else if (const std::size_t sign = word.find('='); word.starts_with("--") && sign != std::string_view::npos) {
            words.emplace_back(word.substr(0, sign));
            words.emplace_back(word.substr(sign + 1));
        } else {
            words.emplace_back(word);
        }
    }
    return words;
}

/// "--paths A B" as the grammar has it: "--paths A --paths B".
std::vector<std::string> withRepeatedNames(std::span<const std::string> words, std::span<const ArgumentSpec> options)
{
    std::vector<std::string> repeated;
    std::string_view list; // the option whose values these are
    bool isFirst = true;
    for (const std::string &word : words) {
        if (word.starts_with("--")) {
            const auto option = std::ranges::find(options, std::string_view(word).substr(2), &ArgumentSpec::name);
            const bool isRepeated = option != options.end() && option->kind == ArgumentKind::RepeatedValue;
            list = isRepeated ? std::string_view(word) : std::string_view();
            isFirst = true;
        } else if (!list.empty() && !std::exchange(isFirst, false)) {
            repeated.emplace_back(list);
        }
        repeated.push_back(word);
    }
    return repeated;
}

Outcome usageError(std::string_view what)
{
    return failure(fmt::format("error: {}\n\nFor more information, try '--help'.", what), kExitUsage);
}

std::string helpText(std::string_view title, Offer offered)
{
    std::string text = fmt::format("{}\n\nCommands, each with --help:", title);
    for (const Command &command : kCommands) {
        if (command.isOfferedBy(offered))
            text += fmt::format("\n  {:28}{}", command.words(), command.help);
    }
    return text + "\n";
}

/// The command that `words` starts with.
const Command *findCommand(std::span<const char *const> words, Offer offered)
{
    const auto matches = [&](const Command &command) {
        return command.isOfferedBy(offered) && command.group == words.front() &&
               (command.name.empty() || (words.size() > 1 && command.name == words[1]));
    };
    const auto found = std::ranges::find_if(kCommands, matches);
    return found == kCommands.end() ? nullptr : &*found;
}

Outcome runCommand(const Command &command, std::span<const char *const> arguments, std::string_view title)
{
    const std::vector<std::string> converted =
        withRepeatedNames(withLongOptions(arguments, command.shortOptions), command.options);
    std::span<const std::string> words(converted);
    // Register ids come without an option; what they are does not matter where none can be removed.
    if (command.run == removeRegisters)
        words = words.subspan(static_cast<std::size_t>(
            std::ranges::find_if(words, [](const std::string &word) { return word.starts_with('-'); }) -
            words.begin()));
    std::vector<const char *> pointers;
    for (const std::string &word : words)
        pointers.push_back(word.c_str());
    const ArgumentGrammar grammar(command.options);
    const auto parsed = grammar.parse(pointers);
    if (!parsed)
        return usageError(parsed.error().text());
    if (parsed->helpRequested())
        return success(fmt::format("{}\n\n{}: {}\n\n{}\n", title, command.words(), command.help, grammar.helpText()));
    if (parsed->versionRequested())
        return success(fmt::format("{}\n", title));
    return command.run(*parsed);
}

Outcome runCommands(std::string_view title, Offer offered, std::span<const char *const> arguments)
{
    if (arguments.empty())
        return {.exitCode = kExitUsage, .out = {}, .err = helpText(title, offered)};
    if (const Command *command = findCommand(arguments, offered))
        return runCommand(*command, arguments.subspan(command->name.empty() ? 1 : 2), title);
    const std::vector<std::string> words = withLongOptions(arguments, kShortOptions);
    if (words.front() == "--help" || words.front() == "-h" || words.front() == "help")
        return success(helpText(title, offered));
    if (words.front() == "--version")
        return success(fmt::format("{}\n", title));
    const bool isGroup = std::ranges::any_of(kCommands, [&](const Command &command) {
        return command.isOfferedBy(offered) && command.group == words.front();
    });
    return usageError(isGroup ? fmt::format("'{}' needs a subcommand that it knows", words.front())
                              : fmt::format("unrecognized subcommand '{}'", words.front()));
}

} // namespace

Outcome runTool(std::string_view program, std::span<const char *const> arguments)
{
    const std::string_view name = program.substr(program.rfind('/') + 1); // npos + 1 is 0
    if (name == "rebase-snap")
        return runRebaseSnap(arguments);
    if (name == "seccompiler-bin") {
        const auto compiler = std::ranges::find(kCommands, &compileFilters, &Command::run);
        return runCommand(*compiler, arguments, fmt::format("seccompiler-bin v{}", apiLevel()));
    }
    if (name == "snapshot-editor")
        return runCommands(fmt::format("snapshot-editor v{}", apiLevel()), Offer::SnapshotEditor, arguments);
    if (name == "cpu-template-helper")
        return runCommands(fmt::format("cpu-template-helper v{}", apiLevel()), Offer::CpuTemplateHelper, arguments);
    if (!arguments.empty() && std::string_view(arguments.front()) == "rebase-snap")
        return runRebaseSnap(arguments.subspan(1));
    return runCommands(fmt::format("sparkler-tools v{}", sparklerVersion()), Offer::OnlyOurs, arguments);
}

} // namespace sparkler::tools
