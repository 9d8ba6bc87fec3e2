#pragma once

// Sparkler's engine for other programs: a KVM microVM in your own process. This header is the whole of the library's
// interface. It needs C++23 (std::expected) and nothing else.
//
// What the program that uses it should know:
// - The calling process needs read and write access to /dev/kvm.
// - Records of the log go to standard output until the configuration's section "logger" names a file. The log and the
//   metrics are the process's, so there is one MicroVm at a time.
// - The vCPUs are threads; the signal SIGRTMIN interrupts them and is not to be used otherwise.
// - No system call filters are installed and no jail is built, since neither knows what else the process does. Where
//   the guest is not trusted, start the program sparkler-engine, under sparkler-jailer.

#include <expected>
#include <memory>
#include <string>

namespace sparkler {

/// The library's version, "0.1.0".
const char *engineVersion() noexcept;

/// A microVM. start(), run() and the end of the object belong to one thread.
class MicroVm {
public:
    struct Settings {
        /// JSON in the form of the engine's --config-file (docs/api.md); numbers of memory are MiB.
        std::string configuration;
        /// Names the machine in the log and in its metadata: 1 to 64 of A-Z, a-z, 0-9 and '-'.
        std::string instanceId = "anonymous-instance";
        /// Where to make a Unix socket for the guest's serial port; it is removed at the end. Empty: standard input and
        /// output are its terminal, which is put back as it was at the end.
        std::string consoleSocket = {};
    };

    /// Builds the machine and lets its vCPUs run. Error: what is wrong with the configuration or refused by the host,
    /// in the words of the engine; also when there is another MicroVm in this process.
    static std::expected<MicroVm, std::string> start(const Settings &settings);

    MicroVm(MicroVm &&) noexcept;
    MicroVm &operator=(MicroVm &&) noexcept;
    /// Ends the machine, if it has not ended, and waits for its threads.
    ~MicroVm();

    /// Serves the devices until the guest powers off or resets, a vCPU fails, or stop() is called, and returns the exit
    /// code that sparkler-engine would have (docs/api.md): 0 for an end that is no failure. To be called once. Error:
    /// what the host refused while the machine ran.
    std::expected<int, std::string> run();

    /// Makes run() return 0 soon; before run(): at once. The guest is not asked. Any thread, while the object lives.
    void stop();

private:
    struct State;
    explicit MicroVm(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state; ///< null: moved from
};

} // namespace sparkler
