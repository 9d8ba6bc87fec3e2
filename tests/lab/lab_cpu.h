#pragma once

#include "harness/guest.h"

#include <QByteArray>
#include <QMap>
#include <QPair>
#include <QSet>

#include <array>
#include <optional>

/// The four registers that CPUID returns: EAX, EBX, ECX, EDX.
using CpuidWords = std::array<quint32, 4>;
/// By leaf and sub-leaf. What is not there is all zeros.
using CpuidMap = QMap<QPair<quint32, quint32>, CpuidWords>;

/// What one processor of a guest says of itself.
struct SeenCpu {
    CpuidMap cpuid;
    QMap<quint32, std::optional<quint64>> msrs; ///< nothing: it cannot be read
    bool operator==(const SeenCpu &) const = default;

    /// Whether the guest's kernel uses XSAVE (OSXSAVE). In the lab it does not: QEMU's emulation lets nested guests
    /// switch states on behind KVM's back, whose leaf 0xd then has a size that Linux finds inconsistent.
    bool usesXsave() const { return (cpuid.value({0x1, 0})[2] >> 27 & 1) != 0; }
};

/// Asks all processors of a running guest ("6.1-test") for CPUID and these MSRs. Empty when that fails; the shell then
/// has the reason.
QMap<int, SeenCpu> lookAtCpus(harness::GuestShell &shell, const QByteArray &msrs);

/// KVM_GET_SUPPORTED_CPUID of this machine, asked for here and not by the engine.
CpuidMap kvmCpuid();

/// Whether this machine's processor is one of AMD's, the only ones whose policy is written here.
bool processorIsAmd();

/// A template's change of one register.
struct CpuidChange {
    quint32 leaf, subleaf;
    int reg; ///< 0 to 3: EAX to EDX
    quint32 cleared, set;
};
/// T2A, bit by bit as in machine-model.md 3.7.
QList<CpuidChange> t2a();
CpuidMap changed(CpuidMap cpuid, const QList<CpuidChange> &changes);

/// What machine-model.md 3.3 and 3.5 make of a list for one vCPU on one of AMD's processors, as a running Linux guest
/// then sees it. Written for these tests, without a line of the engine's. `xsaveInUse`: see SeenCpu.
CpuidMap policyOnAmd(CpuidMap cpuid, quint32 index, quint32 count, bool smt, bool xsaveInUse);

/// In which registers the two differ; empty when they do not.
QByteArray difference(const CpuidMap &found, const CpuidMap &expected);
