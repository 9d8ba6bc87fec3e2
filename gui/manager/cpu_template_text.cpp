#include "manager/cpu_template_text.h"

#include "manager/positioned_json.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <limits>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = PositionedJson::Kind;

constexpr qsizetype kMostChanges = 4096; ///< of one list, as in the engine
constexpr int kCpuidBits = 32;
constexpr int kMsrBits = 64;

struct TemplateText {
    Q_DECLARE_TR_FUNCTIONS(CpuTemplateText)
};

/// Collects mistakes with their places.
class Checker {
public:
    explicit Checker(const QString &text) : m_text(text) {}

    void checkTemplate(const PositionedJson &root)
    {
        if (root.kind != Kind::Object)
            return refuse(root, TemplateText::tr("a template is an object, { … }"));
        const qsizetype size = QJsonDocument::fromJson(m_text.toUtf8()).toJson(QJsonDocument::Compact).size();
        if (size > kMostCpuTemplateBytes)
            refuse(root, TemplateText::tr("the template has %1 bytes without spaces, and at most %2 fit into a request")
                             .arg(size)
                             .arg(kMostCpuTemplateBytes));
        checkRepeated(root);
        for (const auto &[name, value] : root.members) {
            if (name.text == "kvm_capabilities"_L1)
                checkList(value, &Checker::checkCapability);
            else if (name.text == "cpuid_modifiers"_L1)
                checkList(value, &Checker::checkCpuid);
            else if (name.text == "msr_modifiers"_L1)
                checkList(value, &Checker::checkMsr);
            else
                refuse(name, TemplateText::tr(
                                 "“%1” is not known here; kvm_capabilities, cpuid_modifiers and msr_modifiers are")
                                 .arg(name.text));
        }
    }

    QList<CpuTemplateMistake> mistakes() const { return m_mistakes; }

private:
    void refuse(const PositionedJson &where, const QString &reason)
    {
        const QStringView before = QStringView(m_text).first(where.at);
        const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
        // What goes over several lines is marked where it begins.
        const qsizetype lineEnd = m_text.indexOf(u'\n', where.at);
        const qsizetype left = (lineEnd < 0 ? m_text.size() : lineEnd) - where.at;
        m_mistakes.append({static_cast<int>(before.count(u'\n')) + 1, static_cast<int>(where.at - lineStart) + 1,
                           std::max<qsizetype>(1, std::min(where.length, left)), reason});
    }

    void checkRepeated(const PositionedJson &object)
    {
        QSet<QString> seen;
        for (const auto &[name, value] : object.members) {
            if (seen.contains(name.text))
                refuse(name, TemplateText::tr("“%1” is there twice").arg(name.text));
            seen.insert(name.text);
        }
    }

    void checkList(const PositionedJson &list, void (Checker::*check)(const PositionedJson &))
    {
        if (list.kind != Kind::Array)
            return refuse(list, TemplateText::tr("a list is expected, [ … ]"));
        if (list.items.size() > kMostChanges)
            return refuse(list, TemplateText::tr("a list has at most %1 changes").arg(kMostChanges));
        for (const PositionedJson &item : list.items)
            (this->*check)(item);
    }

    /// The value of a key that has to be there; null: it is not, and that is told.
    const PositionedJson *require(const PositionedJson &object, QLatin1StringView key)
    {
        const auto found =
            std::ranges::find_if(object.members, [key](const auto &one) { return one.name.text == key; });
        if (found != object.members.end())
            return &found->value;
        refuse(object, TemplateText::tr("“%1” is missing").arg(key));
        return nullptr;
    }

    bool checkObject(const PositionedJson &value)
    {
        if (value.kind != Kind::Object) {
            refuse(value, TemplateText::tr("an object is expected, { … }"));
            return false;
        }
        checkRepeated(value);
        return true;
    }

    void checkCapability(const PositionedJson &value)
    {
        if (value.kind != Kind::String)
            return refuse(value, TemplateText::tr("a capability is a text with its number, like \"171\" or \"!171\""));
        const QString digits = value.text.startsWith(u'!') ? value.text.mid(1) : value.text;
        if (!isNumber(digits, 10))
            refuse(value, TemplateText::tr("a capability is a decimal number of 32 bits, with ! in front when it need "
                                           "not be there"));
    }

    void checkCpuid(const PositionedJson &value)
    {
        if (!checkObject(value))
            return;
        checkNumber(require(value, "leaf"_L1));
        checkNumber(require(value, "subleaf"_L1));
        if (const PositionedJson *flags = require(value, "flags"_L1)) {
            if (flags->kind != Kind::Number || !isNumber(flags->text, 10) || flags->text.startsWith(u'+'))
                refuse(*flags,
                       TemplateText::tr("flags are a number without quotes: 0, or 1 for a leaf with sub-leaves"));
        }
        if (const PositionedJson *modifiers = require(value, "modifiers"_L1))
            checkList(*modifiers, &Checker::checkRegister);
    }

