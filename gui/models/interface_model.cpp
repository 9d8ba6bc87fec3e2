#include "models/interface_model.h"

#include "models/drive_text.h"
#include "models/row_diff.h"

#include <QLocale>

namespace sparkler::gui {

void InterfaceModel::setInterfaces(const QList<NetworkInterface> &interfaces)
{
    const auto [head, gone, come] =
        diffRows(m_interfaces, interfaces,
                 [](const NetworkInterface &a, const NetworkInterface &b) { return a.ifaceId == b.ifaceId; });
    const int first = static_cast<int>(head + qMin(gone, come));
    if (gone > come) {
        beginRemoveRows({}, first, static_cast<int>(head + gone) - 1);
        m_interfaces.remove(first, gone - come);
        endRemoveRows();
    } else if (come > gone) {
        beginInsertRows({}, first, static_cast<int>(head + come) - 1);
        for (qsizetype at = first; at < head + come; ++at)
            m_interfaces.insert(at, interfaces[at]);
        endInsertRows();
    }
    for (int row = 0; row < rowCount(); ++row) {
        if (m_interfaces[row] == interfaces[row])
            continue;
        m_interfaces[row] = interfaces[row];
        emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    }
}

void InterfaceModel::setStates(const QHash<QString, TapState> &states, const QStringList &ours)
{
    m_states = states;
    m_ours = ours;
    if (rowCount() > 0)
        emit dataChanged(index(0, HostColumn), index(rowCount() - 1, HostColumn));
}

void InterfaceModel::setNotes(const QHash<QString, Note> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    if (rowCount() > 0)
        emit dataChanged(index(0, NoteColumn), index(rowCount() - 1, NoteColumn));
}

int InterfaceModel::rowOf(const QString &ifaceId) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (m_interfaces[row].ifaceId == ifaceId)
            return row;
    }
    return -1;
}

int InterfaceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_interfaces.size());
}

int InterfaceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

InterfaceModel::HostMark InterfaceModel::hostMark(const QString &device) const
{
    const auto state = m_states.constFind(device);
    if (state == m_states.constEnd())
        return HostMark::Unknown;
    if (state->problem == TapState::Problem::Busy && m_ours.contains(device))
        return HostMark::Used;
    if (state->blocks())
        return HostMark::Problem;
    return state->problem == TapState::Problem::None ? HostMark::Good : HostMark::Warning;
}

QString InterfaceModel::hostText(const QString &device) const
{
    using Problem = TapState::Problem;
    if (!m_states.contains(device))
        return tr("…", "state of a device that is being looked at");
    switch (m_states.value(device).problem) {
    case Problem::None:
        return tr("Ready");
    case Problem::BadName:
        return tr("Not a name");
    case Problem::NoTun:
        return tr("No TAP support");
    case Problem::TunForbidden:
    case Problem::Forbidden:
        return tr("Not permitted");
    case Problem::Missing:
        return tr("Missing");
    case Problem::NotATap:
        return tr("No TAP device");
    case Problem::Busy:
        return m_ours.contains(device) ? tr("In use here") : tr("Busy");
    case Problem::Down:
        return tr("Switched off");
    }
    return {};
}

QVariant InterfaceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const NetworkInterface &interface = m_interfaces[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case Qt::ToolTipRole:
        if (index.column() == HostColumn && m_states.contains(interface.hostDevName))
            return m_states.value(interface.hostDevName).sentence();
        return text(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return tr("%1: %2", "column and value")
            .arg(headerData(index.column(), Qt::Horizontal).toString(), text(index.row(), index.column()));
    case InterfaceIdRole:
        return interface.ifaceId;
    case ProblemRole:
        return m_notes.value(interface.ifaceId).problem;
    case HostMarkRole:
        return static_cast<int>(interface.userMode() ? HostMark::Good : hostMark(interface.hostDevName));
    default:
        return {};
    }
}

QString InterfaceModel::text(int row, int column) const
{
    const NetworkInterface &interface = m_interfaces[row];
    switch (column) {
    case IdColumn:
        return interface.ifaceId;
    case DeviceColumn:
        return interface.userMode() ? tr("User-mode") : interface.hostDevName;
    case HostColumn:
        return interface.userMode() ? tr("%n port(s) forwarded", nullptr, static_cast<int>(interface.forwards.size()))
                                    : hostText(interface.hostDevName);
    case MacColumn:
        return interface.guestMac.isEmpty() ? tr("Guest chooses", "MAC address") : interface.guestMac.toLower();
    case MtuColumn:
        return interface.mtu ? QLocale().toString(*interface.mtu) : tr("Default", "MTU");
    case RxColumn:
        return limiterText(interface.rxRateLimiter);
    case TxColumn:
        return limiterText(interface.txRateLimiter);
    case NoteColumn:
        return m_notes.value(interface.ifaceId).text;
    default:
        return {};
    }
}

QVariant InterfaceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case IdColumn:
        return tr("Interface");
    case DeviceColumn:
        return tr("Host device");
    case HostColumn:
        return tr("On the host");
    case MacColumn:
        return tr("MAC address");
    case MtuColumn:
        return tr("MTU");
    case RxColumn:
        return tr("To the guest");
    case TxColumn:
        return tr("From the guest");
    case NoteColumn:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace sparkler::gui
