#pragma once

#include "mmds/http_answer.h"
#include "mmds/metadata_service.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace sparkler::mmds {

/// The HTTP side of one connection: collects what the guest sends and answers one request after the other. A request is
/// complete at its blank line; a body is passed over. Memory: one head of at most kMaxRequestBytes.
class HttpSession {
public:
    explicit HttpSession(std::shared_ptr<MetadataService> service) : m_service(std::move(service)) {}

    /// How many bytes append() may be given.
    std::size_t room() const { return kMaxRequestBytes - m_input.size(); }
    void append(std::span<const std::byte> bytes);
    /// The answer to the oldest complete request, which is taken.
    std::optional<AnswerBytes> next(std::chrono::steady_clock::time_point now);
    /// After next() gave nothing: the request is too long to ever become complete.
    bool isStuck() const { return room() == 0; }

private:
    void skipBody();

    const std::shared_ptr<MetadataService> m_service;
    std::string m_input;
    std::uint32_t m_bodyLeft = 0; ///< of the body that is passed over
};

} // namespace sparkler::mmds
