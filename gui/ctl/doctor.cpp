// doctor

#include "ctl/arguments.h"
#include "ctl/session.h"
#include "ctl/text.h"

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;
using State = ReadinessCheck::State;

QString stateWord(State state)
{
    switch (state) {
    case State::Good:
        return u"good"_s;
    case State::Warning:
        return u"warning"_s;
    case State::Problem:
        return u"problem"_s;
    case State::Checking:
        break;
    }
    return u"checking"_s;
}

QString stateText(State state)
{
    switch (state) {
    case State::Good:
        return Ctl::tr("good");
    case State::Warning:
        return Ctl::tr("warning");
    case State::Problem:
        return Ctl::tr("problem");
    case State::Checking:
        break;
    }
    return Ctl::tr("checking");
}

Exit examine(Session &session, const Arguments &)
{
    Readiness *host = session.workspace().readiness();
    session.progress().setText(Ctl::tr("Looking at this host"));
    host->check();
    if (!session.wait([host] { return host->complete(); }))
        return session.interruption();
    session.progress().setText({});
    session.progress().clear();
    QJsonArray array;
    for (const ReadinessCheck &check : host->checks()) {
        array.append(QJsonObject{{u"id"_s, check.id},
                                 {u"title"_s, check.title},
                                 {u"state"_s, stateWord(check.state)},
                                 {u"reason"_s, check.reason},
                                 {u"remedy"_s, check.remedyText},
                                 {u"command"_s, check.remedyCommand},
                                 {u"help"_s, helpReference(check.help)}});
        if (session.out().json())
            continue;
        session.out().line(u'[' + stateText(check.state) + u"] "_s + check.title + u": "_s + check.reason);
        if (check.state == State::Good)
            continue;
        if (!check.remedyText.isEmpty())
            session.out().line(u"    "_s + Ctl::tr("What helps: %1").arg(check.remedyText));
        if (!check.remedyCommand.isEmpty())
            session.out().line(u"    $ "_s + check.remedyCommand);
        if (check.help != HelpTopic::None)
            session.out().line(u"    "_s + Ctl::tr("See %1").arg(helpReference(check.help)));
    }
    if (session.out().json())
        Output::document(array);
    const QList<ReadinessCheck> checks = host->checks();
    const bool problem =
        std::ranges::any_of(checks, [](const ReadinessCheck &check) { return check.state == State::Problem; });
    return problem ? Exit::HostNotReady : Exit::Good;
}

constexpr Command kCommands[] = {
    {.name = "doctor",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Look whether this host has all that machines need"),
     .details =
         QT_TRANSLATE_NOOP("sparklectl", "The checks of the manager's start page. The exit code is 5 when one of "
                                         "them found a problem; warnings do not count."),
     .operands = {},
     .options = {},
     .run = examine},
};

} // namespace

std::span<const Command> doctorCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
