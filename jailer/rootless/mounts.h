#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>

namespace sparkler::jail {

// Mounts as descriptors (open_tree, fsmount, move_mount: Linux 5.12). A mount gets its flags before anyone can see it,
// and no path is looked at twice. All errors: Host, the bare reason.

/// A new file system with `options` (an empty value: a flag) and MOUNT_ATTR_ `attributes`, not yet in any place.
Result<Fd> makeFileSystem(const char *type, std::initializer_list<std::pair<const char *, std::string>> options,
                          std::uint64_t attributes);

/// What `source` (an O_PATH descriptor) shows, and all that is mounted below it, a second time, with MOUNT_ATTR_
/// `attributes` added; not yet in any place.
Result<Fd> cloneMount(const Fd &source, std::uint64_t attributes);

/// Adds MOUNT_ATTR_ `attributes` to a mount.
Result<> setMountAttributes(const Fd &mount, std::uint64_t attributes);

/// Puts a mount over what `place` (an O_PATH descriptor) is.
Result<> attachMount(const Fd &mount, const Fd &place);

enum class PlaceKind { Directory, File };
enum class Missing { Make, Refuse };

/// An O_PATH descriptor of `path` (absolute, plain) below `root`, which no symbolic link on the way leads elsewhere.
/// What is not there yet is made, directories with mode 0755, or is an error.
Result<Fd> openPlace(const Fd &root, const std::string &path, PlaceKind kind, Missing missing);

} // namespace sparkler::jail
