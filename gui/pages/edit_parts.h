#pragma once

#include "widgets/form_section.h"
#include "widgets/rate_limiter_value.h"
#include "widgets/validity.h"

#include "client/types.h"

namespace sparkler::gui {

/// Says what is to be said about `field` in a row of its own under it; the row is there only while there is something
/// to say. Make it right after the field was added.
class SectionNote {
public:
    SectionNote(FormSection *section, QWidget *field);
    void show(const Validity &validity);
    const Validity &validity() const { return m_label->validity(); }

private:
    FormSection *m_section;
    QWidget *m_field;
    QString m_description; ///< what a screen reader tells about the field otherwise
    ValidityLabel *m_label;
};

RateLimiterValue toEditor(const std::optional<RateLimiter> &limiter);
/// No buckets: no limiter.
std::optional<RateLimiter> fromEditor(const RateLimiterValue &value);

} // namespace sparkler::gui
