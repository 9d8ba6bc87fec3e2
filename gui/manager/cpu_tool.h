#pragma once

#include "manager/cpu_report.h"

#include <QByteArray>
#include <QObject>

#include <chrono>
#include <memory>

class QProcess;
class QTimer;

namespace sparkler::gui {

/// The machine that is asked about.
struct CpuQuestion {
    QString named{};     ///< a named template; empty: none
    QByteArray custom{}; ///< a template of one's own, as JSON; wins when it is not empty
    int vcpus = 1;
    bool smt = false;
    bool operator==(const CpuQuestion &) const = default;
};

/// Asks "sparkler-tools cpu explain" what a guest would find in its processor on this host. One question at a time: a
/// newer one takes the place of that which is being answered. GUI thread; never waits.
class CpuTool : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::seconds kLimit{30}; ///< it takes a fraction of a second; a busy host takes longer

    /// `program`: sparkler-tools; empty: not installed.
    explicit CpuTool(QString program, QObject *parent = nullptr);
    ~CpuTool() override;

    /// Exactly one of answered() and failed() follows for the newest question, never from within the call.
    void ask(const CpuQuestion &question);
    /// Nothing follows any more.
    void cancel();
    bool asking() const { return m_process != nullptr || m_toFail; }

signals:
    void answered(const sparkler::gui::CpuReport &report);
    /// `why`: a translated sentence, with the tool's own words where it has some.
    void failed(const QString &why);

private:
    void ended();
    void fail(const QString &why);
    void failLater(const QString &why);

    QString m_program;
    QProcess *m_process = nullptr; ///< of the newest question
    QTimer *m_limit;
    bool m_toFail = false;
    quint64 m_asked = 0;
};

} // namespace sparkler::gui
