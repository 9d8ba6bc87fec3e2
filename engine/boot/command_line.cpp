#include "boot/command_line.h"

#include "base/format.h"

#include <algorithm>
#include <optional>

namespace sparkler {
namespace {

constexpr std::string_view kInitSeparator = " -- ";

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// What is wrong with a text of `bytes` bytes without NUL that contains `part`; nothing when it is fine.
std::optional<std::string_view> findFault(std::string_view part, std::size_t bytes)
{
    if (!std::ranges::all_of(part, [](char c) { return c >= ' ' && c <= '~'; }))
        return "String contains a non-printable ASCII character.";
    if (bytes >= KernelCommandLine::kMaxBytes)
        return "Inserting string would make command line too long.";
    return std::nullopt;
}

} // namespace

Result<KernelCommandLine> KernelCommandLine::create(std::string_view bootArgs)
{
    if (const auto fault = findFault(bootArgs, bootArgs.size()))
        return fail(ErrorKind::InvalidInput, "The kernel command line is invalid: " + std::string(*fault));
    KernelCommandLine line;
    const auto separator = bootArgs.find(kInitSeparator);
    line.m_kernelArgs = trimmed(bootArgs.substr(0, separator));
    if (separator != std::string_view::npos)
        line.m_initArgs = trimmed(bootArgs.substr(separator + kInitSeparator.size()));
    return line;
}

Result<> KernelCommandLine::append(std::string_view token)
{
    KernelCommandLine longer = *this;
    if (!longer.m_kernelArgs.empty())
        longer.m_kernelArgs += ' ';
    longer.m_kernelArgs += token;
    if (const auto fault = findFault(token, longer.text().size()))
        return fail(ErrorKind::InvalidInput, "Invalid kernel command line: " + std::string(*fault));
    *this = std::move(longer);
    return {};
}

std::string KernelCommandLine::text() const
{
    if (m_initArgs.empty())
        return m_kernelArgs;
    return m_kernelArgs + std::string(kInitSeparator) + m_initArgs;
}

std::string virtioMmioToken(GuestAddress base, std::uint32_t gsi)
{
    return fmt::format("virtio_mmio.device=4K@{:#x}:{}", base.value(), gsi);
}

} // namespace sparkler
