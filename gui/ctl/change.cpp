#include "ctl/change.h"

#include "ctl/machine_json.h"
#include "ctl/session.h"
#include "ctl/text.h"

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

Exit applyChange(Session &session, Machine *machine, const MachineDefinition &changed)
{
    if (const QString why = machine->whyNot(MachineAction::Edit); !why.isEmpty())
        return session.out().fail(Ctl::tr("“%1” was not changed.").arg(machine->definition().name), why, Exit::NotNow);
    QObject context;
    std::optional<Outcome<QStringList>> outcome;
    machine->apply(changed, &context, [&outcome](const Outcome<QStringList> &done) { outcome = done; });
    if (!session.wait([&outcome] { return outcome.has_value(); }))
        return session.interruption();
    session.progress().clear();
    if (!*outcome)
        return session.out().fail(outcome->error());
    const QStringList pending = **outcome;
    if (session.out().json()) {
        QJsonObject object = machineToJson(*machine, true);
        object.insert(u"pending_restart"_s, QJsonArray::fromStringList(pending));
        Output::document(object);
    } else if (!pending.isEmpty()) {
        session.out().remark(Ctl::tr("Needs a restart of the machine:"));
        for (const QString &line : pending)
            session.out().remark(u"  "_s + line);
    }
    return Exit::Good;
}

} // namespace sparkler::gui
