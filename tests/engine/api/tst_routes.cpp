#include "api/request_target.h"
#include "api/routes.h"
#include "telemetry/metrics.h"

#include <QTest>

using namespace sparkler;
using namespace sparkler::api;

namespace {

Method methodOf(const QByteArray &name)
{
    for (const Method method : {Method::Get, Method::Put, Method::Patch, Method::Delete}) {
        if (name == methodName(method).data())
            return method;
    }
    return Method::Get;
}

Result<ParsedRequest> parse(const QByteArray &method, const QByteArray &path, const QByteArray &body = {})
{
    HttpRequest request{.method = methodOf(method), .path = path.toStdString(), .body = {}};
    if (!body.isNull())
        request.body = body.toStdString();
    return parseRequest(request);
}

QByteArray faultOf(const Result<ParsedRequest> &result)
{
    return result ? QByteArray("(accepted)") : QByteArray::fromStdString(result.error().text);
}

template <typename T>
qsizetype indexOfAction()
{
    return static_cast<qsizetype>(Action(T{}).index());
}

const QByteArray kDrive = R"({"drive_id":"a","path_on_host":"p","is_root_device":false})";
const QByteArray kDriveUpdate = R"({"drive_id":"a","path_on_host":"p"})";
const QByteArray kMachine = R"({"vcpu_count":2,"mem_size_mib":256})";
const QByteArray kInterface = R"({"iface_id":"1","host_dev_name":"tap0"})";
const QByteArray kBadJson = "An error occurred when deserializing the json body of a request: "
                            "EOF while parsing an object at line 1 column 1.";

QByteArray notAvailable(const QByteArray &what)
{
    return "The requested operation is not supported: " + what + " not available in this version of Sparkler.";
}

} // namespace

class TestRoutes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void path_isSplit_data();
    void path_isSplit();
    void request_becomesAction_data();
    void request_becomesAction();
    void badRequest_getsFault_data();
    void badRequest_getsFault();
    void missingDevice_isRefusedAfterPathChecks_data();
    void missingDevice_isRefusedAfterPathChecks();
    void action_carriesTheParsedBody();
    void metrics_formFollowsTheAcceptHeader();
    void deprecatedForm_isMarked_data();
    void deprecatedForm_isMarked();
    void putRequest_isCounted_data();
    void putRequest_isCounted();
    void patchRequest_isCounted();
    void getRequest_isCounted();
};

void TestRoutes::path_isSplit_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArrayList>("tokens"); // null: absent
    QTest::newRow("empty") << QByteArray("") << QByteArrayList{"", QByteArray(), QByteArray()};
    QTest::newRow("root") << QByteArray("/") << QByteArrayList{"", QByteArray(), QByteArray()};
    QTest::newRow("slashes") << QByteArray("///") << QByteArrayList{"", QByteArray(), QByteArray()};
    QTest::newRow("one") << QByteArray("/a") << QByteArrayList{"a", QByteArray(), QByteArray()};
    QTest::newRow("leading and final") << QByteArray("//a/") << QByteArrayList{"a", QByteArray(), QByteArray()};
    QTest::newRow("empty second") << QByteArray("/a//") << QByteArrayList{"a", "", QByteArray()};
    QTest::newRow("three") << QByteArray("/a/b/c/d/e") << QByteArrayList{"a", "b", "c"};
    QTest::newRow("query stays") << QByteArray("/a?x=/y") << QByteArrayList{"a?x=", "y", QByteArray()};
}

void TestRoutes::path_isSplit()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArrayList, tokens);
    const std::string text = path.toStdString();
    const RequestTarget target = splitPath(text);
    QCOMPARE(QByteArray::fromStdString(std::string(target.resource)), tokens[0]);
    QCOMPARE(target.second.has_value(), !tokens[1].isNull());
    QCOMPARE(QByteArray::fromStdString(std::string(target.second.value_or(""))), tokens[1]);
    QCOMPARE(target.third.has_value(), !tokens[2].isNull());
}

