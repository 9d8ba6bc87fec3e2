#pragma once

#include <cstdint>
#include <string_view>

namespace sparkler::x86_64 {

/// What the vendors' manuals (and linux/kvm_para.h) call a well-known MSR; empty for others.
std::string_view msrName(std::uint32_t index);

} // namespace sparkler::x86_64
