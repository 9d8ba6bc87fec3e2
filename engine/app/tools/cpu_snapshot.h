#pragma once

#include "app/tools/cpu_explanation.h"
#include "arch/x86_64/cpu_features.h"
#include "machine/machine_state.h"

#include <string>
#include <vector>

namespace sparkler::tools {

/// Something of a saved processor that this host cannot give, or may give otherwise.
struct SnapshotProblem {
    enum class Kind {
        Vendor,    ///< another vendor's processor
        Feature,   ///< a bit that a guest was given and this host does not offer
        Assurance, ///< the guest was told that the processor has no such flaw, and this one may have it
        Msr,       ///< an MSR that is not here
        Refused,   ///< KVM does not take the saved registers
    };
    Kind kind = Kind::Feature;
    std::string name;                        ///< of the feature or MSR; empty where there is none
    std::optional<x86_64::CpuFeature> bit{}; ///< Feature, Assurance
    std::optional<std::uint32_t> msr{};      ///< Msr
    std::string message;
};

struct SnapshotVerdict {
    std::string vendor;                    ///< of the saved processor
    std::vector<SnapshotProblem> problems; ///< the guest may crash after a restore, or KVM refuses it
    std::vector<SnapshotProblem> warnings;
    bool fits() const { return problems.empty(); }
};

/// Whether this host can go on with the vCPUs of a state: restores them into fresh ones, and compares each known bit
/// with what a machine of this size could be given here. MSRs that point into the guest's memory are not tried.
/// Error: Host, when there is no vCPU to try it with.
Result<SnapshotVerdict> checkSnapshotCpu(const MachineState &state, const HostProcessor &host);

/// The document of "cpu check-snapshot": one line of JSON. Keys are only added.
std::string snapshotReport(const SnapshotVerdict &verdict);

} // namespace sparkler::tools
