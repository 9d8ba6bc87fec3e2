#include "pages/edit_parts.h"

namespace sparkler::gui {

SectionNote::SectionNote(FormSection *section, QWidget *field)
    : m_section(section), m_field(field), m_description(field->accessibleDescription()),
      m_label(new ValidityLabel(section))
{
    m_section->addRow({}, m_label);
    m_section->setRowVisible(m_label, false);
}

void SectionNote::show(const Validity &validity)
{
    m_label->setValidity(validity);
    m_section->setRowVisible(m_label, !validity.text.isEmpty());
    m_field->setAccessibleDescription(validity.text.isEmpty() ? m_description : validity.text);
}

RateLimiterValue toEditor(const std::optional<RateLimiter> &limiter)
{
    RateLimiterValue value;
    if (!limiter)
        return value;
    const auto convert = [](const std::optional<TokenBucket> &bucket) -> std::optional<TokenBucketValue> {
        if (!bucket)
            return std::nullopt;
        return TokenBucketValue{bucket->size, bucket->oneTimeBurst, bucket->refillTimeMs};
    };
    value.bandwidth = convert(limiter->bandwidth);
    value.ops = convert(limiter->ops);
    return value;
}

std::optional<RateLimiter> fromEditor(const RateLimiterValue &value)
{
    const auto convert = [](const std::optional<TokenBucketValue> &bucket) -> std::optional<TokenBucket> {
        if (!bucket)
            return std::nullopt;
        return TokenBucket{bucket->size, bucket->oneTimeBurst, bucket->refillTimeMs};
    };
    if (!value.bandwidth && !value.ops)
        return std::nullopt;
    return RateLimiter{convert(value.bandwidth), convert(value.ops)};
}

} // namespace sparkler::gui
