#include "widgets/rate_limiter_editor.h"

#include "widgets/token_bucket_editor.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace sparkler::gui {

RateLimiterEditor::RateLimiterEditor(QWidget *parent)
    : QWidget(parent),
      m_bandwidth(new TokenBucketEditor(TokenBucketEditor::Kind::Bandwidth, tr("Limit bandwidth"), this)),
      m_ops(new TokenBucketEditor(TokenBucketEditor::Kind::Operations, tr("Limit operations"), this)),
      m_advanced(new QCheckBox(tr("Edit token buckets directly"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_bandwidth);
    layout->addWidget(m_ops);
    layout->addWidget(m_advanced);
    for (TokenBucketEditor *editor : {m_bandwidth, m_ops})
        connect(editor, &TokenBucketEditor::changed, this, &RateLimiterEditor::changed);
    connect(m_advanced, &QCheckBox::toggled, this, &RateLimiterEditor::setAdvanced);
}

void RateLimiterEditor::setValue(const RateLimiterValue &value)
{
    m_bandwidth->setValue(value.bandwidth);
    m_ops->setValue(value.ops);
}

RateLimiterValue RateLimiterEditor::value() const
{
    return {m_bandwidth->value(), m_ops->value()};
}

void RateLimiterEditor::setAdvanced(bool advanced)
{
    m_advanced->setChecked(advanced);
    m_bandwidth->setAdvanced(advanced);
    m_ops->setAdvanced(advanced);
}

bool RateLimiterEditor::isAdvanced() const
{
    return m_advanced->isChecked();
}

Validity RateLimiterEditor::validity() const
{
    const Validity first = m_bandwidth->validity();
    const Validity second = m_ops->validity();
    return static_cast<int>(second.level) > static_cast<int>(first.level) ? second : first;
}

} // namespace sparkler::gui
