#pragma once

// What "sparkler-tools cpu" answers, as values. The tool is the engine's: what it says of a guest's processor is what a
// start would do.

#include <QByteArray>
#include <QList>
#include <QString>

#include <expected>
#include <optional>

namespace sparkler::gui {

/// Whether a machine starts with a CPU template here.
struct CpuVerdict {
    bool fits = true;
    QString reason{}; ///< the engine's words when it does not
    bool operator==(const CpuVerdict &) const = default;
};

struct NamedCpuTemplate {
    QString name{};
    CpuVerdict verdict{};
    bool operator==(const NamedCpuTemplate &) const = default;
};

/// Something about a template that starts nevertheless.
struct CpuTemplateWarning {
    enum class Kind { NotOffered, Overruled, Flags, Other };
    Kind kind = Kind::Other;
    QString name{};    ///< of the feature, MSR or leaf
    QString message{}; ///< in English
    bool operator==(const CpuTemplateWarning &) const = default;
};

/// One bit of CPUID with a name.
struct CpuFeature {
    enum class Change { Host, Set, Cleared }; ///< what the template does
    quint32 leaf = 0, subleaf = 0;
    QString reg{}; ///< "ecx"
    int bit = 0;
    QString name{};    ///< "avx2"
    QString meaning{}; ///< in English, as the vendors' manuals have it
    bool host = false; ///< this host's KVM offers it
    Change change = Change::Host;
    std::optional<bool> guest{}; ///< nothing: there is no guest with this template here
    bool operator==(const CpuFeature &) const = default;
};

struct CpuReport {
    QString vendor{}, brand{}; ///< of this host
    int family = 0, model = 0, stepping = 0;
    QList<NamedCpuTemplate> templates{};
    CpuVerdict chosen{};
    QList<CpuTemplateWarning> warnings{};
    QString templateText{}; ///< the template that was asked about, as JSON to read and edit
    QList<CpuFeature> features{};
    bool operator==(const CpuReport &) const = default;
};

/// The answer of "cpu explain". Error: what is wrong with it, one untranslated line.
std::expected<CpuReport, QString> cpuReportFromJson(const QByteArray &json);

/// Something that a snapshot's processor has and this host's has not, or may not have.
struct SnapshotCpuProblem {
    enum class Kind { Vendor, Feature, Assurance, Msr, Refused, Other };
    Kind kind = Kind::Other;
    QString name{};    ///< of the feature or MSR
    QString message{}; ///< in English
    bool operator==(const SnapshotCpuProblem &) const = default;
};

/// Whether this host's KVM takes the processor of a snapshot.
struct SnapshotCpuVerdict {
    QString vendor{}; ///< of the saved processor
    QList<SnapshotCpuProblem> problems{};
    QList<SnapshotCpuProblem> warnings{};
    bool operator==(const SnapshotCpuVerdict &) const = default;
};

/// The answer of "cpu check-snapshot". Error: as above.
std::expected<SnapshotCpuVerdict, QString> snapshotCpuFromJson(const QByteArray &json);

} // namespace sparkler::gui