void TestRoutes::request_becomesAction_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<qsizetype>("action");
    const auto row = [](const char *method, const char *path, QByteArray body, qsizetype action) {
        QTest::addRow("%s %s %s", method, path, body.left(40).constData())
            << QByteArray(method) << QByteArray(path) << body << action;
    };
    row("GET", "/", {}, indexOfAction<GetInstanceInfo>());
    row("GET", "", {}, indexOfAction<GetInstanceInfo>());
    row("GET", "/version", {}, indexOfAction<GetVersion>());
    row("GET", "//version/", {}, indexOfAction<GetVersion>());
    row("GET", "/version/anything", {}, indexOfAction<GetVersion>());
    row("GET", "/vm/config", {}, indexOfAction<GetVmConfig>());
    row("GET", "/machine-config", {}, indexOfAction<GetMachineConfig>());
    row("GET", "/machine-config/zz", {}, indexOfAction<GetMachineConfig>());
    row("GET", "/metrics", {}, indexOfAction<GetMetrics>());
    row("GET", "/events", {}, indexOfAction<GetEvents>());
    row("PUT", "/machine-config", kMachine, indexOfAction<PutMachineConfig>());
    row("PATCH", "/machine-config", R"({"smt":true})", indexOfAction<PatchMachineConfig>());
    row("PUT", "/boot-source", R"({"kernel_image_path":"k"})", indexOfAction<PutBootSource>());
    row("PUT", "/drives/a", kDrive, indexOfAction<PutDrive>());
    row("PUT", "/drives/a/more", kDrive, indexOfAction<PutDrive>());
    row("PATCH", "/drives/a", kDriveUpdate, indexOfAction<PatchDrive>());
    row("PUT", "/logger", "{}", indexOfAction<PutLogger>());
    row("PUT", "/metrics", R"({"metrics_path":"m"})", indexOfAction<PutMetrics>());
    row("PUT", "/serial", "{}", indexOfAction<PutSerial>());
    row("PUT", "/actions", R"({"action_type":"InstanceStart"})", indexOfAction<StartInstance>());
    row("PUT", "/actions/x", R"({"action_type":"FlushMetrics"})", indexOfAction<FlushMetrics>());
    row("PUT", "/actions", R"({"action_type":"SendCtrlAltDel"})", indexOfAction<SendCtrlAltDel>());
    row("PUT", "/actions", R"({"action_type":{"InstanceStart":null}})", indexOfAction<StartInstance>());
    row("PUT", "/actions", R"({"action_type":"BlockDeviceRescan","payload":"drive_1"})",
        indexOfAction<RescanBlockDevice>());
    row("PUT", "/actions", R"({"payload":"drive_1","action_type":"BlockDeviceRescan"})",
        indexOfAction<RescanBlockDevice>());
    row("PUT", "/network-interfaces/1", kInterface, indexOfAction<PutNetwork>());
    row("PATCH", "/network-interfaces/1", R"({"iface_id":"1"})", indexOfAction<PatchNetwork>());
    row("GET", "/mmds", {}, indexOfAction<GetMmds>());
    row("GET", "/mmds/anything", {}, indexOfAction<GetMmds>());
    row("PUT", "/mmds", "{}", indexOfAction<PutMmds>());
    row("PUT", "/mmds", "3", indexOfAction<PutMmds>());
    row("PATCH", "/mmds", R"({"a":null})", indexOfAction<PatchMmds>());
    row("PUT", "/mmds/config", R"({"version":"V2","network_interfaces":["1"]})", indexOfAction<PutMmdsConfig>());
    row("PUT", "/vsock", R"({"guest_cid":3,"uds_path":"v"})", indexOfAction<PutVsock>());
    row("PUT", "/vsock", R"({"vsock_id":null,"guest_cid":3,"uds_path":"v"})", indexOfAction<PutVsock>());
    row("PUT", "/vsocks/root", R"({"vsock_id":"root","guest_cid":3,"uds_path":"v"})", indexOfAction<PutVsock>());
    row("PUT", "/vsocks/root", R"({"vsock_id":"root","guest_cid":3})", indexOfAction<PutVhostVsock>());
    row("PUT", "/vsocks/root", R"({"id":"root","guest_cid":3})", indexOfAction<PutVhostVsock>());
    row("GET", "/balloon", {}, indexOfAction<GetBalloon>());
    row("GET", "/balloon/statistics", {}, indexOfAction<GetBalloonStatistics>());
    row("GET", "/balloon/hinting/status", {}, indexOfAction<GetBalloonHinting>());
    row("PUT", "/balloon", R"({"amount_mib":1,"deflate_on_oom":true})", indexOfAction<PutBalloon>());
    row("PATCH", "/balloon", R"({"amount_mib":1})", indexOfAction<PatchBalloon>());
    row("PATCH", "/balloon/unknown", R"({"amount_mib":1})", indexOfAction<PatchBalloon>());
    row("PATCH", "/balloon/statistics", R"({"stats_polling_interval_s":1})", indexOfAction<PatchBalloonStatistics>());
    row("PATCH", "/balloon/hinting/start", {}, indexOfAction<StartBalloonHinting>());
    row("PATCH", "/balloon/hinting/start", R"({"acknowledge_on_stop":false,"x":1})",
        indexOfAction<StartBalloonHinting>());
    row("PATCH", "/balloon/hinting/stop", "anything", indexOfAction<StopBalloonHinting>());
    row("PUT", "/entropy", "{}", indexOfAction<PutEntropy>());
    row("PUT", "/snapshot/create", R"({"snapshot_path":"a","mem_file_path":"b"})", indexOfAction<CreateSnapshot>());
    row("PUT", "/snapshot/load",
        R"({"snapshot_path":"a","mem_backend":{"backend_path":"b","backend_type":"File"},"resume_vm":true,
            "network_overrides":[{"iface_id":"1","host_dev_name":"tap","x":1},{"iface_id":"2","socket_path":"/s"}],"vsock_override":{"uds_path":"v"},
            "drive_overrides":[{"drive_id":"d","path_on_host":"p"}],"clock_realtime":true,"huge_pages":"2M",
            "record_working_set":true})",
        indexOfAction<LoadSnapshot>());
    row("PATCH", "/vm", R"({"state":"Paused"})", indexOfAction<PauseVm>());
    row("PATCH", "/vm/whatever", R"({"state":"Resumed"})", indexOfAction<ResumeVm>());
}

