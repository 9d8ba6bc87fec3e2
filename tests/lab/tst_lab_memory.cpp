// The balloon and the entropy device as a Linux guest and its host see them.
#include "lab_guest.h"

#include <QElapsedTimer>
#include <QFile>

using namespace harness;

namespace {

constexpr qint64 kMib = 1 << 20;

/// What of the engine is in the host's memory, in MiB.
int residentMib(pid_t pid)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toInt() / 1024;
    }
    return -1;
}

/// Fills `mib` MiB of the guest's memory; they are given back with `rm /tmp/fill`.
QByteArray fill(int mib)
{
    return "mount -o remount,size=95% /tmp; dd if=/dev/zero of=/tmp/fill bs=1M count=" + QByteArray::number(mib);
}

} // namespace

class TestLabMemory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void balloon_takesGivesAndCounts();
    void balloon_deflatesWhenGuestRunsOut();
    void freePages_areReportedAndHinted();
    void entropy_arrivesWithinItsLimit();
    void kernel612_countsMore();

private:
    static int resident(LabGuest &guest) { return residentMib(guest.engine().pid()); }
    static Response setBalloon(LabGuest &guest, int mib)
    {
        return guest.api().patch("/balloon", {{QStringLiteral("amount_mib"), mib}});
    }
    static QJsonObject statistics(LabGuest &guest) { return guest.api().get("/balloon/statistics").json(); }
    static int actualMib(LabGuest &guest) { return statistics(guest)[QStringLiteral("actual_mib")].toInt(-1); }
};

void TestLabMemory::initTestCase()
{
    QVERIFY2(GuestAssets::forKernel(QStringLiteral("6.1-test")).complete(), "SPARKLER_GUEST_DIR holds no 6.1-test");
    QVERIFY2(QFile::exists(EngineProcess::enginePath()), qPrintable(EngineProcess::enginePath()));
}

