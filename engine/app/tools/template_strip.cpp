#include "app/tools/template_strip.h"

#include <compare>
#include <cstddef>
#include <map>

namespace sparkler::tools {
namespace {

/// One thing that a template can say something about.
struct Subject {
    enum class Kind {
        Capability,    ///< `number`; `flags`: whether it is removed
        Leaf,          ///< that the sub-leaf has these flags
        CpuidRegister, ///< of such a sub-leaf
        Msr,           ///< `number`
    };
    Kind kind = Kind::Msr;
    std::uint32_t number = 0, subleaf = 0, flags = 0;
    CpuidRegister reg = CpuidRegister::Eax;
    auto operator<=>(const Subject &) const = default;
};

Subject subjectOf(const CapabilityChange &change)
{
    return {Subject::Kind::Capability, change.number, 0, change.removed ? 1u : 0u};
}
Subject subjectOf(const CpuidChange &change)
{
    return {Subject::Kind::Leaf, change.leaf, change.subleaf, change.flags};
}
Subject subjectOf(const CpuidChange &leaf, const CpuidRegisterChange &change)
{
    return {Subject::Kind::CpuidRegister, leaf.leaf, leaf.subleaf, leaf.flags, change.reg};
}
Subject subjectOf(const MsrChange &change)
{
    return {Subject::Kind::Msr, change.index};
}

constexpr BitChange kSaid{1, 1}; ///< of a subject that has no bits

/// What all templates say.
class Shared {
public:
    explicit Shared(std::span<const CustomCpuTemplate> templates) : m_templates(templates.size())
    {
        for (const CustomCpuTemplate &one : templates)
            add(one);
    }

    /// What of `bits` is said by some template only.
    BitChange withoutShared(const Subject &subject, const BitChange &bits) const
    {
        const Opinion &opinion = m_opinions.at(subject);
        return opinion.templates < m_templates ? bits : bits.within(~opinion.agreed);
    }
    bool has(const Subject &subject) const { return withoutShared(subject, kSaid).filter == 0; }

private:
    struct Opinion {
        std::size_t templates = 0;                ///< that say anything about the subject
        std::uint64_t value = 0;                  ///< by the first of them
        std::uint64_t agreed = ~std::uint64_t{0}; ///< the bits that all of them set, and to the same
    };

    void add(const Subject &subject, const BitChange &bits)
    {
        Opinion &opinion = m_opinions[subject];
        if (opinion.templates++ == 0)
            opinion.value = bits.value;
        opinion.agreed &= bits.filter & ~(bits.value ^ opinion.value);
    }
    void add(const CustomCpuTemplate &one)
    {
        for (const CapabilityChange &change : one.capabilities)
            add(subjectOf(change), kSaid);
        for (const CpuidChange &leaf : one.cpuid) {
            add(subjectOf(leaf), kSaid);
            for (const CpuidRegisterChange &change : leaf.registers)
                add(subjectOf(leaf, change), change.bits);
        }
        for (const MsrChange &change : one.msrs)
            add(subjectOf(change), change.bits);
    }

    std::size_t m_templates;
    std::map<Subject, Opinion> m_opinions;
};

CustomCpuTemplate without(const Shared &shared, const CustomCpuTemplate &whole)
{
    CustomCpuTemplate left;
    for (const CapabilityChange &change : whole.capabilities) {
        if (!shared.has(subjectOf(change)))
            left.capabilities.push_back(change);
    }
    for (const CpuidChange &leaf : whole.cpuid) {
        CpuidChange rest{leaf.leaf, leaf.subleaf, leaf.flags, {}};
        for (const CpuidRegisterChange &change : leaf.registers) {
            const BitChange bits = shared.withoutShared(subjectOf(leaf, change), change.bits);
            if (bits.filter != 0)
                rest.registers.push_back({change.reg, bits});
        }
        if (!rest.registers.empty() || !shared.has(subjectOf(leaf)))
            left.cpuid.push_back(std::move(rest));
    }
    for (const MsrChange &change : whole.msrs) {
        const BitChange bits = shared.withoutShared(subjectOf(change), change.bits);
        if (bits.filter != 0)
            left.msrs.push_back({change.index, bits});
    }
    return left;
}

} // namespace

std::vector<CustomCpuTemplate> stripped(std::span<const CustomCpuTemplate> templates)
{
    std::vector<CustomCpuTemplate> left;
    for (const CustomCpuTemplate &one : templates)
        left.push_back(merged(one));
    const Shared shared(left);
    for (CustomCpuTemplate &one : left)
        one = without(shared, one);
    return left;
}

} // namespace sparkler::tools
