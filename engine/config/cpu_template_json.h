#pragma once

#include "base/json.h"
#include "base/result.h"
#include "config/cpu_template.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sparkler {

/// More than any real template has; each costs memory and a look at KVM's list.
inline constexpr std::size_t kMostTemplateChanges = 4096;
/// Bytes; far above any template, also one with every register of a host.
inline constexpr std::uint64_t kCpuTemplateFileLimit = 1u << 20;

/// A template as PUT /cpu-config and template files have it. InvalidInput: as the JSON library of the original tells
/// it, with line and column.
Result<CustomCpuTemplate> parseCpuTemplate(std::string_view json);
/// The same in the middle of a document. False: the reader has the error.
bool readCpuTemplate(JsonReader &reader, CustomCpuTemplate &out);

/// The same as JSON that people read; parseCpuTemplate() gives it back.
std::string toJson(const CustomCpuTemplate &cpuTemplate);

} // namespace sparkler
