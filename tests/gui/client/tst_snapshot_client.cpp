#include "client/engine_client.h"

#include "support/stub_engine.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

ApiResult<void> ask(const std::function<void(EngineClient::Callback<void>)> &call)
{
    std::optional<ApiResult<void>> result;
    call([&result](ApiResult<void> found) { result = std::move(found); });
    const bool ended = QTest::qWaitFor([&] { return result.has_value(); }, 10000);
    return ended ? *std::move(result) : std::unexpected(ApiError{.detail = u"no callback"_s});
}

SnapshotLoadCall everything()
{
    SnapshotLoadCall call;
    call.statePath = u"/m/state"_s;
    call.memoryPath = u"/m/uffd.sock"_s;
    call.memoryFrom = SnapshotLoadCall::MemoryFrom::Uffd;
    call.trackDirtyPages = true;
    call.resume = true;
    call.networkOverrides = {{u"eth0"_s, u"tap7"_s}, {u"eth1"_s, u"tap8"_s}};
    call.vsockPath = u"/m/vsock.sock"_s;
    call.clockRealtime = true;
    call.hugePages = SnapshotLoadCall::Pages::TwoMiB;
    call.driveOverrides = {{u"rootfs"_s, u"/m/rootfs.img"_s}};
    call.recordWorkingSet = true;
    return call;
}

} // namespace

class TestSnapshotClient : public QObject {
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void documents_haveWhatWasSaid_andNothingElse()
    {
        stub::Engine engine;
        engine.setHandler([](const stub::Request &) { return stub::Answer{}; });
        EngineClient client(engine.socketPath());
        client.createSnapshot({.statePath = u"/m/state"_s, .memoryPath = u"/m/memory"_s}, nullptr, {});
        client.createSnapshot(
            {.diff = true, .statePath = u"/m/state"_s, .memoryPath = u"/m/memory"_s, .version = u"1.1.0"_s}, nullptr,
            {});
        client.loadSnapshot({.statePath = u"/m/state"_s, .memoryPath = u"/m/memory"_s}, nullptr, {});
        client.loadSnapshot(everything(), nullptr, {});
        QTRY_COMPARE(engine.requests().size(), 4);
        QCOMPARE(engine.requestLines(), (QList<QByteArray>{"PUT /snapshot/create", "PUT /snapshot/create",
                                                           "PUT /snapshot/load", "PUT /snapshot/load"}));
        QCOMPARE(engine.requests()[0].body,
                 R"({"mem_file_path":"/m/memory","snapshot_path":"/m/state","snapshot_type":"Full"})");
        QCOMPARE(
            engine.requests()[1].body,
            R"({"mem_file_path":"/m/memory","snapshot_path":"/m/state","snapshot_type":"Diff","version":"1.1.0"})");
        QCOMPARE(engine.requests()[2].body,
                 R"({"mem_backend":{"backend_path":"/m/memory","backend_type":"File"},"snapshot_path":"/m/state"})");
        QCOMPARE(engine.requests()[3].body,
                 QByteArray(R"({"clock_realtime":true,)"
                            R"("drive_overrides":[{"drive_id":"rootfs","path_on_host":"/m/rootfs.img"}],)"
                            R"("huge_pages":"2M",)"
                            R"("mem_backend":{"backend_path":"/m/uffd.sock","backend_type":"Uffd"},)"
                            R"("network_overrides":[{"host_dev_name":"tap7","iface_id":"eth0"},)"
                            R"({"host_dev_name":"tap8","iface_id":"eth1"}],"record_working_set":true,)"
                            R"("resume_vm":true,"snapshot_path":"/m/state","track_dirty_pages":true,)"
                            R"("vsock_override":{"uds_path":"/m/vsock.sock"}})"));
    }

    void createThenLoad_overTheApi_givesTheMachineWithOverrides()
    {
        QTemporaryDir files;
        const SnapshotCreateCall create{.statePath = files.filePath(u"state"_s),
                                        .memoryPath = files.filePath(u"memory"_s)};
        {
            stub::Engine engine;
            EngineClient client(engine.socketPath());
            const auto early = ask([&](auto done) { client.createSnapshot(create, nullptr, done); });
            QCOMPARE(early.error().fault, u"The requested operation is not supported before starting the microVM."_s);
            engine.model().machineConfig.insert(u"mem_size_mib"_s, 2);
            engine.model().drives = {QJsonObject{{u"drive_id"_s, u"rootfs"_s}, {u"path_on_host"_s, u"/old"_s}}};
            engine.model().state = u"Running"_s;
            const auto running = ask([&](auto done) { client.createSnapshot(create, nullptr, done); });
            QVERIFY(running.error().fault.contains(u"unavailable while running"_s));
            engine.model().state = u"Paused"_s;
            QVERIFY(ask([&](auto done) { client.createSnapshot(create, nullptr, done); }));
            QCOMPARE(QFile(create.memoryPath).size(), 2 << 20);
        }
        stub::Engine engine;
        EngineClient client(engine.socketPath());
        SnapshotLoadCall load;
        load.statePath = create.statePath;
        load.memoryPath = create.memoryPath;
        load.networkOverrides = {{u"eth0"_s, u"tap0"_s}};
        const auto unknown = ask([&](auto done) { client.loadSnapshot(load, nullptr, done); });
        QVERIFY(unknown.error().fault.endsWith(u"Unknown Network Device."_s));
        load.networkOverrides.clear();
        load.driveOverrides = {{u"rootfs"_s, u"/new"_s}};
        load.resume = true;
        QVERIFY(ask([&](auto done) { client.loadSnapshot(load, nullptr, done); }));
        QCOMPARE(engine.model().state, u"Running"_s);
        QCOMPARE(engine.model().drives.at(0).toObject().value(u"path_on_host"_s).toString(), u"/new"_s);
        const auto again = ask([&](auto done) { client.loadSnapshot(load, nullptr, done); });
        QCOMPARE(again.error().fault, u"The requested operation is not supported after starting the microVM."_s);
    }

    void cancel_onTheWire_dropsTheConnection()
    {
        stub::Engine engine;
        engine.setManner("PUT /snapshot/create", stub::Engine::Manner::Never);
        EngineClient client(engine.socketPath());
        std::optional<ApiResult<void>> result;
        const auto id = client.createSnapshot({.statePath = u"/s"_s, .memoryPath = u"/m"_s}, nullptr,
                                              [&](ApiResult<void> found) { result = std::move(found); });
        QTRY_COMPARE(engine.requests().size(), 1);
        QCOMPARE(engine.connections(), 1);
        client.connection()->cancel(id);
        QTRY_VERIFY(result.has_value());
        QVERIFY(!*result);
        QCOMPARE(result->error().kind, ApiError::Kind::Cancelled);
        QTRY_COMPARE(engine.connections(), 0);
        QVERIFY(ask([&](auto done) { client.putMachineConfig({}, nullptr, done); })); // and goes on
    }
};

QTEST_GUILESS_MAIN(TestSnapshotClient)
#include "tst_snapshot_client.moc"
