// The scenarios of the acceptance documents under their own names, over the wire, with every assertion of the scenario.
// Where a scenario uses ssh, the same command runs on the guest's console. Needs a KVM that runs stock kernels, and
// root. Those about single devices are in tst_test_api_devices.cpp.
#include "test_microvm.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cpuid.h>
#include <csignal>
#include <sys/resource.h>

using namespace harness;

namespace {

const QString kPathOnHost = QStringLiteral("path_on_host");
const QString kRateLimiter = QStringLiteral("rate_limiter");
const QString kMac = QStringLiteral("06:00:00:00:00:01");
const QByteArray kNotAfter = "The requested operation is not supported after starting the microVM";
const QByteArray kNotBefore = "The requested operation is not supported before starting the microVM.";

enum class Fit { Yes, OtherModel, OtherVendor };

/// Whether this host's processor is one that the template C3 was made for, by what the processor itself says.
Fit hostFitsC3()
{
    unsigned eax = 0, ebx = 0, ecx = 0, edx = 0;
    __cpuid(0, eax, ebx, ecx, edx);
    if (ebx != signature_INTEL_ebx || ecx != signature_INTEL_ecx || edx != signature_INTEL_edx)
        return Fit::OtherVendor;
    __cpuid(1, eax, ebx, ecx, edx);
    constexpr std::array<unsigned, 3> kFitting{0x50654, 0x50657, 0x606a6}; // Skylake, Cascade Lake, Ice Lake
    const bool fits = std::ranges::find(kFitting, eax & 0x0fff3fff) != kFitting.end();
    return fits ? Fit::Yes : Fit::OtherModel;
}

} // namespace

class TestApi : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(enterNetworkNamespace(), "no network namespace: these tests need root"); }
    void test_api_happy_start();
    void test_drive_io_engine();
    void test_api_put_update_pre_boot();
    void test_api_machine_config();
    void test_api_cpu_config();
    void test_api_put_update_post_boot();
    void test_api_patch_pre_boot();
    void test_negative_api_patch_post_boot();
    void test_drive_patch();
    void test_send_ctrl_alt_del();
    void test_api_version();
};

void TestApi::test_api_happy_start()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    STEP(vm.start());
}

void TestApi::test_drive_io_engine()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig(false));
    const QString tap = vm.addTap(QStringLiteral("1"));
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), tap, kMac).status, 204);
    // The engine that is not the default one; where the kernel has no io_uring it is refused.
    QJsonObject drive = driveBody(QStringLiteral("rootfs"), vm.rootfs(), true, false);
    drive[QStringLiteral("io_engine")] = QStringLiteral("Async");
    const Response async = vm.putDrive(drive);
    if (async.status != 204) {
        QCOMPARE(async.status, 400);
        QVERIFY(
            vm.engine().log().contains("Received Error. Status code: 400 Bad Request. Message: Unable to create the "
                                       "block device: FileEngine(UnsupportedEngine(Async))"));
    }
    // The default engine works anywhere.
    drive.remove(QStringLiteral("io_engine"));
    QCOMPARE(vm.putDrive(drive).status, 204);
    STEP(vm.start());
    GuestShell shell(vm.engine());
    VERIFY_VM(shell.login(), vm);
    const GuestShell::Output output = shell.run("sync");
    QCOMPARE(output.status, 0);
    QCOMPARE(output.text, QByteArray());
    QCOMPARE(vm.fullConfig()[QStringLiteral("drives")][0][QStringLiteral("io_engine")].toString(),
             QStringLiteral("Sync"));
}

void TestApi::test_api_put_update_pre_boot()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.addDrive(QStringLiteral("scratch"), QStringLiteral("scratch.ext4")).status, 204);
    const QString scratch = vm.directory() + QStringLiteral("/scratch.ext4");

    VERIFY_IN(vm.api().put("/boot-source", {{QStringLiteral("kernel_image_path"), QStringLiteral("foo.bar")}}),
              "The kernel file cannot be opened: No such file or directory (os error 2)");
    QCOMPARE(vm.api().put("/boot-source", {{QStringLiteral("kernel_image_path"), vm.kernel()}}).status, 204);
    VERIFY_IN(vm.putDrive(driveBody(QStringLiteral("rootfs"), QStringLiteral("foo.bar"), true, true)),
              "Invalid block device path");
    VERIFY_IN(vm.putDrive(driveBody(QStringLiteral("scratch"), scratch, true, false)),
              "A root block device already exists");
    const QString other = makeDisk(vm.directory(), QStringLiteral("otherscratch.ext4"), 1);
    QCOMPARE(vm.putDrive(driveBody(QStringLiteral("scratch"), other, false, true)).status, 204);

    const QJsonObject config{{QStringLiteral("vcpu_count"), 4},
                             {QStringLiteral("smt"), true},
                             {QStringLiteral("mem_size_mib"), 256},
                             {QStringLiteral("track_dirty_pages"), true},
                             {QStringLiteral("cpu_template"), QStringLiteral("C3")}};
    QCOMPARE(vm.api().put("/machine-config", config).status, 204);
    const Response shown = vm.api().get("/machine-config");
    QCOMPARE(shown.status, 200);
    for (auto field = config.begin(); field != config.end(); ++field)
        QCOMPARE(shown.json()[field.key()], field.value());
}

