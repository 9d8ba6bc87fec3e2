#pragma once

#include "base/result.h"

namespace sparkler::jail {

/// Closes every descriptor from `first` on, whatever this process was started with. Error: Host, the whole sentence.
Result<> closeDescriptorsFrom(int first);

/// The same by walking through /proc/self/fd: for kernels and sandboxes without close_range(2).
Result<> closeListedDescriptors(int first);

} // namespace sparkler::jail
