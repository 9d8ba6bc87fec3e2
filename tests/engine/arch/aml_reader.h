#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace sparkler {

/// Reads AML as the ACPI specification (6.5, 20.2) describes it, without a look at how ours is written: scopes,
/// devices, names and the few statements that our tables have. Each named object becomes a line, its value as text:
/// "\_SB_.V000._HID" is "\"LNRO0005\"". What it does not know ends in the object "error".
class AmlReader {
public:
    static QMap<QString, QString> read(const QByteArray &aml)
    {
        AmlReader reader(aml);
        reader.terms(QStringLiteral("\\"), aml.size());
        if (!reader.m_error.isEmpty())
            reader.m_objects.insert(QStringLiteral("error"), reader.m_error);
        return reader.m_objects;
    }

private:
    explicit AmlReader(const QByteArray &aml) : m_aml(aml) {}

    unsigned byte()
    {
        if (m_at >= m_aml.size()) {
            m_error = QStringLiteral("the end is missing");
            return 0;
        }
        return static_cast<unsigned char>(m_aml[m_at++]);
    }
    quint64 little(int bytes)
    {
        quint64 value = 0;
        for (int i = 0; i < bytes; ++i)
            value |= quint64(byte()) << (8 * i);
        return value;
    }
    QString segment()
    {
        const QByteArray name = m_aml.mid(m_at, 4);
        m_at += 4;
        return QString::fromLatin1(name);
    }
    /// Where the package that starts here ends.
    qsizetype packageEnd()
    {
        const qsizetype start = m_at;
        const unsigned lead = byte();
        const unsigned more = lead >> 6;
        quint64 length = more == 0 ? lead & 0x3f : lead & 0xf;
        for (unsigned i = 0; i < more; ++i)
            length |= quint64(byte()) << (4 + 8 * i);
        const qsizetype end = start + static_cast<qsizetype>(length);
        if (end < m_at || end > m_aml.size())
            m_error = QStringLiteral("a package of %1 bytes at %2").arg(length).arg(start);
        return end;
    }
    static QString join(const QString &scope, const QString &name)
    {
        return scope.endsWith(QLatin1Char('\\')) ? scope + name : scope + QLatin1Char('.') + name;
    }
    void terms(const QString &scope, qsizetype end)
    {
        while (m_error.isEmpty() && m_at < end)
            term(scope);
        if (m_error.isEmpty() && m_at != end)
            m_error = QStringLiteral("%1 ends at %2, not at %3").arg(scope).arg(m_at).arg(end);
    }
    void term(const QString &scope)
    {
        const unsigned op = byte();
        if (op == 0x08) { // Name
            const QString name = segment();
            m_objects.insert(join(scope, name), data());
        } else if (op == 0x10) { // Scope
            const qsizetype end = packageEnd();
            QString name;
            if (m_aml.mid(m_at, 1) == "\\") {
                ++m_at;
                name = QStringLiteral("\\");
            }
            terms(name + segment(), end);
        } else if (op == 0x14) { // Method
            const qsizetype end = packageEnd();
            const QString name = segment();
            const unsigned flags = byte();
            m_objects.insert(join(scope, name), QStringLiteral("method %1: ").arg(flags, 0, 16) + statements(end));
        } else if (op == 0x5b && byte() == 0x82) { // Device
            const qsizetype end = packageEnd();
            const QString name = join(scope, segment());
            m_objects.insert(name, QStringLiteral("device"));
            terms(name, end);
        } else if (m_error.isEmpty()) {
            m_error = QStringLiteral("term %1 at %2").arg(op, 0, 16).arg(m_at - 1);
        }
    }
    QString statements(qsizetype end)
    {
        QString text;
        while (m_error.isEmpty() && m_at < end) {
            const unsigned op = byte();
            if (op == 0xa0) { // If
                const qsizetype ifEnd = packageEnd();
                const QString predicate = data();
                text += QStringLiteral("if (%1) { %2}").arg(predicate, statements(ifEnd));
            } else if (op == 0x86) { // Notify
                const QString name = segment();
                text += QStringLiteral("notify(%1, %2) ").arg(name, data());
            } else {
                m_error = QStringLiteral("statement %1 at %2").arg(op, 0, 16).arg(m_at - 1);
            }
        }
        if (m_error.isEmpty() && m_at != end)
            m_error = QStringLiteral("a block ends at %1, not at %2").arg(m_at).arg(end);
        return text;
    }
    QString data()
    {
        const unsigned op = byte();
        switch (op) {
        case 0x00:
        case 0x01:
            return QString::number(op);
        case 0x0a:
            return QString::number(little(1));
        case 0x0b:
            return QString::number(little(2));
        case 0x0c:
            return QString::number(little(4));
        case 0x0e:
            return QString::number(little(8));
        case 0x0d: {
            const qsizetype end = m_aml.indexOf('\0', m_at);
            const QString text = QString::fromLatin1(m_aml.mid(m_at, end - m_at));
            m_at = end + 1;
            return QLatin1Char('"') + text + QLatin1Char('"');
        }
        case 0x11: {
            const qsizetype end = packageEnd();
            const QString size = data();
            const QByteArray bytes = m_aml.mid(m_at, end - m_at);
            m_at = end;
            if (size != QString::number(bytes.size()))
                m_error = QStringLiteral("a buffer of %1 bytes has %2").arg(size).arg(bytes.size());
            return QString::fromLatin1(bytes.toHex());
        }
        case 0x12: {
            const qsizetype end = packageEnd();
            const unsigned count = byte();
            QStringList elements;
            while (m_error.isEmpty() && m_at < end)
                elements += data();
            if (elements.size() != static_cast<qsizetype>(count))
                m_error = QStringLiteral("a package of %1 elements has %2").arg(count).arg(elements.size());
            return QLatin1Char('[') + elements.join(QStringLiteral(", ")) + QLatin1Char(']');
        }
        case 0x68:
            return QStringLiteral("arg0");
        case 0x93: {
            const QString left = data();
            return left + QStringLiteral(" == ") + data();
        }
        default:
            m_error = QStringLiteral("data %1 at %2").arg(op, 0, 16).arg(m_at - 1);
            return {};
        }
    }

    const QByteArray m_aml;
    qsizetype m_at = 0;
    QString m_error;
    QMap<QString, QString> m_objects;
};

} // namespace sparkler
