#pragma once

// What a hostile engine would try. The program is static and runs both in a jail and outside of it, where the same
// attempt is first shown to work.

#include <map>
#include <span>
#include <string>

namespace escape {

/// What came of an attempt.
struct Verdict {
    bool escaped = false;
    std::string detail; ///< what was reached, or what stood in the way
};

Verdict escaped(std::string what);
Verdict stopped(std::string why);
/// Stopped by errno.
Verdict stoppedByErrno(const std::string &what);
/// Escaped when a system call succeeded (`result` is not negative).
Verdict bySystemCall(const char *name, long result);

/// Whom the attempt needs to be outside in order to work there.
enum class Needs { OrdinaryUser, Root };

/// What the test has prepared: victims on the host, and the places that the jail shows. Names are in tst_escape.cpp.
class Targets {
public:
    void add(const std::string &name, const std::string &value) { m_values[name] = value; }
    /// Ends the program when the test has not given it: a mistake of the test.
    const std::string &text(const char *name) const;
    int number(const char *name) const;
    /// Outside, attempts that change the system do it in namespaces of their own.
    bool outside() const { return m_values.contains("outside"); }

private:
    std::map<std::string, std::string> m_values;
};

struct Attempt {
    const char *name;
    Needs needs;
    Verdict (*make)(const Targets &targets);
};

std::span<const Attempt> fileAttempts();
std::span<const Attempt> mountAttempts();
std::span<const Attempt> processAttempts();
std::span<const Attempt> privilegeAttempts();
std::span<const Attempt> kernelAttempts();
std::span<const Attempt> networkAttempts();
std::span<const Attempt> filterAttempts();

/// Whether a file can be read; escaped with what it holds.
Verdict readFile(const std::string &path);

/// What victims hold in their memory, at the same address in each process of this program.
extern const char kMemorySecret[32];

} // namespace escape
