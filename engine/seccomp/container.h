#pragma once

#include "seccomp/filter_set.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sparkler::seccomp {

// The file of compiled filters, what --seccomp-filter takes. It belongs to this program alone (reference 4.5): compiler
// and engine of one version read each other. All numbers are little-endian; nothing is padded.
//
//     8 bytes   "SPKLBPF1"; the digit is the format's version
//     u32       number of programs, each:
//         u32       bytes of its name (1 to 255)
//         …         the name, UTF-8
//         u32       number of instructions
//         8 bytes   each: u16 code, u8 jump if true, u8 jump if false, u32 operand

inline constexpr std::size_t kContainerLimit = 100000; ///< bytes of a file

/// The bytes of a file. Error: TooLarge when it could not be read back; InvalidInput for a name out of range.
Result<std::string> encodeContainer(std::span<const NamedProgram> programs);

/// The programs of a file, in its order. That an instruction makes sense is for the kernel to say. Errors: InvalidInput
/// with the reason alone; TooLarge.
Result<std::vector<NamedProgram>> decodeContainer(std::string_view bytes);

} // namespace sparkler::seccomp