void TestLabMemory::balloon_takesGivesAndCounts()
{
    LabGuest guest;
    guest.plan.balloon = json(R"({"amount_mib": 0, "deflate_on_oom": false, "stats_polling_interval_s": 1})");
    VERIFY_GUEST(guest.boot(), guest.engine());
    // Nearly all of its memory has been used once, so it matters little which pages the guest puts into the balloon.
    VERIFY_GUEST(guest.succeeds(fill(165), 60000) && guest.succeeds("rm /tmp/fill"), guest.engine());
    const int full = resident(guest);
    QVERIFY2(full > 165, QByteArray::number(full));

    // The guest's free pages go to the host: most of the balloon is seen there.
    QCOMPARE(setBalloon(guest, 130).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(actualMib(guest), 130, 30000 * slowFactor());
    const int inflated = resident(guest);
    QVERIFY2(inflated < full - 90, QByteArray::number(full) + " -> " + QByteArray::number(inflated));
    QVERIFY(guest.metric("balloon", "inflate_count") > 0);

    const QJsonObject numbers = statistics(guest);
    QCOMPARE(numbers[QStringLiteral("target_mib")].toInt(), 130);
    QCOMPARE(numbers[QStringLiteral("target_pages")].toInt(), 130 * 256);
    QCOMPARE(numbers[QStringLiteral("actual_pages")].toInt(), 130 * 256);
    // 256 MiB less what the kernel keeps for itself; without what is in the balloon once the kernel has told again.
    const auto told = [&](const char *key) { return statistics(guest)[QLatin1String(key)].toInteger(-1); };
    QTRY_VERIFY_WITH_TIMEOUT(told("free_memory") >= 0 && told("free_memory") < 100 * kMib, 20000 * slowFactor());
    QVERIFY2(told("total_memory") > 60 * kMib && told("total_memory") < 256 * kMib,
             QByteArray::number(told("total_memory")));
    QVERIFY(told("available_memory") > 0 && told("available_memory") < told("total_memory"));
    QVERIFY(told("disk_caches") > 0);
    QVERIFY(told("minor_faults") > 1000);
    for (const char *key : {"swap_in", "swap_out", "major_faults", "hugetlb_allocations", "hugetlb_failures"})
        QVERIFY2(told(key) >= 0, key);
    QCOMPARE(told("swap_in"), 0);
    const qint64 updates = guest.metric("balloon", "stats_updates_count");
    QTRY_VERIFY_WITH_TIMEOUT(guest.metric("balloon", "stats_updates_count") > updates, 20000 * slowFactor());
    QCOMPARE(guest.api().patch("/balloon/statistics", json(R"({"stats_polling_interval_s": 2})")).status, 204);
    QCOMPARE(guest.api().get("/balloon").json()[QStringLiteral("stats_polling_interval_s")].toInt(), 2);
    QCOMPARE(guest.api().patch("/balloon/statistics", json(R"({"stats_polling_interval_s": 0})")).status, 400);

    // And back: the guest can use them again.
    QCOMPARE(setBalloon(guest, 0).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(actualMib(guest), 0, 30000 * slowFactor());
    QVERIFY(guest.metric("balloon", "deflate_count") > 0);
    VERIFY_GUEST(guest.succeeds(fill(165), 60000), guest.engine());
    const int again = resident(guest);
    QVERIFY2(again > inflated + 90, QByteArray::number(inflated) + " -> " + QByteArray::number(again));
    for (const char *leaf : {"activate_fails", "event_fails", "stats_update_fails"})
        QVERIFY2(guest.metric("balloon", leaf) == 0, leaf);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabMemory::balloon_deflatesWhenGuestRunsOut()
{
    LabGuest guest;
    guest.plan.balloon = json(R"({"amount_mib": 0, "deflate_on_oom": true, "stats_polling_interval_s": 1})");
    VERIFY_GUEST(guest.boot(), guest.engine());
    QCOMPARE(setBalloon(guest, 130).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(actualMib(guest), 130, 30000 * slowFactor());
    // Far more than is left beside the balloon. Without it giving way, this program or another would be killed.
    VERIFY_GUEST(guest.succeeds(fill(120), 120000), guest.engine());
    QCOMPARE(guest.run("stat -c %s /tmp/fill").text, QByteArray::number(120 * kMib));
    QTRY_VERIFY_WITH_TIMEOUT(actualMib(guest) < 110, 20000 * slowFactor());
    VERIFY_GUEST(!guest.succeeds("dmesg | grep -i 'killed process'"), guest.engine());
    QVERIFY(guest.metric("balloon", "deflate_count") > 0);
    QCOMPARE(setBalloon(guest, 0).status, 204);
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabMemory::freePages_areReportedAndHinted()
{
    LabGuest guest;
    guest.plan.balloon =
        json(R"({"amount_mib": 0, "deflate_on_oom": false, "free_page_reporting": true, "free_page_hinting": true})");
    VERIFY_GUEST(guest.boot(), guest.engine());

    // What the guest frees goes back to the host by itself.
    VERIFY_GUEST(guest.succeeds(fill(110), 60000), guest.engine());
    const int full = resident(guest);
    QVERIFY2(full > 140, QByteArray::number(full));
    VERIFY_GUEST(guest.succeeds("rm /tmp/fill"), guest.engine());
    QTRY_VERIFY_WITH_TIMEOUT(resident(guest) < full - 70, 30000 * slowFactor());
    QVERIFY(guest.metric("balloon", "free_page_report_count") > 0);
    QVERIFY(guest.metric("balloon", "free_page_report_freed") > 70 * kMib);
    QCOMPARE(guest.metric("balloon", "free_page_report_fails"), 0);

    // A round of hints: the guest takes the command up, tells its free pages, and says that it has done so.
    QCOMPARE(guest.api().get("/balloon/hinting/status").json()[QStringLiteral("host_cmd")].toInt(-1), 0);
    QCOMPARE(guest.api().request("PATCH", "/balloon/hinting/start", {}).status, 204);
    const auto command = [&](const char *key) {
        return guest.api().get("/balloon/hinting/status").json()[QLatin1String(key)].toInt(-1);
    };
    QTRY_COMPARE_WITH_TIMEOUT(command("host_cmd"), 1, 30000 * slowFactor());
    QCOMPARE(command("guest_cmd"), 0);
    QVERIFY(guest.metric("balloon", "free_page_hint_count") > 0);
    QCOMPARE(guest.metric("balloon", "free_page_hint_fails"), 0);
    // A second one, which the host has to end.
    QCOMPARE(guest.api().patch("/balloon/hinting/start", json(R"({"acknowledge_on_stop": false})")).status, 204);
    QTRY_COMPARE_WITH_TIMEOUT(command("guest_cmd"), 0, 30000 * slowFactor());
    QVERIFY(command("host_cmd") >= 2);
    QCOMPARE(guest.api().request("PATCH", "/balloon/hinting/stop", {}).status, 204);
    QCOMPARE(command("host_cmd"), 1);
    // The guest has its pages back.
    VERIFY_GUEST(guest.succeeds(fill(110), 60000), guest.engine());
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabMemory::entropy_arrivesWithinItsLimit()
{
    LabGuest guest;
    // 4 KiB a second.
    guest.plan.entropy = json(R"({"rate_limiter": {"bandwidth": {"size": 4096, "refill_time": 1000}}})");
    VERIFY_GUEST(guest.boot(), guest.engine());
    QCOMPARE(guest.run("cat /sys/class/misc/hw_random/rng_current").text, QByteArray("virtio_rng.0"));
    QElapsedTimer timer;
    timer.start();
    VERIFY_GUEST(guest.succeeds("dd if=/dev/hwrng of=/tmp/a bs=64 count=384 iflag=fullblock", 60000), guest.engine());
    // 24 KiB, eight of which may come at once. The kernel takes some for itself, which makes it longer only.
    const qint64 taken = timer.elapsed();
    QVERIFY2(taken >= 3900 && taken < 60000, QByteArray::number(taken));
    QVERIFY(guest.metric("entropy", "entropy_rate_limiter_throttled") > 0);
    QVERIFY(guest.metric("entropy", "entropy_bytes") >= 24576);
    QVERIFY(guest.metric("entropy", "entropy_event_count") > 0);
    for (const char *leaf : {"activate_fails", "entropy_event_fails", "host_rng_fails"})
        QVERIFY2(guest.metric("entropy", leaf) == 0, leaf);
    // Random bytes do not repeat, and do not get smaller.
    VERIFY_GUEST(guest.succeeds("dd if=/dev/hwrng of=/tmp/b bs=64 count=64 iflag=fullblock && "
                                "test $(stat -c %s /tmp/b) = 4096 && ! cmp -s -n 4096 /tmp/a /tmp/b && "
                                "test $(gzip -c /tmp/a | wc -c) -ge 24576",
                                60000),
                 guest.engine());
    VERIFY_GUEST(guest.ends(), guest.engine());
}

void TestLabMemory::kernel612_countsMore()
{
    LabGuest guest;
    guest.plan.assets = GuestAssets::forKernel(QStringLiteral("6.12"));
    guest.plan.balloon = json(R"({"amount_mib": 16, "deflate_on_oom": false, "stats_polling_interval_s": 1})");
    guest.plan.entropy = json(R"({"rate_limiter": {}})");
    VERIFY_GUEST(guest.boot(), guest.engine());
    // A balloon configured before the boot is inflated without being asked again.
    QTRY_COMPARE_WITH_TIMEOUT(actualMib(guest), 16, 30000 * slowFactor());
    for (const char *key : {"oom_kill", "alloc_stall", "async_scan", "direct_scan", "async_reclaim", "direct_reclaim"})
        QTRY_VERIFY2_WITH_TIMEOUT(statistics(guest).contains(QLatin1String(key)), key, 20000 * slowFactor());
    VERIFY_GUEST(guest.succeeds("test $(head -c 4096 /dev/hwrng | wc -c) = 4096"), guest.engine());
    VERIFY_GUEST(guest.ends(), guest.engine());
}

QTEST_GUILESS_MAIN(TestLabMemory)
#include "tst_lab_memory.moc"
