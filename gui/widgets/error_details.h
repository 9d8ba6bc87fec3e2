#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;

namespace sparkler::gui {

class Fold;
class InlineMessage;

/// All parts are plain text; empty ones are left out.
struct ErrorReport {
    QString summary; ///< what failed, why, what to do
    QString request; ///< "PUT /drives/rootfs {…}"
    QString status;  ///< "400 Bad Request"
    QString fault;   ///< the engine's words
    QStringList logLines;

    QString toText() const;
};

/// An error in full: the summary in sight, the rest folded and copyable.
class ErrorDetails : public QWidget {
    Q_OBJECT
public:
    explicit ErrorDetails(QWidget *parent = nullptr);

    void setReport(const ErrorReport &report);
    const ErrorReport &report() const { return m_report; }
    InlineMessage *message() const { return m_summary; }

private:
    void copy() const;

    ErrorReport m_report;
    InlineMessage *m_summary;
    Fold *m_fold;
    QPlainTextEdit *m_text;
};

} // namespace sparkler::gui
