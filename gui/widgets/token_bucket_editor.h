#pragma once

#include "widgets/rate_limiter_value.h"
#include "widgets/validity.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace sparkler::gui {

class ByteSizeField;

/// One bucket: "Limit to 100 MiB/s, burst 50 MiB", with the tokens beneath or, in advanced mode, the tokens themselves.
class TokenBucketEditor : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Bandwidth, Operations };
    TokenBucketEditor(Kind kind, const QString &title, QWidget *parent = nullptr);

    /// value() gives back exactly what was set until the user edits it, however odd.
    void setValue(const std::optional<TokenBucketValue> &value);
    const std::optional<TokenBucketValue> &value() const { return m_value; }
    void setAdvanced(bool advanced);
    Validity validity() const;
    /// "size 104857600 tokens, refill 1000 ms, one-time burst 52428800".
    QString tokensText() const;
    /// "100 MiB/s on average, 50 MiB on top once", shown in advanced mode. Rounded.
    QString rateText() const;

signals:
    void changed();

private:
    void build(const QString &title);
    void refresh();
    void showValue();
    void onToggled(bool on);
    void onHumanEdited();
    void onRawEdited();
    void commit(const TokenBucketValue &value);

    Kind m_kind;
    bool m_advanced = false;
    bool m_showing = false;
    bool m_rawIsValid = true;
    std::optional<TokenBucketValue> m_value;
    TokenBucketValue m_base; ///< what the human units are edits of: typing must not lose it key by key
    QCheckBox *m_on = nullptr;
    QWidget *m_human = nullptr;
    QWidget *m_raw = nullptr;
    ByteSizeField *m_rate = nullptr;
    ByteSizeField *m_burst = nullptr;
    QLineEdit *m_size = nullptr;
    QLineEdit *m_refill = nullptr;
    QLineEdit *m_oneTime = nullptr;
    QLabel *m_tokens = nullptr;
    ValidityLabel *m_validity = nullptr;
};

} // namespace sparkler::gui
