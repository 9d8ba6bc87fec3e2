#include "seccomp/container.h"

#include "base/format.h"

#include <optional>

namespace sparkler::seccomp {
namespace {

constexpr std::string_view kMagic = "SPKLBPF1";
constexpr std::size_t kNameLimit = 255;
constexpr std::size_t kInstructionBytes = 8;

void append(std::string &bytes, std::uint32_t value, unsigned size)
{
    for (unsigned i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// Takes values from the front; nothing once the bytes have run out.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : m_left(bytes) {}

    std::optional<std::string_view> take(std::size_t count)
    {
        if (count > m_left.size())
            return std::nullopt;
        const std::string_view taken = m_left.substr(0, count);
        m_left.remove_prefix(count);
        return taken;
    }
    std::optional<std::uint32_t> takeU32()
    {
        const auto taken = take(4);
        if (!taken)
            return std::nullopt;
        return number(*taken);
    }
    std::size_t left() const { return m_left.size(); }

    static std::uint32_t number(std::string_view littleEndian)
    {
        std::uint32_t value = 0;
        for (std::size_t i = littleEndian.size(); i-- > 0;)
            value = value << 8 | static_cast<unsigned char>(littleEndian[i]);
        return value;
    }

private:
    std::string_view m_left;
};

std::unexpected<Error> malformed(std::string_view what)
{
    return fail(ErrorKind::InvalidInput, std::string(what));
}

sock_filter instructionOf(std::string_view bytes)
{
    return {.code = static_cast<std::uint16_t>(Cursor::number(bytes.substr(0, 2))),
            .jt = static_cast<std::uint8_t>(bytes[2]),
            .jf = static_cast<std::uint8_t>(bytes[3]),
            .k = Cursor::number(bytes.substr(4, 4))};
}

Result<NamedProgram> takeProgram(Cursor &cursor)
{
    const auto nameBytes = cursor.takeU32();
    if (!nameBytes || *nameBytes == 0 || *nameBytes > kNameLimit)
        return malformed("a filter's name is missing, empty or too long");
    const auto name = cursor.take(*nameBytes);
    const auto count = cursor.takeU32();
    if (!name || !count)
        return malformed("the file ends in a filter's name");
    // Divided, not multiplied: a count is not believed before the bytes are there.
    if (*count > cursor.left() / kInstructionBytes)
        return malformed("the file ends in a filter's instructions");
    NamedProgram program{.name = std::string(*name), .instructions = {}};
    program.instructions.reserve(*count);
    for (std::uint32_t i = 0; i < *count; ++i)
        program.instructions.push_back(instructionOf(*cursor.take(kInstructionBytes)));
    return program;
}

} // namespace

Result<std::string> encodeContainer(std::span<const NamedProgram> programs)
{
    std::string bytes(kMagic);
    append(bytes, static_cast<std::uint32_t>(programs.size()), 4);
    for (const NamedProgram &program : programs) {
        if (program.name.empty() || program.name.size() > kNameLimit)
            return fail(ErrorKind::InvalidInput, fmt::format("A filter's name has 1 to {} bytes", kNameLimit));
        append(bytes, static_cast<std::uint32_t>(program.name.size()), 4);
        bytes += program.name;
        append(bytes, static_cast<std::uint32_t>(program.instructions.size()), 4);
        for (const sock_filter &instruction : program.instructions) {
            append(bytes, instruction.code, 2);
            append(bytes, instruction.jt, 1);
            append(bytes, instruction.jf, 1);
            append(bytes, instruction.k, 4);
        }
    }
    if (bytes.size() > kContainerLimit)
        return fail(ErrorKind::TooLarge, fmt::format("The filters have {} bytes, more than the {} that are accepted",
                                                     bytes.size(), kContainerLimit));
    return bytes;
}

Result<std::vector<NamedProgram>> decodeContainer(std::string_view bytes)
{
    if (bytes.size() > kContainerLimit)
        return fail(ErrorKind::TooLarge,
                    fmt::format("Input size {} exceeds limit of {} bytes", bytes.size(), kContainerLimit));
    Cursor cursor(bytes);
    if (cursor.take(kMagic.size()) != kMagic)
        return malformed("this is not a file of compiled filters");
    const auto count = cursor.takeU32();
    if (!count)
        return malformed("the file ends before its first filter");
    std::vector<NamedProgram> programs;
    for (std::uint32_t i = 0; i < *count; ++i)
        programs.push_back(TRY(takeProgram(cursor)));
    if (cursor.left() != 0)
        return malformed("there are bytes behind the last filter");
    return programs;
}

} // namespace sparkler::seccomp
