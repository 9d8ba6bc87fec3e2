#pragma once

#include "harness/engine_process.h"

#include <QDeadlineTimer>
#include <QProcess>

namespace harness {

/// A program on the host that runs beside the test and ends with the object.
class HostProgram {
public:
    HostProgram(const QString &program, const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(program, arguments);
    }
    ~HostProgram()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    HostProgram(const HostProgram &) = delete;
    HostProgram &operator=(const HostProgram &) = delete;

    /// Waits for `text` in what it prints.
    bool prints(const QByteArray &text, int timeoutMs = 20000)
    {
        QDeadlineTimer deadline(timeoutMs * slowFactor());
        while (!m_output.contains(text) && !deadline.hasExpired()) {
            if (!m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime())) &&
                m_process.state() == QProcess::NotRunning)
                break;
            m_output += m_process.readAll();
        }
        m_output += m_process.readAll();
        return m_output.contains(text);
    }
    /// Waits for its end: true when that is one with status 0.
    bool succeeds(int timeoutMs = 30000)
    {
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(timeoutMs * slowFactor()))
            return false;
        m_output += m_process.readAll();
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    const QByteArray &output() const { return m_output; }

private:
    QProcess m_process;
    QByteArray m_output;
};

} // namespace harness
