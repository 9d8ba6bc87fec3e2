#pragma once

#include "../jail_harness.h"
#include "base/fd.h"

#include <memory>
#include <string>

namespace sparkler::test {

/// What there is to be reached on the host, all of it the jail's own user's as far as that makes it weaker: a secret
/// file, a process with a secret in its memory, sockets, shared memory, a key, a terminal. Gone with the object.
class EscapeVictims {
public:
    EscapeVictims();
    ~EscapeVictims();
    EscapeVictims(const EscapeVictims &) = delete;
    EscapeVictims &operator=(const EscapeVictims &) = delete;

    const JailPlace &place() const { return m_place; }
    /// The jailer's options: what the jail shows.
    Words shown() const;
    /// TARGET=VALUE for an attempt outside, or in the jail.
    Words targets(bool outside) const;
    /// Standard input of attempts: somebody else's terminal.
    int terminal() const { return m_terminal.get(); }

private:
    void makeFiles();
    void makeSockets();
    void makeTerminal();
    void findHandle();

    JailPlace m_place;
    std::string m_name; ///< of whatever needs one that nobody else has
    std::unique_ptr<Program> m_victim;
    std::unique_ptr<Program> m_terminalOwner;
    Fd m_tcp, m_abstract, m_socket, m_terminalMaster, m_terminal;
    int m_port = 0;
    int m_sharedMemory = -1;
    std::string m_handle;
    int m_handleType = 0;
};

} // namespace sparkler::test
