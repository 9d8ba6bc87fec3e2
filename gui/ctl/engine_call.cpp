#include "ctl/engine_call.h"

#include "ctl/text.h"

#include <QFile>

#include <cstdio>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMostBytes = qint64{16} << 20; ///< of a document

} // namespace

Machine *runningMachine(Session &session, const QString &name, const QString &what, Exit &exit)
{
    Machine *machine = session.machine(name);
    exit = Exit::NoSuch;
    if (!machine || machine->client())
        return machine;
    exit = session.out().fail(what,
                              machine->reason().isEmpty() ? Ctl::tr("The machine is not running.") : machine->reason(),
                              Exit::NotNow, Ctl::tr("Start it: sparklectl start %1").arg(machine->id()));
    return nullptr;
}

std::expected<QByteArray, QString> textOf(const QString &operand)
{
    const bool input = operand == "-"_L1;
    if (!input && !operand.startsWith(u'@'))
        return operand.toUtf8();
    QFile file(operand.mid(1));
    const bool open = input ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return std::unexpected(Ctl::tr("%1 cannot be read: %2.").arg(operand.mid(1), file.errorString()));
    const QByteArray bytes = file.read(kMostBytes + 1);
    if (bytes.size() > kMostBytes)
        return std::unexpected(Ctl::tr("The document is larger than 16 MiB."));
    return bytes;
}

} // namespace sparkler::gui
