#pragma once

#include "seccomp/filter_set.h"

namespace sparkler {

/// The filters of this build: resources/seccomp, compiled when the engine was built. They lie in constant memory.
seccomp::FilterSet builtinFilters();

} // namespace sparkler
