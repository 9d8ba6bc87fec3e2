// logs, events

#include "ctl/arguments.h"
#include "ctl/engine_call.h"
#include "ctl/event_stream.h"
#include "ctl/text.h"
#include "manager/log_tail.h"

#include <QJsonDocument>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QString levelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return u"error"_s;
    case LogLevel::Warn:
        return u"warn"_s;
    case LogLevel::Info:
        return u"info"_s;
    case LogLevel::Debug:
        return u"debug"_s;
    case LogLevel::Trace:
        return u"trace"_s;
    case LogLevel::Off:
        break;
    }
    return u"off"_s;
}

void print(const Session &session, const LogLine &line)
{
    if (!session.out().json())
        return session.out().line(line.whole);
    Output::record({{u"at"_s, line.at.isValid() ? QJsonValue(line.at.toUTC().toString(Qt::ISODateWithMs))
                                                : QJsonValue(QJsonValue::Null)},
                    {u"level"_s, line.level ? QJsonValue(levelWord(*line.level)) : QJsonValue(QJsonValue::Null)},
                    {u"origin"_s, line.origin},
                    {u"text"_s, line.text}});
}

/// Prints the `last` lines that are there, then what is added until a signal comes.
void follow(Session &session, const QString &file, qsizetype last)
{
    LogTail tail;
    std::size_t printed = 0;
    bool begun = false;
    const auto catchUp = [&] {
        const auto &lines = tail.lines();
        if (!std::exchange(begun, true) && lines.size() > static_cast<std::size_t>(last))
            printed = lines.size() - static_cast<std::size_t>(last);
        for (; printed < lines.size(); ++printed)
            print(session, lines[printed]);
    };
    QObject::connect(&tail, &LogTail::cleared, [&printed] { printed = 0; });
    QObject::connect(&tail, &LogTail::linesChanged, [&](int dropped, int) {
        printed -= std::min(printed, static_cast<std::size_t>(dropped));
        catchUp();
    });
    tail.follow(file);
    session.wait([] { return false; });
}

Exit showLogs(Session &session, const Arguments &arguments)
{
    bool good = true;
    const int count = arguments.has("--lines") ? arguments.value("--lines").toInt(&good) : 100;
    if (!good || count < 0)
        return session.out().usage(Ctl::tr("--lines is a number."), u"logs"_s);
    session.store().load();
    const QString id = session.machineId(arguments.operand(0));
    if (id.isEmpty())
        return Exit::NoSuch;
    const MachineDirectory directory(session.store().directory(id));
    const QString file = arguments.has("--output") ? directory.engineOutput() : directory.engineLog();
    if (arguments.has("--follow")) {
        follow(session, file, count);
        return Exit::Good;
    }
    for (const QString &line : LogTail::readLastLines(file, count))
        print(session, LogTail::parse(line));
    return Exit::Good;
}

/// "12:03:04.567  drive_patched  drive_id=rootfs path_on_host=/…"
QString eventText(const QJsonObject &event)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(event.value("utc_timestamp_ms"_L1).toInteger());
    QStringList words;
    for (auto member = event.begin(); member != event.end(); ++member) {
        if (member.key() != "event"_L1 && member.key() != "utc_timestamp_ms"_L1)
            words << member.key() + u'=' + member->toVariant().toString();
    }
    return at.toString(u"HH:mm:ss.zzz"_s) + u"  "_s + event.value("event"_L1).toString() +
           (words.isEmpty() ? QString() : u"  "_s + words.join(u' '));
}

Exit showEvents(Session &session, const Arguments &arguments)
{
    const QString what = Ctl::tr("The events were not read.");
    session.open(Session::Role::Look);
    Exit exit = Exit::Good;
    const Machine *machine = runningMachine(session, arguments.operand(0), what, exit);
    if (!machine)
        return exit;
    EventStream stream(machine->directory().apiSocket(), machine->enginePid());
    QObject::connect(&stream, &EventStream::line, [&session](const QByteArray &json) {
        const QJsonObject event = QJsonDocument::fromJson(json).object();
        if (session.out().json())
            Output::record(event);
        else
            session.out().line(eventText(event));
    });
    session.wait([&stream] { return stream.ended(); });
    return stream.error().isEmpty() ? Exit::Good : session.out().fail(what, stream.error(), Exit::Failed);
}

constexpr Operand kMachine[] = {{.name = "MACHINE", .completes = Completes::Machine}};
constexpr Option kLogOptions[] = {
    {.name = "--lines",
     .letter = 'n',
     .value = "NUMBER",
     .help = QT_TRANSLATE_NOOP("sparklectl", "So many of the last lines; 100 if not given")},
    {.name = "--follow",
     .letter = 'f',
     .help = QT_TRANSLATE_NOOP("sparklectl", "Then what is added, until a signal comes")},
    {.name = "--output",
     .help = QT_TRANSLATE_NOOP("sparklectl", "What the engine wrote to its standard output and error")},
};

constexpr Command kCommands[] = {
    {.name = "logs",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print the log of a machine's engine"),
     .details = "",
     .operands = kMachine,
     .options = kLogOptions,
     .run = showLogs},
    {.name = "events",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print what happens to a running machine, as it happens"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "Ends when the machine does, or when a signal comes."),
     .operands = kMachine,
     .options = {},
     .run = showEvents},
};

} // namespace

std::span<const Command> logCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
