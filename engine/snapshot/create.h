#pragma once

#include "machine/machine.h"
#include "machine/resources.h"
#include "snapshot/requests.h"

#include <functional>
#include <string>

namespace sparkler::snapshot {

/// Who makes a snapshot, for the state file.
struct Maker {
    std::string productVersion;
    std::string apiLevel;
};

/// A snapshot that was taken but is not on disk under its names yet.
struct Taken {
    /// Puts it there, the state last; until then what was there before stays. Any thread; needs the machine no more.
    /// Call it once, and destroy it to have the temporary files removed, should it fail. Errors: with the text that
    /// follows "Create snapshot error: ".
    std::function<Result<>()> commit;
    /// For when that fails: the pages it holds count as changed again. VMM thread, while the machine exists.
    std::function<void(Machine &)> undo;
};

/// PUT /snapshot/create, all but putting the files in their places. The machine, which must be paused, may go on
/// afterwards, also when this fails. VMM thread. Errors: with the text that follows "Create snapshot error: ".
Result<Taken> take(const CreateRequest &request, Machine &machine, const Resources &resources, const Maker &maker);

} // namespace sparkler::snapshot
