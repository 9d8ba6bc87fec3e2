#include "manager/failure.h"

#include <QCoreApplication>

namespace sparkler::gui {

Failure Failure::fromApi(const QString &what, const ApiError &error, const QString &state, const QString &remedy)
{
    Failure failure;
    failure.what = what;
    failure.why = error.sentence();
    failure.state = state;
    failure.remedy = remedy;
    if (!error.method.isEmpty())
        failure.request = QString::fromLatin1(error.method) + QLatin1Char(' ') + error.path;
    failure.status = error.status;
    failure.fault = error.fault.isEmpty() ? error.detail : error.fault;
    if (error.kind == ApiError::Kind::TimedOut)
        failure.help = HelpTopic::NoAnswer;
    return failure;
}

QString Failure::summary() const
{
    QStringList sentences{what, why, state, remedy};
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString Failure::report() const
{
    QStringList lines;
    for (const QString &sentence : {what, why, state, remedy}) {
        if (!sentence.isEmpty())
            lines << sentence;
    }
    QStringList details;
    if (!request.isEmpty())
        details << QCoreApplication::translate("Failure", "Request: %1").arg(request);
    if (status != 0)
        details << QCoreApplication::translate("Failure", "Status: %1").arg(status);
    if (!fault.isEmpty())
        details << QCoreApplication::translate("Failure", "The engine's words: %1").arg(fault);
    if (!logLines.isEmpty()) {
        details << QCoreApplication::translate("Failure", "The engine's last lines:");
        details << logLines;
    }
    if (!details.isEmpty())
        lines << QString() << details;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace sparkler::gui
