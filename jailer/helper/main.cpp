// sparkler-jail-helper: lends a user the right to make one jail on a host where only root may make user namespaces.
//
// Started by pkexec as root. It becomes the user who asked, keeps of root's rights the one that clone(CLONE_NEWUSER)
// asks for, and becomes `sparkler-jailer --rootless` with the arguments that it was given. So every path among them is
// opened with that user's rights, and the engine in the jail is as confined as in one that needs no helper.

#include "base/fd.h"
#include "base/os_error.h"
#include "jailer/descriptors.h"
#include "jailer/helper/lend.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace {

using namespace sparkler;

constexpr const char *kJailer = SPARKLER_TRUSTED_JAILER;

/// Comes back only with an error.
Error lendAndBecome(int argc, char **argv)
{
    const auto attempt = [&]() -> Result<> {
        const uid_t user = TRY(jail::parseCaller(std::getenv("PKEXEC_UID")));
        if (::geteuid() != 0)
            return fail(ErrorKind::InvalidInput, "This program is started by pkexec, for the manager.");
        const std::vector<gid_t> groups = TRY(jail::groupsOf(user));
        const Fd jailer = TRY(jail::openTrustedProgram(kJailer));
        TRY(jail::becomeUser(user, groups));

        std::vector<char *> words{const_cast<char *>(kJailer), const_cast<char *>("--rootless")};
        for (int i = 1; i < argc; ++i)
            words.push_back(argv[i]);
        words.push_back(nullptr);
        char *nothing[] = {nullptr};
        ::fexecve(jailer.get(), words.data(), nothing);
        return hostError(errno, std::string("Cannot execute ") + kJailer + ": ");
    };
    return attempt().error();
}

} // namespace

int main(int argc, char **argv)
{
    sparkler::fillStandardDescriptors();
    if (const auto closed = sparkler::jail::closeDescriptorsFrom(STDERR_FILENO + 1); !closed) {
        std::fprintf(stderr, "%s\n", closed.error().text.c_str());
        return 1;
    }
    const sparkler::Error error = lendAndBecome(argc, argv);
    std::fprintf(stderr, "%s\n", error.text.c_str());
    return 1;
}
