// The payload's rules, one field broken at a time: what is missing, too long, unknown or contradicts something else is
// refused with the field's name. And what a later engine adds does no harm.
#include "snapshot/limits.h"
#include "snapshot/state_file.h"
#include "state_samples.h"

#include <QTest>
#include <later_generated.h>
#include <objects_generated.h>

using namespace sparkler;
using namespace sparkler::snapshot;
using namespace sparkler::test;

namespace {

/// The schema's objects of a good state.
std::unique_ptr<objects::StateT> goodState()
{
    const auto file = encodeState(fullState(), newestDataVersion(), sampleOrigin());
    if (!file)
        qFatal("%s", file.error().text.c_str());
    return std::unique_ptr<objects::StateT>(objects::GetState(payloadOf(*file).data())->UnPack());
}

template <typename State, typename Table>
std::vector<std::byte> packed(const State &state,
                              void (*finish)(flatbuffers::FlatBufferBuilder &, flatbuffers::Offset<Table>))
{
    flatbuffers::FlatBufferBuilder builder;
    finish(builder, Table::Pack(builder, &state));
    return stateFileOf(std::as_bytes(std::span(builder.GetBufferPointer(), builder.GetSize())));
}

QByteArray errorOf(const objects::StateT &state)
{
    const auto decoded = decodeState(packed<objects::StateT, objects::State>(state, objects::FinishStateBuffer));
    return decoded ? QByteArray() : QByteArray::fromStdString(decoded.error().text);
}

using Break = void (*)(objects::StateT &);

/// A text that is too long by one byte.
std::string beyond(std::size_t most)
{
    return std::string(most + 1, 'x');
}

} // namespace
Q_DECLARE_METATYPE(Break)

class TestStateFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void good_isAccepted();
    void broken_isRefused_data();
    void broken_isRefused();
    void limits_areInclusive();
    void needs_unknown_isRefused();
    void misalignedVector_isRefused();
    void later_fieldsAreIgnored();
    void later_enumValue_isRefused();

private:
    void missingRows();
    void limitRows();
    void valueRows();
    void ruleRows();
};

void TestStateFields::good_isAccepted()
{
    QCOMPARE(errorOf(*goodState()), QByteArray());
}

namespace {

void row(const char *name, Break broken, const char *error)
{
    QTest::newRow(name) << broken << QByteArray("Invalid snapshot state: ") + error;
}

} // namespace

