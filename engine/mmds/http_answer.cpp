#include "mmds/http_answer.h"

#include "base/format.h"

#include <algorithm>
#include <cstring>

namespace sparkler::mmds {

AnswerBytes::AnswerBytes(const GuestAnswer &answer) : m_body(answer.body)
{
    m_head =
        fmt::format("{} {} \r\nServer: Firecracker API\r\nConnection: keep-alive\r\n", answer.version, answer.status);
    if (answer.allow)
        m_head += "Allow: GET, PUT\r\n";
    if (answer.extra)
        m_head += fmt::format("{}: {}\r\n", answer.extra->name, answer.extra->value);
    m_head += fmt::format("Content-Type: {}\r\nContent-Length: {}\r\n\r\n", answer.contentType, answer.body->size());
}

void AnswerBytes::copy(std::size_t offset, std::span<std::byte> out) const
{
    if (offset < m_head.size()) {
        const std::size_t piece = std::min(m_head.size() - offset, out.size());
        std::memcpy(out.data(), m_head.data() + offset, piece);
        out = out.subspan(piece);
        offset += piece;
    }
    if (!out.empty())
        std::memcpy(out.data(), m_body->data() + (offset - m_head.size()), out.size());
}

} // namespace sparkler::mmds
