#pragma once

#include "base/fd.h"
#include "base/result.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace sparkler::jail {

using ControlValue = std::pair<std::string, std::string>; ///< file and value

/// The directory of a process's own control group of version 2, from its /proc/…/cgroup and /proc/…/mountinfo; empty
/// when there is none or it cannot be seen.
std::string ownControlGroup(std::string_view procCgroup, std::string_view procMountinfo);

/// The same of this process, when this user may make groups in it: then the session has delegated it.
std::optional<std::string> delegatedControlGroup();

/// The group of one jail, removed with the object (once nothing runs in it).
class ControlGroup {
public:
    /// Makes `parent`/`id`, or takes what an earlier jail left behind, and limits its number of processes where the
    /// session delegates that. A value of `values` that cannot be set is an error (Host). A calling process that is
    /// alone in `parent` moves into a group `parent`/`id`.lid, so that controllers can be given to the jail's.
    static Result<ControlGroup> make(const std::string &parent, const std::string &id,
                                     std::span<const ControlValue> values);
    ControlGroup(ControlGroup &&other) noexcept;
    ControlGroup &operator=(ControlGroup &&) = delete;
    ~ControlGroup();

    /// For clone3's CLONE_INTO_CGROUP. Borrowed.
    int descriptor() const { return m_directory.get(); }

private:
    explicit ControlGroup(std::string path) : m_path(std::move(path)) {}

    std::string m_path; ///< empty: given away
    Fd m_directory;
};

} // namespace sparkler::jail
