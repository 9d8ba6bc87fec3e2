#pragma once

// libfmt, compiled once in format.cpp (Debian has no static libfmt, and instantiating it in every file is slow).
// g++ 12 has no std::format.
#include <fmt/core.h>
