#pragma once

#include "base/json_value.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sparkler::mmds {

/// How a guest wants to see a value.
enum class OutputFormat { Json, Imds };

/// The text form of the cloud metadata services: the sorted keys of an object, one a line, those of objects with a
/// slash behind; a string raw. Nothing for other kinds of values: they have no such form.
std::optional<std::string> imdsText(const JsonValue &value);

/// The metadata itself: any JSON value whose compact text is within a limit.
class DataStore {
public:
    explicit DataStore(std::size_t limitBytes) : m_limit(limitBytes) {}

    /// Error: TooLarge; the store then is as before.
    Result<> put(JsonValue value);
    /// RFC 7396. Errors: TooLarge; InvalidInput before the first put(). The store then is as before.
    Result<> patch(const JsonValue &change);
    /// Null before the first put().
    const JsonValue &value() const { return m_value; }

    /// `value`, which find() gave, as text; nothing when it has no such form. Answers under way that show the same
    /// value share one text.
    std::shared_ptr<const std::string> render(const JsonValue &value, OutputFormat format);
    const JsonValue *find(std::string_view pointer) const { return m_value.find(pointer); }

private:
    using Key = std::pair<const JsonValue *, OutputFormat>;

    const std::size_t m_limit;
    JsonValue m_value;
    bool m_isInitialized = false;
    std::map<Key, std::weak_ptr<const std::string>> m_texts; ///< of the present value
};

} // namespace sparkler::mmds
