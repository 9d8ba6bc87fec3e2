#pragma once

#include "seccompiler/compile.h"

#include <memory>

namespace sparkler::seccomp {

/// What a program returns for `action`: SECCOMP_RET_… with its data.
std::uint32_t verdictOf(const Action &action);

/// One program in the making: libseccomp behind values and errors of ours. What it cannot express is refused here.
class BpfBuilder {
public:
    /// Error: Host.
    static Result<BpfBuilder> create(Target target, const Action &defaultAction);
    ~BpfBuilder();
    BpfBuilder(BpfBuilder &&) noexcept;
    BpfBuilder &operator=(BpfBuilder &&) = delete;
    BpfBuilder(const BpfBuilder &) = delete;
    BpfBuilder &operator=(const BpfBuilder &) = delete;

    /// The number of a system call of the target. Error: InvalidInput.
    Result<int> number(const std::string &syscall) const;
    /// `conditions` are about different arguments. Errors: InvalidInput, Host.
    Result<> add(const Action &action, int syscall, std::span<const Condition> conditions);
    /// Error: Host.
    Result<std::vector<sock_filter>> program() const;

private:
    struct Context;
    BpfBuilder(Target target, std::unique_ptr<Context> context);

    Target m_target;
    std::unique_ptr<Context> m_context;
};

} // namespace sparkler::seccomp
