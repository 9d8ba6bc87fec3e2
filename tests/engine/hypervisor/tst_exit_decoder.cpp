#include "hypervisor/kvm/exit_decoder.h"

#include <QtTest>

#include <cstring>
#include <vector>

#include <linux/kvm.h>

using namespace sparkler;

namespace {

/// A run area as KVM maps it: kvm_run in the first page, port data in the second.
class RunArea {
public:
    static constexpr std::size_t kBytes = 3 * 4096;

    explicit RunArea(std::uint32_t reason) : m_words(kBytes / 8, 0xaaaa'aaaa'aaaa'aaaa)
    {
        std::memset(m_words.data(), 0, sizeof(kvm_run));
        run().exit_reason = reason;
    }
    kvm_run &run() { return *reinterpret_cast<kvm_run *>(m_words.data()); }
    std::span<std::byte> bytes() { return std::as_writable_bytes(std::span(m_words)); }
    VcpuExit decode() { return kvm::decodeExit(bytes()); }

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace

class TestExitDecoder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void port_out_showsBytes();
    void port_inString_isZeroedWhole();
    void port_impossible_isUnknown_data();
    void port_impossible_isUnknown();
    void mmio_write_showsAddressAndBytes();
    void mmio_read_isZeroed();
    void mmio_tooLong_isUnknown();
    void reason_simple_mapsToExit_data();
    void reason_simple_mapsToExit();
    void systemEvent_decoded_carriesTypeAndFlags();
    void failEntry_decoded_carriesReasonAndCpu();
    void internalError_withBytes_carriesThem();
    void internalError_sizeBeyondField_isClipped();
    void internalError_withoutFlag_hasNoBytes_data();
    void internalError_withoutFlag_hasNoBytes();
};

void TestExitDecoder::port_out_showsBytes()
{
    RunArea area(KVM_EXIT_IO);
    area.run().io.direction = KVM_EXIT_IO_OUT;
    area.run().io.size = 2;
    area.run().io.count = 3;
    area.run().io.port = 0x3f8;
    area.run().io.data_offset = 4096;
    const VcpuExit exit = area.decode();
    const auto *out = std::get_if<ExitPortOut>(&exit);
    QVERIFY(out);
    QCOMPARE(out->port, std::uint16_t(0x3f8));
    QCOMPARE(out->size, std::size_t(2));
    QCOMPARE(out->data.size(), std::size_t(6));
    QCOMPARE(out->data.data(), area.bytes().data() + 4096);
}

void TestExitDecoder::port_inString_isZeroedWhole()
{
    RunArea area(KVM_EXIT_IO);
    area.run().io.direction = KVM_EXIT_IO_IN;
    area.run().io.size = 4;
    area.run().io.count = 2;
    area.run().io.data_offset = 4096;
    const VcpuExit exit = area.decode();
    const auto *in = std::get_if<ExitPortIn>(&exit);
    QVERIFY(in);
    QCOMPARE(in->data.size(), std::size_t(8));
    QVERIFY(std::ranges::all_of(in->data, [](std::byte byte) { return byte == std::byte{0}; }));
    QCOMPARE(area.bytes()[4096 + 8], std::byte{0xaa}); // and nothing behind it
}

void TestExitDecoder::port_impossible_isUnknown_data()
{
    QTest::addColumn<quint8>("size");
    QTest::addColumn<quint32>("count");
    QTest::addColumn<quint64>("offset");
    QTest::newRow("offset behind the area") << quint8(1) << quint32(1) << quint64(RunArea::kBytes + 1);
    QTest::newRow("last byte behind the area") << quint8(4) << quint32(1) << quint64(RunArea::kBytes - 3);
    QTest::newRow("too many") << quint8(1) << quint32(0xffff'ffff) << quint64(4096);
    QTest::newRow("offset wraps") << quint8(1) << quint32(2) << ~quint64(0);
    QTest::newRow("size 0") << quint8(0) << quint32(1) << quint64(4096);
    QTest::newRow("size 3") << quint8(3) << quint32(1) << quint64(4096);
    QTest::newRow("size 8") << quint8(8) << quint32(1) << quint64(4096);
}

void TestExitDecoder::port_impossible_isUnknown()
{
    QFETCH(quint8, size);
    QFETCH(quint32, count);
    QFETCH(quint64, offset);
    RunArea area(KVM_EXIT_IO);
    area.run().io.direction = KVM_EXIT_IO_IN;
    area.run().io.size = size;
    area.run().io.count = count;
    area.run().io.data_offset = offset;
    QVERIFY(std::holds_alternative<ExitUnknown>(area.decode()));
}

void TestExitDecoder::mmio_write_showsAddressAndBytes()
{
    RunArea area(KVM_EXIT_MMIO);
    area.run().mmio.phys_addr = 0xc000'1050;
    area.run().mmio.len = 4;
    area.run().mmio.is_write = 1;
    area.run().mmio.data[3] = 0x77;
    const VcpuExit exit = area.decode();
    const auto *write = std::get_if<ExitMmioWrite>(&exit);
    QVERIFY(write);
    QCOMPARE(write->address, GuestAddress(0xc000'1050));
    QCOMPARE(write->data.size(), std::size_t(4));
    QCOMPARE(write->data[3], std::byte{0x77});
}

void TestExitDecoder::mmio_read_isZeroed()
{
    RunArea area(KVM_EXIT_MMIO);
    area.run().mmio.len = 8;
    std::memset(area.run().mmio.data, 0xff, 8);
    const VcpuExit exit = area.decode();
    const auto *read = std::get_if<ExitMmioRead>(&exit);
    QVERIFY(read);
    QCOMPARE(read->data.size(), std::size_t(8));
    QVERIFY(std::ranges::all_of(read->data, [](std::byte byte) { return byte == std::byte{0}; }));
}

void TestExitDecoder::mmio_tooLong_isUnknown()
{
    RunArea area(KVM_EXIT_MMIO);
    area.run().mmio.len = 9;
    QVERIFY(std::holds_alternative<ExitUnknown>(area.decode()));
}

void TestExitDecoder::reason_simple_mapsToExit_data()
{
    QTest::addColumn<quint32>("reason");
    QTest::addColumn<qulonglong>("index");
    const auto indexOf = [](const VcpuExit &exit) { return static_cast<qulonglong>(exit.index()); };
    QTest::newRow("hlt") << quint32(KVM_EXIT_HLT) << indexOf(ExitHalt{});
    QTest::newRow("shutdown") << quint32(KVM_EXIT_SHUTDOWN) << indexOf(ExitShutdown{});
    QTest::newRow("intr") << quint32(KVM_EXIT_INTR) << indexOf(ExitInterrupted{});
    QTest::newRow("debug") << quint32(KVM_EXIT_DEBUG) << indexOf(ExitUnknown{});
    QTest::newRow("never defined") << quint32(0xffff'fff0) << indexOf(ExitUnknown{});
}

void TestExitDecoder::reason_simple_mapsToExit()
{
    QFETCH(quint32, reason);
    QFETCH(qulonglong, index);
    const VcpuExit exit = RunArea(reason).decode();
    QCOMPARE(static_cast<qulonglong>(exit.index()), index);
    if (const auto *unknown = std::get_if<ExitUnknown>(&exit))
        QCOMPARE(unknown->reason, reason);
}

void TestExitDecoder::systemEvent_decoded_carriesTypeAndFlags()
{
    RunArea area(KVM_EXIT_SYSTEM_EVENT);
    area.run().system_event.type = KVM_SYSTEM_EVENT_RESET;
    area.run().system_event.flags = 9;
    const VcpuExit exit = area.decode();
    const auto *event = std::get_if<ExitSystemEvent>(&exit);
    QVERIFY(event);
    QCOMPARE(event->type, std::uint32_t(KVM_SYSTEM_EVENT_RESET));
    QCOMPARE(event->flags, std::uint64_t(9));
}

void TestExitDecoder::failEntry_decoded_carriesReasonAndCpu()
{
    RunArea area(KVM_EXIT_FAIL_ENTRY);
    area.run().fail_entry.hardware_entry_failure_reason = 0x8000'0021;
    area.run().fail_entry.cpu = 3;
    const VcpuExit exit = area.decode();
    const auto *failure = std::get_if<ExitFailEntry>(&exit);
    QVERIFY(failure);
    QCOMPARE(failure->reason, std::uint64_t(0x8000'0021));
    QCOMPARE(failure->cpu, 3u);
}

void TestExitDecoder::internalError_withBytes_carriesThem()
{
    RunArea area(KVM_EXIT_INTERNAL_ERROR);
    auto &failure = area.run().emulation_failure;
    failure.suberror = KVM_INTERNAL_ERROR_EMULATION;
    failure.ndata = 3;
    failure.flags = KVM_INTERNAL_ERROR_EMULATION_FLAG_INSTRUCTION_BYTES;
    failure.insn_size = 2;
    failure.insn_bytes[0] = 0x0f;
    failure.insn_bytes[1] = 0x77;
    const VcpuExit exit = area.decode();
    const auto *error = std::get_if<ExitInternalError>(&exit);
    QVERIFY(error);
    QCOMPARE(error->suberror, 1u);
    QCOMPARE(error->instruction, (std::vector{std::byte{0x0f}, std::byte{0x77}}));
}

void TestExitDecoder::internalError_sizeBeyondField_isClipped()
{
    RunArea area(KVM_EXIT_INTERNAL_ERROR);
    auto &failure = area.run().emulation_failure;
    failure.suberror = KVM_INTERNAL_ERROR_EMULATION;
    failure.ndata = 3;
    failure.flags = KVM_INTERNAL_ERROR_EMULATION_FLAG_INSTRUCTION_BYTES;
    failure.insn_size = 200;
    const VcpuExit exit = area.decode();
    QCOMPARE(std::get<ExitInternalError>(exit).instruction.size(), std::size_t(15));
}

void TestExitDecoder::internalError_withoutFlag_hasNoBytes_data()
{
    QTest::addColumn<quint32>("suberror");
    QTest::addColumn<quint32>("ndata");
    QTest::addColumn<quint64>("flags");
    QTest::newRow("flag not set") << quint32(KVM_INTERNAL_ERROR_EMULATION) << quint32(3) << quint64(0);
    QTest::newRow("too few words") << quint32(KVM_INTERNAL_ERROR_EMULATION) << quint32(1) << quint64(1);
    QTest::newRow("other suberror") << quint32(KVM_INTERNAL_ERROR_DELIVERY_EV) << quint32(3) << quint64(1);
}

void TestExitDecoder::internalError_withoutFlag_hasNoBytes()
{
    QFETCH(quint32, suberror);
    QFETCH(quint32, ndata);
    QFETCH(quint64, flags);
    RunArea area(KVM_EXIT_INTERNAL_ERROR);
    auto &failure = area.run().emulation_failure;
    failure.suberror = suberror;
    failure.ndata = ndata;
    failure.flags = flags;
    failure.insn_size = 4;
    const VcpuExit exit = area.decode();
    QCOMPARE(std::get<ExitInternalError>(exit).suberror, suberror);
    QVERIFY(std::get<ExitInternalError>(exit).instruction.empty());
}

QTEST_APPLESS_MAIN(TestExitDecoder)
#include "tst_exit_decoder.moc"