void TestStateFields::missingRows()
{
    row(
        "no config", [](auto &s) { s.config.reset(); }, "config: it is missing.");
    row(
        "no boot source", [](auto &s) { s.boot_source.reset(); }, "boot_source: it is missing.");
    row(
        "no kernel", [](auto &s) { s.boot_source->kernel_image_path.clear(); },
        "boot_source.kernel_image_path: it is missing.");
    row(
        "no memory", [](auto &s) { s.memory.clear(); }, "No memory region defined.");
    row(
        "no vm", [](auto &s) { s.vm.reset(); }, "vm: it is missing.");
    row(
        "no clock", [](auto &s) { s.vm->clock.reset(); }, "vm.clock: it is missing.");
    row(
        "no pit", [](auto &s) { s.vm->pit.clear(); }, "vm.pit: it is missing.");
    row(
        "no io apic", [](auto &s) { s.vm->io_apic.clear(); }, "vm.io_apic: it is missing.");
    row(
        "no vcpus", [](auto &s) { s.vcpus.clear(); }, "Invalid vCPU count.");
    row(
        "no cpuid", [](auto &s) { s.vcpus[1]->cpuid.clear(); }, "vcpus[1].cpuid: it is missing.");
    row(
        "no msrs", [](auto &s) { s.vcpus[1]->msrs.clear(); }, "vcpus[1].msrs: it is missing.");
    row(
        "no registers", [](auto &s) { s.vcpus[0]->registers.clear(); }, "vcpus[0].registers: it is missing.");
    row(
        "no xsave", [](auto &s) { s.vcpus[1]->xsave.clear(); }, "vcpus[1].xsave: it is missing.");
    row(
        "no serial", [](auto &s) { s.serial.reset(); }, "serial: it is missing.");
    row(
        "no keyboard", [](auto &s) { s.keyboard.reset(); }, "keyboard: it is missing.");
    row(
        "no drive id", [](auto &s) { s.drives[1]->drive_id.clear(); }, "drives[1].drive_id: it is missing.");
    row(
        "no path", [](auto &s) { s.drives[0]->path_on_host.clear(); }, "drives[0].path_on_host: it is missing.");
    row(
        "no drive transport", [](auto &s) { s.drives[0]->transport.reset(); }, "drives[0].transport: it is missing.");
    row(
        "no drive queues", [](auto &s) { s.drives[0]->transport->queues.clear(); },
        "drives[0].transport.queues: it is missing.");
    row(
        "no drive limiter", [](auto &s) { s.drives[0]->limiter.reset(); }, "drives[0].limiter: it is missing.");
    row(
        "no iface id", [](auto &s) { s.interfaces[0]->iface_id.clear(); }, "interfaces[0].iface_id: it is missing.");
    row(
        "no tap", [](auto &s) { s.interfaces[0]->host_dev_name.clear(); },
        "interfaces[0].host_dev_name: it is missing.");
    row(
        "no tap, but an empty socket",
        [](auto &s) {
            s.interfaces[0]->host_dev_name.clear();
            s.interfaces[0]->socket_path = std::string(1, '\0');
        },
        "interfaces[0].socket_path: it is not a text.");
    row(
        "tap and socket", [](auto &s) { s.interfaces[0]->socket_path = "/s"; },
        "interfaces[0]: it has both a tap and a socket.");
    row(
        "no rx limiter", [](auto &s) { s.interfaces[0]->rx_limiter.reset(); },
        "interfaces[0].rx_limiter: it is missing.");
    row(
        "no tx limiter", [](auto &s) { s.interfaces[0]->tx_limiter.reset(); },
        "interfaces[0].tx_limiter: it is missing.");
    row(
        "no interface transport", [](auto &s) { s.interfaces[0]->transport.reset(); },
        "interfaces[0].transport: it is missing.");
    row(
        "no frame in a pending frame", [](auto &s) { s.interfaces[0]->pending_frame->bytes.clear(); },
        "interfaces[0].pending_frame.bytes: it is missing.");
    row(
        "no vsock path", [](auto &s) { s.vsock->uds_path.clear(); }, "vsock.uds_path: it is missing.");
    row(
        "no vsock transport", [](auto &s) { s.vsock->transport.reset(); }, "vsock.transport: it is missing.");
    row(
        "no balloon transport", [](auto &s) { s.balloon->transport.reset(); }, "balloon.transport: it is missing.");
    row(
        "no entropy transport", [](auto &s) { s.entropy->transport.reset(); }, "entropy.transport: it is missing.");
    row(
        "no entropy limiter", [](auto &s) { s.entropy->limiter.reset(); }, "entropy.limiter: it is missing.");
    row(
        "no MMDS interfaces", [](auto &s) { s.mmds->network_interfaces.clear(); },
        "mmds.network_interfaces: it is missing.");
}