void TestRoutes::request_becomesAction()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(qsizetype, action);
    const auto parsed = parse(method, path, body);
    QCOMPARE(faultOf(parsed), QByteArray("(accepted)"));
    QCOMPARE(static_cast<qsizetype>(parsed->action.index()), action);
    QVERIFY(!parsed->deprecated);
}

void TestRoutes::badRequest_getsFault_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("fault");
    int number = 0;
    const auto row = [&](const char *method, const char *path, QByteArray body, QByteArray fault) {
        QTest::addRow("%s %s %d", method, path, ++number) << QByteArray(method) << QByteArray(path) << body << fault;
    };
    // Dispatch.
    row("GET", "/version", "{}", "GET request cannot have a body.");
    row("GET", "/metrics", "{}", "GET request cannot have a body.");
    row("PUT", "/events", "{}", "Invalid request method and/or path: PUT events.");
    row("PUT", "/metrics", {}, "Empty PUT request.");
    row("PATCH", "/metrics", "{}", "Invalid request method and/or path: PATCH metrics.");
    row("DELETE", "/metrics", {}, "Invalid request method and/or path: DELETE metrics.");
    row("GET", "/nothing", "{}", "GET request cannot have a body.");
    row("GET", "/nothing", {}, "Invalid request method and/or path: GET nothing.");
    row("GET", "/version?x=1", {}, "Invalid request method and/or path: GET version?x=1.");
    row("GET", "/vm", {}, "Invalid request method and/or path: GET vm.");
    row("GET", "/vm/foo", {}, "Invalid request method and/or path: GET vm.");
    row("GET", "/drives", {}, "Invalid request method and/or path: GET drives.");
    row("GET", "/hotplug", {}, "Invalid request method and/or path: GET hotplug.");
    row("PUT", "/drives/a", {}, "Empty PUT request.");
    row("PUT", "/nothing", {}, "Empty PUT request.");
    row("PUT", "/shutdown-internal", {}, "Empty PUT request.");
    row("PUT", "/", "{}", "Invalid request method and/or path: PUT .");
    row("PUT", "/vm", "{}", "Invalid request method and/or path: PUT vm.");
    row("PUT", "/hotplug/foo", "{}", "Invalid request method and/or path: PUT hotplug.");
    row("PATCH", "/drives/a", {}, "Empty PATCH request.");
    row("PATCH", "/boot-source", "{}", "Invalid request method and/or path: PATCH boot-source.");
    row("PATCH", "/logger", "{}", "Invalid request method and/or path: PATCH logger.");
    row("PATCH", "/actions", "{}", "Invalid request method and/or path: PATCH actions.");
    row("DELETE", "/drives/a", "{}", "Empty Delete request.");
    row("DELETE", "/nothing", "{}", "Empty Delete request.");
    row("DELETE", "/version", {}, "Invalid request method and/or path: DELETE version.");
    // Ids, before bodies.
    const QByteArray characters = "API Resource IDs can only contain alphanumeric characters and underscores.";
    row("PUT", "/drives", "{", "The ID cannot be empty.");
    row("PUT", "/drives/", "{", "The ID cannot be empty.");
    row("PUT", "/drives//", "{", "The ID cannot be empty.");
    row("PUT", "/drives/a-b", "{", characters);
    row("PUT", "/drives/a.b", "{", characters);
    row("PUT", "/drives/a%20", "{", characters);
    row("PUT", "/drives/a?x", "{", characters);
    row("PUT", "/drives/\xe2\x80\x94", "{", characters);
    row("PATCH", "/drives", "{", "The ID cannot be empty.");
    row("PUT", "/network-interfaces", "{", "The ID cannot be empty.");
    row("PATCH", "/network-interfaces/a-b", "{", characters);
    row("PUT", "/pmem", "{", "The ID cannot be empty.");
    row("PATCH", "/pmem/a-b", "{", characters);
    row("PUT", "/vsocks", "{", "The ID cannot be empty.");
    row("DELETE", "/drives", {}, "The ID cannot be empty.");
    row("DELETE", "/pmem/", {}, "The ID cannot be empty.");
    row("DELETE", "/network-interfaces/a-b", {}, characters);
    // Bodies, before the comparison of ids.
    row("PUT", "/drives/b", kDrive, "The id from the path does not match the id from the body!");
    row("PUT", "/drives/b", "{", kBadJson);
    row("PUT", "/drives/\xc3\xa4_9", "{", kBadJson); // letters of any script are fine
    row("PATCH", "/drives/b", kDriveUpdate, "The id from the path does not match the id from the body!");
    row("PATCH", "/drives/b", R"({"drive_id":"a"})", "The id from the path does not match the id from the body!");
    row("PATCH", "/drives/a", R"({"drive_id":"a"})",
        "Please specify at least one property to patch: path_on_host, rate_limiter.");
    row("PATCH", "/machine-config", "{}", "Empty PATCH request.");
    row("PUT", "/machine-config", "{", kBadJson);
    row("PATCH", "/vm", R"({"state":"Halted"})",
        "An error occurred when deserializing the json body of a request: unknown variant `Halted`, expected `Paused` "
        "or "
        "`Resumed` at line 1 column 17.");
    row("PUT", "/network-interfaces/2", kInterface,
        "The id from the path [2] does not match the id from the body [1]!");
    row("PATCH", "/network-interfaces/2", R"({"iface_id":"1"})",
        "The id from the path [2] does not match the id from the body [1]!");
    row("PUT", "/vsocks/a", R"({"vsock_id":"root","guest_cid":3,"uds_path":"v"})",
        "The id from the path does not match the id from the body!");
    row("PUT", "/vsocks/a", R"({"id":"root","guest_cid":3})",
        "The id from the path does not match the id from the body!");
    row("PUT", "/mmds", "{", kBadJson);
    row("PUT", "/mmds", R"({"a":)",
        "An error occurred when deserializing the json body of a request: EOF while parsing a value at line 1 column "
        "5.");
    row("PATCH", "/mmds", "{", kBadJson);
    row("PATCH", "/mmds", "{]",
        "An error occurred when deserializing the json body of a request: key must be a string at line 1 column 2.");
    row("PATCH", "/balloon", "{", kBadJson);
    row("PATCH", "/balloon/statistics", "{", kBadJson);
    row("PATCH", "/balloon/hinting/start", "{", kBadJson);
    // Actions.
    const QByteArray body = "An error occurred when deserializing the json body of a request: ";
    row("PUT", "/actions", R"({"action_type": "foo"})",
        body + "unknown variant `foo`, expected one of `FlushMetrics`, `InstanceStart`, `SendCtrlAltDel` at line 1 "
               "column 21.");
    row("PUT", "/actions", R"({"action_type": "InstanceStart", "payload": "a"})",
        body + "unknown field `payload`, expected `action_type` at line 1 column 42.");
    row("PUT", "/actions", "{}", body + "missing field `action_type` at line 1 column 2.");
    row("PUT", "/actions", R"({"action_type":"BlockDeviceRescan"})", "Payload is required for block device rescan.");
    row("PUT", "/actions", R"({"action_type":"BlockDeviceRescan","payload":1})",
        "Invalid payload type. Expected a string representing the drive_id");
    // Sub-resources.
    row("GET", "/balloon/foo", {}, "Unrecognized GET request path `foo`.");
    row("GET", "/balloon/hinting", {}, "Unrecognized GET request path `/hinting/`.");
    row("GET", "/balloon/hinting/x", {}, "Unrecognized GET request path `/hinting/x`.");
    row("PATCH", "/balloon", {}, "Empty PATCH request.");
    row("PATCH", "/balloon/foo", {}, "Empty PATCH request.");
    row("PATCH", "/balloon/hinting", {}, "Unrecognized PATCH request path `/hinting/`.");
    row("PATCH", "/balloon/hinting/x", "{}", "Unrecognized PATCH request path `/hinting/x`.");
    row("PUT", "/mmds/foo", "{}", "Unrecognized PUT request path `foo`.");
    row("PUT", "/snapshot", "{}", "Missing snapshot operation type.");
    row("PUT", "/snapshot/foo", "{}", "Invalid request method and/or path: PUT /snapshot/foo.");
    // Snapshots.
    row("PUT", "/snapshot/create",
        R"({"snapshot_path": "/vm.vmstate", "mem_file_path": "/vm.mem", "version": "invalid"})",
        body + "unexpected character 'i' while parsing major version number at line 1 column 81.");
    row("PUT", "/snapshot/create", R"({"snapshot_path": "a", "mem_file_path": "b", "x": 1})",
        body + "unknown field `x`, expected one of `snapshot_type`, `snapshot_path`, `mem_file_path`, `version` at "
               "line 1 column 48.");
    row("PUT", "/snapshot/create", R"({"mem_file_path": "b"})",
        body + "missing field `snapshot_path` at line 1 column 22.");
    row("PUT", "/snapshot/create", R"({"snapshot_type": "full"})",
        body + "unknown variant `full`, expected `Diff` or `Full` at line 1 column 24.");
    row("PUT", "/snapshot/load",
        R"({"snapshot_path": "a", "mem_backend": {"backend_type": "File", "backend_path": "b"}, "mem_file_path": "b"})",
        body + "too many fields: either `mem_backend` or `mem_file_path` exclusively is required.");
    row("PUT", "/snapshot/load", R"({"snapshot_path": "a"})",
        body + "missing field: either `mem_backend` or `mem_file_path` is required.");
    row("PUT", "/snapshot/load", R"({"snapshot_path": "foo", "mem_backend": {"backend_path": "bar"}})",
        body + "missing field `backend_type` at line 1 column 63.");
    row("PUT", "/snapshot/load",
        R"({"snapshot_path": "foo", "mem_backend": {"backend_type": "foo", "backend_path": "foo"}})",
        body + "unknown variant `foo`, expected `File` or `Uffd` at line 1 column 62.");
    row("PUT", "/snapshot/load", R"({"snapshot_path": "a", "x": 1})",
        body + "unknown field `x`, expected one of `snapshot_path`, `mem_file_path`, `mem_backend`, "
               "`enable_diff_snapshots`, `resume_vm` at line 1 column 26.");
}

