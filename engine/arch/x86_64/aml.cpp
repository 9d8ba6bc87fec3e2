#include "arch/x86_64/aml.h"

namespace sparkler::x86_64 {
namespace {

enum Opcode : std::uint8_t {
    kZeroOp = 0x00,
    kOneOp = 0x01,
    kNameOp = 0x08,
    kBytePrefix = 0x0a,
    kWordPrefix = 0x0b,
    kDwordPrefix = 0x0c,
    kStringPrefix = 0x0d,
    kQwordPrefix = 0x0e,
    kScopeOp = 0x10,
    kBufferOp = 0x11,
    kPackageOp = 0x12,
    kMethodOp = 0x14,
    kExtendedPrefix = 0x5b,
    kRootChar = 0x5c,
    kArg0Op = 0x68,
    kDeviceOp = 0x82, ///< after kExtendedPrefix
    kNotifyOp = 0x86,
    kEqualOp = 0x93,
    kIfOp = 0xa0,
};

constexpr std::size_t kNameSegBytes = 4;
constexpr std::uint8_t kEndTag = 0x79;

/// The length of a package of `bytes` bytes, which counts the length field itself (1 to 4 bytes) as well.
void addPackageLength(TableBytes &out, std::size_t bytes)
{
    if (bytes + 1 < 0x40) {
        out.add8(bytes + 1);
        return;
    }
    std::size_t extra = 1; // bytes that follow the first one; together they hold 4 + 8 * extra bits
    while (bytes + 1 + extra >= std::size_t{1} << (4 + 8 * extra))
        ++extra;
    const std::size_t length = bytes + 1 + extra;
    out.add8((extra << 6) | (length & 0xf));
    for (std::size_t i = 0; i < extra; ++i)
        out.add8((length >> (4 + 8 * i)) & 0xff);
}

void addIntegerTo(TableBytes &out, std::uint64_t value)
{
    if (value == 0) {
        out.add8(kZeroOp);
    } else if (value == 1) {
        out.add8(kOneOp);
    } else if (value <= 0xff) {
        out.add8(kBytePrefix);
        out.add8(value);
    } else if (value <= 0xffff) {
        out.add8(kWordPrefix);
        out.add16(value);
    } else if (value <= 0xffffffff) {
        out.add8(kDwordPrefix);
        out.add32(value);
    } else {
        out.add8(kQwordPrefix);
        out.add64(value);
    }
}

std::uint32_t hexDigit(char c)
{
    return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'A' + 10);
}

} // namespace

void AmlResources::addMemory(std::uint32_t base, std::uint32_t bytes)
{
    m_bytes.add8(0x86); // 32-bit fixed memory range
    m_bytes.add16(9);
    m_bytes.add8(1); // writable
    m_bytes.add32(base);
    m_bytes.add32(bytes);
}

void AmlResources::addInterrupt(std::uint32_t gsi)
{
    m_bytes.add8(0x89); // extended interrupt
    m_bytes.add16(6);
    m_bytes.add8(0b0011); // consumer, edge-triggered, active high, exclusive
    m_bytes.add8(1);      // one interrupt
    m_bytes.add32(gsi);
}

void AmlResources::addPorts(std::uint16_t base, std::uint8_t count)
{
    m_bytes.add8(0x47); // I/O ports, seven bytes follow
    m_bytes.add8(1);    // 16-bit decoding
    m_bytes.add16(base);
    m_bytes.add16(base);
    m_bytes.add8(1); // alignment
    m_bytes.add8(count);
}

void AmlBlock::beginName(std::string_view name)
{
    m_bytes.add8(kNameOp);
    m_bytes.addText(name, kNameSegBytes, '_');
}

void AmlBlock::addName(std::string_view name, std::uint64_t value)
{
    beginName(name);
    addIntegerTo(m_bytes, value);
}

void AmlBlock::addName(std::string_view name, std::string_view text)
{
    beginName(name);
    m_bytes.add8(kStringPrefix);
    m_bytes.addText(text, text.size());
    m_bytes.add8(0);
}

void AmlBlock::addName(std::string_view name, const AmlResources &resources)
{
    beginName(name);
    TableBytes buffer;
    addIntegerTo(buffer, resources.bytes().size() + 2);
    buffer.addBytes(resources.bytes());
    buffer.add8(kEndTag);
    buffer.add8(0); // a checksum of 0 means that there is none
    m_bytes.add8(kBufferOp);
    addPackageLength(m_bytes, buffer.size());
    m_bytes.addBytes(buffer.bytes());
}

void AmlBlock::addPackage(std::string_view name, std::span<const std::uint64_t> values)
{
    beginName(name);
    TableBytes elements;
    elements.add8(values.size());
    for (const std::uint64_t value : values)
        addIntegerTo(elements, value);
    m_bytes.add8(kPackageOp);
    addPackageLength(m_bytes, elements.size());
    m_bytes.addBytes(elements.bytes());
}

void AmlBlock::addEisaId(std::string_view name, std::string_view id)
{
    // Three letters of five bits and four hexadecimal digits, the most significant byte first.
    const auto letter = [&id](std::size_t i) { return static_cast<std::uint32_t>(id[i] - '@') & 0x1f; };
    const std::uint32_t value = letter(0) << 26 | letter(1) << 21 | letter(2) << 16 | hexDigit(id[3]) << 12 |
                                hexDigit(id[4]) << 8 | hexDigit(id[5]) << 4 | hexDigit(id[6]);
    beginName(name);
    m_bytes.add8(kDwordPrefix);
    m_bytes.add32(__builtin_bswap32(value));
}

void AmlBlock::addDevice(std::string_view name, const AmlBlock &body)
{
    m_bytes.add8(kExtendedPrefix);
    m_bytes.add8(kDeviceOp);
    addPackageLength(m_bytes, kNameSegBytes + body.bytes().size());
    m_bytes.addText(name, kNameSegBytes, '_');
    m_bytes.addBytes(body.bytes());
}

void AmlBlock::addEventMethod(std::string_view name, const AmlBlock &body)
{
    constexpr std::uint8_t kOneArgumentSerialised = 0x09;
    m_bytes.add8(kMethodOp);
    addPackageLength(m_bytes, kNameSegBytes + 1 + body.bytes().size());
    m_bytes.addText(name, kNameSegBytes, '_');
    m_bytes.add8(kOneArgumentSerialised);
    m_bytes.addBytes(body.bytes());
}

void AmlBlock::addIfArgumentIs(std::uint64_t value, const AmlBlock &body)
{
    TableBytes predicate;
    predicate.add8(kEqualOp);
    predicate.add8(kArg0Op);
    addIntegerTo(predicate, value);
    m_bytes.add8(kIfOp);
    addPackageLength(m_bytes, predicate.size() + body.bytes().size());
    m_bytes.addBytes(predicate.bytes());
    m_bytes.addBytes(body.bytes());
}

void AmlBlock::addNotify(std::string_view name, std::uint8_t value)
{
    m_bytes.add8(kNotifyOp);
    m_bytes.addText(name, kNameSegBytes, '_');
    addIntegerTo(m_bytes, value);
}

void AmlBlock::addRootScope(std::string_view name, const AmlBlock &body)
{
    m_bytes.add8(kScopeOp);
    addPackageLength(m_bytes, 1 + kNameSegBytes + body.bytes().size());
    m_bytes.add8(kRootChar);
    m_bytes.addText(name, kNameSegBytes, '_');
    m_bytes.addBytes(body.bytes());
}

} // namespace sparkler::x86_64