void TestApi::test_api_machine_config()
{
    const QString vcpuCount = QStringLiteral("vcpu_count");
    const QString memSizeMib = QStringLiteral("mem_size_mib");
    const QString cpuTemplate = QStringLiteral("cpu_template");
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    ApiClient &api = vm.api();
    QCOMPARE(api.put("/machine-config", {{vcpuCount, QStringLiteral("-2")}}).status, 400);
    QCOMPARE(api.put("/machine-config", {{QStringLiteral("smt"), QStringLiteral("random_string")}}).status, 400);
    QCOMPARE(api.put("/machine-config", {{cpuTemplate, QStringLiteral("random_string")}}).status, 400);
    QCOMPARE(api.patch("/machine-config", {{QStringLiteral("track_dirty_pages"), true}}).status, 204);
    // The seed's client writes a blank after the colon, and the columns count it.
    VERIFY_IN(api.request("PUT", "/machine-config", "{\"mem_size_mib\": 128}"),
              "missing field `vcpu_count` at line 1 column 21.");
    VERIFY_IN(api.request("PUT", "/machine-config", "{\"vcpu_count\": 2}"),
              "missing field `mem_size_mib` at line 1 column 17.");

    QCOMPARE(api.put("/machine-config", {{memSizeMib, 128}, {vcpuCount, 1}}).status, 204);
    const Response shown = api.get("/machine-config");
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json()[QStringLiteral("smt")], QJsonValue(false));
    QCOMPARE(api.patch("/machine-config", {{QStringLiteral("smt"), true}}).status, 204);
    QCOMPARE(api.put("/machine-config", {{memSizeMib, QStringLiteral("-2")}}).status, 400);
    VERIFY_IN(api.request("PUT", "/machine-config", "{\"mem_size_mib\": 18446744073709551616}"),
              "error occurred when deserializing the json body of a request: invalid type");

    STEP(vm.basicConfig());
    const rlimit limit{1000000000, RLIM_INFINITY};
    QCOMPARE(::prlimit(vm.engine().pid(), RLIMIT_AS, &limit, nullptr), 0);
    QCOMPARE(api.request("PATCH", "/machine-config", "{\"mem_size_mib\": 18446744073709551615}").status, 204);
    VERIFY_IN(
        vm.action(QStringLiteral("InstanceStart")),
        "Invalid Memory Configuration: MmapRegion(Mmap(Os { code: 12, kind: OutOfMemory, message: Out of memory }))");
    VERIFY_IN(api.patch("/machine-config", {{memSizeMib, 0}}), "The memory size (MiB) is invalid.");
    QCOMPARE(api.patch("/machine-config", {{memSizeMib, 256}}).status, 204);

    QCOMPARE(api.patch("/machine-config", {{cpuTemplate, QStringLiteral("C3")}}).status, 204);
    const Response started = vm.action(QStringLiteral("InstanceStart"));
    switch (hostFitsC3()) {
    case Fit::Yes:
        QCOMPARE(started.status, 204);
        break;
    case Fit::OtherModel: // of which the scenario knows nothing: its Intel hosts are all of the models that fit
        QCOMPARE(started.status, 400);
        VERIFY_IN(started, "The current CPU model is not permitted to apply the CPU template.");
        break;
    case Fit::OtherVendor:
        QCOMPARE(started.status, 400);
        VERIFY_IN(started, "CPU vendor mismatched between actual CPU and CPU template");
        break;
    }

    const Response full = api.get("/vm/config");
    QCOMPARE(full.status, 200);
    const QJsonObject machine = full.json()[QStringLiteral("machine-config")].toObject();
    QCOMPARE(machine[vcpuCount], QJsonValue(2));
    QCOMPARE(machine[memSizeMib], QJsonValue(256));
    QCOMPARE(machine[QStringLiteral("smt")], QJsonValue(false));
}

