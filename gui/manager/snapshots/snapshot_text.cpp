#include "manager/snapshots/snapshot_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

struct SnapshotText {
    Q_DECLARE_TR_FUNCTIONS(SnapshotText)
};

constexpr std::chrono::milliseconds kInSecondsFrom{1000};
constexpr std::chrono::milliseconds kWholeSecondsFrom{10'000};

} // namespace

QString kindText(SnapshotKind kind)
{
    return kind == SnapshotKind::Full ? SnapshotText::tr("Full", "kind of snapshot")
                                      : SnapshotText::tr("Diff", "kind of snapshot");
}

QString durationText(std::chrono::milliseconds duration)
{
    const QLocale locale;
    if (duration < kInSecondsFrom)
        return SnapshotText::tr("%1 ms").arg(locale.toString(static_cast<qlonglong>(duration.count())));
    const double seconds = static_cast<double>(duration.count()) / 1000;
    return SnapshotText::tr("%1 s").arg(locale.toString(seconds, 'f', duration < kWholeSecondsFrom ? 1 : 0));
}

QString momentText(const QDateTime &utc)
{
    return utc.isValid() ? QLocale().toString(utc.toLocalTime(), QLocale::ShortFormat) : QString();
}

QString copyText(const SnapshotDrive &drive)
{
    switch (drive.copy) {
    case SnapshotDrive::Copy::None:
        return SnapshotText::tr("read-only: the file itself is used again");
    case SnapshotDrive::Copy::Shared:
        return SnapshotText::tr("copied by reflink: blocks are shared until one is written");
    case SnapshotDrive::Copy::Full:
        break;
    }
    return SnapshotText::tr("copied in full, with its holes");
}

QString drivesText(const QList<SnapshotDrive> &drives)
{
    const auto count = [&drives](SnapshotDrive::Copy copy) {
        return static_cast<int>(std::ranges::count(drives, copy, &SnapshotDrive::copy));
    };
    QStringList parts;
    if (const int shared = count(SnapshotDrive::Copy::Shared))
        parts << SnapshotText::tr("%n shared", "drives", shared);
    if (const int copied = count(SnapshotDrive::Copy::Full))
        parts << SnapshotText::tr("%n copied", "drives", copied);
    if (const int same = count(SnapshotDrive::Copy::None))
        parts << SnapshotText::tr("%n read-only", "drives", same);
    return parts.isEmpty() ? SnapshotText::tr("None", "drives")
                           : parts.join(SnapshotText::tr(", ", "between kinds of drive copies"));
}

QString cpuText(const HostCpu &cpu)
{
    const QString name = cpu.model.isEmpty() ? cpu.vendor : cpu.model;
    if (name.isEmpty())
        return SnapshotText::tr("Unknown", "processor");
    if (cpu.family == 0)
        return name;
    return SnapshotText::tr("%1 (family %2, model %3, stepping %4)", "processor")
        .arg(name)
        .arg(cpu.family)
        .arg(cpu.modelNumber)
        .arg(cpu.stepping);
}

QString engineText(const Snapshot &snapshot)
{
    const VersionInfo &engine = snapshot.engine;
    QString name = SnapshotText::tr("API %1").arg(engine.firecrackerVersion);
    if (!engine.sparklerVersion.isEmpty())
        name = SnapshotText::tr("Sparkler %1, API %2").arg(engine.sparklerVersion, engine.firecrackerVersion);
    else if (engine.firecrackerVersion.isEmpty())
        name = SnapshotText::tr("Unknown", "engine");
    return snapshot.runner == u"emulated"_s ? SnapshotText::tr("%1, emulated", "engine").arg(name) : name;
}

QString fileStateText(VerifiedFile::State state)
{
    switch (state) {
    case VerifiedFile::State::Good:
        return SnapshotText::tr("As it was");
    case VerifiedFile::State::Changed:
        return SnapshotText::tr("Changed");
    case VerifiedFile::State::Missing:
        return SnapshotText::tr("Missing", "file");
    case VerifiedFile::State::Recorded:
        return SnapshotText::tr("Recorded now");
    case VerifiedFile::State::Unreadable:
        break;
    }
    return SnapshotText::tr("Cannot be read");
}

QString verificationText(const Verification &verification)
{
    const QString at = momentText(verification.at);
    if (!verification.good())
        return SnapshotText::tr("Verified %1: not all files are as they were.", "time").arg(at);
    const bool recorded = std::ranges::any_of(
        verification.files, [](const VerifiedFile &file) { return file.state == VerifiedFile::State::Recorded; });
    return recorded ? SnapshotText::tr(
                          "Verified %1: nothing is wrong; some files had no checksum yet and have one now.", "time")
                          .arg(at)
                    : SnapshotText::tr("Verified %1: all files are as they were.", "time").arg(at);
}

} // namespace sparkler::gui