void TestRoutes::badRequest_getsFault()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, fault);
    QCOMPARE(faultOf(parse(method, path, body)), fault);
}

void TestRoutes::missingDevice_isRefusedAfterPathChecks_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("what");
    const auto row = [](const char *method, const char *path, QByteArray body, QByteArray what) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << body << what;
    };
    row("GET", "/hotplug/memory", {}, "memory hotplug is");
    row("PUT", "/hotplug/memory", "{}", "memory hotplug is");
    row("PATCH", "/hotplug/memory", "{}", "memory hotplug is");
    row("PUT", "/pmem/p", "{}", "pmem devices are");
    row("PATCH", "/pmem/p", "{}", "pmem devices are");
    row("DELETE", "/drives/a", {}, "PCI and hot-unplugging are");
}

void TestRoutes::missingDevice_isRefusedAfterPathChecks()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, what);
    QCOMPARE(faultOf(parse(method, path, body)), notAvailable(what));
}

void TestRoutes::action_carriesTheParsedBody()
{
    const auto put = parse("PUT", "/machine-config", kMachine);
    const MachineConfigUpdate &config = std::get<PutMachineConfig>(put->action).config;
    QCOMPARE(config.vcpuCount, std::optional<std::uint32_t>(2));
    QCOMPARE(config.memSizeMib, std::optional<std::uint64_t>(256));
    const auto rescan = parse("PUT", "/actions", R"({"action_type":"BlockDeviceRescan","payload":"drive_1"})");
    QCOMPARE(std::get<RescanBlockDevice>(rescan->action).driveId, std::string("drive_1"));
    QCOMPARE(std::get<PutMmds>(parse("PUT", "/mmds", R"({"a" : 1})")->action).metadata.text(),
             std::string(R"({"a":1})"));
    QCOMPARE(std::get<PatchMmds>(parse("PATCH", "/mmds", R"({"a" : null})")->action).change.text(),
             std::string(R"({"a":null})"));
    const auto vsock = parse("PUT", "/vsocks/root", R"({"id":"root","guest_cid":3})");
    QVERIFY(std::get<PutVhostVsock>(vsock->action).config == (VhostVsockConfig{.id = "root", .guestCid = 3}));
    const auto hinting = parse("PATCH", "/balloon/hinting/start", R"({"acknowledge_on_stop":false})");
    QVERIFY(!std::get<StartBalloonHinting>(hinting->action).acknowledgeOnStop);
    QVERIFY(std::get<StartBalloonHinting>(parse("PATCH", "/balloon/hinting/start")->action).acknowledgeOnStop);
}

