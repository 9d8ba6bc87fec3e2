#pragma once

#include "base/ipv4_address.h"
#include "base/json_value.h"
#include "base/result.h"
#include "mmds/data_store.h"
#include "mmds/token_authority.h"

#include <cstddef>
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
    static std::shared_ptr<MetadataService> create(std::string_view instanceId, std::size_t limitBytes);
    MetadataService(std::string_view instanceId, std::size_t limitBytes, RandomSource random = hostRandom);

    /// PUT: replaces the store by any JSON value. Error: TooLarge "The MMDS patch request doesn't fit."; the store then
    /// is as before.
    Result<> put(JsonValue value) { return m_store.put(std::move(value)); }
    /// PATCH: RFC 7396. Errors: as put(); InvalidInput "The MMDS data store is not initialized." before the first PUT.
    Result<> patch(const JsonValue &change) { return m_store.patch(change); }
    /// The store as compact JSON, object keys in byte order; "{}" when it was never put or is null.
    std::string contents() const;

    /// Error: Host, when no key for tokens can be had: "Token Authority error: …". The settings then are as before.
    Result<> configure(const ServiceSettings &settings);
    const ServiceSettings &settings() const { return m_settings; }

    /// What the guest's requests are answered from.
    DataStore &store() { return m_store; }
    TokenAuthority &tokens() { return m_tokens; }

private:
    DataStore m_store;
    TokenAuthority m_tokens;
    ServiceSettings m_settings;
};

} // namespace sparkler::mmds
