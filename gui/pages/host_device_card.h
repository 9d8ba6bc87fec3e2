#pragma once

#include "manager/paths.h"
#include "manager/tap_state.h"
#include "widgets/card.h"

class QLabel;
class QPushButton;

namespace sparkler::gui {

class CopyBlock;
class HelpLink;

/// What one host device is like, what helps, and how the guest gets an address that fits it.
class HostDeviceCard : public Card {
    Q_OBJECT
public:
    explicit HostDeviceCard(const Paths &paths, QWidget *parent = nullptr);

    /// `state`: nothing is known yet without it. `ours`: this machine's engine has it. `guestDevice`: the guest's name
    /// for the interface ("eth0").
    void showDevice(const QString &device, const std::optional<TapState> &state, bool ours, const QString &guestDevice);

signals:
    void makeRequested(const QString &device);
    void removeRequested(const QString &device);
    void lookRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    QStringList facts() const;
    void showHints();

    QString m_device;
    std::optional<TapState> m_state;
    bool m_ours = false;
    QString m_guestDevice;
    QLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_error;
    QLabel *m_remedy;
    QLabel *m_facts;
    HelpLink *m_help;
    QPushButton *m_make;
    QPushButton *m_remove;
    QLabel *m_hint;
    CopyBlock *m_argument;
    CopyBlock *m_commands;
};

} // namespace sparkler::gui
