#pragma once

#include "client/types.h"

#include <QDateTime>
#include <QObject>

#include <deque>
#include <memory>

namespace sparkler::gui {

struct LogLine {
    QDateTime at;                  ///< invalid: the line has no time stamp
    std::optional<LogLevel> level; ///< nothing: not a line of the logger
    QString origin;                ///< thread or source position; may be empty
    QString text;                  ///< the message
    QString whole;                 ///< the line as it is
};

/// Follows a log file: what is there, then what is added; survives truncation and replacement. Bounded (20 000 lines, 8
/// KiB each). GUI thread.
class LogTail : public QObject {
    Q_OBJECT
public:
    explicit LogTail(QObject *parent = nullptr);
    ~LogTail() override;

    void follow(const QString &file); ///< need not exist yet
    void stop();                      ///< keeps the lines
    const std::deque<LogLine> &lines() const;
    QStringList lastLines(int count) const;
    static LogLine parse(const QString &line);
    /// The last lines of a file, without following it; of its last 64 KiB.
    static QStringList readLastLines(const QString &file, int count);

signals:
    /// `dropped` lines left at the front, `appended` came at the end.
    void linesChanged(int dropped, int appended);
    void cleared();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
