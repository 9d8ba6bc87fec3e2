#pragma once

#include "widgets/rate_limiter_value.h"
#include "widgets/validity.h"

#include <QWidget>

class QCheckBox;

namespace sparkler::gui {

class TokenBucketEditor;

/// Bandwidth and operation limits in human units or, in advanced mode, as token buckets.
class RateLimiterEditor : public QWidget {
    Q_OBJECT
public:
    explicit RateLimiterEditor(QWidget *parent = nullptr);

    /// value() gives back exactly what was set until the user edits it.
    void setValue(const RateLimiterValue &value);
    RateLimiterValue value() const;
    void setAdvanced(bool advanced);
    bool isAdvanced() const;
    /// The worst of the two buckets.
    Validity validity() const;

signals:
    /// By the user only. value() is meaningful when validity() is acceptable.
    void changed();

private:
    TokenBucketEditor *m_bandwidth;
    TokenBucketEditor *m_ops;
    QCheckBox *m_advanced;
};

} // namespace sparkler::gui