void TestRoutes::metrics_formFollowsTheAcceptHeader()
{
    const auto format = [](bool wantsJson) {
        HttpRequest request{.method = Method::Get, .path = "/metrics", .body = {}};
        request.wantsJson = wantsJson;
        return std::get<GetMetrics>(parseRequest(request).value().action).format;
    };
    QVERIFY(format(false) == MetricsFormat::Prometheus);
    QVERIFY(format(true) == MetricsFormat::Json);
}

void TestRoutes::deprecatedForm_isMarked_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("deprecated");
    const auto row = [](const char *name, const char *method, const char *path, QByteArray body, bool deprecated) {
        QTest::newRow(name) << QByteArray(method) << QByteArray(path) << body << deprecated;
    };
    row("put without", "PUT", "/machine-config", kMachine, false);
    row("put template", "PUT", "/machine-config", R"({"vcpu_count":1,"mem_size_mib":1,"cpu_template":"T2"})", true);
    row("put none", "PUT", "/machine-config", R"({"vcpu_count":1,"mem_size_mib":1,"cpu_template":"None"})", true);
    row("put null", "PUT", "/machine-config", R"({"vcpu_count":1,"mem_size_mib":1,"cpu_template":null})", false);
    row("patch template", "PATCH", "/machine-config", R"({"cpu_template":"C3"})", true);
    row("mmds V1", "PUT", "/mmds/config", R"({"version":"V1","network_interfaces":["1"]})", true);
    row("mmds default", "PUT", "/mmds/config", R"({"network_interfaces":["1"]})", true);
    row("mmds V2", "PUT", "/mmds/config", R"({"version":"V2","network_interfaces":["1"]})", false);
    row("vsock id", "PUT", "/vsock", R"({"vsock_id":"v","guest_cid":3,"uds_path":"v"})", true);
    row("snapshot for a version", "PUT", "/snapshot/create",
        R"({"snapshot_path":"a","mem_file_path":"b","version":"1.4.0"})", true);
    row("snapshot", "PUT", "/snapshot/create", R"({"snapshot_path":"a","mem_file_path":"b","version":null})", false);
    row("memory file", "PUT", "/snapshot/load", R"({"snapshot_path":"a","mem_file_path":"b","mem_backend":null})",
        true);
    row("diff snapshots", "PUT", "/snapshot/load",
        R"({"snapshot_path":"a","mem_backend":{"backend_path":"b","backend_type":"Uffd"},"enable_diff_snapshots":true})",
        true);
    row("memory back end", "PUT", "/snapshot/load",
        R"({"snapshot_path":"a","mem_backend":{"backend_path":"b","backend_type":"File"},"track_dirty_pages":true})",
        false);
    row("vsock without id", "PUT", "/vsock", R"({"guest_cid":3,"uds_path":"v"})", false);
}

