#include "widgets/byte_size_field.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStyle>
#include <QStyleOptionSpinBox>

namespace sparkler::gui {

ByteSizeField::ByteSizeField(QWidget *parent, Kind kind) : QAbstractSpinBox(parent), m_kind(kind)
{
    setAccessibleName(kind == Kind::Bytes ? tr("Size") : tr("Count"));
    lineEdit()->setText(format(m_value));
    connect(lineEdit(), &QLineEdit::textEdited, this, &ByteSizeField::onEdited);
}

void ByteSizeField::setValue(quint64 value)
{
    value = qBound(m_minimum, value, m_maximum);
    const bool different = value != m_value;
    m_value = value;
    lineEdit()->setText(format(value));
    if (different)
        emit valueChanged(value);
    emit validityChanged();
}

void ByteSizeField::setRange(quint64 minimum, quint64 maximum)
{
    m_minimum = minimum;
    m_maximum = qMax(minimum, maximum);
    setValue(m_value);
}

void ByteSizeField::setGranularity(quint64 granularity)
{
    m_granularity = qMax<quint64>(granularity, 1);
    emit validityChanged();
}

void ByteSizeField::setBareUnit(quint64 unit)
{
    m_bareUnit = qMax<quint64>(unit, 1);
}

void ByteSizeField::setUnitSuffix(const QString &suffix)
{
    m_suffix = suffix;
    lineEdit()->setText(format(m_value));
    updateGeometry();
}

std::optional<quint64> ByteSizeField::parse(QString text) const
{
    text = text.trimmed();
    if (!m_suffix.isEmpty() && text.endsWith(m_suffix.trimmed(), Qt::CaseInsensitive))
        text = text.chopped(m_suffix.trimmed().size()).trimmed();
    if (m_kind == Kind::Bytes)
        return parseByteSize(text, m_bareUnit);
    text.remove(QLocale().groupSeparator());
    bool ok = false;
    const quint64 count = text.toULongLong(&ok);
    return ok && !text.startsWith(u'-') ? std::optional(count) : std::nullopt;
}

QString ByteSizeField::format(quint64 value) const
{
    return (m_kind == Kind::Bytes ? formatByteSizeExact(value) : QLocale().toString(value)) + m_suffix;
}

Validity ByteSizeField::validity() const
{
    const std::optional<quint64> typed = parse(lineEdit()->text());
    if (!typed)
        return {Validity::Level::Error,
                m_kind == Kind::Bytes ? tr("Enter a size such as 512 MiB or 1.5 GiB.") : tr("Enter a whole number.")};
    if (*typed < m_minimum)
        return {Validity::Level::Error, tr("The least is %1.").arg(format(m_minimum))};
    if (*typed > m_maximum)
        return {Validity::Level::Error, tr("The most is %1.").arg(format(m_maximum))};
    if (*typed % m_granularity != 0)
        return {Validity::Level::Error, tr("Enter a multiple of %1.").arg(format(m_granularity))};
    return {};
}

void ByteSizeField::onEdited()
{
    // The value follows while typing, as long as it makes sense; the text is left as typed until the end.
    if (validity().isAcceptable()) {
        const quint64 typed = *parse(lineEdit()->text());
        if (typed != m_value) {
            m_value = typed;
            emit valueChanged(typed);
        }
    }
    setAccessibleDescription(validity().text);
    emit validityChanged();
}

void ByteSizeField::commit()
{
    // Nonsense stays visible together with what is wrong with it.
    if (validity().isAcceptable())
        setValue(*parse(lineEdit()->text()));
}

void ByteSizeField::stepBy(int steps)
{
    quint64 unit = m_bareUnit;
    if (m_kind == Kind::Bytes && m_bareUnit == 1) {
        for (const quint64 larger : {kKiB, kMiB, kGiB, kTiB}) {
            if (m_value >= larger)
                unit = larger;
        }
    }
    unit = qMax(unit, m_granularity);
    const quint64 distance = static_cast<quint64>(std::abs(steps)) * unit;
    if (steps > 0)
        setValue(m_value > m_maximum - qMin(distance, m_maximum) ? m_maximum : m_value + distance);
    else
        setValue(m_value < m_minimum || m_value - m_minimum < distance ? m_minimum : m_value - distance);
    selectAll();
}

QValidator::State ByteSizeField::validate(QString &input, int &position) const
{
    Q_UNUSED(position)
    const std::optional<quint64> typed = parse(input);
    // Never Invalid: that would swallow keys without a word; validity() explains instead.
    return typed && *typed >= m_minimum && *typed <= m_maximum && *typed % m_granularity == 0
               ? QValidator::Acceptable
               : QValidator::Intermediate;
}

void ByteSizeField::fixup(QString &input) const
{
    Q_UNUSED(input) // nothing is put right behind the user's back
}

QSize ByteSizeField::sizeHint() const
{
    ensurePolished();
    const QString longest = m_kind == Kind::Bytes ? QStringLiteral("1023.999 GiB") : QStringLiteral("1,000,000");
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize text(fontMetrics().horizontalAdvance(longest + m_suffix) + 16, lineEdit()->sizeHint().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, text, this);
}

QSize ByteSizeField::minimumSizeHint() const
{
    return {90, sizeHint().height()};
}

QAbstractSpinBox::StepEnabled ByteSizeField::stepEnabled() const
{
    StepEnabled enabled = StepNone;
    if (isReadOnly())
        return enabled;
    if (m_value < m_maximum)
        enabled |= StepUpEnabled;
    if (m_value > m_minimum)
        enabled |= StepDownEnabled;
    return enabled;
}

void ByteSizeField::focusOutEvent(QFocusEvent *event)
{
    QAbstractSpinBox::focusOutEvent(event);
    commit();
}

void ByteSizeField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        commit();
    QAbstractSpinBox::keyPressEvent(event);
}

} // namespace sparkler::gui
