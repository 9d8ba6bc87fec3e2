#pragma once

#include "manager/tap_state.h"

#include "client/types.h"

#include <QAbstractTableModel>
#include <QHash>

namespace sparkler::gui {

/// The network interfaces of one machine as a form shows them, beside what their host devices are like. Rows that stay
/// keep their place in a view's selection. GUI thread.
class InterfaceModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { IdColumn, DeviceColumn, HostColumn, MacColumn, MtuColumn, RxColumn, TxColumn, NoteColumn };
    static constexpr int kColumnCount = 8;
    enum Role {
        InterfaceIdRole = Qt::UserRole,
        ProblemRole,  ///< bool: the note tells what is wrong
        HostMarkRole, ///< HostMark, of the host's column
    };
    enum class HostMark { Unknown, Good, Used, Warning, Problem };

    /// What is said about one interface.
    struct Note {
        QString text;
        bool problem = false;
        bool operator==(const Note &) const = default;
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setInterfaces(const QList<NetworkInterface> &interfaces);
    const QList<NetworkInterface> &interfaces() const { return m_interfaces; }
    /// By device; those that are not listed are not known yet. `ours`: devices that this machine's engine has open.
    void setStates(const QHash<QString, TapState> &states, const QStringList &ours);
    void setNotes(const QHash<QString, Note> &notes);
    int rowOf(const QString &ifaceId) const; ///< -1: none has this id
    /// "Ready", "Missing": one or two words about a device.
    QString hostText(const QString &device) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, int column) const;
    HostMark hostMark(const QString &device) const;

    QList<NetworkInterface> m_interfaces;
    QHash<QString, TapState> m_states;
    QStringList m_ours;
    QHash<QString, Note> m_notes;
};

} // namespace sparkler::gui
