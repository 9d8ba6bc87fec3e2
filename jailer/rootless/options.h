#pragma once

#include "base/arguments.h"
#include "base/result.h"
#include "jailer/resource_limits.h"
#include "jailer/rootless/forward.h"
#include "jailer/rootless/show.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace sparkler::jail {

/// What an engine in a rootless jail can reach.
enum class NetworkMode {
    None, ///< an empty network namespace
    Host, ///< the host's network, for taps that exist there
    User, ///< an empty network namespace, and a socket behind which passt is the network
};

/// The command line of `sparkler-jailer --rootless`.
struct RootlessOptions {
    std::string id;
    std::string execFile;
    std::string machineDirectory; ///< absolute, no slash at the end
    std::vector<Show> shows;      ///< arranged
    NetworkMode network = NetworkMode::None;
    std::string passtProgram; ///< a path, or a name to be looked for in PATH
    std::string passtSocket;  ///< on the host
    std::vector<Forward> forwards;
    ResourceLimits limits;
    std::vector<std::pair<std::string, std::string>> cgroups; ///< file and value
    bool dryRun = false;
    std::vector<std::string> engineArguments;

    /// The file name of `execFile`; the engine is /<engineName> in the jail.
    std::string engineName() const;
};

/// The grammar of the options, for help texts.
std::span<const ArgumentSpec> rootlessArgumentSpecs();

/// Everything that can be told from the words alone. Error: InvalidInput, the sentence for the user.
Result<RootlessOptions> interpretRootless(const ParsedArguments &arguments);

} // namespace sparkler::jail
