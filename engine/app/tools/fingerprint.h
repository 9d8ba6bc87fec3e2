#pragma once

#include "base/result.h"
#include "config/cpu_template.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sparkler::tools {

/// What decides how a guest's processor looks, and how it looks then (processes.md 5.4).
struct Fingerprint {
    std::string firecrackerVersion;
    std::string kernelVersion;
    std::string microcodeVersion;
    std::string biosVersion;
    std::string biosRevision;
    CustomCpuTemplate guestCpuConfig; ///< as dumpedTemplate() makes it
    bool operator==(const Fingerprint &) const = default;
};

/// JSON with a line for each field, in their order, and the template as toJson() has it.
std::string toJson(const Fingerprint &fingerprint);
/// Error: InvalidInput, with line and column. Fields that it does not know are passed over.
Result<Fingerprint> parseFingerprint(std::string_view json);

/// The names of the fields, in their order.
std::vector<std::string_view> fingerprintFields();

/// One field that is not the same in two fingerprints, as a JSON object: "name", "prev", "curr". Of the guest's
/// processor only what differs. Nothing when they are the same. `field` is one of fingerprintFields().
std::optional<std::string> differenceIn(std::string_view field, const Fingerprint &previous,
                                        const Fingerprint &current);

} // namespace sparkler::tools
