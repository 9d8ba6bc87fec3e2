#pragma once

#include "client/engine_client.h"
#include "ctl/session.h"

namespace sparkler::gui {

/// A machine whose engine can be asked; null: told, and `exit` says how to end.
Machine *runningMachine(Session &session, const QString &name, const QString &what, Exit &exit);

/// Runs the loop until the call has its answer. Nothing: a signal came.
template <typename T>
std::optional<ApiResult<T>> ask(Session &session, const std::function<void(QObject *, EngineClient::Callback<T>)> &call)
{
    QObject context;
    std::optional<ApiResult<T>> answer;
    call(&context, [&answer](const ApiResult<T> &result) { answer = result; });
    session.wait([&answer] { return answer.has_value(); });
    session.progress().clear();
    return answer;
}

/// The text of an operand: itself, "@FILE" or "-" for standard input. Error: a translated sentence.
std::expected<QByteArray, QString> textOf(const QString &operand);

} // namespace sparkler::gui
