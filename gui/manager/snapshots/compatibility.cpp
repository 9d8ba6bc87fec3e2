#include "manager/snapshots/compatibility.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>
#include <QVersionNumber>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Severity = Finding::Severity;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshots)
};

/// What programs in a guest find out about once and then rely on. The other flags of /proc/cpuinfo are the host
/// kernel's business.
bool isGuestsBusiness(const QString &feature)
{
    static const QSet<QString> kSingle{
        u"abm"_s,     u"adx"_s,        u"aes"_s,      u"cldemote"_s,  u"clflushopt"_s,
        u"clwb"_s,    u"cx16"_s,       u"erms"_s,     u"f16c"_s,      u"fma"_s,
        u"fma4"_s,    u"fsgsbase"_s,   u"fsrm"_s,     u"gfni"_s,      u"hle"_s,
        u"invpcid"_s, u"lahf_lm"_s,    u"la57"_s,     u"movbe"_s,     u"movdir64b"_s,
        u"movdiri"_s, u"mpx"_s,        u"ospke"_s,    u"pcid"_s,      u"pdpe1gb"_s,
        u"pku"_s,     u"pclmulqdq"_s,  u"popcnt"_s,   u"rdpid"_s,     u"rdrand"_s,
        u"rdseed"_s,  u"rdtscp"_s,     u"rtm"_s,      u"serialize"_s, u"sha_ni"_s,
        u"smap"_s,    u"smep"_s,       u"ssse3"_s,    u"tbm"_s,       u"umip"_s,
        u"vaes"_s,    u"vpclmulqdq"_s, u"wbnoinvd"_s, u"xop"_s,       u"tsc_deadline_timer"_s};
    if (kSingle.contains(feature))
        return true;
    return std::ranges::any_of(
        std::initializer_list<QLatin1StringView>{"sse"_L1, "avx"_L1, "bmi"_L1, "amx"_L1, "xsave"_L1},
        [&](QLatin1StringView prefix) { return feature.startsWith(prefix); });
}

QStringList missingFeatures(const HostCpu &then, const HostCpu &now)
{
    const QSet<QString> here(now.features.begin(), now.features.end());
    QStringList missing;
    for (const QString &feature : then.features) {
        if (isGuestsBusiness(feature) && !here.contains(feature))
            missing << feature;
    }
    return missing;
}

/// What the engine's tool found, which knows what the guest was given: with a CPU template that is less than the
/// processor had.
void addVerdict(const SnapshotCpuVerdict &verdict, QList<Finding> &findings)
{
    using Kind = SnapshotCpuProblem::Kind;
    QStringList missing, weaker;
    for (const SnapshotCpuProblem &problem : verdict.problems) {
        if (problem.kind == Kind::Feature || problem.kind == Kind::Msr)
            missing << problem.name;
        else if (problem.kind != Kind::Vendor) // told with the processors' names
            findings.append({Severity::Risk,
                             Text::tr("This host does not take the guest’s processor: %1").arg(problem.message),
                             Text::tr("Restore it on a host like the one it was made on."),
                             {}});
    }
    for (const SnapshotCpuProblem &warning : verdict.warnings)
        weaker << warning.name;
    if (!missing.isEmpty())
        findings.append(
            {Severity::Risk,
             Text::tr("The guest was given what this host does not offer, and may crash when it uses it: %1.")
                 .arg(missing.join(u", "_s)),
             Text::tr("Restore it on a host like the one it was made on. For machines that are to move, "
                      "choose a CPU template before they are started."),
             {}});
    if (!weaker.isEmpty())
        findings.append({Severity::Warning,
                         Text::tr("The guest relies on the processor not having some flaws, which this host does not "
                                  "promise: %1.")
                             .arg(weaker.join(u", "_s)),
                         {},
                         {}});
}

void addCpuFindings(const Snapshot &snapshot, const HostFacts &host, QList<Finding> &findings)
{
    const HostCpu &then = snapshot.cpu;
    const HostCpu &now = host.cpu;
    const QString vendorThen = host.cpuVerdict ? host.cpuVerdict->vendor : then.vendor;
    if (!vendorThen.isEmpty() && !now.vendor.isEmpty() && vendorThen != now.vendor) {
        findings.append({Severity::Problem,
                         Text::tr("It was made on a processor of another vendor (%1; this host has %2).")
                             .arg(vendorThen, now.vendor),
                         Text::tr("Restore it on a host with such a processor."),
                         {}});
        return;
    }
    if (host.cpuVerdict)
        addVerdict(*host.cpuVerdict, findings);
    if (then.vendor.isEmpty() || now.vendor.isEmpty())
        return;
    if (const QStringList missing = missingFeatures(then, now); !missing.isEmpty() && !host.cpuVerdict) {
        findings.append({Severity::Problem,
                         Text::tr("This host’s processor lacks features that the guest may be using: %1.")
                             .arg(missing.join(u", "_s)),
                         Text::tr("Restore it on a host like the one it was made on (%1). For machines that are to "
                                  "move, choose a CPU template before they are started.")
                             .arg(then.model),
                         {}});
        return;
    }
    if (host.cpuVerdict && !host.cpuVerdict->problems.isEmpty())
        return; // told above
    if (then.family != now.family || then.modelNumber != now.modelNumber || then.stepping != now.stepping)
        findings.append({Severity::Warning,
                         Text::tr("It was made on another processor (%1; this host has %2). What the guest uses is "
                                  "there, but such a restore is not tested.")
                             .arg(then.model, now.model),
                         Text::tr("Make another snapshot first, and look at the guest afterwards."),
                         {}});
}

