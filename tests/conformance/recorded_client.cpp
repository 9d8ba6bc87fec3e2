#include "recorded_client.h"

#include "harness/engine_process.h"

#include <QDeadlineTimer>
#include <QFile>

#include <poll.h>

using namespace harness;

namespace {

constexpr int kTickMs = 10;
// The SDK gives up after 3 s. Not here: whoever tests on a busy machine wants to know whether it comes at all.
constexpr int kPatienceMs = 30'000;

} // namespace

RecordedClient::~RecordedClient()
{
    if (isRunning()) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool RecordedClient::start(const QString &program, const QStringList &arguments, const QString &console,
                           const QString &directory)
{
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(console.isEmpty() ? QProcess::nullDevice() : console);
    m_process.setWorkingDirectory(directory);
    m_process.start(program, arguments);
    return m_process.waitForStarted();
}

bool RecordedClient::isRunning()
{
    m_process.waitForFinished(0); // it has no event loop to notice
    return m_process.state() == QProcess::Running;
}

QByteArray RecordedClient::waitForSocket()
{
    const QDeadlineTimer deadline(kPatienceMs * slowFactor());
    m_api.emplace(m_socketPath);
    QByteArray wrong = m_sequence.problem();
    if (!wrong.isEmpty())
        return wrong;
    const RecordedStep &first = m_sequence.steps().first();
    do {
        ::poll(nullptr, 0, kTickMs);
        if (!isRunning())
            return "the engine has ended";
        wrong = QFile::exists(m_socketPath) ? first.wrongWith(m_api->raw(first.request)) : "no socket";
    } while (!wrong.isEmpty() && !deadline.hasExpired());
    m_next = 1;
    return wrong;
}

QByteArray RecordedClient::replayNext()
{
    const RecordedStep &step = m_sequence.steps()[m_next++];
    return step.wrongWith(m_api->raw(step.request));
}

QByteArray RecordedClient::replayThrough(const QByteArray &title)
{
    while (m_next < m_sequence.steps().size()) {
        const bool last = m_sequence.steps()[m_next].title == title;
        const QByteArray wrong = replayNext();
        if (last || !wrong.isEmpty())
            return wrong;
    }
    return "no such request: " + title;
}

QByteArray RecordedClient::replayRest()
{
    QByteArray wrong;
    while (wrong.isEmpty() && m_next < m_sequence.steps().size())
        wrong = replayNext();
    return wrong;
}

std::optional<RecordedClient::End> RecordedClient::wait()
{
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(kPatienceMs * slowFactor()))
        return std::nullopt;
    if (m_process.exitStatus() == QProcess::CrashExit)
        return End{-1, true};
    return End{m_process.exitCode(), false};
}
