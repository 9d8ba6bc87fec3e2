#pragma once

#include "app/tools/cpu_explanation.h"

#include <string>

namespace sparkler::tools {

/// Whether a named template fits, in the order of kNamedTemplates.
struct NamedVerdict {
    CpuTemplate named = CpuTemplate::None;
    std::optional<std::string> fault;
};

/// The document of "cpu explain": one line of JSON. Keys are only added; numbers of registers are hexadecimal texts.
std::string cpuReport(const HostProcessor &host, std::span<const NamedVerdict> named, const CpuAnswer &answer);

} // namespace sparkler::tools
