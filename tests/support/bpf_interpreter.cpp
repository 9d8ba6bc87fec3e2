#include "support/bpf_interpreter.h"

#include <array>
#include <cstring>
#include <stdexcept>

namespace {

struct Machine {
    std::span<const sock_filter> program;
    const seccomp_data &call;
    std::uint32_t accumulator = 0;
    std::uint32_t index = 0;
    std::array<std::uint32_t, BPF_MEMWORDS> memory{};

    std::uint32_t load(std::uint32_t offset) const
    {
        std::uint32_t word = 0;
        if (offset % 4 != 0 || offset + 4 > sizeof call)
            throw std::runtime_error("a load from outside of the call");
        std::memcpy(&word, reinterpret_cast<const char *>(&call) + offset, sizeof word);
        return word;
    }

    void compute(const sock_filter &one)
    {
        const std::uint32_t operand = BPF_SRC(one.code) == BPF_X ? index : one.k;
        switch (BPF_OP(one.code)) {
        case BPF_ADD:
            accumulator += operand;
            break;
        case BPF_SUB:
            accumulator -= operand;
            break;
        case BPF_AND:
            accumulator &= operand;
            break;
        case BPF_OR:
            accumulator |= operand;
            break;
        case BPF_XOR:
            accumulator ^= operand;
            break;
        case BPF_RSH:
            accumulator = operand > 31 ? 0 : accumulator >> operand;
            break;
        case BPF_LSH:
            accumulator = operand > 31 ? 0 : accumulator << operand;
            break;
        default:
            throw std::runtime_error("arithmetic that no filter needs");
        }
    }

    std::size_t jump(const sock_filter &one) const
    {
        const std::uint32_t operand = BPF_SRC(one.code) == BPF_X ? index : one.k;
        switch (BPF_OP(one.code)) {
        case BPF_JA:
            return one.k;
        case BPF_JEQ:
            return accumulator == operand ? one.jt : one.jf;
        case BPF_JGT:
            return accumulator > operand ? one.jt : one.jf;
        case BPF_JGE:
            return accumulator >= operand ? one.jt : one.jf;
        case BPF_JSET:
            return (accumulator & operand) != 0 ? one.jt : one.jf;
        default:
            throw std::runtime_error("an unknown jump");
        }
    }

    void transfer(const sock_filter &one)
    {
        if (one.code == (BPF_LD | BPF_W | BPF_ABS))
            accumulator = load(one.k);
        else if (one.code == (BPF_LD | BPF_IMM))
            accumulator = one.k;
        else if (one.code == (BPF_LD | BPF_MEM))
            accumulator = memory.at(one.k);
        else if (one.code == (BPF_LDX | BPF_MEM))
            index = memory.at(one.k);
        else if (one.code == BPF_ST)
            memory.at(one.k) = accumulator;
        else if (one.code == (BPF_MISC | BPF_TAX))
            index = accumulator;
        else if (one.code == (BPF_MISC | BPF_TXA))
            accumulator = index;
        else
            throw std::runtime_error("an instruction that seccomp does not have");
    }
};

} // namespace

BpfVerdict runFilter(std::span<const sock_filter> program, const seccomp_data &call)
{
    Machine machine{program, call};
    std::size_t executed = 0;
    for (std::size_t at = 0; at < program.size(); ++at) {
        const sock_filter &one = program[at];
        ++executed;
        switch (BPF_CLASS(one.code)) {
        case BPF_RET:
            return {BPF_RVAL(one.code) == BPF_A ? machine.accumulator : one.k, executed};
        case BPF_JMP:
            at += machine.jump(one);
            break;
        case BPF_ALU:
            machine.compute(one);
            break;
        default:
            machine.transfer(one);
        }
    }
    throw std::runtime_error("the program ends without a verdict");
}
