#include "manager/snapshots/state_description.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <chrono>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::milliseconds kLimit{10'000}; ///< it takes milliseconds; a busy machine takes longer
constexpr qint64 kMostOutput = 64 << 10;            ///< bytes; far above any description

} // namespace

bool canFollowClock(const QString &tools, const QString &stateFile)
{
    if (tools.isEmpty())
        return false;
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardErrorFile(QProcess::nullDevice());
    process.start(tools, {u"describe"_s, u"--vmstate-path"_s, stateFile});
    if (!process.waitForFinished(static_cast<int>(kLimit.count()))) {
        process.kill();
        process.waitForFinished();
        return false;
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return false;
    return QJsonDocument::fromJson(process.read(kMostOutput)).object().value("clock_realtime"_L1).toBool();
}

} // namespace sparkler::gui
