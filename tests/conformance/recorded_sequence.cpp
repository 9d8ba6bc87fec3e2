#include "recorded_sequence.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace harness;

namespace {

const QByteArray kStep = "=== ";
const QByteArray kAnswer = "--- ";
const QByteArray kLength = "@LENGTH@";

bool hasType(const QJsonValue &value, const QByteArray &type)
{
    if (type == "string")
        return value.isString();
    if (type == "boolean")
        return value.isBool();
    // Two defaults tell a number that does not fit from one that happens to be the default.
    return type == "integer" && value.isDouble() && value.toInteger(0) == value.toInteger(1);
}

/// Every value that `path` leads to from `from`; one that is not there is undefined.
QList<QJsonValue> valuesAt(const QJsonValue &from, QByteArrayList path)
{
    if (path.isEmpty())
        return {from};
    QByteArray name = path.takeFirst();
    const bool each = name.endsWith("[]");
    if (each)
        name.chop(2);
    const QJsonValue value = from.toObject().value(QString::fromUtf8(name));
    if (!each)
        return valuesAt(value, path);
    if (!value.isArray() || value.toArray().isEmpty())
        return {QJsonValue(QJsonValue::Undefined)};
    QList<QJsonValue> all;
    for (const QJsonValue &element : value.toArray())
        all += valuesAt(element, path);
    return all;
}

} // namespace

QByteArray RecordedStep::wrongWith(const Response &answer) const
{
    const QByteArray told = title + ": " + QByteArray::number(answer.status) + ' ' + answer.body + '\n';
    if (answer.status != status)
        return told + "expected " + QByteArray::number(status);
    // The library chooses the decoder by this; without it, it takes the one for JSON.
    const QByteArray type = answer.headers.value("content-type", "application/json");
    if (type != "application/json")
        return told + "Content-Type: " + type;
    if (status == 204)
        return answer.body.isEmpty() ? QByteArray() : told + "with a body";
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(answer.body, &error);
    if (error.error != QJsonParseError::NoError)
        return told + error.errorString().toUtf8();
    for (const DecodedKey &key : decodes) {
        for (const QJsonValue &value : valuesAt(document.object(), key.path)) {
            if (key.optional && (value.isUndefined() || value.isNull()))
                continue;
            if (!hasType(value, key.type))
                return told + key.path.join('.') + " is no " + key.type;
            if (key.expected && value != *key.expected)
                return told + key.path.join('.') + " is another one";
        }
    }
    return {};
}

RecordedSequence::RecordedSequence(const QString &path, const Places &places) : m_places(places)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_problem = file.errorString().toUtf8();
        return;
    }
    parse(file.readAll().split('\n'));
    if (m_problem.isEmpty() && m_steps.isEmpty())
        m_problem = "no request";
}

void RecordedSequence::parse(const QByteArrayList &lines)
{
    for (qsizetype line = 0; line < lines.size() && m_problem.isEmpty();) {
        const QByteArray &text = lines[line];
        if (text.startsWith(kStep))
            m_steps << parseStep(lines, line);
        else if (text.isEmpty() || text.startsWith('#'))
            ++line;
        else
            m_problem = "line " + QByteArray::number(line + 1) + ": " + text;
    }
}

/// From its title, which is at `line`; that is behind the step afterwards.
RecordedStep RecordedSequence::parseStep(const QByteArrayList &lines, qsizetype &line)
{
    RecordedStep step;
    step.title = lines[line++].sliced(kStep.size());
    QByteArray head;
    for (; line < lines.size() && !lines[line].isEmpty(); ++line)
        head += filled(lines[line]) + "\r\n";
    ++line;
    QByteArray body;
    if (line < lines.size() && !lines[line].startsWith(kAnswer))
        body = filled(lines[line++]) + '\n';
    step.request = head.replace(kLength, QByteArray::number(body.size())) + "\r\n" + body;
    if (line >= lines.size() || !lines[line].startsWith(kAnswer)) {
        m_problem = step.title + ": its answer does not follow";
        return step;
    }
    step.status = lines[line++].sliced(kAnswer.size()).toInt();
    for (; line < lines.size() && !lines[line].isEmpty(); ++line) {
        if (const auto key = parseKey(filled(lines[line])))
            step.decodes << *key;
        else
            m_problem = step.title + ": " + lines[line];
    }
    if (step.request.contains('@'))
        m_problem = step.title + ": a placeholder that stands for nothing";
    return step;
}

/// PATH TYPE[?] [= VALUE]
std::optional<DecodedKey> RecordedSequence::parseKey(const QByteArray &line) const
{
    const qsizetype space = line.indexOf(' ');
    if (space <= 0)
        return std::nullopt;
    DecodedKey key;
    key.path = line.first(space).split('.');
    key.type = line.sliced(space + 1);
    if (const qsizetype equals = key.type.indexOf(" = "); equals >= 0) {
        const QJsonArray value = QJsonDocument::fromJson('[' + key.type.sliced(equals + 3) + ']').array();
        if (value.size() != 1)
            return std::nullopt;
        key.expected = value.first();
        key.type.truncate(equals);
    }
    key.optional = key.type.endsWith('?');
    if (key.optional)
        key.type.chop(1);
    const bool known = key.type == "string" || key.type == "integer" || key.type == "boolean";
    return known ? std::optional(key) : std::nullopt;
}

QByteArray RecordedSequence::filled(QByteArray text) const
{
    for (auto place = m_places.cbegin(); place != m_places.cend(); ++place)
        text.replace('@' + place.key() + '@', place.value());
    return text;
}
