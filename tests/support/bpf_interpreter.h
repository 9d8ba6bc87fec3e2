#pragma once

#include <cstddef>
#include <cstdint>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <span>

/// What a filter says to a call.
struct BpfVerdict {
    std::uint32_t value = 0;  ///< SECCOMP_RET_…
    std::size_t executed = 0; ///< instructions on the way
};

/// Runs a filter as the kernel would: a classic BPF machine with what the kernel allows to seccomp filters. Throws
/// std::runtime_error for a program that the kernel would not take.
BpfVerdict runFilter(std::span<const sock_filter> program, const seccomp_data &call);
