#include "widgets/token_bucket_editor.h"

#include "widgets/byte_size_field.h"
#include "widgets/form_section.h"
#include "widgets/plot_scale.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sparkler::gui {

namespace {

constexpr quint64 kDefaultRefillMs = 1000;

std::optional<quint64> parseCount(const QString &text)
{
    bool ok = false;
    const quint64 value = text.trimmed().toULongLong(&ok);
    return ok && !text.trimmed().startsWith(u'-') ? std::optional(value) : std::nullopt;
}

/// Tokens a second, rounded down; 0 when there is no limit.
quint64 ratePerSecond(const TokenBucketValue &bucket)
{
    if (bucket.isOff())
        return 0;
    return static_cast<quint64>(static_cast<WideCount>(bucket.size) * 1000 / bucket.refillTimeMs);
}

/// The bucket with another rate. Its refill time stays when the size comes out whole.
TokenBucketValue withRate(TokenBucketValue bucket, quint64 perSecond)
{
    quint64 product = 0;
    const bool keeps = bucket.refillTimeMs != 0 && !__builtin_mul_overflow(perSecond, bucket.refillTimeMs, &product) &&
                       product % 1000 == 0 && product > 0;
    bucket.size = keeps ? product / 1000 : perSecond;
    bucket.refillTimeMs = keeps ? bucket.refillTimeMs : kDefaultRefillMs;
    return bucket;
}

QLineEdit *makeRawField(QWidget *parent, const QString &name, const QString &placeholder = {})
{
    auto *field = new QLineEdit(parent);
    field->setAccessibleName(name);
    field->setPlaceholderText(placeholder);
    field->setMaxLength(20);
    return field;
}

} // namespace

TokenBucketEditor::TokenBucketEditor(Kind kind, const QString &title, QWidget *parent) : QWidget(parent), m_kind(kind)
{
    build(title);
    refresh();
    showValue();
}

void TokenBucketEditor::build(const QString &title)
{
    const auto fieldKind = m_kind == Kind::Bandwidth ? ByteSizeField::Kind::Bytes : ByteSizeField::Kind::Count;
    m_on = new QCheckBox(title, this);
    m_human = new QWidget(this);
    m_rate = new ByteSizeField(m_human, fieldKind);
    m_rate->setBareUnit(m_kind == Kind::Bandwidth ? kMiB : 1);
    m_rate->setUnitSuffix(m_kind == Kind::Bandwidth ? tr("/s") : tr(" ops/s"));
    m_rate->setAccessibleName(tr("%1: rate").arg(title));
    m_burst = new ByteSizeField(m_human, fieldKind);
    m_burst->setBareUnit(m_kind == Kind::Bandwidth ? kMiB : 1);
    m_burst->setUnitSuffix(m_kind == Kind::Bandwidth ? QString() : tr(" ops"));
    m_burst->setAccessibleName(tr("%1: one-time burst").arg(title));
    m_raw = new QWidget(this);
    m_size = makeRawField(m_raw, tr("%1: size in tokens").arg(title));
    m_refill = makeRawField(m_raw, tr("%1: refill time in milliseconds").arg(title));
    m_oneTime = makeRawField(m_raw, tr("%1: one-time burst in tokens").arg(title), tr("None"));
    m_tokens = makeHintLabel({}, this);
    m_validity = new ValidityLabel(this);

    auto *human = new QHBoxLayout(m_human);
    human->setContentsMargins(0, 0, 0, 0);
    human->addWidget(new QLabel(tr("Limit to"), m_human));
    human->addWidget(m_rate);
    human->addSpacing(spacing::kSmall);
    human->addWidget(new QLabel(tr("one-time burst"), m_human));
    human->addWidget(m_burst);
    human->addStretch(1);
    auto *raw = new QGridLayout(m_raw);
    raw->setContentsMargins(0, 0, 0, 0);
    raw->setVerticalSpacing(spacing::kTight);
    const QList<std::pair<QString, QLineEdit *>> fields{
        {tr("Size (tokens)"), m_size}, {tr("Refill time (ms)"), m_refill}, {tr("One-time burst"), m_oneTime}};
    for (int column = 0; column < fields.size(); ++column) {
        auto *label = makeHintLabel(fields.at(column).first, m_raw);
        label->setBuddy(fields.at(column).second);
        raw->addWidget(label, 0, column);
        raw->addWidget(fields.at(column).second, 1, column);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_on);
    auto *indented = new QVBoxLayout;
    indented->setContentsMargins(spacing::kXLarge, 0, 0, 0);
    indented->setSpacing(spacing::kTight + 2);
    for (QWidget *widget : {m_human, m_raw, static_cast<QWidget *>(m_tokens), static_cast<QWidget *>(m_validity)})
        indented->addWidget(widget);
    layout->addLayout(indented);

    connect(m_on, &QCheckBox::clicked, this, &TokenBucketEditor::onToggled);
    for (ByteSizeField *field : {m_rate, m_burst}) {
        connect(field, &ByteSizeField::valueChanged, this, &TokenBucketEditor::onHumanEdited);
        connect(field, &ByteSizeField::validityChanged, this, &TokenBucketEditor::refresh);
    }
    for (QLineEdit *field : {m_size, m_refill, m_oneTime})
        connect(field, &QLineEdit::textEdited, this, &TokenBucketEditor::onRawEdited);
}

