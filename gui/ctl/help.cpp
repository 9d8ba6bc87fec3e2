#include "ctl/help.h"

#include "ctl/output.h"
#include "ctl/text.h"

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostNameColumns = 34;
constexpr qsizetype kColumns = 100;

QString optionName(const Option &option)
{
    QString text = option.letter != 0 ? u'-' + QLatin1Char(option.letter) + u", "_s : QString();
    text += QLatin1StringView(option.name);
    return option.value ? text + u' ' + QLatin1StringView(option.value) : text;
}

QString operandName(const Operand &operand)
{
    QString text = QString::fromLatin1(operand.name) + (operand.repeated ? u"..."_s : QString());
    return operand.optional ? u'[' + text + u']' : text;
}

QStringList wrapped(const QString &text, qsizetype columns)
{
    QStringList lines{QString()};
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!lines.constLast().isEmpty() && columnsOf(lines.constLast()) + 1 + columnsOf(word) > columns)
            lines << QString();
        lines.last() += lines.constLast().isEmpty() ? word : u' ' + word;
    }
    return lines;
}

/// "  --name VALUE   What it does", the names in a column of their own.
QString definitions(const QList<std::pair<QString, QString>> &entries)
{
    qsizetype width = 0;
    for (const auto &[name, meaning] : entries)
        width = std::max(width, std::min(columnsOf(name), kMostNameColumns));
    QString text;
    for (const auto &[name, meaning] : entries) {
        const QStringList lines = wrapped(meaning, kColumns - width - 4);
        const QString indent(width + 4, u' ');
        text += u"  "_s + name;
        text += columnsOf(name) > width ? u'\n' + indent : QString(width - columnsOf(name) + 2, u' ');
        text += lines.join(u'\n' + indent) + u'\n';
    }
    return text;
}

QList<std::pair<QString, QString>> optionEntries(std::span<const Option> options)
{
    QList<std::pair<QString, QString>> entries;
    for (const Option &option : options)
        entries.append({optionName(option), Ctl::tr(option.help)});
    return entries;
}

QString introduction()
{
    return Ctl::tr("Makes and runs KVM microVMs on the command line. It works on the same machines as the manager "
                   "(sparkler), at the same time: what one of them does the other sees. A machine runs on when the "
                   "command has ended. MACHINE is its name, its id, or the beginning of an id that no other one has.");
}

/// For the man macros: backslashes, hyphens that are meant as such, and control characters at a line's beginning.
QString roff(const QString &text)
{
    QString escaped = text;
    escaped.replace(u'\\', u"\\e"_s).replace(u'-', u"\\-"_s);
    if (escaped.startsWith(u'.') || escaped.startsWith(u'\''))
        escaped.prepend(u"\\&"_s);
    return escaped;
}

QString roffCommand(const Command &command)
{
    QString text = u".SS "_s + roff(usageLine(command)) + u'\n';
    text += roff(Ctl::tr(command.summary)) + u".\n"_s;
    if (*command.details != 0)
        text += roff(Ctl::tr(command.details)) + u'\n';
    for (const auto &[name, meaning] : optionEntries(command.options))
        text += u".TP\n.B "_s + roff(name) + u'\n' + roff(meaning) + u".\n"_s;
    return text;
}

} // namespace

QList<std::pair<int, QString>> exitCodes()
{
    const auto entry = [](Exit exit, const QString &meaning) { return std::pair(static_cast<int>(exit), meaning); };
    return {entry(Exit::Good, Ctl::tr("Done")),
            entry(Exit::Failed, Ctl::tr("It failed")),
            entry(Exit::Usage, Ctl::tr("The command line is wrong; nothing was done")),
            entry(Exit::NoSuch,
                  Ctl::tr("There is no such machine, snapshot, drive or interface, or the name fits several")),
            entry(Exit::NotNow, Ctl::tr("The machine's state does not allow it now")),
            entry(Exit::HostNotReady, Ctl::tr("“doctor” found a problem")),
            entry(Exit::Interrupted, Ctl::tr("Interrupted by a signal"))};
}

