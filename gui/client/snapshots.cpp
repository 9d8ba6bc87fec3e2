#include "client/snapshots.h"

#include "client/json_reader.h"

#include <QJsonArray>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;
using namespace json;

namespace {

using Load = SnapshotLoadCall;

constexpr Names<Load::MemoryFrom> kBackends{{Load::MemoryFrom::File, "File"_L1}, {Load::MemoryFrom::Uffd, "Uffd"_L1}};
constexpr Names<Load::Pages> kPages{{Load::Pages::Snapshot, "Snapshot"_L1},
                                    {Load::Pages::None, "None"_L1},
                                    {Load::Pages::Transparent, "Transparent"_L1},
                                    {Load::Pages::TwoMiB, "2M"_L1}};

} // namespace

QJsonObject toJson(const SnapshotCreateCall &call)
{
    QJsonObject object{{u"snapshot_type"_s, call.diff ? u"Diff"_s : u"Full"_s},
                       {u"snapshot_path"_s, call.statePath},
                       {u"mem_file_path"_s, call.memoryPath}};
    if (!call.version.isEmpty())
        object.insert(u"version"_s, call.version);
    return object;
}

QJsonObject toJson(const SnapshotLoadCall &call)
{
    QJsonObject object{{u"snapshot_path"_s, call.statePath},
                       {u"mem_backend"_s, QJsonObject{{u"backend_type"_s, textOf(kBackends, call.memoryFrom)},
                                                      {u"backend_path"_s, call.memoryPath}}}};
    for (const auto &[key, wanted] :
         {std::pair{u"track_dirty_pages"_s, call.trackDirtyPages}, std::pair{u"resume_vm"_s, call.resume},
          std::pair{u"clock_realtime"_s, call.clockRealtime},
          std::pair{u"record_working_set"_s, call.recordWorkingSet}}) {
        if (wanted)
            object.insert(key, true);
    }
    QJsonArray networks;
    for (const Load::Network &network : call.networkOverrides)
        networks.append(QJsonObject{{u"iface_id"_s, network.ifaceId}, {u"host_dev_name"_s, network.hostDevName}});
    if (!networks.isEmpty())
        object.insert(u"network_overrides"_s, networks);
    QJsonArray drives;
    for (const Load::DrivePath &drive : call.driveOverrides)
        drives.append(QJsonObject{{u"drive_id"_s, drive.driveId}, {u"path_on_host"_s, drive.pathOnHost}});
    if (!drives.isEmpty())
        object.insert(u"drive_overrides"_s, drives);
    if (call.vsockPath)
        object.insert(u"vsock_override"_s, QJsonObject{{u"uds_path"_s, *call.vsockPath}});
    if (call.hugePages != Load::Pages::Snapshot)
        object.insert(u"huge_pages"_s, textOf(kPages, call.hugePages));
    return object;
}

} // namespace sparkler::gui
