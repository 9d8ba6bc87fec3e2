#pragma once

#include "support/temp_files.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace sparkler::test {

using Words = std::vector<std::string>;

/// How a program ended, and what it said.
struct Outcome {
    int exitCode = -1;
    int signal = 0;
    std::string out;
    std::string err;
};

/// Who builds the jails when the test is root: an ordinary user, whose membership in another group makes /dev/kvm
/// usable.
inline constexpr uid_t kJailUser = 1234;
inline constexpr gid_t kJailGroup = 1235;
inline constexpr gid_t kKvmGroup = 4321;

/// Who a program runs as. When the test is not root, that is always the test's user.
enum class As {
    OrdinaryUser,    ///< with a /dev of the test's own
    RootWithDevices, ///< the same, but root
    TheTest,
};

/// A program of the test's with its output on pipes. Killed with the object.
class Program {
public:
    /// `controlGroup`: a directory of version 2, where root starts it; empty: that of the test.
    Program(const Words &words, As who, const Words &environment = {}, const std::string &controlGroup = {});
    ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    pid_t pid() const { return m_pid; }
    /// Waits for `text` in what it wrote to standard output.
    bool says(std::string_view text);
    void signal(int number) const;
    /// Waits for its end.
    Outcome finish();

private:
    bool readSome(int waitMs);

    pid_t m_pid = -1;
    int m_out = -1;
    int m_err = -1;
    Outcome m_outcome;
};

/// The children of a process, by /proc.
std::vector<pid_t> childrenOf(pid_t parent);
/// Whether a process is there and is no zombie.
bool isAlive(pid_t process);

/// A place for jails: a machine's directory that belongs to the ordinary user, a jailer, and engines to start in it.
class JailPlace {
public:
    JailPlace();
    /// Why no jail can be built on this host, by a user that may use KVM; empty when it can.
    static std::string whyNot();

    const std::string &path() const { return m_dir.path(); }
    std::string machine(const std::string &name = {}) const;
    /// Puts a file into place, for the user to own.
    void write(const std::string &path, std::string_view text) const;
    void makeDirectory(const std::string &path) const;
    void giveToUser(const std::string &path) const;

    /// The jailer with --rootless, --id, --exec-file, --machine-dir, then `options`, "--", and `engineWords`.
    Words command(const Words &options, const Words &engineWords, const std::string &engine = "jail_witness") const;
    Outcome run(const Words &options, const Words &engineWords, const std::string &engine = "jail_witness") const;
    std::unique_ptr<Program> start(const Words &options, const Words &engineWords) const;
    /// The path of a program to be jailed.
    std::string engine(const std::string &name) const { return m_dir.file(name); }

private:
    TempDir m_dir;
};

/// The sections of jail_witness's report.
std::map<std::string, std::string> sections(const std::string &report);

} // namespace sparkler::test

/// Skips the test where jails cannot be built.
#define NEEDS_JAILS()                                                                                                  \
    do {                                                                                                               \
        static const std::string why = sparkler::test::JailPlace::whyNot();                                            \
        if (!why.empty())                                                                                              \
            QSKIP(why.c_str());                                                                                        \
    } while (false)
