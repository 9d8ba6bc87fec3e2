#include "hypervisor/kvm/msr_set.h"

#include <QtTest>

#include <algorithm>
#include <array>

using namespace sparkler;
using namespace sparkler::kvm;

namespace {

using Indices = std::vector<std::uint32_t>;

constexpr CpuidEntry kMtrrCpu{.leaf = 1, .edx = 1u << 12};
constexpr CpuidEntry kMachineCheckCpu{.leaf = 1, .edx = 1u << 7};
constexpr CpuidEntry kMpxCpu{.leaf = 7, .flags = 1, .ebx = 1u << 14};

} // namespace

class TestMsrSet : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listed_areSaved_ascendingOnce();
    void listedWithoutState_areLeftOut();
    void cpuid_addsItsMsrs();
    void cpuid_otherSubleaf_addsNothing();
    void expiredTimer_becomesNow_data();
    void expiredTimer_becomesNow();
};

void TestMsrSet::listed_areSaved_ascendingOnce()
{
    const Indices listed{0xc000'0102, 0x6e0, 0x10, 0x277, 0x10};
    QCOMPARE(savedMsrSet(listed, {}), (Indices{0x10, 0x277, 0x6e0, 0xc000'0102}));
    QCOMPARE(std::ranges::count(savedMsrSet(listed, std::array{kMtrrCpu}), 0x277u), 1);
}

void TestMsrSet::listedWithoutState_areLeftOut()
{
    const Indices listed{0x17a, 0x17b, 0x48f, 0x480, 0x4000'0000, 0x4000'0118, 0x4b56'4d01};
    QCOMPARE(savedMsrSet(listed, {}), (Indices{0x17a, 0x4b56'4d01}));
}

void TestMsrSet::cpuid_addsItsMsrs()
{
    Indices mtrrs;
    for (std::uint32_t index = 0x200; index <= 0x20f; ++index)
        mtrrs.push_back(index);
    mtrrs.insert(mtrrs.end(), {0x250, 0x258, 0x259});
    for (std::uint32_t index = 0x268; index <= 0x26f; ++index)
        mtrrs.push_back(index);
    mtrrs.insert(mtrrs.end(), {0x277, 0x2ff});
    QCOMPARE(savedMsrSet({}, std::array{kMtrrCpu}), mtrrs);

    const Indices banks = savedMsrSet({}, std::array{kMachineCheckCpu});
    QCOMPARE(banks.size(), std::size_t{128});
    QCOMPARE(banks.front(), 0x400u);
    QCOMPARE(banks.back(), 0x47fu);
    QCOMPARE(savedMsrSet({}, std::array{kMpxCpu}), Indices{0xd90});
}

void TestMsrSet::cpuid_otherSubleaf_addsNothing()
{
    CpuidEntry other = kMpxCpu;
    other.subleaf = 1;
    QCOMPARE(savedMsrSet({}, std::array{other}), Indices{});
}

void TestMsrSet::expiredTimer_becomesNow_data()
{
    QTest::addColumn<quint64>("deadline");
    QTest::addColumn<quint64>("saved");
    QTest::newRow("expired or not set") << quint64(0) << quint64(5000);
    QTest::newRow("to come") << quint64(7000) << quint64(7000);
    QTest::newRow("past") << quint64(1) << quint64(1);
}

void TestMsrSet::expiredTimer_becomesNow()
{
    QFETCH(const quint64, deadline);
    QFETCH(const quint64, saved);
    std::array msrs{MsrEntry{0x10, 5000}, MsrEntry{0x3b, 9}, MsrEntry{0x6e0, deadline}};
    keepExpiredTimer(msrs);
    QCOMPARE(msrs[2].value, std::uint64_t(saved));
    QCOMPARE(msrs[0].value, std::uint64_t{5000});
    std::array withoutTsc{MsrEntry{0x6e0, deadline}};
    keepExpiredTimer(withoutTsc);
    QCOMPARE(withoutTsc[0].value, std::uint64_t(deadline));
}

QTEST_APPLESS_MAIN(TestMsrSet)
#include "tst_msr_set.moc"
