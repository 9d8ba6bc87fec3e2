#include "seccompiler/bpf_builder.h"

#include "base/fd.h"
#include "base/format.h"
#include "base/os_error.h"

#include <cerrno>
#include <cstdlib>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace sparkler::seccomp {
namespace {

constexpr std::uint64_t kLowerHalf = 0xFFFFFFFF;
/// The newest interface of libseccomp 2.5. Without it, what can be compiled would depend on the kernel that compiles.
constexpr unsigned kApiLevel = 6;
/// A binary search for the call instead of one comparison after the other.
constexpr std::uint32_t kBinaryTree = 2;

std::uint32_t architecture(Target target)
{
    return target == Target::X86_64 ? SCMP_ARCH_X86_64 : SCMP_ARCH_AARCH64;
}

scmp_compare libseccompComparison(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Eq:
        return SCMP_CMP_EQ;
    case Comparison::Ge:
        return SCMP_CMP_GE;
    case Comparison::Gt:
        return SCMP_CMP_GT;
    case Comparison::Le:
        return SCMP_CMP_LE;
    case Comparison::Lt:
        return SCMP_CMP_LT;
    case Comparison::Ne:
        return SCMP_CMP_NE;
    case Comparison::MaskedEq:
        break;
    }
    return SCMP_CMP_MASKED_EQ;
}

scmp_arg_cmp libseccompCondition(const Condition &condition)
{
    const bool dword = condition.width == ArgumentWidth::Dword;
    if (condition.comparison == Comparison::Eq && dword)
        return {condition.index, SCMP_CMP_MASKED_EQ, kLowerHalf, condition.value};
    if (condition.comparison == Comparison::MaskedEq)
        return {condition.index, SCMP_CMP_MASKED_EQ, condition.mask, condition.value & condition.mask};
    return {condition.index, libseccompComparison(condition.comparison), condition.value, 0};
}

std::unexpected<Error> libraryError(int negativeErrno, std::string_view what)
{
    return hostError(-negativeErrno, fmt::format("libseccomp cannot {}: ", what));
}

} // namespace

// libseccomp's numbers are the kernel's.
std::uint32_t verdictOf(const Action &action)
{
    switch (action.kind) {
    case Action::Kind::Allow:
        return SCMP_ACT_ALLOW;
    case Action::Kind::Trap:
        return SCMP_ACT_TRAP;
    case Action::Kind::Log:
        return SCMP_ACT_LOG;
    case Action::Kind::KillThread:
        return SCMP_ACT_KILL_THREAD;
    case Action::Kind::KillProcess:
        return SCMP_ACT_KILL_PROCESS;
    case Action::Kind::Errno:
        return SCMP_ACT_ERRNO(action.data);
    case Action::Kind::Trace:
        return SCMP_ACT_TRACE(action.data);
    }
    return SCMP_ACT_KILL_PROCESS;
}

struct BpfBuilder::Context {
    explicit Context(scmp_filter_ctx taken) : filter(taken) {}
    ~Context() { ::seccomp_release(filter); }
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    scmp_filter_ctx filter;
};

BpfBuilder::BpfBuilder(Target target, std::unique_ptr<Context> context)
    : m_target(target), m_context(std::move(context))
{
}

BpfBuilder::BpfBuilder(BpfBuilder &&) noexcept = default;
BpfBuilder::~BpfBuilder() = default;

Result<BpfBuilder> BpfBuilder::create(Target target, const Action &defaultAction)
{
    if (const int failed = ::seccomp_api_set(kApiLevel); failed != 0)
        return libraryError(failed, "be used");
    const scmp_filter_ctx filter = ::seccomp_init(verdictOf(defaultAction));
    if (!filter)
        return fail(ErrorKind::Host, "libseccomp cannot start a filter");
    auto context = std::make_unique<Context>(filter);
    if (architecture(target) != ::seccomp_arch_native()) {
        int failed = ::seccomp_arch_remove(filter, SCMP_ARCH_NATIVE);
        if (failed == 0)
            failed = ::seccomp_arch_add(filter, architecture(target));
        if (failed != 0)
            return libraryError(failed, "compile for this processor");
    }
    int failed = ::seccomp_attr_set(filter, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    if (failed == 0)
        failed = ::seccomp_attr_set(filter, SCMP_FLTATR_CTL_OPTIMIZE, kBinaryTree);
    if (failed != 0)
        return libraryError(failed, "take the filter's attributes");
    return BpfBuilder(target, std::move(context));
}

Result<int> BpfBuilder::number(const std::string &syscall) const
{
    const int number = ::seccomp_syscall_resolve_name_arch(architecture(m_target), syscall.c_str());
    // Negative numbers are unknown calls and those that only other processors have.
    if (number < 0 || syscall.find('\0') != std::string::npos)
        return fail(ErrorKind::InvalidInput, fmt::format("Invalid syscall name: {} for given arch: {}.", syscall,
                                                         m_target == Target::X86_64 ? "x86_64" : "aarch64"));
    return number;
}

Result<> BpfBuilder::add(const Action &action, int syscall, std::span<const Condition> conditions)
{
    std::vector<scmp_arg_cmp> arguments;
    for (const Condition &condition : conditions)
        arguments.push_back(libseccompCondition(condition));
    // Rules are taken by the numbers of the processor that this runs on, or by placeholders for calls that it lacks.
    char *const name = ::seccomp_syscall_resolve_num_arch(architecture(m_target), syscall);
    const int ownNumber = name ? ::seccomp_syscall_resolve_name(name) : __NR_SCMP_ERROR;
    ::free(name);
    const int failed = ::seccomp_rule_add_exact_array(m_context->filter, verdictOf(action), ownNumber,
                                                      static_cast<unsigned>(arguments.size()), arguments.data());
    if (failed != 0 && failed != -EEXIST) // the same rule twice says nothing new
        return libraryError(failed, "take the rule");
    return {};
}

Result<std::vector<sock_filter>> BpfBuilder::program() const
{
    const Fd file(::memfd_create("filter", MFD_CLOEXEC));
    if (!file)
        return hostError(errno, "Cannot make room for a program: ");
    if (const int failed = ::seccomp_export_bpf(m_context->filter, file.get()); failed != 0)
        return libraryError(failed, "compile the filter");
    const std::uint64_t bytes = TRY(fileSizeBytes(file));
    std::vector<sock_filter> instructions(bytes / sizeof(sock_filter));
    if (::pread(file.get(), instructions.data(), bytes, 0) != static_cast<ssize_t>(bytes))
        return hostError(errno, "Cannot read the program: ");
    return instructions;
}

} // namespace sparkler::seccomp
