#pragma once

#include "mmds/http_request.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sparkler::mmds {

/// An answer before it becomes bytes.
struct GuestAnswer {
    int status = 200;
    std::string_view version = "HTTP/1.1"; ///< static text
    std::string_view contentType = "text/plain";
    bool allow = false; ///< adds "Allow: GET, PUT"
    std::optional<SentHeader> extra;
    std::shared_ptr<const std::string> body; ///< never null; may be shared with other answers
};

/// The bytes of an answer: a head of its own, and the body.
class AnswerBytes {
public:
    AnswerBytes() = default;
    explicit AnswerBytes(const GuestAnswer &answer);

    std::size_t size() const { return m_head.size() + (m_body ? m_body->size() : 0); }
    bool empty() const { return size() == 0; }
    /// Copies the bytes from `offset` on; both lie within size().
    void copy(std::size_t offset, std::span<std::byte> out) const;

private:
    std::string m_head;
    std::shared_ptr<const std::string> m_body;
};

} // namespace sparkler::mmds
