#include "mmds/data_store.h"

namespace sparkler::mmds {

std::optional<std::string> imdsText(const JsonValue &value)
{
    if (const std::string *text = value.string())
        return *text;
    const JsonValue::Object *members = value.object();
    if (!members)
        return std::nullopt;
    std::string lines;
    for (const auto &[name, member] : *members) {
        if (&member != &members->begin()->second)
            lines += '\n';
        lines += name;
        if (member.object())
            lines += '/';
    }
    return lines;
}

Result<> DataStore::put(JsonValue value)
{
    if (value.text().size() > m_limit)
        return fail(ErrorKind::TooLarge, "The MMDS patch request doesn't fit.");
    m_value = std::move(value);
    m_isInitialized = true;
    m_texts.clear();
    return {};
}

Result<> DataStore::patch(const JsonValue &change)
{
    if (!m_isInitialized)
        return fail(ErrorKind::InvalidInput, "The MMDS data store is not initialized.");
    JsonValue changed = m_value;
    changed.merge(change);
    return put(std::move(changed));
}

std::shared_ptr<const std::string> DataStore::render(const JsonValue &value, OutputFormat format)
{
    std::erase_if(m_texts, [](const auto &entry) { return entry.second.expired(); });
    std::weak_ptr<const std::string> &kept = m_texts[{&value, format}];
    if (auto text = kept.lock())
        return text;
    std::optional<std::string> text = format == OutputFormat::Json ? value.text() : imdsText(value);
    if (!text)
        return nullptr;
    auto shared = std::make_shared<const std::string>(std::move(*text));
    kept = shared;
    return shared;
}

} // namespace sparkler::mmds
