#include "client/error.h"

#include <QCoreApplication>

namespace sparkler::gui {
namespace {

constexpr const char *kContext = "sparkler::gui::ApiError";

/// The reasons that ApiConnection gives in `detail` are known to the translators; any other text stays as it is.
[[maybe_unused]] constexpr const char *kReasons[] = {
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "there is no socket file"),
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "nobody listens on the socket"),
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "you may not open the socket"),
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "the socket's path is not absolute"),
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "the socket's path is longer than 106 bytes"),
    QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "the file is not a socket"),
};

QString translated(const char *text)
{
    return QCoreApplication::translate(kContext, text);
}

} // namespace

QString ApiError::sentence() const
{
    const QString request = QString::fromLatin1(method) + u' ' + path;
    const QString reason = detail.isEmpty() ? QString() : translated(detail.toUtf8().constData());
    switch (kind) {
    case Kind::NotConnected:
        if (reason.isEmpty())
            return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "%1 failed: the engine cannot be reached."))
                .arg(request);
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "%1 failed: the engine cannot be reached, %2."))
            .arg(request, reason);
    case Kind::TimedOut:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError",
                                            "%1 failed: the engine did not answer in time. It may still act on it."))
            .arg(request);
    case Kind::Cancelled:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "%1 was cancelled.")).arg(request);
    case Kind::ConnectionLost:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError",
                                            "%1 failed: the engine closed the connection before it had answered."))
            .arg(request);
    case Kind::Protocol:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "%1 failed: the answer is not valid (%2)."))
            .arg(request, reason);
    case Kind::TooLarge:
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "%1 failed: the answer is too large."))
            .arg(request);
    case Kind::Fault:
        if (fault.isEmpty())
            return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "The engine refused %1 with status %2."))
                .arg(request, QString::number(status));
        return translated(QT_TRANSLATE_NOOP("sparkler::gui::ApiError", "The engine refused %1: %2"))
            .arg(request, fault);
    }
    return request;
}

} // namespace sparkler::gui