void TestStateFields::limitRows()
{
    row(
        "kernel path", [](auto &s) { s.boot_source->kernel_image_path = beyond(kMaxPath); },
        "boot_source.kernel_image_path: 4096 bytes, at most 4095 are possible.");
    row(
        "initrd path", [](auto &s) { s.boot_source->initrd_path = beyond(kMaxPath); },
        "boot_source.initrd_path: 4096 bytes, at most 4095 are possible.");
    row(
        "boot args", [](auto &s) { s.boot_source->boot_args = beyond(kMaxBootArgs); },
        "boot_source.boot_args: 2049 bytes, at most 2048 are possible.");
    row(
        "vcpus",
        [](auto &s) {
            while (s.vcpus.size() < 33)
                s.vcpus.push_back(std::make_unique<objects::VcpuT>(*s.vcpus[0]));
            s.config->vcpu_count = 33;
        },
        "Invalid vCPU count.");
    row(
        "memory",
        [](auto &s) {
            for (int more = 0; more < 2; ++more)
                s.memory.push_back(std::make_unique<objects::MemoryRangeT>(*s.memory[0]));
        },
        "memory: 4 entries, at most 3 are possible.");
    row(
        "cpuid", [](auto &s) { s.vcpus[0]->cpuid.resize(257); },
        "vcpus[0].cpuid: 257 entries, at most 256 are possible.");
    row(
        "msrs", [](auto &s) { s.vcpus[1]->msrs.resize(1025); },
        "vcpus[1].msrs: 1025 entries, at most 1024 are possible.");
    row(
        "registers", [](auto &s) { s.vcpus[1]->registers.resize(1025); },
        "vcpus[1].registers: 1025 bytes, at most 1024 are possible.");
    row(
        "special registers", [](auto &s) { s.vcpus[1]->special_registers.resize(1025); },
        "vcpus[1].special_registers: 1025 bytes, at most 1024 are possible.");
    row(
        "debug registers", [](auto &s) { s.vcpus[1]->debug_registers.resize(1025); },
        "vcpus[1].debug_registers: 1025 bytes, at most 1024 are possible.");
    row(
        "local apic", [](auto &s) { s.vcpus[1]->local_apic.resize(1025); },
        "vcpus[1].local_apic: 1025 bytes, at most 1024 are possible.");
    row(
        "events", [](auto &s) { s.vcpus[1]->events.resize(1025); },
        "vcpus[1].events: 1025 bytes, at most 1024 are possible.");
    row(
        "extended control", [](auto &s) { s.vcpus[1]->extended_control.resize(1025); },
        "vcpus[1].extended_control: 1025 bytes, at most 1024 are possible.");
    row(
        "xsave", [](auto &s) { s.vcpus[1]->xsave.resize(65537); },
        "vcpus[1].xsave: 65537 bytes, at most 65536 are possible.");
    row(
        "pic", [](auto &s) { s.vm->pic_primary.resize(1025); },
        "vm.pic_primary: 1025 bytes, at most 1024 are possible.");
    row(
        "second pic", [](auto &s) { s.vm->pic_secondary.resize(1025); },
        "vm.pic_secondary: 1025 bytes, at most 1024 are possible.");
    row(
        "serial input", [](auto &s) { s.serial->input.resize(65); },
        "serial.input: 65 bytes, at most 64 are possible.");
    row(
        "keyboard output", [](auto &s) { s.keyboard->output.resize(17); },
        "keyboard.output: 17 bytes, at most 16 are possible.");
    row(
        "queues",
        [](auto &s) {
            for (int more = 0; more < 4; ++more)
                s.balloon->transport->queues.push_back(std::make_unique<objects::QueueT>());
        },
        "balloon.transport.queues: 9 queues, at most 8 are possible.");
    row(
        "statistics", [](auto &s) { s.balloon->statistics.resize(17); },
        "balloon.statistics: 17 values, at most 16 are possible.");
    row(
        "drive id", [](auto &s) { s.drives[0]->drive_id = beyond(kMaxId); },
        "drives[0].drive_id: 1025 bytes, at most 1024 are possible.");
    row(
        "drive path", [](auto &s) { s.drives[1]->path_on_host = beyond(kMaxPath); },
        "drives[1].path_on_host: 4096 bytes, at most 4095 are possible.");
    row(
        "partuuid", [](auto &s) { s.drives[1]->partuuid = beyond(kMaxId); },
        "drives[1].partuuid: 1025 bytes, at most 1024 are possible.");
    row(
        "iface id", [](auto &s) { s.interfaces[0]->iface_id = beyond(kMaxId); },
        "interfaces[0].iface_id: 1025 bytes, at most 1024 are possible.");
    row(
        "tap", [](auto &s) { s.interfaces[0]->host_dev_name = beyond(kMaxHostDevName); },
        "interfaces[0].host_dev_name: 16 bytes, at most 15 are possible.");
    row(
        "pending frame", [](auto &s) { s.interfaces[0]->pending_frame->bytes.resize(65563); },
        "interfaces[0].pending_frame.bytes: 65563 bytes, at most 65562 are possible.");
    row(
        "vsock id", [](auto &s) { s.vsock->vsock_id = beyond(kMaxId); },
        "vsock.vsock_id: 1025 bytes, at most 1024 are possible.");
    row(
        "vsock path", [](auto &s) { s.vsock->uds_path = beyond(kMaxPath); },
        "vsock.uds_path: 4096 bytes, at most 4095 are possible.");
    row(
        "MMDS interfaces", [](auto &s) { s.mmds->network_interfaces.assign(20, "eth0"); },
        "mmds.network_interfaces: 20 entries, at most 19 are possible.");
    row(
        "drives",
        [](auto &s) {
            while (s.drives.size() < 20)
                s.drives.push_back(std::make_unique<objects::DriveT>(*s.drives[1]));
        },
        "drives: 20 entries, at most 19 are possible.");
    row(
        "devices",
        [](auto &s) {
            while (s.drives.size() < 16) {
                s.drives.push_back(std::make_unique<objects::DriveT>(*s.drives[1]));
                s.drives.back()->drive_id = "d" + std::to_string(s.drives.size());
            }
        },
        "20 devices, of which the board holds 19.");
    row(
        "tables",
        [](auto &s) {
            while (s.balloon->transport->queues.size() < 5000)
                s.balloon->transport->queues.push_back(std::make_unique<objects::QueueT>());
        },
        "The payload is not well-formed.");
}

