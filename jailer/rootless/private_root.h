#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "jailer/rootless/show.h"

#include <string>

namespace sparkler::jail {

/// The root directory of a jail while it is built: a small file system in memory, in which only what is shown appears.
/// For process 1 of new mount and pid namespaces, with every capability in them. All errors: Host, whole sentences.
class PrivateRoot {
public:
    /// Covers the present root directory, which stays in use until enter().
    static Result<PrivateRoot> make();

    Result<> makeDirectory(const std::string &inside);
    /// The engine, which alone may be executed: opened before its name can mean something else.
    Result<> showEngine(const std::string &path, const std::string &inside);
    /// `machineDirectory`: what lies below it is reached without following a symbolic link, because a jailed engine
    /// could write to some of it before.
    Result<> show(const Show &entry, const std::string &machineDirectory);
    /// A device node, at its own path.
    Result<> showDevice(const std::string &path);
    /// /proc with the processes of this pid namespace and nothing else.
    Result<> mountProc();
    /// A small /tmp.
    Result<> mountTmp();

    /// Becomes the root directory of the process, lets go of the old one and can be changed no more.
    Result<> enter();

private:
    explicit PrivateRoot(Fd root) : m_root(std::move(root)) {}

    Result<> place(const Fd &mount, const std::string &inside, bool directory, bool mayMake);

    Fd m_root;
};

} // namespace sparkler::jail
