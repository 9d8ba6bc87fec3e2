#pragma once

#include "manager/tap_state.h"
#include "pages/edit_parts.h"
#include "pages/forwards_editor.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace sparkler::gui {

class RateLimiterEditor;

/// One network interface.
class InterfaceDialog : public QDialog {
    Q_OBJECT
public:
    struct Context {
        QList<NetworkInterface> others; ///< of the machine, without this one
        QSet<QString> foreignMacs;      ///< of other machines, lower case
        QStringList hostTaps;           ///< devices to choose from; others can be typed
        bool live = false;              ///< this interface is in a running engine
        QList<ForeignForward> foreignForwards{};
    };
    /// A new one.
    InterfaceDialog(Context context, QWidget *parent);
    InterfaceDialog(Context context, const NetworkInterface &interface, QWidget *parent);

    NetworkInterface interface() const;

private:
    void build(const QString &title, const QString &acceptText);
    void fill(const NetworkInterface &interface);
    void generateMac();
    void buildBackEnd();
    bool userMode() const;
    Validity backEndValidity(const NetworkInterface &shown) const;
    void check();
    QWidget *limitsCard(const QString &title, RateLimiterEditor *editor);

    Context m_context;
    NetworkInterface m_interface; ///< what was given
    FormSection *m_section = nullptr;
    QLineEdit *m_id = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_device = nullptr;
    ForwardsEditor *m_forwards = nullptr;
    QLineEdit *m_mac = nullptr;
    QSpinBox *m_mtu = nullptr;
    RateLimiterEditor *m_rx = nullptr;
    RateLimiterEditor *m_tx = nullptr;
    std::optional<SectionNote> m_idNote;
    std::optional<SectionNote> m_kindNote;
    std::optional<SectionNote> m_deviceNote;
    std::optional<SectionNote> m_macNote;
    QPushButton *m_accept = nullptr;
};

/// Only the rate limits of one interface, in both directions.
class InterfaceLimitsDialog : public QDialog {
    Q_OBJECT
public:
    InterfaceLimitsDialog(const NetworkInterface &interface, bool live, QWidget *parent);
    std::optional<RateLimiter> rx() const;
    std::optional<RateLimiter> tx() const;

private:
    RateLimiterEditor *m_rx;
    RateLimiterEditor *m_tx;
};

} // namespace sparkler::gui
