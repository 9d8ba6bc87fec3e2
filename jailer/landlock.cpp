#include "jailer/landlock.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace sparkler::jail {
namespace {

// Newer than the headers here.
constexpr std::uint64_t kTruncate = 1ULL << 14;      // version 3
constexpr std::uint64_t kDeviceCommand = 1ULL << 15; // version 5, LANDLOCK_ACCESS_FS_IOCTL_DEV

/// As the newest version this program knows; older kernels take the part that they know.
struct RulesetAttributes {
    std::uint64_t files;
    std::uint64_t network; // version 4
    std::uint64_t scopes;  // version 6
};
static_assert(sizeof(RulesetAttributes) == 24);

constexpr std::uint64_t kReadFile = LANDLOCK_ACCESS_FS_READ_FILE;
constexpr std::uint64_t kReadDirectory = LANDLOCK_ACCESS_FS_READ_DIR;
constexpr std::uint64_t kWriteFile = LANDLOCK_ACCESS_FS_WRITE_FILE | kTruncate;
/// What a rule for something else than a directory may not hold.
constexpr std::uint64_t kOfDirectories = kReadDirectory | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                                         LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR |
                                         LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
                                         LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_REFER;

std::size_t attributeBytes(int abi)
{
    if (abi < 4)
        return offsetof(RulesetAttributes, network);
    return abi < 6 ? offsetof(RulesetAttributes, scopes) : sizeof(RulesetAttributes);
}

Result<> allow(const Fd &ruleset, const LandlockRule &rule, std::uint64_t handled)
{
    const Fd file = TRY(Fd::open(rule.path, O_PATH));
    struct stat status {};
    if (::fstat(file.get(), &status) != 0)
        return hostError(errno);
    landlock_path_beneath_attr attributes{};
    attributes.allowed_access = landlockBits(rule.access, S_ISDIR(status.st_mode)) & handled;
    attributes.parent_fd = file.get();
    if (attributes.allowed_access == 0)
        return {}; // an empty rule is refused, and allows nothing anyway
    if (::syscall(SYS_landlock_add_rule, ruleset.get(), LANDLOCK_RULE_PATH_BENEATH, &attributes, 0) != 0)
        return hostError(errno);
    return {};
}

} // namespace

int landlockAbi()
{
    const long abi = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    return abi > 0 ? static_cast<int>(abi) : 0;
}

LandlockFeatures landlockFeatures(int abi)
{
    LandlockFeatures features;
    if (abi >= 1)
        features.files = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1; // all of the first version, up to its last
    if (abi >= 2)
        features.files |= LANDLOCK_ACCESS_FS_REFER;
    if (abi >= 3)
        features.files |= kTruncate;
    if (abi >= 4)
        features.network = 3; // bind and connect TCP
    if (abi >= 5)
        features.files |= kDeviceCommand;
    if (abi >= 6)
        features.scopes = 3; // abstract Unix sockets, signals
    return features;
}

std::uint64_t landlockBits(LandlockAccess access, bool directory)
{
    std::uint64_t bits = 0;
    switch (access) {
    case LandlockAccess::List:
        bits = kReadDirectory;
        break;
    case LandlockAccess::Read:
        bits = kReadFile | kReadDirectory;
        break;
    case LandlockAccess::Execute:
        bits = kReadFile | LANDLOCK_ACCESS_FS_EXECUTE;
        break;
    case LandlockAccess::ReadWrite:
        bits = kReadFile | kWriteFile | kOfDirectories;
        break;
    case LandlockAccess::Device:
        bits = kReadFile | LANDLOCK_ACCESS_FS_WRITE_FILE | kDeviceCommand;
        break;
    }
    return directory ? bits : bits & ~kOfDirectories;
}

Result<> restrictByLandlock(std::span<const LandlockRule> rules, int abi)
{
    const LandlockFeatures features = landlockFeatures(abi);
    const RulesetAttributes attributes{features.files, features.network, features.scopes};
    const Fd ruleset(static_cast<int>(::syscall(SYS_landlock_create_ruleset, &attributes, attributeBytes(abi), 0)));
    if (!ruleset)
        return hostError(errno, "Cannot make the Landlock rules: ");
    for (const LandlockRule &rule : rules) {
        if (auto allowed = allow(ruleset, rule, features.files); !allowed)
            return fail(allowed.error().kind,
                        fmt::format("Cannot make the Landlock rule for {}: {}", rule.path, allowed.error().text),
                        allowed.error().hostErrno);
    }
    if (::syscall(SYS_landlock_restrict_self, ruleset.get(), 0) != 0)
        return hostError(errno, "Cannot restrict the jail by Landlock: ");
    return {};
}

} // namespace sparkler::jail
