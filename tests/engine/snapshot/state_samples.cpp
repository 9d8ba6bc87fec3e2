#include "state_samples.h"

#include "arch/x86_64/layout.h"

#include <cstring>
#include <lzma.h>

namespace sparkler::test {
namespace {

/// Bytes that tell one blob from another.
KvmBlob blob(std::size_t bytes, std::uint8_t first)
{
    KvmBlob content(bytes);
    for (std::size_t index = 0; index < bytes; ++index)
        content[index] = static_cast<std::byte>(first + index);
    return content;
}

VcpuState vcpu(std::uint8_t seed, std::size_t xsaveBytes)
{
    return {.cpuid = {{.leaf = 0, .subleaf = 0, .flags = 0, .eax = 0x1f, .ebx = 1, .ecx = 2, .edx = 3},
                      {.leaf = 4, .subleaf = 1, .flags = 1, .eax = seed, .ebx = 5, .ecx = 6, .edx = 7}},
            .msrs = {{.index = 0x10, .value = 0x1122'3344'5566'7788}, {.index = 0xc000'0080, .value = seed}},
            .mpState = seed,
            .registers = blob(144, seed),
            .specialRegisters = blob(312, seed),
            .debugRegisters = blob(128, seed),
            .localApic = blob(1024, seed),
            .events = blob(64, seed),
            .extendedControl = blob(392, seed),
            .xsave = blob(xsaveBytes, seed),
            .tscKhz = 2'400'000u + seed};
}

VmState vm()
{
    return {.pit = blob(112, 1),
            .clock = {.nanoseconds = 123'456'789, .flags = 6, .realtime = 1'700'000'000'000'000'000, .hostTsc = 42},
            .picPrimary = blob(520, 2),
            .picSecondary = blob(520, 3),
            .ioApic = blob(520, 4)};
}

void setMemory(MachineState &state, std::uint64_t mib)
{
    state.config.memSizeMib = mib;
    state.memory = x86_64::memoryRanges(mib << 20);
}

virtio::TransportState transport(std::uint16_t queues, std::uint64_t base)
{
    virtio::TransportState state{.status = 15,
                                 .interruptStatus = 1,
                                 .configGeneration = 7,
                                 .deviceFeaturesPage = 1,
                                 .driverFeaturesPage = 2,
                                 .queueSelect = 3,
                                 .driverFeatures = virtio::kFeatureVersion1 | virtio::kFeatureEventIndex,
                                 .active = true,
                                 .queues = {}};
    for (std::uint16_t index = 0; index < queues; ++index) {
        const std::uint64_t at = base + 0x4000u * index;
        state.queues.push_back(
            {.config = {.size = 256,
                        .ready = true,
                        .descriptors = GuestAddress(at),
                        .available = GuestAddress(at + 0x1000),
                        .used = GuestAddress(at + 0x2000)},
             .position = {.nextAvailable = static_cast<std::uint16_t>(65'530 + index), .nextUsed = index}});
    }
    return state;
}

constexpr BucketState kBucket{
    .size = 1000, .oneTimeBurst = 200, .refillTimeMs = 100, .budget = 7, .burst = 8, .elapsedNanos = 9};
constexpr TokenBucketConfig kBucketConfig{.size = 1000, .oneTimeBurst = 200, .refillTimeMs = 100};
constexpr TokenBucketConfig kPlainBucketConfig{.size = 5, .oneTimeBurst = std::nullopt, .refillTimeMs = 6};

} // namespace

MachineState smallestState()
{
    MachineState state;
    state.config.vcpuCount = 1;
    setMemory(state, 128);
    state.bootSource.kernelImagePath = "/k";
    state.vm = vm();
    state.vcpus.push_back(vcpu(1, 4096));
    return state;
}

MachineState fullState()
{
    MachineState state;
    state.config = {.vcpuCount = 2,
                    .memSizeMib = 0,
                    .smt = true,
                    .cpuTemplate = CpuTemplate::T2A,
                    .trackDirtyPages = true,
                    .hugePages = HugePages::Transparent};
    setMemory(state, 4096); // two ranges
    state.bootSource = {.kernelImagePath = "/images/vmlinux",
                        .initrdPath = "/images/initrd",
                        .bootArgs = "console=ttyS0 reboot=k panic=1"};
    state.vm = vm();
    state.vcpus = {vcpu(1, 4096), vcpu(2, 4096)};
    state.serial = {.divisorLow = 1,
                    .divisorHigh = 2,
                    .interruptEnable = 3,
                    .interruptIdentification = 4,
                    .lineControl = 5,
                    .modemControl = 6,
                    .modemStatus = 7,
                    .scratch = 8,
                    .input = {9, 10, 11}};
    state.keyboard = {.status = 1, .control = 2, .outputPort = 3, .command = 4, .output = {5, 6}};
    state.balloon = SavedBalloon{.config = {.amountMib = 64,
                                            .deflateOnOom = true,
                                            .statsPollingIntervalS = 5,
                                            .freePageHinting = true,
                                            .freePageReporting = true},
                                 .transport = transport(5, 0x10'0000),
                                 .own = {.targetPages = 16384,
                                         .actualPages = 1,
                                         .statisticsHead = 0,
                                         .lastHintingRun = 17,
                                         .hintingHostCommand = 18,
                                         .hintingGuestCommand = 0,
                                         .hintingAcknowledgeOnStop = false}};
    state.balloon->own.statistics[0] = 0; // known to be 0 is not unknown
    state.balloon->own.statistics[15] = 1ull << 63;
    state.drives = {
        SavedDrive{.config = {.driveId = "rootfs",
                              .pathOnHost = "/images/rootfs.ext4",
                              .isRootDevice = true,
                              .partuuid = "0eaa91a0-01",
                              .isReadOnly = true,
                              .cacheType = CacheType::Writeback,
                              .rateLimiter = RateLimiterConfig{.bandwidth = kBucketConfig, .ops = kPlainBucketConfig},
                              .ioEngine = IoEngine::Async},
                   .transport = transport(1, 0x20'0000),
                   .own = {.limiter = {.bandwidth = kBucket, .ops = kBucket, .blockedNanos = 77}}},
        SavedDrive{.config = {.driveId = "däta_1", // ids may have letters of any script
                              .pathOnHost = "data",
                              .partuuid = std::nullopt,
                              .rateLimiter = RateLimiterConfig{}},
                   .transport = {.queues = {{}}}, // its driver has not come yet
                   .own = {}}};
    state.interfaces = {SavedInterface{
        .config = {.ifaceId = "eth0",
                   .hostDevName = "tap0",
                   .guestMac = MacAddress{{6, 0, 0xac, 0x10, 0, 2}},
                   .mtu = 1500,
                   .rxRateLimiter = RateLimiterConfig{.bandwidth = {}, .ops = kBucketConfig},
                   .txRateLimiter = RateLimiterConfig{.bandwidth = kBucketConfig, .ops = {}},
                   .allowMmdsRequests = true},
        .transport = transport(2, 0x30'0000),
        .own = {.rxLimiter = {.bandwidth = {}, .ops = kBucket},
                .txLimiter = {.bandwidth = kBucket, .ops = {}},
                .pendingFrame = virtio::PendingFrame{.bytes = blob(60, 5), .paid = true, .buffersTried = 2}}}};
    state.vsock = SavedVsock{.config = {.vsockId = "v", .guestCid = 3, .udsPath = "./v.sock"},
                             .transport = transport(3, 0x40'0000),
                             .own = {.lastLocalPort = 1u << 30, .eventsAnsweredAt = 0}};
    state.entropy = SavedEntropy{.config = {.rateLimiter = RateLimiterConfig{.bandwidth = kBucketConfig, .ops = {}}},
                                 .transport = transport(1, 0x50'0000),
                                 .own = {.limiter = {.bandwidth = kBucket, .ops = {}}}};
    state.mmds = MmdsConfig{.version = MmdsVersion::V2,
                            .networkInterfaces = {"eth0"},
                            .ipv4Address = {{169, 254, 170, 2}},
                            .imdsCompat = true};
    state.identity = SavedIdentity{.vmGenIdAt = GuestAddress(0xbf00'0000), .vmClockAt = GuestAddress(0x1'0000'0000)};
    return state;
}

snapshot::SnapshotOrigin sampleOrigin()
{
    return {.productVersion = "0.2.0",
            .apiLevel = "1.4.0",
            .createdAt = 1'790'000'000,
            .cpuVendor = "GenuineIntel",
            .cpuBrand = "A Processor @ 3.00GHz",
            .cpuFamily = 6,
            .cpuModel = 106,
            .cpuStepping = 6};
}

namespace {

/// Random values by type. Half of all optional parts are absent.
class Dice {
public:
    explicit Dice(std::mt19937_64 &random) : m_random(random) {}

    template <typename T>
    T number()
    {
        // Small, large and arbitrary ones: defaults and extremes are where encoders go wrong.
        switch (upTo(3)) {
        case 0:
            return static_cast<T>(upTo(2));
        case 1:
            return static_cast<T>(~std::uint64_t{0} - upTo(2));
        default:
            return static_cast<T>(m_random());
        }
    }
    std::size_t upTo(std::size_t most) { return static_cast<std::size_t>(m_random() % (most + 1)); }
    bool flip() { return upTo(1) == 1; }

    template <typename T, std::size_t N>
    T oneOf(const T (&values)[N])
    {
        return values[upTo(N - 1)];
    }
    template <typename Make>
    auto maybe(Make make) -> std::optional<decltype(make())>
    {
        if (flip())
            return std::nullopt;
        return make();
    }
    std::string text(std::size_t most)
    {
        std::string made;
        for (std::size_t left = upTo(most); left > 0; --left)
            made += static_cast<char>(' ' + upTo('~' - ' '));
        return made;
    }
    KvmBlob bytes(std::size_t most)
    {
        KvmBlob made(upTo(most));
        for (std::byte &byte : made)
            byte = static_cast<std::byte>(m_random());
        return made;
    }
    std::vector<std::uint8_t> octets(std::size_t most)
    {
        std::vector<std::uint8_t> made(upTo(most));
        for (std::uint8_t &octet : made)
            octet = static_cast<std::uint8_t>(m_random());
        return made;
    }

private:
    std::mt19937_64 &m_random;
};

RateLimiterConfig rateLimiter(Dice &dice)
{
    const auto bucket = [&dice] {
        return TokenBucketConfig{.size = dice.number<std::uint64_t>(),
                                 .oneTimeBurst = dice.maybe([&] { return dice.number<std::uint64_t>(); }),
                                 .refillTimeMs = dice.number<std::uint64_t>()};
    };
    return {.bandwidth = dice.maybe(bucket), .ops = dice.maybe(bucket)};
}

LimiterState limiter(Dice &dice)
{
    const auto bucket = [&dice] {
        const auto number = [&dice] { return dice.number<std::uint64_t>(); };
        return BucketState{.size = number(),
                           .oneTimeBurst = number(),
                           .refillTimeMs = number(),
                           .budget = number(),
                           .burst = number(),
                           .elapsedNanos = number()};
    };
    return {.bandwidth = dice.maybe(bucket), .ops = dice.maybe(bucket), .blockedNanos = dice.number<std::uint64_t>()};
}

virtio::TransportState transport(Dice &dice)
{
    const auto word = [&dice] { return dice.number<std::uint32_t>(); };
    virtio::TransportState state{.status = word(),
                                 .interruptStatus = word(),
                                 .configGeneration = word(),
                                 .deviceFeaturesPage = word(),
                                 .driverFeaturesPage = word(),
                                 .queueSelect = word(),
                                 .driverFeatures = dice.number<std::uint64_t>(),
                                 .active = dice.flip(),
                                 .queues = {}};
    const auto address = [&dice] { return GuestAddress(dice.number<std::uint64_t>()); };
    const auto index = [&dice] { return dice.number<std::uint16_t>(); };
    for (std::size_t left = dice.upTo(8); left > 0; --left)
        state.queues.push_back({.config = {.size = index(),
                                           .ready = dice.flip(),
                                           .descriptors = address(),
                                           .available = address(),
                                           .used = address()},
                                .position = {.nextAvailable = index(), .nextUsed = index()}});
    return state;
}

VcpuState vcpu(Dice &dice)
{
    VcpuState state;
    const auto word = [&dice] { return dice.number<std::uint32_t>(); };
    for (std::size_t left = dice.upTo(40); left > 0; --left)
        state.cpuid.push_back({word(), word(), word(), word(), word(), word(), word()});
    for (std::size_t left = dice.upTo(40); left > 0; --left)
        state.msrs.push_back({word(), dice.number<std::uint64_t>()});
    state.mpState = word();
    for (KvmBlob *blob : {&state.registers, &state.specialRegisters, &state.debugRegisters, &state.localApic,
                          &state.events, &state.extendedControl})
        *blob = dice.bytes(1024);
    state.xsave = dice.bytes(11'008);
    state.tscKhz = word();
    return state;
}

SavedBalloon balloon(Dice &dice, std::uint64_t memSizeMib)
{
    const auto word = [&dice] { return dice.number<std::uint32_t>(); };
    const auto amountMib = static_cast<std::uint32_t>(dice.upTo(std::min<std::uint64_t>(memSizeMib, 1 << 20)));
    SavedBalloon saved{.config = {.amountMib = amountMib,
                                  .deflateOnOom = dice.flip(),
                                  .statsPollingIntervalS = dice.number<std::uint16_t>(),
                                  .freePageHinting = dice.flip(),
                                  .freePageReporting = dice.flip()},
                       .transport = transport(dice),
                       .own = {.targetPages = amountMib * 256,
                               .actualPages = word(),
                               .statisticsHead = dice.maybe([&] { return dice.number<std::uint16_t>(); }),
                               .lastHintingRun = word(),
                               .hintingHostCommand = word(),
                               .hintingGuestCommand = dice.maybe(word),
                               .hintingAcknowledgeOnStop = dice.flip()}};
    for (auto &statistic : saved.own.statistics)
        statistic = dice.maybe([&] { return dice.number<std::uint64_t>(); });
    return saved;
}

SavedDrive drive(Dice &dice, std::size_t index)
{
    return {.config = {.driveId = "d" + std::to_string(index) + dice.text(30),
                       .pathOnHost = "/" + dice.text(200),
                       .isRootDevice = index == 0 && dice.flip(),
                       .partuuid = dice.maybe([&] { return dice.text(36); }),
                       .isReadOnly = dice.flip(),
                       .cacheType = dice.oneOf({CacheType::Unsafe, CacheType::Writeback}),
                       .rateLimiter = dice.maybe([&] { return rateLimiter(dice); }),
                       .ioEngine = dice.oneOf({IoEngine::Sync, IoEngine::Async})},
            .transport = transport(dice),
            .own = {.limiter = limiter(dice)}};
}

SavedInterface interface(Dice &dice, std::size_t index)
{
    const auto last = static_cast<std::uint8_t>(index); // addresses must differ
    const std::optional<std::string> socket = dice.maybe([&] { return "/" + dice.text(106); });
    return {.config = {.ifaceId = "i" + std::to_string(index) + dice.text(30),
                       .hostDevName = socket ? "" : "t" + dice.text(14),
                       .socketPath = socket,
                       .guestMac = dice.maybe([&] {
                           return MacAddress{{2, 1, 2, 3, 4, last}};
                       }),
                       .mtu = dice.maybe([&] { return dice.number<std::uint16_t>(); }),
                       .rxRateLimiter = dice.maybe([&] { return rateLimiter(dice); }),
                       .txRateLimiter = dice.maybe([&] { return rateLimiter(dice); }),
                       .allowMmdsRequests = dice.flip()},
            .transport = transport(dice),
            .own = {.rxLimiter = limiter(dice), .txLimiter = limiter(dice), .pendingFrame = dice.maybe([&] {
                        return virtio::PendingFrame{.bytes = dice.bytes(2000),
                                                    .paid = dice.flip(),
                                                    .buffersTried = dice.number<std::uint16_t>()};
                    })}};
}

MmdsConfig mmds(Dice &dice, const MachineState &state)
{
    return {.version = dice.oneOf({MmdsVersion::V1, MmdsVersion::V2}),
            .networkInterfaces = {state.interfaces.front().config.ifaceId},
            .ipv4Address = {{169, 254, static_cast<std::uint8_t>(1 + dice.upTo(253)), dice.number<std::uint8_t>()}},
            .imdsCompat = dice.flip()};
}

} // namespace

MachineState randomState(std::mt19937_64 &random)
{
    Dice dice(random);
    MachineState state;
    state.config = {.vcpuCount = static_cast<std::uint32_t>(1 + dice.upTo(3)),
                    .memSizeMib = 0,
                    .smt = false,
                    .cpuTemplate = dice.oneOf({CpuTemplate::None, CpuTemplate::C3, CpuTemplate::T2, CpuTemplate::T2S,
                                               CpuTemplate::T2CL, CpuTemplate::T2A}),
                    .trackDirtyPages = dice.flip(),
                    .hugePages = dice.oneOf({HugePages::None, HugePages::TwoMiB, HugePages::Transparent})};
    state.config.smt = state.config.vcpuCount % 2 == 0 && dice.flip();
    setMemory(state, 2 + 2 * dice.upTo(200'000)); // one to three ranges
    state.bootSource = {.kernelImagePath = "/" + dice.text(100),
                        .initrdPath = dice.maybe([&] { return dice.text(100); }),
                        .bootArgs = dice.maybe([&] { return dice.text(500); })};
    state.vm = {.pit = dice.bytes(112),
                .clock = {.nanoseconds = dice.number<std::uint64_t>(),
                          .flags = dice.number<std::uint32_t>(),
                          .realtime = dice.number<std::uint64_t>(),
                          .hostTsc = dice.number<std::uint64_t>()},
                .picPrimary = dice.bytes(520),
                .picSecondary = dice.bytes(520),
                .ioApic = dice.bytes(520)};
    for (std::uint32_t index = 0; index < state.config.vcpuCount; ++index)
        state.vcpus.push_back(vcpu(dice));
    const auto octet = [&dice] { return dice.number<std::uint8_t>(); };
    state.serial = {octet(), octet(), octet(), octet(), octet(), octet(), octet(), octet(), dice.octets(64)};
    state.keyboard = {octet(), octet(), octet(), octet(), dice.octets(16)};
    state.balloon = dice.maybe([&] { return balloon(dice, state.config.memSizeMib); });
    for (std::size_t index = 0, count = dice.upTo(6); index < count; ++index)
        state.drives.push_back(drive(dice, index));
    for (std::size_t index = 0, count = dice.upTo(6); index < count; ++index)
        state.interfaces.push_back(interface(dice, index));
    state.vsock = dice.maybe([&] {
        return SavedVsock{.config = {.vsockId = dice.maybe([&] { return dice.text(10); }),
                                     .guestCid = dice.number<std::uint32_t>(),
                                     .udsPath = "/" + dice.text(100)},
                          .transport = transport(dice),
                          .own = {.lastLocalPort = dice.number<std::uint32_t>(),
                                  .eventsAnsweredAt = dice.maybe([&] { return dice.number<std::uint16_t>(); })}};
    });
    state.entropy = dice.maybe([&] {
        return SavedEntropy{.config = {.rateLimiter = dice.maybe([&] { return rateLimiter(dice); })},
                            .transport = transport(dice),
                            .own = {.limiter = limiter(dice)}};
    });
    if (!state.interfaces.empty())
        state.mmds = dice.maybe([&] { return mmds(dice, state); });
    state.identity = dice.maybe([&] {
        return SavedIdentity{.vmGenIdAt = GuestAddress(0x1000), .vmClockAt = GuestAddress(0x2000 * (1 + dice.upTo(9)))};
    });
    return state;
}

std::vector<std::byte> stateFileOf(std::span<const std::byte> payload, const FileParts &parts)
{
    std::vector<std::byte> file;
    const auto put = [&file](const auto &value) {
        const auto bytes = std::as_bytes(std::span(&value, 1));
        file.insert(file.end(), bytes.begin(), bytes.end());
    };
    put(parts.magic);
    put(parts.formatVersion);
    put(parts.dataVersion);
    put(parts.reserved);
    put(static_cast<std::uint64_t>(payload.size()));
    file.insert(file.end(), payload.begin(), payload.end());
    put(std::uint64_t{0});
    fixChecksum(file);
    return file;
}

std::span<const std::byte> payloadOf(std::span<const std::byte> file)
{
    return file.subspan(24, file.size() - 32);
}

void fixChecksum(std::span<std::byte> file)
{
    const std::uint64_t checksum =
        ::lzma_crc64(reinterpret_cast<const std::uint8_t *>(file.data()), file.size() - 8, 0);
    std::memcpy(file.data() + file.size() - 8, &checksum, 8);
}

} // namespace sparkler::test
