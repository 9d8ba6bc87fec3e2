#pragma once

#include "config/cpu_template.h"

#include <span>
#include <vector>

namespace sparkler::tools {

/// What sets the templates apart, in their order: without what all of them say, bit by bit. What is left is as merged()
/// orders it; templates that change the same come out empty.
std::vector<CustomCpuTemplate> stripped(std::span<const CustomCpuTemplate> templates);

} // namespace sparkler::tools
