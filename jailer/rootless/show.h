#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::jail {

enum class ShowMode { ReadOnly, ReadWrite };

/// A file or directory of the host that the jail shows.
struct Show {
    std::string path;   ///< on the host, absolute
    std::string inside; ///< in the jail, absolute
    ShowMode mode = ShowMode::ReadOnly;
    /// Another entry shows a directory above it: its place has to exist there already, nothing is made on the host.
    bool nested = false;

    bool operator==(const Show &) const = default;
};

/// Whether `path` is below `directory` (and is not the directory itself). Both without a slash at the end.
bool isBelow(std::string_view path, std::string_view directory);

/// Absolute, and without empty parts, "." and "..".
bool isPlainPath(std::string_view path);

/// Reads "PATH[=INSIDE][:ro|:rw]". Without INSIDE a path below `machineDirectory` appears at the same place below
/// /machine. Error: InvalidInput.
Result<Show> parseShow(std::string_view text, std::string_view machineDirectory);

/// Brings the entries into an order in which they can be mounted, and finds those that are nested. Refuses two entries
/// for one place, and places that belong to the jail itself (`engineName` is one). Error: InvalidInput.
Result<std::vector<Show>> arrangeShows(std::vector<Show> shows, std::string_view engineName);

} // namespace sparkler::jail
