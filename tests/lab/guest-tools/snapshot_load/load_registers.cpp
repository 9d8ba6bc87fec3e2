#include "../byte_sequence.h"
#include "loads.h"

#include <cstring>

namespace {

/// What is in the registers: the vectors (only their lower halves without AVX), r8 to r15, the rounding of SSE, and
/// four numbers on the x87 stack.
struct Registers {
    std::uint64_t vectors[16][4];
    std::uint64_t general[8];
    double stack[4];
    std::uint32_t control; ///< MXCSR
    std::uint32_t unused;
};

constexpr std::uint32_t kRoundings[] = {0x1F80, 0x3F80, 0x5F80, 0x7F80};
constexpr std::uint64_t kTurns = 1000000;

// Everything is loaded, stays where it is for `turns` turns of a loop, and is stored again.
#define HOLD(name, move, width, finish)                                                                                \
    void name(const Registers &in, Registers &out, std::uint64_t turns)                                                \
    {                                                                                                                  \
        std::uint32_t before;                                                                                          \
        __asm__ volatile(                                                                                              \
            "stmxcsr %[before]\n ldmxcsr 608(%[in])\n"                                                                 \
            "fldl 576(%[in])\n fldl 584(%[in])\n fldl 592(%[in])\n fldl 600(%[in])\n"                                  \
            ".irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n" move " \\n*32(%[in]), %%" width "\\n\n .endr\n"           \
            ".irp n,8,9,10,11,12,13,14,15\n movq 512+(\\n-8)*8(%[in]), %%r\\n\n .endr\n"                               \
            "1: decq %[turns]\n jnz 1b\n"                                                                              \
            ".irp n,8,9,10,11,12,13,14,15\n movq %%r\\n, 512+(\\n-8)*8(%[out])\n .endr\n"                              \
            ".irp n,0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15\n" move " %%" width "\\n, \\n*32(%[out])\n .endr\n"          \
            "fstpl 600(%[out])\n fstpl 592(%[out])\n fstpl 584(%[out])\n fstpl 576(%[out])\n"                          \
            "stmxcsr 608(%[out])\n ldmxcsr %[before]\n" finish                                                         \
            : [turns] "+c"(turns), [before] "=m"(before)                                                               \
            : [in] "a"(&in), [out] "d"(&out)                                                                           \
            : "memory", "cc", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15", "xmm0", "xmm1", "xmm2", "xmm3",    \
              "xmm4", "xmm5", "xmm6", "xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12", "xmm13", "xmm14", "xmm15",    \
              "st", "st(1)", "st(2)", "st(3)", "st(4)", "st(5)", "st(6)", "st(7)");                                    \
    }
static_assert(offsetof(Registers, general) == 512 && offsetof(Registers, stack) == 576 &&
              offsetof(Registers, control) == 608);

HOLD(holdWide, "vmovdqu", "ymm", "vzeroupper\n")
HOLD(holdNarrow, "movdqu", "xmm", "")

} // namespace

void loadRegisters(Check &check, std::uint64_t seed)
{
    const bool wide = __builtin_cpu_supports("avx") != 0;
    for (std::uint64_t round = 0; running(); ++round) {
        ByteSequence bytes(seed << 32 | round);
        Registers in{};
        for (auto &vector : in.vectors) {
            for (int i = 0; i < (wide ? 4 : 2); ++i)
                vector[i] = bytes.nextWord();
        }
        for (std::uint64_t &word : in.general)
            word = bytes.nextWord();
        for (double &number : in.stack)
            number = static_cast<double>(bytes.nextWord());
        in.control = kRoundings[(seed + round) % 4];
        Registers out{};
        (wide ? holdWide : holdNarrow)(in, out, kTurns);
        if (std::memcmp(&in, &out, sizeof in) != 0)
            check.wrong("the registers changed in round %llu", static_cast<unsigned long long>(round));
        check.did();
        rest(std::chrono::milliseconds(10));
    }
}