void TokenBucketEditor::setValue(const std::optional<TokenBucketValue> &value)
{
    m_value = value;
    m_on->setChecked(value && !value->isOff());
    showValue();
    refresh();
}

void TokenBucketEditor::setAdvanced(bool advanced)
{
    m_advanced = advanced;
    showValue();
    refresh();
}

QString TokenBucketEditor::tokensText() const
{
    if (!m_value || m_value->isOff())
        return {};
    if (!m_value->oneTimeBurst)
        return tr("size %1 tokens, refill %2 ms").arg(m_value->size).arg(m_value->refillTimeMs);
    return tr("size %1 tokens, refill %2 ms, one-time burst %3")
        .arg(m_value->size)
        .arg(m_value->refillTimeMs)
        .arg(*m_value->oneTimeBurst);
}

QString TokenBucketEditor::rateText() const
{
    if (!m_value || m_value->isOff() || !m_rawIsValid)
        return {};
    const auto rate = static_cast<double>(m_value->size) * 1000 / static_cast<double>(m_value->refillTimeMs);
    const bool bytes = m_kind == Kind::Bandwidth;
    const QString shown = formatPlotValue(rate, bytes ? PlotUnit::BytesPerSecond : PlotUnit::OperationsPerSecond);
    if (!m_value->oneTimeBurst)
        return tr("%1 on average").arg(shown);
    const auto burst = static_cast<double>(*m_value->oneTimeBurst);
    return tr("%1 on average, %2 on top once").arg(shown, bytes ? formatByteSize(burst) : formatCount(burst));
}

Validity TokenBucketEditor::validity() const
{
    if (!m_on->isChecked())
        return {};
    if (!m_advanced) {
        for (const ByteSizeField *field : {m_rate, m_burst}) {
            if (!field->validity().isAcceptable())
                return field->validity();
        }
        if (m_rate->value() == 0 && (!m_value || m_value->isOff()))
            return {Validity::Level::Error, tr("Enter a rate above 0, or switch the limit off.")};
        return {};
    }
    if (!m_rawIsValid)
        return {Validity::Level::Error, tr("Enter whole numbers from 0 to 18446744073709551615.")};
    if (!m_value || m_value->isOff())
        return {Validity::Level::Warning, tr("With a size or refill time of 0 there is no limit.")};
    return {};
}

void TokenBucketEditor::showValue()
{
    m_showing = true;
    const TokenBucketValue shown = m_value.value_or(TokenBucketValue{});
    m_base = shown;
    m_rate->setValue(ratePerSecond(shown));
    m_burst->setValue(shown.oneTimeBurst.value_or(0));
    m_size->setText(QString::number(shown.size));
    m_refill->setText(QString::number(shown.refillTimeMs));
    m_oneTime->setText(shown.oneTimeBurst ? QString::number(*shown.oneTimeBurst) : QString());
    m_rawIsValid = true;
    m_showing = false;
}

void TokenBucketEditor::refresh()
{
    if (m_showing)
        return;
    m_human->setVisible(m_on->isChecked() && !m_advanced);
    m_raw->setVisible(m_on->isChecked() && m_advanced);
    const QString other = m_advanced ? rateText() : tokensText();
    m_tokens->setText(other);
    m_tokens->setVisible(m_on->isChecked() && !other.isEmpty());
    m_validity->setValidity(validity());
}

void TokenBucketEditor::onToggled(bool on)
{
    if (on) {
        // A limit that was switched off in this form comes back as it was; otherwise a usable start.
        TokenBucketValue start = m_value.value_or(TokenBucketValue{});
        if (start.isOff())
            start = withRate(start, m_kind == Kind::Bandwidth ? 100 * kMiB : 1000);
        m_value = start;
        showValue();
    } else {
        m_value.reset();
    }
    refresh();
    emit changed();
}

void TokenBucketEditor::onHumanEdited()
{
    if (m_showing)
        return;
    TokenBucketValue edited = m_base;
    if (m_rate->value() != ratePerSecond(edited))
        edited = withRate(edited, m_rate->value());
    // An explicit burst of 0 stays one; none becomes one only when something is entered.
    if (m_burst->value() != edited.oneTimeBurst.value_or(0))
        edited.oneTimeBurst = m_burst->value() > 0 ? std::optional(m_burst->value()) : std::nullopt;
    commit(edited);
}

void TokenBucketEditor::onRawEdited()
{
    const std::optional<quint64> size = parseCount(m_size->text());
    const std::optional<quint64> refill = parseCount(m_refill->text());
    const bool hasBurst = !m_oneTime->text().trimmed().isEmpty();
    const std::optional<quint64> burst = parseCount(m_oneTime->text());
    m_rawIsValid = size && refill && (!hasBurst || burst);
    if (m_rawIsValid) {
        commit({*size, hasBurst ? burst : std::nullopt, *refill});
        return;
    }
    refresh();
    emit changed();
}

void TokenBucketEditor::commit(const TokenBucketValue &value)
{
    m_value = value;
    refresh();
    emit changed();
}

} // namespace sparkler::gui
