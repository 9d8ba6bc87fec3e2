// delete, undelete, trash

#include "ctl/arguments.h"
#include "ctl/session.h"
#include "ctl/text.h"

#include <QLocale>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

QJsonObject toJson(const MachineStore::TrashEntry &entry)
{
    return {{u"id"_s, entry.id},
            {u"name"_s, entry.name},
            {u"deleted_at"_s, entry.deletedAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"bytes"_s, entry.bytes}};
}

Exit removeThem(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    QJsonArray array;
    for (const QString &name : arguments.operandsFrom(0)) {
        const Machine *machine = session.machine(name);
        if (!machine)
            return Exit::NoSuch;
        const QString id = machine->id();
        const QString title = machine->definition().name;
        if (const QString why = machine->whyNot(MachineAction::Delete); !why.isEmpty())
            return session.out().fail(Ctl::tr("“%1” was not deleted.").arg(title), why, Exit::NotNow);
        session.letGo();
        if (const auto moved = session.store().moveToTrash(id); !moved)
            return session.out().fail(moved.error());
        if (arguments.has("--permanently")) {
            if (const auto gone = session.store().emptyTrash(id); !gone)
                return session.out().fail(gone.error());
        }
        array.append(QJsonObject{{u"id"_s, id}, {u"name"_s, title}});
        session.out().remark(arguments.has("--permanently")
                                 ? Ctl::tr("“%1” is deleted for good.").arg(title)
                                 : Ctl::tr("“%1” is in the trash: sparklectl undelete %2").arg(title, id));
    }
    if (session.out().json())
        Output::document(array);
    return Exit::Good;
}

Exit restoreThem(Session &session, const Arguments &arguments)
{
    session.open(Session::Role::Act);
    QJsonArray array;
    for (const QString &name : arguments.operandsFrom(0)) {
        QStringList found;
        for (const MachineStore::TrashEntry &entry : session.store().trash()) {
            if (entry.id == name || entry.name == name || (name.size() > 1 && entry.id.startsWith(name)))
                found << entry.id;
        }
        if (found.size() != 1)
            return session.out().fail(found.isEmpty()
                                          ? Ctl::tr("There is no machine “%1” in the trash.").arg(name)
                                          : Ctl::tr("“%1” fits several machines: %2.").arg(name, found.join(u", "_s)),
                                      {}, Exit::NoSuch, Ctl::tr("“sparklectl trash” tells which there are."));
        if (const auto restored = session.store().restore(found.constFirst()); !restored)
            return session.out().fail(restored.error());
        const MachineDefinition *definition = session.store().find(found.constFirst());
        const QString title = definition ? definition->name : name;
        array.append(QJsonObject{{u"id"_s, found.constFirst()}, {u"name"_s, title}});
        session.out().remark(Ctl::tr("“%1” is there again.").arg(title));
    }
    if (session.out().json())
        Output::document(array);
    return Exit::Good;
}

Exit listTrash(Session &session, const Arguments &arguments)
{
    if (arguments.has("--names")) {
        for (const MachineStore::TrashEntry &entry : session.store().trash())
            session.out().line(entry.name);
        return Exit::Good;
    }
    QJsonArray array;
    QList<QStringList> rows;
    const QLocale locale;
    for (const MachineStore::TrashEntry &entry : session.store().trash()) {
        array.append(toJson(entry));
        rows << QStringList{entry.id, entry.name, locale.toString(entry.deletedAt.toLocalTime(), QLocale::ShortFormat),
                            locale.formattedDataSize(entry.bytes)};
    }
    if (session.out().json())
        Output::document(array);
    else if (rows.isEmpty())
        session.out().remark(Ctl::tr("The trash is empty."));
    else
        session.out().table({Ctl::tr("ID"), Ctl::tr("NAME"), Ctl::tr("DELETED"), Ctl::tr("ON DISK")}, rows);
    return Exit::Good;
}

constexpr Operand kMachines[] = {{.name = "MACHINE", .completes = Completes::Machine, .repeated = true}};
constexpr Operand kDeleted[] = {{.name = "MACHINE", .completes = Completes::Trash, .repeated = true}};

constexpr Option kDeleteOptions[] = {
    {.name = "--permanently", .help = QT_TRANSLATE_NOOP("sparklectl", "With its disks and snapshots, for good")},
};

constexpr Option kTrashOptions[] = {
    {.name = "--names", .help = QT_TRANSLATE_NOOP("sparklectl", "Only the names, one a line")},
};

constexpr Command kCommands[] = {
    {.name = "delete",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Move machines that do not run into the trash"),
     .details = "",
     .operands = kMachines,
     .options = kDeleteOptions,
     .run = removeThem},
    {.name = "undelete",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "Take machines out of the trash"),
     .details = "",
     .operands = kDeleted,
     .options = {},
     .run = restoreThem},
    {.name = "trash",
     .summary = QT_TRANSLATE_NOOP("sparklectl", "List what is in the trash"),
     .details = "",
     .operands = {},
     .options = kTrashOptions,
     .run = listTrash},
};

} // namespace

std::span<const Command> trashCommands()
{
    return kCommands;
}

} // namespace sparkler::gui