void TestStateFields::valueRows()
{
    row(
        "CPU template", [](auto &s) { s.config->cpu_template = objects::CpuTemplate{6}; },
        "config.cpu_template: the value is unknown to this engine.");
    row(
        "huge pages", [](auto &s) { s.config->huge_pages = objects::HugePages{255}; },
        "config.huge_pages: the value is unknown to this engine.");
    row(
        "cache type", [](auto &s) { s.drives[0]->cache_type = objects::CacheType{2}; },
        "drives[0].cache_type: the value is unknown to this engine.");
    row(
        "I/O engine", [](auto &s) { s.drives[1]->io_engine = objects::IoEngine{2}; },
        "drives[1].io_engine: the value is unknown to this engine.");
    row(
        "MMDS version", [](auto &s) { s.mmds->version = objects::MmdsVersion{2}; },
        "mmds.version: the value is unknown to this engine.");
    row(
        "MAC", [](auto &s) { s.interfaces[0]->guest_mac.resize(7); },
        "interfaces[0].guest_mac: it does not have 6 bytes.");
    row(
        "zero byte in a path", [](auto &s) { s.drives[0]->path_on_host = std::string("/a\0b", 4); },
        "drives[0].path_on_host: it is not a text.");
    row(
        "no UTF-8", [](auto &s) { s.interfaces[0]->iface_id = "\xc3("; }, "interfaces[0].iface_id: it is not a text.");
    row(
        "no UTF-8 in a list", [](auto &s) { s.mmds->network_interfaces[0] = "\xff"; },
        "mmds.network_interfaces[0]: it is not a text.");
    row(
        "empty name in a list", [](auto &s) { s.mmds->network_interfaces[0].clear(); },
        "mmds.network_interfaces[0]: it is empty.");
    row(
        "unknown statistic", [](auto &s) { s.balloon->statistics_known |= 1u << 16; },
        "balloon: statistics_known tells of more statistics than there are.");
    row(
        "statistics without values", [](auto &s) { s.balloon->statistics.clear(); },
        "balloon: statistics_known tells of more statistics than there are.");
}

