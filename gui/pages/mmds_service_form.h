#pragma once

#include "pages/edit_parts.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sparkler::gui {

/// Whether and how the metadata service answers.
class MmdsServiceForm : public FormSection {
    Q_OBJECT
public:
    explicit MmdsServiceForm(QWidget *parent = nullptr);

    /// `interfaces`: of the machine, to choose from. Does not emit changed().
    void setValue(const std::optional<MmdsConfig> &config, const QList<NetworkInterface> &interfaces);
    const std::optional<MmdsConfig> &value() const { return m_value; }
    Validity validity() const { return m_validity; }

signals:
    /// By the user.
    void changed();

private:
    void showInterfaces(const QList<NetworkInterface> &interfaces);
    void take();
    void refresh();

    std::optional<MmdsConfig> m_value;
    MmdsConfig m_last; ///< comes back when the service is switched on again
    QList<NetworkInterface> m_interfaces;
    Validity m_validity;
    bool m_showing = false;
    QCheckBox *m_on;
    QComboBox *m_version;
    QLineEdit *m_address;
    QWidget *m_choice;
    QList<QCheckBox *> m_boxes;
    QCheckBox *m_compatible;
    std::optional<SectionNote> m_note;
};

} // namespace sparkler::gui