void TestApi::test_api_cpu_config()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    QCOMPARE(vm.api().request("PUT", "/cpu-config", R"("{}")").status, 400);
    // As the scenario's template for hosts of either vendor: it takes a feature away.
    const QJsonObject custom = json(R"({"cpuid_modifiers": [{"leaf": "0x1", "subleaf": "0x0", "flags": 0, "modifiers":
        [{"register": "ecx", "bitmap": "0bxxxxxxxxxxxxxxxxxxx0xxxxxxxxxxxx"}]}], "msr_modifiers": []})");
    QCOMPARE(vm.api().put("/cpu-config", custom).status, 204);
}

void TestApi::test_api_put_update_post_boot()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    const QString tap = vm.addTap(QStringLiteral("1"));
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), tap, kMac).status, 204);
    STEP(vm.start());

    VERIFY_IN(vm.api().put("/boot-source", {{QStringLiteral("kernel_image_path"), vm.kernel()}}), kNotAfter);
    VERIFY_IN(vm.api().patch("/machine-config", json(R"({"vcpu_count": 4})")), kNotAfter);
    VERIFY_IN(vm.api().put("/machine-config", json(R"({"vcpu_count": 4, "mem_size_mib": 128})")), kNotAfter);
    VERIFY_IN(vm.putNetwork(QStringLiteral("1"), tap, QStringLiteral("06:00:00:00:00:02")), kNotAfter);
    VERIFY_IN(vm.putDrive(driveBody(QStringLiteral("rootfs"), vm.rootfs(), true, false)), kNotAfter);
    VERIFY_IN(vm.api().put("/mmds/config", json(R"({"version": "V2", "ipv4_address": "169.254.169.250",
                                                    "network_interfaces": ["1"]})")),
              kNotAfter);
}

void TestApi::test_api_patch_pre_boot()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.addDrive(QStringLiteral("scratch"), QStringLiteral("scratch.ext4")).status, 204);
    const QString tap = vm.addTap(QStringLiteral("1"));
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), tap, kMac).status, 204);

    VERIFY_IN(vm.api().patch("/boot-source", json(R"({"kernel_image_path": "otherfile"})")), "Invalid request method");
    QCOMPARE(vm.api().patch("/machine-config", json(R"({"vcpu_count": 4})")).status, 204);
    QCOMPARE(vm.api().get("/machine-config").json()[QStringLiteral("vcpu_count")].toInt(), 4);
    VERIFY_IN(vm.api().patch("/logger", json(R"({"level": "Error"})")), "Invalid request method");
    VERIFY_IN(vm.patchDrive({{kPathOnHost, QStringLiteral("foo.bar")}}), kNotBefore);
    VERIFY_IN(vm.api().patch("/network-interfaces/1", json(R"({"iface_id": "1"})")), kNotBefore);
}

void TestApi::test_negative_api_patch_post_boot()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    QCOMPARE(vm.addDrive(QStringLiteral("scratch"), QStringLiteral("scratch.ext4")).status, 204);
    const QString tap = vm.addTap(QStringLiteral("1"));
    QCOMPARE(vm.putNetwork(QStringLiteral("1"), tap, kMac).status, 204);
    STEP(vm.start());

    VERIFY_IN(vm.api().patch("/boot-source", json(R"({"kernel_image_path": "otherfile"})")), "Invalid request method");
    VERIFY_IN(vm.api().patch("/machine-config", json(R"({"vcpu_count": 4})")), kNotAfter);
    VERIFY_IN(vm.api().patch("/logger", json(R"({"level": "Error"})")), "Invalid request method");
}

