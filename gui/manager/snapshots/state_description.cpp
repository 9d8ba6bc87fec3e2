#include "manager/snapshots/state_description.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <chrono>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLimit{10'000}; ///< it takes milliseconds; a busy machine takes longer
constexpr qint64 kMostOutput = 4 << 20;             ///< bytes; far above any answer

/// What the tool prints about a state file; nothing: it fails.
std::optional<QByteArray> askTool(const QString &tools, QStringList words, const QString &stateFile)
{
    if (tools.isEmpty())
        return std::nullopt;
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(tools, words << u"--vmstate-path"_s << stateFile);
    if (!process.waitForFinished(static_cast<int>(kLimit.count()))) {
        process.kill();
        process.waitForFinished();
        return std::nullopt;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return std::nullopt;
    return process.read(kMostOutput);
}

} // namespace

bool canFollowClock(const QString &tools, const QString &stateFile)
{
    const std::optional<QByteArray> answer = askTool(tools, {u"describe"_s}, stateFile);
    return answer && QJsonDocument::fromJson(*answer).object().value("clock_realtime"_L1).toBool();
}

std::optional<SnapshotCpuVerdict> savedCpuVerdict(const QString &tools, const QString &stateFile)
{
    const std::optional<QByteArray> answer = askTool(tools, {u"cpu"_s, u"check-snapshot"_s}, stateFile);
    if (!answer)
        return std::nullopt;
    const auto verdict = snapshotCpuFromJson(*answer);
    return verdict ? std::optional(*verdict) : std::nullopt;
}

} // namespace sparkler::gui
