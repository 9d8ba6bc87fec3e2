// metrics

#include "ctl/arguments.h"
#include "ctl/engine_call.h"
#include "ctl/text.h"

#include <QMap>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// "block_rootfs.read_bytes" → number; aggregates have three.
void flatten(const QJsonObject &object, const QString &prefix, QMap<QString, qint64> &counters)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString name = prefix.isEmpty() ? entry.key() : prefix + u'.' + entry.key();
        if (entry->isObject())
            flatten(entry->toObject(), name, counters);
        else if (entry->isDouble())
            counters.insert(name, entry->toInteger());
    }
}

struct View {
    QString prefix;
    bool zeros = false;
    QMap<QString, qint64> last{};

    /// The counters that are shown: those that are not 0, and later those that have changed.
    QList<QStringList> rows(const QMap<QString, qint64> &now, bool first) const
    {
        QList<QStringList> found;
        for (auto counter = now.begin(); counter != now.end(); ++counter) {
            if (!counter.key().startsWith(prefix))
                continue;
            const qint64 change = *counter - last.value(counter.key());
            if (first ? zeros || *counter != 0 : change != 0)
                found << (first ? QStringList{counter.key(), QString::number(*counter)}
                                : QStringList{counter.key(), QString::number(*counter),
                                              (change > 0 ? u"+"_s : QString()) + QString::number(change)});
        }
        return found;
    }
};

Exit showMetrics(Session &session, const Arguments &arguments)
{
    const QString what = Ctl::tr("The metrics were not read.");
    session.open(Session::Role::Look);
    Exit exit = Exit::Good;
    const Machine *machine = runningMachine(session, arguments.operand(0), what, exit);
    if (!machine)
        return exit;
    View view{arguments.operand(1), arguments.has("--all")};
    for (bool first = true;; first = false) {
        if (!machine->client())
            return Exit::Good; // it has ended, and so has the following
        const auto answer =
            ask<QJsonObject>(session, [&](QObject *context, EngineClient::Callback<QJsonObject> callback) {
                machine->client()->metrics(context, std::move(callback));
            });
        if (!answer)
            return first ? session.interruption() : Exit::Good;
        if (!*answer)
            return session.out().fail(Failure::fromApi(what, answer->error()));
        QMap<QString, qint64> now;
        flatten(**answer, {}, now);
        if (session.out().json() && arguments.has("--follow"))
            Output::record(
                {{u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)}, {u"metrics"_s, **answer}});
        else if (session.out().json())
            Output::document(**answer);
        else if (const auto rows = view.rows(now, first); first || !rows.isEmpty())
            session.out().table(first ? QStringList{Ctl::tr("COUNTER"), Ctl::tr("VALUE")}
                                      : QStringList{Ctl::tr("COUNTER"), Ctl::tr("VALUE"), Ctl::tr("CHANGE")},
                                rows);
        view.last = now;
        if (!arguments.has("--follow"))
            return Exit::Good;
        session.wait([machine] { return !machine->client(); }, 1s);
        if (session.interrupted())
            return Exit::Good;
    }
}

constexpr Operand kOperands[] = {{.name = "MACHINE", .completes = Completes::Machine},
                                 {.name = "PREFIX", .optional = true}};
constexpr Option kOptions[] = {
    {.name = "--all", .letter = 'a', .help = QT_TRANSLATE_NOOP("sparklectl", "Also what is 0")},
    {.name = "--follow",
     .letter = 'f',
     .help =
         QT_TRANSLATE_NOOP("sparklectl", "Every second what has changed, until the machine ends or a signal comes")},
};

constexpr Command kCommands[] = {
    {.name = "metrics",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Print what a running machine's engine has counted"),
     .details = QT_TRANSLATE_NOOP("sparklectl", "PREFIX leaves only counters whose name begins so, such as net_eth0."),
     .operands = kOperands,
     .options = kOptions,
     .run = showMetrics},
};

} // namespace

std::span<const Command> metricsCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
