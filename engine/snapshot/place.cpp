#include "snapshot/place.h"

#include "base/format.h"

namespace sparkler::snapshot {

std::string Place::text() const
{
    if (!m_parent)
        return {};
    std::string text = m_parent->text();
    if (!text.empty())
        text += '.';
    text += m_name;
    if (m_index)
        text += fmt::format("[{}]", *m_index);
    return text;
}

std::unexpected<Error> Place::bad(std::string_view why) const
{
    return invalidState(fmt::format("{}: {}.", text(), why));
}

std::unexpected<Error> invalidState(std::string_view sentence)
{
    return fail(ErrorKind::InvalidInput, fmt::format("Invalid snapshot state: {}", sentence));
}

} // namespace sparkler::snapshot