void TestRoutes::deprecatedForm_isMarked()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(bool, deprecated);
    const std::uint64_t before = metrics().deprecatedApi.deprecatedHttpApiCalls.total();
    QCOMPARE(parse(method, path, body).value().deprecated, deprecated);
    QCOMPARE(metrics().deprecatedApi.deprecatedHttpApiCalls.total() - before, std::uint64_t{deprecated ? 1U : 0U});
}

void TestRoutes::putRequest_isCounted_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<quintptr>("counter");
    const auto row = [](const char *path, RequestCount &counter) {
        QTest::newRow(path) << QByteArray(path) << reinterpret_cast<quintptr>(&counter);
    };
    PutRequestMetrics &put = metrics().putRequests;
    row("/actions", put.actions);
    row("/boot-source", put.bootSource);
    row("/drives/a", put.drive);
    row("/logger", put.logger);
    row("/machine-config", put.machineCfg);
    row("/cpu-config", put.cpuCfg);
    row("/metrics", put.metrics);
    row("/network-interfaces/a", put.network);
    row("/mmds", put.mmds);
    row("/vsock", put.vsock);
    row("/pmem/a", put.pmem);
    row("/serial", put.serial);
    row("/hotplug/memory", put.hotplugMemory);
}

void TestRoutes::putRequest_isCounted()
{
    QFETCH(QByteArray, path);
    QFETCH(quintptr, counter);
    const RequestCount &count = *reinterpret_cast<RequestCount *>(counter);
    const std::uint64_t counted = count.count.total();
    const std::uint64_t failed = count.fails.total();
    QVERIFY(!parse("PUT", path, "{"));
    QCOMPARE(count.count.total(), counted + 1);
    QCOMPARE(count.fails.total(), failed + 1);
    QVERIFY(!parse("PUT", path)); // never reaches the route
    QCOMPARE(count.count.total(), counted + 1);
}