void TestStateFields::ruleRows()
{
    row(
        "vCPU count 1 of 2", [](auto &s) { s.config->vcpu_count = 1; }, "Invalid vCPU count.");
    row(
        "vCPU count 0", [](auto &s) { s.config->vcpu_count = 0; }, "Invalid vCPU count.");
    row(
        "odd with SMT",
        [](auto &s) {
            s.vcpus.push_back(std::make_unique<objects::VcpuT>(*s.vcpus[0]));
            s.config->vcpu_count = 3;
        },
        "Machine config error: The number of vCPUs must be greater than 0, less than 32 and must be 1 or an even "
        "number "
        "if SMT is enabled.");
    row(
        "memory size 0", [](auto &s) { s.config->mem_size_mib = 0; },
        "Machine config error: The memory size (MiB) is invalid.");
    const char *memory = "The memory regions are not those of a machine with this memory size.";
    row(
        "memory size", [](auto &s) { s.config->mem_size_mib -= 2; }, memory);
    row(
        "memory size that wraps", [](auto &s) { s.config->mem_size_mib = (1ull << 44) + 4096; }, memory);
    row(
        "memory size beyond file offsets", [](auto &s) { s.config->mem_size_mib = 1ull << 43; }, memory);
    row(
        "memory start", [](auto &s) { s.memory[1]->start += 4096; }, memory);
    row(
        "memory end", [](auto &s) { s.memory[1]->bytes += 4096; }, memory);
    row(
        "memory order", [](auto &s) { std::swap(s.memory[0], s.memory[1]); }, memory);
    row(
        "memory ranges", [](auto &s) { s.memory.pop_back(); }, memory);
    row(
        "boot args", [](auto &s) { s.boot_source->boot_args = "a\tb"; },
        "Boot source error: The kernel command line is invalid: String contains a non-printable ASCII character.");
    row(
        "boot args too long", [](auto &s) { s.boot_source->boot_args = std::string(2048, 'a'); },
        "Boot source error: The kernel command line is invalid: Inserting string would make command line too long.");
    row(
        "same drive id", [](auto &s) { s.drives[1]->drive_id = s.drives[0]->drive_id; },
        "drives[1]: another drive has the same id.");
    row(
        "two root drives", [](auto &s) { s.drives[1]->is_root_device = true; },
        "Drive config error: A root block device already exists!");
    row(
        "root drive second", [](auto &s) { std::swap(s.drives[0], s.drives[1]); },
        "drives[1]: the root drive is not the first.");
    row(
        "same iface id",
        [](auto &s) { s.interfaces.push_back(std::make_unique<objects::InterfaceT>(*s.interfaces[0])); },
        "interfaces[1]: another interface has the same id.");
    row(
        "same MAC",
        [](auto &s) {
            s.interfaces.push_back(std::make_unique<objects::InterfaceT>(*s.interfaces[0]));
            s.interfaces[1]->iface_id = "eth1";
        },
        "Network config error: The MAC address is already in use: 06:00:ac:10:00:02");
    row(
        "MMDS address", [](auto &s) { s.mmds->ipv4_address = 0x7f00'0001; },
        "MMMDS config error: The MMDS IPv4 address is not link local.");
    row(
        "MMDS interface", [](auto &s) { s.mmds->network_interfaces[0] = "eth7"; },
        "MMMDS config error: The list of network interface IDs provided contains at least one ID that does not "
        "correspond to any existing network interface.");
    row(
        "balloon size", [](auto &s) { s.balloon->amount_mib = 4097; },
        "Balloon config error: Amount of pages requested is too large.");
    row(
        "balloon target", [](auto &s) { s.balloon->target_pages += 256; },
        "balloon: its target is not the configured one.");
    const char *identity = "The pages of the identity devices are not in memory.";
    row(
        "VMGenID not aligned", [](auto &s) { s.identity->vm_gen_id_at += 8; }, identity);
    row(
        "VMGenID in the hole", [](auto &s) { s.identity->vm_gen_id_at = 0xc000'0000; }, identity);
    row(
        "VMClock beyond memory", [](auto &s) { s.identity->vm_clock_at = 0x1'4000'0000; }, identity);
    row(
        "VMClock at the very end", [](auto &s) { s.identity->vm_clock_at = ~0xfffull; }, identity);
    row(
        "one page for both", [](auto &s) { s.identity->vm_clock_at = s.identity->vm_gen_id_at; }, identity);
}

void TestStateFields::broken_isRefused_data()
{
    QTest::addColumn<Break>("broken");
    QTest::addColumn<QByteArray>("error");
    missingRows();
    limitRows();
    valueRows();
    ruleRows();
}

void TestStateFields::broken_isRefused()
{
    QFETCH(Break, broken);
    QFETCH(QByteArray, error);
    const auto state = goodState();
    broken(*state);
    QCOMPARE(errorOf(*state), error);
}

void TestStateFields::limits_areInclusive()
{
    const auto state = goodState();
    state->vcpus[0]->xsave.resize(kMaxXsave);
    state->vcpus[0]->msrs.resize(kMaxMsrs);
    state->drives[0]->path_on_host = std::string(kMaxPath, 'p');
    state->interfaces[0]->host_dev_name = std::string(kMaxHostDevName, 't');
    state->serial->input.resize(64);
    QCOMPARE(errorOf(*state), QByteArray());
}

void TestStateFields::needs_unknown_isRefused()
{
    const auto state = goodState();
    state->needs = 0x14;
    QCOMPARE(errorOf(*state),
             QByteArray("Invalid snapshot state: it was made by a newer engine and needs features that "
                        "this one does not have (0x14)."));
}

namespace {

/// A state as a later engine may write it.
std::unique_ptr<later::StateT> laterState()
{
    const auto file = encodeState(fullState(), newestDataVersion(), sampleOrigin());
    if (!file)
        qFatal("%s", file.error().text.c_str());
    return std::unique_ptr<later::StateT>(later::GetState(payloadOf(*file).data())->UnPack());
}

} // namespace

/// Found by a fuzzer: the library's verifier looks at the alignment of a vector's length alone.
void TestStateFields::misalignedVector_isRefused()
{
    MachineState good = fullState();
    good.vcpus.front().msrs.assign(4, {.index = 1, .value = 2});
    const auto file = encodeState(good, newestDataVersion(), sampleOrigin());
    QVERIFY(file.has_value());
    const auto payload = payloadOf(*file);
    std::vector<std::byte> bytes(payload.begin(), payload.end());
    const auto *msrs = reinterpret_cast<const std::byte *>(objects::GetState(bytes.data())->vcpus()->Get(0)->msrs());
    // What points to the vector shall point four bytes further on, where an entry's index, which is 1, is its length.
    int moved = 0;
    for (std::size_t at = 0; at + sizeof(std::uint32_t) <= bytes.size(); at += sizeof(std::uint32_t)) {
        std::uint32_t offset = 0;
        std::memcpy(&offset, &bytes[at], sizeof offset);
        if (offset != static_cast<std::size_t>(msrs - &bytes[at]))
            continue;
        offset += sizeof offset;
        std::memcpy(&bytes[at], &offset, sizeof offset);
        ++moved;
    }
    QCOMPARE(moved, 1);
    const auto decoded = decodeState(stateFileOf(bytes));
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().text, "Invalid snapshot state: vcpus[0].msrs: it is not aligned.");
}

void TestStateFields::later_fieldsAreIgnored()
{
    const auto state = laterState();
    state->later_text = "new";
    state->later_drives.push_back(std::make_unique<later::DriveT>(*state->drives[0]));
    state->vcpus[0]->later_registers.assign(100'000, 1);
    state->drives[1]->later_number = 5;
    state->drives[0]->transport->queues[0]->later_flag = true;
    const auto file = packed<later::StateT, later::State>(*state, later::FinishStateBuffer);
    const auto decoded = decodeState(file);
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().text.c_str());
    QVERIFY(*decoded == fullState());
}

void TestStateFields::later_enumValue_isRefused()
{
    const auto state = laterState();
    state->drives[1]->io_engine = later::IoEngine::Later;
    const auto decoded = decodeState(packed<later::StateT, later::State>(*state, later::FinishStateBuffer));
    QVERIFY(!decoded);
    QCOMPARE(QByteArray::fromStdString(decoded.error().text),
             QByteArray("Invalid snapshot state: drives[1].io_engine: the value is unknown to this engine."));
}

QTEST_GUILESS_MAIN(TestStateFields)
#include "tst_state_fields.moc"