void addRunnerFindings(const Snapshot &snapshot, const HostFacts &host, QList<Finding> &findings)
{
    if (host.runner.isEmpty()) {
        if (!host.whyNoRunner.isEmpty())
            findings.append({Severity::Problem, host.whyNoRunner, host.runnerRemedy, {}});
        return;
    }
    // In a jail or not, the processor is the same.
    if (snapshot.runner.isEmpty() || (snapshot.runner == u"emulated"_s) == (host.runner == u"emulated"_s))
        return;
    if (host.runner == u"emulated"_s)
        findings.append({Severity::Problem,
                         Text::tr("It was made on a real processor, and the machine would run in the emulator, which "
                                  "has another one."),
                         Text::tr("Restore it on a host with KVM."),
                         {}});
    else
        findings.append({Severity::Problem,
                         Text::tr("It was made in the emulator, and the machine would run on this host’s processor, "
                                  "which is another one."),
                         Text::tr("Choose the emulator as the place where the machine runs."),
                         {}});
}

} // namespace

bool blocked(const QList<Finding> &findings)
{
    return std::ranges::any_of(findings, [](const Finding &one) { return one.severity == Severity::Problem; });
}

bool risky(const QList<Finding> &findings)
{
    return std::ranges::any_of(findings, [](const Finding &one) { return one.severity == Finding::Severity::Risk; });
}

QList<Finding> hostFindings(const Snapshot &snapshot, const HostFacts &host)
{
    QList<Finding> findings;
    addRunnerFindings(snapshot, host, findings);
    // The emulator's processor is the same on every host.
    if (snapshot.runner != u"emulated"_s)
        addCpuFindings(snapshot, host, findings);
    const auto then = QVersionNumber::fromString(snapshot.engine.sparklerVersion);
    const auto now = QVersionNumber::fromString(host.engineVersion);
    if (!then.isNull() && !now.isNull() && now < then)
        findings.append({Severity::Warning,
                         Text::tr("It was made by a newer engine (version %1; here is %2), which may have written "
                                  "something that this one cannot read.")
                             .arg(then.toString(), now.toString()),
                         Text::tr("Install version %1 or later.").arg(then.toString()),
                         {}});
    return findings;
}

QList<Finding> fileFindings(const SnapshotFacts &facts)
{
    QList<Finding> findings;
    if (!facts.chainProblem.isEmpty())
        findings.append({Severity::Problem,
                         facts.chainProblem,
                         Text::tr("Only its drives can be used; they are in its folder."),
                         {}});
    for (const QString &path : facts.missingFiles)
        findings.append(
            {Severity::Problem, Text::tr("The file %1 is missing.").arg(path), Text::tr("Put it back."), {}});
    for (const QString &problem : facts.problems)
        findings.append({Severity::Problem, problem, {}, {}});
    for (const QString &path : facts.changedFiles)
        findings.append({Severity::Warning,
                         Text::tr("The read-only drive %1 was changed since the snapshot was made. The guest may still "
                                  "have parts of the old one in its memory.")
                             .arg(path),
                         Text::tr("Put the file of then back."),
                         {}});
    if (facts.bytesFree >= 0 && facts.bytesFree < facts.bytesNeeded) {
        const QLocale locale;
        findings.append(
            {Severity::Warning,
             Text::tr("Up to %1 may be needed for copies, and %2 are free.")
                 .arg(locale.formattedDataSize(facts.bytesNeeded), locale.formattedDataSize(facts.bytesFree)),
             Text::tr("Make room first, unless the file system can share the blocks of copies."),
             {}});
    }
    return findings;
}

QList<Finding> cloneFindings(const Snapshot &snapshot)
{
    QList<Finding> findings;
    const QList<NetworkInterface> &interfaces = snapshot.definition.config.networkInterfaces;
    if (std::ranges::any_of(interfaces, [](const NetworkInterface &one) { return !one.hostDevName.isEmpty(); }))
        findings.append({Severity::Note,
                         Text::tr("The guest keeps its MAC and IP addresses, as they are in its memory: clones on one "
                                  "bridge would disturb each other."),
                         Text::tr("Keep their TAP devices apart, or change the addresses in the guests."),
                         {}});
    if (std::ranges::any_of(interfaces, [](const NetworkInterface &one) { return !one.forwards.isEmpty(); }))
        findings.append({Severity::Note,
                         Text::tr("Port forwards stay with the original, which has the ports of this host."),
                         Text::tr("Give the clone forwards of its own on its Network page."),
                         {}});
    return findings;
}

QList<Finding> tapFindings(const Snapshot &snapshot, const QHash<QString, QString> &taps, const HostFacts &host)
{
    QList<Finding> findings;
    for (const NetworkInterface &interface : snapshot.definition.config.networkInterfaces) {
        const QString name = taps.value(interface.ifaceId, interface.hostDevName);
        const auto found = host.taps.constFind(name);
        if (found == host.taps.constEnd() || found->problem == TapState::Problem::None)
            continue;
        // One that whoever opens it gets.
        const bool made = found->problem == TapState::Problem::Missing && found->error == 0;
        const Severity severity = made ? Severity::Note : found->blocks() ? Severity::Problem : Severity::Warning;
        findings.append({severity,
                         Text::tr("Network interface “%1”: %2").arg(interface.ifaceId, found->sentence()),
                         made ? QString() : found->remedy(),
                         {}});
    }
    return findings;
}

} // namespace sparkler::gui
