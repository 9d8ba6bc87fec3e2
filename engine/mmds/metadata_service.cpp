#include "mmds/metadata_service.h"

namespace sparkler::mmds {

std::shared_ptr<MetadataService> MetadataService::create(std::string_view instanceId, std::size_t limitBytes)
{
    return std::make_shared<MetadataService>(instanceId, limitBytes);
}

MetadataService::MetadataService(std::string_view instanceId, std::size_t limitBytes, RandomSource random)
    : m_store(limitBytes), m_tokens(instanceId, std::move(random))
{
}

std::string MetadataService::contents() const
{
    return m_store.value().isNull() ? "{}" : m_store.value().text();
}

Result<> MetadataService::configure(const ServiceSettings &settings)
{
    TRY(m_tokens.prepare()); // V1 issues tokens, too
    m_settings = settings;
    return {};
}

} // namespace sparkler::mmds
