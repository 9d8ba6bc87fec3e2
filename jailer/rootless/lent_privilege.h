#pragma once

#include "base/result.h"

namespace sparkler::jail {

/// The right to make a user namespace where only root may: CAP_SYS_ADMIN, which jailer/helper lends to a jailer that
/// otherwise runs as an ordinary user. It is good for one clone3() and gone after it.
///
/// Life: take() once at the start of the lid, before any file is opened; raise() right before the clone; drop() right
/// after it, in the lid (the first process has other capabilities by then, those of its own namespace). In between it
/// is permitted but not in force, and no program that the lid starts inherits it. All of them do nothing in a process
/// that root runs, or that nothing was lent to.
class LentPrivilege {
public:
    /// Error: Host, when the kernel refuses to put it aside.
    static Result<LentPrivilege> take();
    static LentPrivilege none() { return LentPrivilege(false); }

    bool lent() const { return m_lent; }
    /// Error: Host.
    Result<> raise() const;
    /// Error: Host.
    Result<> drop() const;

private:
    explicit LentPrivilege(bool lent) : m_lent(lent) {}
    bool m_lent = false;
};

} // namespace sparkler::jail
