// What a load may change of a saved machine, before anything is made of it: the first part of PUT /snapshot/load.
#include "events/event_loop.h"
#include "mmds/metadata_service.h"
#include "snapshot/load.h"
#include "snapshot/state_file.h"
#include "state_samples.h"
#include "support/temp_files.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::snapshot;
using namespace sparkler::test;

namespace {

/// The fault of a load with `change` of a machine whose interface is on a tap or on a socket. There is no memory file,
/// so no load goes far.
QByteArray faultOf(const NetworkOverride &change, bool socket)
{
    MachineState state = fullState();
    if (socket) {
        state.interfaces[0].config.hostDevName.clear();
        state.interfaces[0].config.socketPath = "/saved.sock";
    }
    const TempFile file(encodeState(state, newestDataVersion(), sampleOrigin()).value());
    LoadRequest request;
    request.statePath = file.path();
    request.memoryPath = "/nonexistent/memory";
    request.networkOverrides = {change};
    const auto loop = std::move(EventLoop::create().value());
    Resources resources(mmds::MetadataService::create("vm", 51200));
    const auto loaded = load(request, resources, {.loop = *loop, .onEnded = {}, .onMemoryLost = {}});
    return loaded ? QByteArray() : QByteArray::fromStdString(loaded.error().text);
}

} // namespace

class TestLoadOverrides : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void network_ofTheSameKind_isTaken();
    void network_ofAnotherKind_isRefused();
    void network_unknown_isRefused();
};

void TestLoadOverrides::network_ofTheSameKind_isTaken()
{
    for (const bool socket : {false, true}) {
        const NetworkOverride change{.ifaceId = "eth0",
                                     .hostDevName = socket ? "" : "tap7",
                                     .socketPath = socket ? std::optional<std::string>("/new.sock") : std::nullopt};
        const QByteArray fault = faultOf(change, socket);
        QVERIFY2(fault.startsWith("Failed to load guest memory: "), fault); // the next step
    }
}

void TestLoadOverrides::network_ofAnotherKind_isRefused()
{
    QCOMPARE(faultOf({.ifaceId = "eth0", .hostDevName = "", .socketPath = "/new.sock"}, false),
             QByteArray("Failed to get snapshot state from file: Network interface eth0 was saved with a tap, so it "
                        "needs another `host_dev_name`."));
    QCOMPARE(faultOf({.ifaceId = "eth0", .hostDevName = "tap7"}, true),
             QByteArray("Failed to get snapshot state from file: Network interface eth0 was saved with a socket, so "
                        "it needs another `socket_path`."));
}

void TestLoadOverrides::network_unknown_isRefused()
{
    QCOMPARE(faultOf({.ifaceId = "eth9", .hostDevName = "tap7"}, false),
             QByteArray("Failed to get snapshot state from file: Unknown Network Device."));
}

QTEST_GUILESS_MAIN(TestLoadOverrides)
#include "tst_load_overrides.moc"
