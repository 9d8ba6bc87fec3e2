// Fingerprints as files have them. What is accepted comes out the same when it is written and read again, does not
// differ from itself, and what differs from an empty one is a document again.
#include "app/tools/fingerprint.h"
#include "base/json_value.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sparkler;
    using namespace sparkler::tools;
    const auto parsed = parseFingerprint({reinterpret_cast<const char *>(data), size});
    if (!parsed)
        return 0;
    const auto again = parseFingerprint(toJson(*parsed));
    if (!again || *again != *parsed)
        std::abort();
    for (const std::string_view field : fingerprintFields()) {
        if (differenceIn(field, *parsed, *again))
            std::abort();
        const auto difference = differenceIn(field, Fingerprint(), *parsed);
        if (difference && !JsonValue::parse(*difference))
            std::abort();
    }
    return 0;
}
