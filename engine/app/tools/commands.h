#pragma once

// The commands of snapshot-editor, seccompiler-bin, cpu-template-helper and sparkler-tools, as functions of their
// options.

#include "app/tools/outcome.h"
#include "base/arguments.h"

namespace sparkler::tools {

/// edit-memory rebase: lays a diff onto the memory file.
Outcome rebaseMemory(const ParsedArguments &arguments);
/// edit-vmstate remove-regs: for aarch64 only, so it always fails here.
Outcome removeRegisters(const ParsedArguments &arguments);
/// info-vmstate version, vcpu-states, vm-state.
Outcome printVersion(const ParsedArguments &arguments);
Outcome printVcpuStates(const ParsedArguments &arguments);
Outcome printVmState(const ParsedArguments &arguments);
/// describe: what a state file says of itself, as JSON for programs.
Outcome describeSnapshotFile(const ParsedArguments &arguments);
/// verify: whether a snapshot's files are whole and belong together.
Outcome verifySnapshot(const ParsedArguments &arguments);
/// checksum: writes the manifest that verify compares with.
Outcome writeChecksums(const ParsedArguments &arguments);
/// seccomp compile, and the whole of seccompiler-bin: filters from JSON to the file that --seccomp-filter takes, or to
/// files of bare instructions.
Outcome compileFilters(const ParsedArguments &arguments);
/// seccomp show: what a file of compiled filters holds.
Outcome showFilters(const ParsedArguments &arguments);
/// cpu explain: what a guest finds in its processor on this host, with a template or without, as JSON for programs.
Outcome explainHostCpu(const ParsedArguments &arguments);
/// cpu check-snapshot: whether this host can go on with a state file's vCPUs, as JSON for programs.
Outcome checkSnapshotOnHost(const ParsedArguments &arguments);

/// template dump: a guest's processor as a template.
Outcome dumpTemplate(const ParsedArguments &arguments);
/// template strip: what sets templates apart.
Outcome stripTemplates(const ParsedArguments &arguments);
/// template verify: whether a guest's processor shows all that a template asks for.
Outcome verifyTemplate(const ParsedArguments &arguments);
/// fingerprint dump: what guests' processors depend on, with one of them.
Outcome dumpFingerprint(const ParsedArguments &arguments);
/// fingerprint compare: what has changed between two of these.
Outcome compareFingerprints(const ParsedArguments &arguments);

} // namespace sparkler::tools
