#pragma once

#include "manager/tap_state.h"
#include "pages/edit_page.h"
#include "pages/forwards_editor.h"
#include "widgets/validity.h"

#include <QTimer>

namespace sparkler::gui {

class HostDeviceCard;
class InterfaceDialog;
class InterfacesCard;
class UserNetworkCard;

/// The network interfaces of a machine, with live limits, and the host's devices that they are connected to.
class NetworkPage : public EditPage {
    Q_OBJECT
public:
    /// `host`: where the host tells of its devices.
    explicit NetworkPage(Workspace *workspace, const TapReader &host = {}, QWidget *parent = nullptr);

    QString title() const override { return tr("Network"); }
    Icon icon() const override { return Icon::Network; }

protected:
    void showDraft() override;
    QString draftProblem() override;
    InlineMessage *messageFor(const Failure &failure) override;
    QList<InlineMessage *> partMessages() const override;
    void machineChanged() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// What was found on the host last.
    struct Found {
        QHash<QString, TapState> devices;
        QStringList taps;
        QList<HostAddress> addresses;
        QString defaultAddress; ///< of the interface with the default route; empty: none
    };
    void lookAtHost();
    void showHost();
    QStringList devicesInUse() const;
    QList<ForeignForward> foreignForwards() const;
    Validity whereItRuns() const;
    void addInterface();
    void editInterface(const QString &ifaceId);
    void open(InterfaceDialog *dialog, const QString &formerId);
    void editLimits(const QString &ifaceId);
    void applyLimits(const QString &ifaceId, const std::optional<RateLimiter> &rx, const std::optional<RateLimiter> &tx,
                     bool undone);
    void removeInterface(const QString &ifaceId);
    void openTapDialog(const QString &device, bool remove);
    QString interfaceProblemOf(qsizetype at);

    TapReader m_reader;
    Found m_found;
    bool m_looking = false;
    bool m_lookAgain = false;
    QTimer m_timer;
    InterfacesCard *m_interfaces;
    HostDeviceCard *m_host;
    UserNetworkCard *m_user;
    ValidityLabel *m_emulated;
    InlineMessage *m_message;
    QAction *m_undo;
    std::function<void()> m_undoChange;
};

} // namespace sparkler::gui
