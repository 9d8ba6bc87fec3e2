// api

#include "ctl/arguments.h"
#include "ctl/engine_call.h"
#include "ctl/text.h"

#include <QJsonDocument>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QJsonValue bodyValue(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (document.isObject())
        return document.object();
    if (document.isArray())
        return document.array();
    return body.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromUtf8(body));
}

Exit sendRequest(Session &session, const Arguments &arguments)
{
    const QString method = arguments.operand(1).toUpper();
    const QString path = arguments.operand(2);
    const QString what = Ctl::tr("%1 %2 was not sent.").arg(method, path);
    if (!path.startsWith(u'/') || path.contains(u' ') || printable(path) != path)
        return session.out().fail(what, Ctl::tr("A path begins with “/” and has no blanks."), Exit::Usage);
    const auto body = textOf(arguments.operand(3));
    if (!body)
        return session.out().fail(what, body.error(), Exit::Usage);
    session.open(Session::Role::Act);
    Exit exit = Exit::Good;
    Machine *machine = runningMachine(session, arguments.operand(0), what, exit);
    if (!machine)
        return exit;
    HttpRequest request{.method = method.toLatin1(), .path = path, .body = *body};
    request.deadline = EngineClient::kSnapshotDeadline; // it may be one; a signal ends the wait
    const auto answer = ask<HttpReply>(session, [&](QObject *context, EngineClient::Callback<HttpReply> callback) {
        machine->client()->raw(request, context, std::move(callback));
    });
    if (!answer)
        return session.interruption();
    if (!*answer)
        return session.out().fail(Failure::fromApi(Ctl::tr("%1 %2 failed.").arg(method, path), answer->error()));
    const HttpReply &reply = **answer;
    if (session.out().json())
        Output::document(QJsonObject{{u"status"_s, reply.status}, {u"body"_s, bodyValue(reply.body)}});
    else if (!reply.body.isEmpty())
        Output::raw(reply.body.endsWith('\n') ? reply.body : reply.body + '\n');
    return Exit::Good;
}

constexpr Operand kOperands[] = {
    {.name = "MACHINE", .completes = Completes::Machine},
    {.name = "METHOD", .completes = Completes::Words, .words = "GET|PUT|PATCH"},
    {.name = "PATH"},
    {.name = "BODY", .optional = true},
};

constexpr Command kCommands[] = {
    {.name = "api",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Send a request to a machine's engine and print the answer"),
     .details =
         QT_TRANSLATE_NOOP("sparklectl", "BODY is JSON, @FILE, or - for standard input. What is changed so is not "
                                         "kept in the machine's definition."),
     .operands = kOperands,
     .options = {},
     .run = sendRequest},
};

} // namespace

std::span<const Command> apiCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