void TestRoutes::patchRequest_isCounted()
{
    const PatchRequestMetrics &patch = metrics().patchRequests;
    const std::uint64_t drives = patch.drive.count.total();
    const std::uint64_t driveFails = patch.drive.fails.total();
    const std::uint64_t machines = patch.machineCfg.count.total();
    QVERIFY(parse("PATCH", "/drives/a", kDriveUpdate).has_value());
    QVERIFY(!parse("PATCH", "/drives/b", kDriveUpdate));
    QVERIFY(parse("PATCH", "/machine-config", R"({"smt":false})").has_value());
    QCOMPARE(patch.drive.count.total(), drives + 2);
    QCOMPARE(patch.drive.fails.total(), driveFails + 1);
    QCOMPARE(patch.machineCfg.count.total(), machines + 1);
}

void TestRoutes::getRequest_isCounted()
{
    const GetRequestMetrics &get = metrics().getRequests;
    const std::uint64_t infos = get.instanceInfoCount.total();
    const std::uint64_t versions = get.vmmVersionCount.total();
    const std::uint64_t machines = get.machineCfgCount.total();
    const std::uint64_t stores = get.mmdsCount.total();
    parse("GET", "/").value();
    parse("GET", "/version").value();
    parse("GET", "/machine-config").value();
    parse("GET", "/mmds").value();
    QCOMPARE(get.instanceInfoCount.total(), infos + 1);
    QCOMPARE(get.vmmVersionCount.total(), versions + 1);
    QCOMPARE(get.machineCfgCount.total(), machines + 1);
    QCOMPARE(get.mmdsCount.total(), stores + 1);
}

QTEST_APPLESS_MAIN(TestRoutes)
#include "tst_routes.moc"