QString usageLine(const Command &command)
{
    QStringList words{u"sparklectl"_s, QString::fromLatin1(command.name)};
    for (const Operand &operand : command.operands)
        words << operandName(operand);
    if (!command.options.empty())
        words << Ctl::tr("[OPTION...]");
    return words.join(u' ');
}

QString helpText(const Command &command)
{
    QString text = Ctl::tr("Usage: %1").arg(usageLine(command)) + u"\n\n"_s;
    text += Ctl::tr(command.summary) + u".\n"_s;
    if (*command.details != 0)
        text += wrapped(Ctl::tr(command.details), kColumns).join(u'\n') + u'\n';
    text += u'\n' + Ctl::tr("Options:") + u'\n';
    return text + definitions(optionEntries(command.options) + optionEntries(commonOptions()));
}

QString overview(const QString &group)
{
    QList<std::pair<QString, QString>> entries;
    for (const Command *command : allCommands()) {
        const QString name = QString::fromLatin1(command->name);
        if (group.isEmpty() || name.startsWith(group + u' '))
            entries.append({name, Ctl::tr(command->summary)});
    }
    QString text;
    if (group.isEmpty()) {
        text = Ctl::tr("Usage: %1").arg(Ctl::tr("sparklectl COMMAND [OPTION...]")) + u"\n\n"_s;
        text += wrapped(introduction(), kColumns).join(u'\n') + u"\n\n"_s;
    }
    text += Ctl::tr("Commands:") + u'\n' + definitions(entries) + u'\n';
    text += Ctl::tr("Options of every command:") + u'\n' + definitions(optionEntries(commonOptions()));
    if (!group.isEmpty())
        return text;
    QList<std::pair<QString, QString>> codes;
    for (const auto &[code, meaning] : exitCodes())
        codes.append({QString::number(code), meaning});
    return text + u'\n' + Ctl::tr("Exit codes:") + u'\n' + definitions(codes);
}

QString manPage(const QString &version, const QString &date)
{
    QString text = u".TH SPARKLECTL 1 \"%1\" \"Sparkler %2\"\n"_s.arg(date, version);
    const auto section = [&text](const QString &title) { text += u".SH "_s + roff(title.toUpper()) + u'\n'; };
    section(Ctl::tr("Name"));
    text += u"sparklectl \\- "_s + roff(Ctl::tr("make and run KVM microVMs")) + u'\n';
    section(Ctl::tr("Synopsis"));
    text += u".B sparklectl\n.I "_s + roff(Ctl::tr("COMMAND [OPTION...]")) + u'\n';
    section(Ctl::tr("Description"));
    text += roff(introduction()) + u'\n';
    section(Ctl::tr("Options of every command"));
    for (const auto &[name, meaning] : optionEntries(commonOptions()))
        text += u".TP\n.B "_s + roff(name) + u'\n' + roff(meaning) + u".\n"_s;
    section(Ctl::tr("Commands"));
    for (const Command *command : allCommands())
        text += roffCommand(*command);
    section(Ctl::tr("Exit codes"));
    for (const auto &[code, meaning] : exitCodes())
        text += u".TP\n.B "_s + QString::number(code) + u'\n' + roff(meaning) + u".\n"_s;
    section(Ctl::tr("Files"));
    text += u".TP\n.I "_s + roff(u"$XDG_DATA_HOME/sparkler"_s) + u'\n' + roff(Ctl::tr("Machines, trash and assets")) +
            u".\n.TP\n.I "_s + roff(u"$XDG_CONFIG_HOME/sparkler/sparkler.conf"_s) + u'\n' +
            roff(Ctl::tr("The manager's settings: language, engine and time to stop count here, too")) + u".\n"_s;
    section(Ctl::tr("See also"));
    text += u".BR sparkler (1),\n.BR sparkler\\-engine (1),\n.BR sparkler\\-jailer (1)\n"_s;
    return text;
}

} // namespace sparkler::gui
