#include "mmds/http_session.h"

#include "mmds/request_handler.h"

#include <algorithm>

namespace sparkler::mmds {

void HttpSession::append(std::span<const std::byte> bytes)
{
    m_input.append(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    skipBody();
}

void HttpSession::skipBody()
{
    const std::size_t skipped = std::min<std::size_t>(m_bodyLeft, m_input.size());
    m_input.erase(0, skipped);
    m_bodyLeft -= static_cast<std::uint32_t>(skipped);
}

std::optional<AnswerBytes> HttpSession::next(std::chrono::steady_clock::time_point now)
{
    constexpr std::string_view kBlankLine = "\r\n\r\n";
    const std::size_t end = m_input.find(kBlankLine);
    if (end == std::string::npos)
        return std::nullopt;
    const auto request = parseGuestRequest(std::string_view(m_input).substr(0, end));
    m_input.erase(0, end + kBlankLine.size());
    if (!request)
        return AnswerBytes(answerFault(request.error()));
    m_bodyLeft = request->bodyBytes;
    skipBody();
    if (request->bodyBytes > kMaxRequestBytes)
        return AnswerBytes(answerTooLarge(request->bodyBytes));
    return AnswerBytes(answerGuest(*m_service, *request, now));
}

} // namespace sparkler::mmds
