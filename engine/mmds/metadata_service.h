#pragma once

#include "base/ipv4_address.h"
#include "base/result.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace sparkler::mmds {

enum class Version { V1, V2 };

/// How guests are answered.
struct ServiceSettings {
    Version version = Version::V1;
    Ipv4Address address{{169, 254, 169, 254}};
    bool imdsCompat = false; ///< text whatever the Accept header says
};

/// The metadata store with its tokens and its settings: what all interfaces of a machine share. Bytes and values in,
/// bytes and values out: knows no sockets, no virtio. VMM thread.
class MetadataService {
public:
    /// `instanceId` goes into the tokens; `limitBytes` bounds the store's compact JSON.
    static std::shared_ptr<MetadataService> create(std::string instanceId, std::size_t limitBytes);
    virtual ~MetadataService() = default;

    /// PUT: replaces the store by any JSON value. Errors: InvalidInput for text that is no JSON (the reader's own
    /// message), TooLarge "The MMDS patch request doesn't fit." The store then is as before.
    virtual Result<> put(std::string_view json) = 0;
    /// PATCH: RFC 7396. Errors: as put(); InvalidInput "The MMDS data store is not initialized." before the first PUT.
    virtual Result<> patch(std::string_view json) = 0;
    /// The store as compact JSON, object keys in byte order; "{}" when it was never put or is null.
    virtual std::string contents() const = 0;

    /// Error: Host, when no key for tokens can be had: "Token Authority error: …".
    virtual Result<> configure(const ServiceSettings &settings) = 0;
    virtual const ServiceSettings &settings() const = 0;
};

} // namespace sparkler::mmds
