#pragma once

#include "text/human_units.h"
#include "widgets/validity.h"

#include <QAbstractSpinBox>

namespace sparkler::gui {

/// A size with units: shows "1.5 GiB", accepts "1.5G", "1536 MiB", "1536" (counted in the bare unit), steps with the
/// arrows in a sensible amount. Also counts plain numbers (Kind::Count) so that rates of operations look and work
/// alike.
class ByteSizeField : public QAbstractSpinBox {
    Q_OBJECT
public:
    enum class Kind { Bytes, Count };
    explicit ByteSizeField(QWidget *parent = nullptr, Kind kind = Kind::Bytes);

    /// Bytes. Outside the range it is clamped. Emits valueChanged() when different.
    void setValue(quint64 value);
    quint64 value() const { return m_value; }
    void setRange(quint64 minimum, quint64 maximum);
    /// Entries must be whole multiples, e.g. of kMiB for memory. At least 1.
    void setGranularity(quint64 granularity);
    /// What a number without a unit counts, and the arrows step by (1 otherwise).
    void setBareUnit(quint64 unit);
    /// Shown after the size, e.g. "/s"; accepted but not required when typing.
    void setUnitSuffix(const QString &suffix);
    /// What is wrong with the text as typed now.
    Validity validity() const;

    void stepBy(int steps) override;
    QValidator::State validate(QString &input, int &position) const override;
    void fixup(QString &input) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void valueChanged(quint64 value);
    void validityChanged();

protected:
    StepEnabled stepEnabled() const override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    std::optional<quint64> parse(QString text) const;
    QString format(quint64 value) const;
    void onEdited();
    void commit();

    Kind m_kind;
    quint64 m_value = 0;
    quint64 m_minimum = 0;
    quint64 m_maximum = ~quint64{0};
    quint64 m_granularity = 1;
    quint64 m_bareUnit = 1;
    QString m_suffix;
};

} // namespace sparkler::gui