    void checkRegister(const PositionedJson &value)
    {
        if (!checkObject(value))
            return;
        static const QSet<QString> kRegisters{u"eax"_s, u"ebx"_s, u"ecx"_s, u"edx"_s};
        if (const PositionedJson *name = require(value, "register"_L1);
            name && (name->kind != Kind::String || !kRegisters.contains(name->text)))
            refuse(*name, TemplateText::tr("a register is one of \"eax\", \"ebx\", \"ecx\" and \"edx\""));
        checkBitmap(require(value, "bitmap"_L1), kCpuidBits);
    }

    void checkMsr(const PositionedJson &value)
    {
        if (!checkObject(value))
            return;
        checkNumber(require(value, "addr"_L1));
        checkBitmap(require(value, "bitmap"_L1), kMsrBits);
    }

    static bool isNumber(const QString &digits, int base)
    {
        const QString bare = digits.startsWith(u'+') ? digits.mid(1) : digits;
        const auto isDigit = [base](QChar c) {
            return base == 2 ? c == u'0' || c == u'1'
                             : (c >= u'0' && c <= u'9') || (base == 16 && c.unicode() < 0x80 && c.isLetter());
        };
        bool good = !bare.isEmpty() && std::ranges::all_of(bare, isDigit);
        if (good)
            static_cast<void>(bare.toUInt(&good, base));
        return good;
    }

    void checkNumber(const PositionedJson *value)
    {
        if (!value)
            return;
        const QString prefix = value->text.left(2);
        const int base = prefix == "0x"_L1 ? 16 : 2;
        if (value->kind != Kind::String || (base == 2 && prefix != "0b"_L1))
            refuse(*value, TemplateText::tr("a number in quotes is expected, with 0x or 0b in front"));
        else if (!isNumber(value->text.mid(2), base))
            refuse(*value, TemplateText::tr("this is no number of 32 bits"));
    }

    void checkBitmap(const PositionedJson *value, int width)
    {
        if (!value)
            return;
        if (value->kind != Kind::String)
            return refuse(*value, TemplateText::tr("bits are a text, like \"0b01xx\""));
        int count = 0;
        const QString bits = value->text.startsWith("0b"_L1) ? value->text.mid(2) : value->text;
        for (const QChar bit : bits) {
            if (bit == u'_')
                continue;
            if (bit != u'0' && bit != u'1' && bit != u'x')
                return refuse(*value, TemplateText::tr("a bit is 0, 1 or x (as on the host), not “%1”").arg(bit));
            ++count;
        }
        if (count > width)
            refuse(*value, TemplateText::tr("the register has %1 bits, and here are %2").arg(width).arg(count));
    }

    const QString &m_text;
    QList<CpuTemplateMistake> m_mistakes;
};

/// Keys in the order of the documentation; others follow.
QStringList orderedKeys(const QJsonObject &object)
{
    static const QStringList kOrder{u"kvm_capabilities"_s, u"cpuid_modifiers"_s, u"msr_modifiers"_s, u"leaf"_s,
                                    u"subleaf"_s,          u"flags"_s,           u"register"_s,      u"addr"_s,
                                    u"bitmap"_s,           u"modifiers"_s};
    QStringList keys = object.keys();
    std::ranges::stable_sort(keys, {}, [](const QString &key) {
        const qsizetype at = kOrder.indexOf(key);
        return at < 0 ? std::numeric_limits<qsizetype>::max() : at;
    });
    return keys;
}

/// One value on one line.
QString compact(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString formatted(const QJsonValue &value, const QString &indent);

/// `lines` between brackets, indented.
QString block(QChar open, const QStringList &lines, QChar close, const QString &indent)
{
    if (lines.isEmpty())
        return QString(open) + close;
    const QString inner = u'\n' + indent + u"  "_s;
    return open + inner + lines.join(u',' + inner) + u'\n' + indent + close;
}

QString formattedObject(const QJsonObject &object, const QString &indent, bool top)
{
    QStringList parts;
    const QStringList keys = orderedKeys(object);
    for (const QString &key : keys)
        parts << compact(key) + u": "_s + formatted(object.value(key), top ? indent + u"  "_s : indent);
    if (top)
        return block(u'{', parts, u'}', indent);
    return parts.isEmpty() ? u"{}"_s : u"{ "_s + parts.join(u", "_s) + u" }"_s;
}

QString formatted(const QJsonValue &value, const QString &indent)
{
    if (value.isObject())
        return formattedObject(value.toObject(), indent, false);
    if (!value.isArray())
        return compact(value);
    QStringList lines;
    const QJsonArray items = value.toArray();
    for (const QJsonValue &item : items)
        lines << formatted(item, indent + u"  "_s);
    return block(u'[', lines, u']', indent);
}

} // namespace

QList<CpuTemplateMistake> cpuTemplateMistakes(const QString &text)
{
    const std::optional<PositionedJson> root = readPositioned(text);
    if (!root)
        return {};
    Checker checker(text);
    checker.checkTemplate(*root);
    return checker.mistakes();
}

QString cpuTemplateText(const QJsonObject &object)
{
    return formattedObject(object, {}, true) + u'\n';
}

} // namespace sparkler::gui