void TestApi::test_drive_patch()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig(true, QStringLiteral("Sync")));
    const QString scratch = makeDisk(vm.directory(), QStringLiteral("scratch.ext4"), 1);
    QJsonObject drive = driveBody(QStringLiteral("scratch"), scratch, false, false);
    drive[QStringLiteral("io_engine")] = QStringLiteral("Async");
    QCOMPARE(vm.putDrive(drive).status, 204);
    VERIFY_IN(vm.patchDrive({{kPathOnHost, QStringLiteral("foo.bar")}}), kNotBefore);
    STEP(vm.start());

    VERIFY_IN(vm.patchDrive({}), "at least one property to patch: path_on_host, rate_limiter");
    const QString bad = QStringLiteral("foo.bar");
    VERIFY_IN(vm.patchDrive({{kPathOnHost, bad}, {QStringLiteral("is_read_only"), true}}),
              "unknown field `is_read_only`");
    VERIFY_IN(vm.patchDrive({{kPathOnHost, bad}, {QStringLiteral("io_engine"), QStringLiteral("Sync")}}),
              "unknown field `io_engine`");
    VERIFY_IN(vm.patchDrive({{kPathOnHost, bad}, {QStringLiteral("is_root_device"), false}}),
              "unknown field `is_root_device`");
    VERIFY_IN(
        vm.patchDrive({{kPathOnHost, bad}}),
        R"(Unable to patch the block device: BackingFile(Os { code: 2, kind: NotFound, message: \"No such file or directory\" }, \"foo.bar\"))");

    const QString replacement = makeDisk(vm.directory(), QStringLiteral("scratch_new.ext4"), 1);
    QCOMPARE(vm.patchDrive({{kPathOnHost, replacement}}).status, 204);
    QCOMPARE(vm.patchDrive({{kPathOnHost, replacement}, {kRateLimiter, limiter(1000000, 1)}}).status, 204);
    QCOMPARE(vm.patchDrive({{kRateLimiter, limiter(5000, 500)}}).status, 204);
    VERIFY_IN(vm.patchDrive({{kPathOnHost, bad}, {kRateLimiter, limiter(5000, 500)}}), "No such file or directory");

    const Response full = vm.api().get("/vm/config");
    QCOMPARE(full.status, 200);
    const auto shownBucket = [](int size) {
        return QJsonObject{{QStringLiteral("size"), size},
                           {QStringLiteral("one_time_burst"), QJsonValue::Null},
                           {QStringLiteral("refill_time"), 100}};
    };
    const QJsonArray expected{QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("rootfs")},
                                          {kPathOnHost, vm.rootfs()},
                                          {QStringLiteral("is_root_device"), true},
                                          {QStringLiteral("partuuid"), QJsonValue::Null},
                                          {QStringLiteral("is_read_only"), false},
                                          {QStringLiteral("cache_type"), QStringLiteral("Unsafe")},
                                          {QStringLiteral("io_engine"), QStringLiteral("Sync")},
                                          {kRateLimiter, QJsonValue::Null}},
                              QJsonObject{{QStringLiteral("drive_id"), QStringLiteral("scratch")},
                                          {kPathOnHost, replacement},
                                          {QStringLiteral("is_root_device"), false},
                                          {QStringLiteral("partuuid"), QJsonValue::Null},
                                          {QStringLiteral("is_read_only"), false},
                                          {QStringLiteral("cache_type"), QStringLiteral("Unsafe")},
                                          {QStringLiteral("io_engine"), QStringLiteral("Async")},
                                          {kRateLimiter, QJsonObject{{QStringLiteral("bandwidth"), shownBucket(5000)},
                                                                     {QStringLiteral("ops"), shownBucket(500)}}}}};
    QCOMPARE(full.json()[QStringLiteral("drives")].toArray(), expected);
}

void TestApi::test_send_ctrl_alt_del()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    STEP(vm.start());
    // The scenario sleeps two seconds for the guest to boot; the login prompt says it better.
    GuestShell shell(vm.engine());
    VERIFY_VM(shell.login(), vm);
    QCOMPARE(vm.action(QStringLiteral("SendCtrlAltDel")).status, 204);
    const auto end = vm.engine().waitForExit(30000);
    // If the keys got lost, the shell is still there and tells where: what the keyboard's driver has and has counted.
    if (!end)
        (void)shell.run("grep -e AT -e i8042 /proc/interrupts /proc/bus/input/devices; ls /sys/bus/serio/devices; "
                        "cat /sys/bus/serio/devices/serio0/description /sys/bus/serio/devices/serio0/bind_mode; "
                        "ls -l /sys/bus/serio/devices/serio0/driver; dmesg | grep -i -e serio -e kbd -e 8042; ps");
    VERIFY_VM(end.has_value(), vm);
}

void TestApi::test_api_version()
{
    TestMicrovm vm;
    QVERIFY(vm.spawn());
    STEP(vm.basicConfig());
    const Response before = vm.api().get("/version");
    QCOMPARE(before.status, 200);
    QVERIFY(before.json().contains(QStringLiteral("firecracker_version")));
    STEP(vm.start());
    const Response after = vm.api().get("/version");
    QCOMPARE(after.status, 200);
    QVERIFY(after.json().contains(QStringLiteral("firecracker_version")));
    QCOMPARE(after.json(), before.json());
    QCOMPARE(before.json()[QStringLiteral("firecracker_version")].toString(), QStringLiteral(SPARKLER_API_LEVEL_TEXT));
}

QTEST_GUILESS_MAIN(TestApi)
#include "tst_test_api.moc"
