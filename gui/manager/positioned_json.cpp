#include "manager/positioned_json.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace sparkler::gui {
namespace {

/// Recursive descent; m_good turns false at the first thing that is wrong.
class Reader {
public:
    explicit Reader(const QString &text) : m_text(text) {}

    std::optional<PositionedJson> read()
    {
        const PositionedJson value = readValue(0);
        skipSpace();
        return m_good && m_at == m_text.size() ? std::optional(value) : std::nullopt;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && QStringView(u" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    bool take(QChar wanted)
    {
        skipSpace();
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    PositionedJson readValue(int depth)
    {
        skipSpace();
        PositionedJson value;
        value.at = m_at;
        const QChar first = m_at < m_text.size() ? m_text[m_at] : QChar();
        if (depth > kDeepestJson)
            m_good = false;
        else if (first == u'{')
            readObject(value, depth);
        else if (first == u'[')
            readArray(value, depth);
        else if (first == u'"')
            readString(value);
        else
            readWord(value);
        value.length = m_at - value.at;
        return value;
    }

    void readObject(PositionedJson &value, int depth)
    {
        value.kind = PositionedJson::Kind::Object;
        take(u'{');
        if (take(u'}'))
            return;
        do {
            PositionedJson name = readValue(depth + 1);
            m_good = m_good && name.kind == PositionedJson::Kind::String && take(u':');
            if (!m_good)
                return;
            value.members.append({std::move(name), readValue(depth + 1)});
        } while (m_good && take(u','));
        m_good = m_good && take(u'}');
    }

    void readArray(PositionedJson &value, int depth)
    {
        value.kind = PositionedJson::Kind::Array;
        take(u'[');
        if (take(u']'))
            return;
        do {
            value.items.append(readValue(depth + 1));
        } while (m_good && take(u','));
        m_good = m_good && take(u']');
    }

    void readString(PositionedJson &value)
    {
        value.kind = PositionedJson::Kind::String;
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != u'"')
            m_at += m_text[m_at] == u'\\' ? 2 : 1;
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            m_good = false;
            return;
        }
        ++m_at;
        // The library knows all escape sequences.
        const QByteArray quoted = '[' + m_text.mid(start, m_at - start).toUtf8() + ']';
        const QJsonDocument document = QJsonDocument::fromJson(quoted);
        m_good = document.isArray();
        value.text = document.array().first().toString();
    }

    /// A number, true, false or null.
    void readWord(PositionedJson &value)
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QStringView(u" \t\r\n,:{}[]\"").contains(m_text[m_at]))
            ++m_at;
        value.text = m_text.mid(start, m_at - start);
        bool isNumber = false;
        static_cast<void>(value.text.toDouble(&isNumber));
        value.kind = isNumber ? PositionedJson::Kind::Number : PositionedJson::Kind::Literal;
        const bool known = isNumber || value.text == u"true" || value.text == u"false" || value.text == u"null";
        m_good = m_good && known;
    }

    const QString &m_text;
    qsizetype m_at = 0;
    bool m_good = true;
};

} // namespace

std::optional<PositionedJson> readPositioned(const QString &text)
{
    return Reader(text).read();
}

} // namespace sparkler::gui
