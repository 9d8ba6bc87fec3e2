#include "ctl/output.h"

#include "ctl/text.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

void writeLine(std::FILE *stream, const QString &text)
{
    write(stream, printable(text).toUtf8() + '\n');
}

QJsonObject toJson(const Failure &failure, Exit exit)
{
    QJsonObject error{{u"what"_s, failure.what},
                      {u"why"_s, failure.why},
                      {u"state"_s, failure.state},
                      {u"remedy"_s, failure.remedy},
                      {u"request"_s, failure.request},
                      {u"status"_s, failure.status},
                      {u"fault"_s, failure.fault},
                      {u"log"_s, QJsonArray::fromStringList(failure.logLines)},
                      {u"help"_s, helpReference(helpTopicOf(failure))}};
    return {{u"error"_s, error}, {u"exit_code"_s, static_cast<int>(exit)}};
}

/// Blocks that terminals draw two columns wide.
bool isWide(uint code)
{
    return (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xa4cf) ||
           (code >= 0xac00 && code <= 0xd7a3) || (code >= 0xf900 && code <= 0xfaff) ||
           (code >= 0xfe30 && code <= 0xfe6f) || (code >= 0xff00 && code <= 0xff60) ||
           (code >= 0xffe0 && code <= 0xffe6) || (code >= 0x1f300 && code <= 0x1faff) ||
           (code >= 0x20000 && code <= 0x3fffd);
}

} // namespace

QString helpReference(HelpTopic topic)
{
    return topic == HelpTopic::None ? QString() : u"troubleshooting.md#"_s + helpAnchor(topic);
}

QString printable(const QString &text)
{
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        const bool control = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
        // Marks that change the direction of what follows can make a line read as another one.
        const bool direction = (c >= QChar(0x202a) && c <= QChar(0x202e)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (control || direction)
            safe += u"\\x"_s + QString::number(c.unicode(), 16).rightJustified(2, u'0');
        else
            safe += c;
    }
    return safe;
}

qsizetype columnsOf(const QString &text)
{
    qsizetype columns = 0;
    for (const uint code : text.toUcs4()) {
        const auto category = QChar::category(code);
        if (category != QChar::Mark_NonSpacing && category != QChar::Mark_Enclosing)
            columns += isWide(code) ? 2 : 1;
    }
    return columns;
}

void Output::line(const QString &text) const
{
    writeLine(stdout, text);
}

void Output::lines(const QStringList &texts) const
{
    for (const QString &text : texts)
        line(text);
}

void Output::table(const QStringList &head, const QList<QStringList> &rows) const
{
    QList<QStringList> all{head};
    for (const QStringList &row : rows) {
        QStringList safe;
        for (const QString &cell : row)
            safe << printable(cell).replace(u'\n', u' ');
        all << safe;
    }
    QList<qsizetype> widths(head.size(), 0);
    for (const QStringList &row : std::as_const(all)) {
        for (qsizetype at = 0; at < std::min(row.size(), widths.size()); ++at)
            widths[at] = std::max(widths[at], columnsOf(row[at]));
    }
    for (const QStringList &row : std::as_const(all)) {
        QString text;
        for (qsizetype at = 0; at < row.size(); ++at) {
            text += row[at];
            if (at + 1 < row.size())
                text += QString(widths.value(at) - columnsOf(row[at]) + 2, u' ');
        }
        while (text.endsWith(u' '))
            text.chop(1);
        line(text);
    }
}

void Output::raw(const QByteArray &bytes)
{
    write(stdout, bytes);
}

void Output::document(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Indented));
}

void Output::document(const QJsonArray &array)
{
    write(stdout, QJsonDocument(array).toJson(QJsonDocument::Indented));
}

void Output::record(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void Output::remark(const QString &text) const
{
    if (!m_quiet && !m_json && !text.isEmpty())
        writeLine(stderr, text);
}

Exit Output::fail(const Failure &failure, Exit exit) const
{
    if (m_json) {
        write(stderr, QJsonDocument(toJson(failure, exit)).toJson(QJsonDocument::Compact) + '\n');
        return exit;
    }
    writeLine(stderr, u"sparklectl: "_s + failure.what + (failure.why.isEmpty() ? QString() : u' ' + failure.why));
    if (!failure.state.isEmpty())
        writeLine(stderr, u"  "_s + failure.state);
    if (!failure.remedy.isEmpty())
        writeLine(stderr, u"  "_s + Ctl::tr("What helps: %1").arg(failure.remedy));
    if (!failure.logLines.isEmpty()) {
        writeLine(stderr, u"  "_s + Ctl::tr("The engine's last lines:"));
        for (const QString &text : failure.logLines)
            writeLine(stderr, u"    "_s + text);
    }
    if (const QString help = helpReference(helpTopicOf(failure)); !help.isEmpty())
        writeLine(stderr, u"  "_s + Ctl::tr("See %1").arg(help));
    return exit;
}

Exit Output::fail(const QString &what, const QString &why, Exit exit, const QString &remedy) const
{
    Failure failure;
    failure.what = what;
    failure.why = why;
    failure.remedy = remedy;
    return fail(failure, exit);
}

Exit Output::usage(const QString &what, const QString &command) const
{
    const QString help = command.isEmpty() ? u"sparklectl --help"_s : u"sparklectl "_s + command + u" --help"_s;
    return fail(what, {}, Exit::Usage, Ctl::tr("See %1").arg(help));
}

} // namespace sparkler::gui
