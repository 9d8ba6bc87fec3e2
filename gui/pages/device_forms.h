#pragma once

// The sections of the hardware page for small devices. Each shows what was set until the user edits it, and is one
// check box when the device is off.

#include "pages/edit_parts.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace sparkler::gui {

class ByteSizeField;
class CopyBlock;
class PathField;
class RateLimiterEditor;
class TokenBucketEditor;

/// A section with the switch that turns its device on.
class DeviceForm : public FormSection {
    Q_OBJECT
public:
    DeviceForm(const QString &title, const QString &switchText, QWidget *parent = nullptr);
    /// The worst of all fields; empty while the device is off.
    Validity validity() const;

signals:
    /// By the user.
    void changed();

protected:
    bool isOn() const;
    /// Does not emit changed().
    void setOn(bool on);
    void addDeviceRow(const QString &label, QWidget *field, const QString &hint = {});
    void addDeviceWide(const QString &label, QWidget *widget);
    /// The fields say something new, by the user.
    void take();
    /// Takes the value from the fields.
    virtual void read() = 0;
    virtual Validity check() const = 0;
    /// Of a device that is on.
    virtual bool wantsRow(const QWidget *) const { return true; }
    void refresh();
    bool m_showing = false;

private:
    QCheckBox *m_on;
    QList<QWidget *> m_rows;
    ValidityLabel *m_note;
    Validity m_validity;
};

class BalloonForm : public DeviceForm {
    Q_OBJECT
public:
    explicit BalloonForm(QWidget *parent = nullptr);
    /// `machine`: whose memory it is.
    void setValue(const std::optional<Balloon> &balloon, const MachineConfig &machine);
    const std::optional<Balloon> &value() const { return m_value; }

protected:
    void read() override;
    Validity check() const override;

private:
    void fill();

    std::optional<Balloon> m_value;
    Balloon m_last; ///< comes back when the device is switched on again
    MachineConfig m_machine;
    ByteSizeField *m_target;
    QCheckBox *m_deflate;
    QSpinBox *m_interval;
    QCheckBox *m_reporting;
    QCheckBox *m_hinting;
};

class VsockForm : public DeviceForm {
    Q_OBJECT
public:
    explicit VsockForm(QWidget *parent = nullptr);
    /// `socketPath`: of the machine. `emulated`: it cannot be reached from this host.
    void setValue(const std::optional<Vsock> &vsock, const QString &socketPath, bool emulated);
    const std::optional<Vsock> &value() const { return m_value; }

protected:
    void read() override;
    Validity check() const override;

private:
    void fill();

    std::optional<Vsock> m_value;
    Vsock m_last;
    bool m_emulated = false;
    QLineEdit *m_cid;
    CopyBlock *m_path;
    CopyBlock *m_toGuest;
    CopyBlock *m_fromGuest;
};

class EntropyForm : public DeviceForm {
    Q_OBJECT
public:
    explicit EntropyForm(QWidget *parent = nullptr);
    void setValue(const std::optional<Entropy> &entropy);
    const std::optional<Entropy> &value() const { return m_value; }

protected:
    void read() override;
    Validity check() const override;

private:
    std::optional<Entropy> m_value;
    Entropy m_last;
    RateLimiterEditor *m_limits;
};

class SerialForm : public DeviceForm {
    Q_OBJECT
public:
    explicit SerialForm(QWidget *parent = nullptr);
    /// `ownFile`: where the machine's own file lies.
    void setValue(const std::optional<Serial> &serial, const QString &ownFile);
    const std::optional<Serial> &value() const { return m_value; }

protected:
    void read() override;
    Validity check() const override;
    bool wantsRow(const QWidget *row) const override;

private:
    void fill();

    std::optional<Serial> m_value;
    Serial m_last;
    QComboBox *m_place;
    CopyBlock *m_ownPath;
    PathField *m_path;
    TokenBucketEditor *m_limit;
};

} // namespace sparkler::gui
