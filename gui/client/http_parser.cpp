#include "client/http_parser.h"

#include <QString>

#include <algorithm>

namespace sparkler::gui {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr QByteArrayView kStatusPrefix = "HTTP/1.";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isTokenCharacter(char c)
{
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || isDigit(c) || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

bool isControl(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && c != '\t') || byte == 0x7f;
}

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

} // namespace

qsizetype HttpParser::feed(QByteArrayView bytes)
{
    qsizetype used = 0;
    while (used < bytes.size() && state() == State::NeedsMore) {
        m_started = true;
        const QByteArrayView rest = bytes.sliced(used);
        const bool inBody = m_part == Part::Body || m_part == Part::BodyToEnd || m_part == Part::ChunkData;
        used += inBody ? takeBody(rest) : takeLine(rest);
    }
    return used;
}

void HttpParser::endOfStream()
{
    if (m_part == Part::BodyToEnd)
        m_part = Part::Done;
    else if (state() == State::NeedsMore)
        fail(Failure::Incomplete, u"the connection was closed before the end of the answer"_s);
}

HttpParser::State HttpParser::state() const
{
    if (m_part == Part::Done)
        return State::Complete;
    return m_part == Part::Broken ? State::Failed : State::NeedsMore;
}

std::optional<QByteArray> HttpParser::header(QByteArrayView name) const
{
    for (const HttpHeader &header : m_headers) {
        if (header.name == name)
            return header.value;
    }
    return std::nullopt;
}

qsizetype HttpParser::takeLine(QByteArrayView bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    const qsizetype length = end < 0 ? bytes.size() : end + 1;
    m_headBytes += length;
    if (m_headBytes > kMaxHeadBytes) {
        fail(Failure::TooLarge, u"the headers of the answer are larger than 64 KiB"_s);
        return length;
    }
    m_line.append(bytes.first(length));
    // Garbage is known as such without waiting for a line end that may never come.
    if (m_part == Part::StatusLine) {
        const qsizetype known = std::min(m_line.size(), kStatusPrefix.size());
        if (QByteArrayView(m_line).first(known) != kStatusPrefix.first(known)) {
            fail(Failure::Protocol, u"the answer does not begin with HTTP/1."_s);
            return length;
        }
    }
    if (end < 0)
        return length;
    if (!m_line.endsWith("\r\n")) {
        fail(Failure::Protocol, u"a line of the answer does not end with CR LF"_s);
        return length;
    }
    QByteArray line;
    line.swap(m_line);
    line.chop(2);
    handleLine(line);
    return length;
}

qsizetype HttpParser::takeBody(QByteArrayView bytes)
{
    if (m_part == Part::BodyToEnd) {
        if (bytes.size() > kMaxBodyBytes - m_body.size())
            fail(Failure::TooLarge, u"the body of the answer is larger than 16 MiB"_s);
        else
            m_body.append(bytes);
        return bytes.size();
    }
    const qsizetype length = std::min(bytes.size(), m_bodyLeft);
    m_body.append(bytes.first(length));
    m_bodyLeft -= length;
    if (m_bodyLeft == 0)
        m_part = m_part == Part::ChunkData ? Part::ChunkEnd : Part::Done;
    return length;
}

void HttpParser::handleLine(const QByteArray &line)
{
    switch (m_part) {
    case Part::StatusLine:
        statusLine(line);
        break;
    case Part::Headers:
        headerLine(line);
        break;
    case Part::ChunkSize:
        chunkSize(line);
        break;
    case Part::ChunkEnd:
        if (line.isEmpty())
            m_part = Part::ChunkSize;
        else
            fail(Failure::Protocol, u"a chunk of the answer is longer than announced"_s);
        break;
    case Part::Trailers:
        if (line.isEmpty())
            m_part = Part::Done;
        else
            parseHeader(line); // checked, not kept
        break;
    default:
        break;
    }
}

void HttpParser::statusLine(const QByteArray &line)
{
    // "HTTP/1.1 204 No Content"; the reason, and even the space before it, may be missing.
    const bool versionFits = line.size() >= 12 && (line[7] == '0' || line[7] == '1') && line[8] == ' ';
    const bool statusFits = versionFits && line[9] >= '1' && line[9] <= '5' && isDigit(line[10]) && isDigit(line[11]) &&
                            (line.size() == 12 || line[12] == ' ');
    if (!statusFits || std::any_of(line.begin(), line.end(), isControl)) {
        fail(Failure::Protocol, u"the status line of the answer is malformed"_s);
        return;
    }
    m_minorVersion = line[7] - '0';
    m_status = (line[9] - '0') * 100 + (line[10] - '0') * 10 + (line[11] - '0');
    m_part = Part::Headers;
}

std::optional<HttpHeader> HttpParser::parseHeader(const QByteArray &line)
{
    const qsizetype colon = line.indexOf(':');
    const bool named = colon > 0 && std::all_of(line.begin(), line.begin() + colon, isTokenCharacter);
    if (!named || std::any_of(line.begin() + colon, line.end(), isControl)) {
        fail(Failure::Protocol, u"a header of the answer is malformed"_s);
        return std::nullopt;
    }
    return HttpHeader{line.first(colon).toLower(), line.sliced(colon + 1).trimmed()};
}

void HttpParser::headerLine(const QByteArray &line)
{
    if (line.isEmpty()) {
        endOfHeaders();
        return;
    }
    if (auto header = parseHeader(line))
        m_headers.append(*std::move(header));
}

void HttpParser::endOfHeaders()
{
    if (m_status == 101) {
        fail(Failure::Protocol, u"the answer switches to another protocol"_s);
        return;
    }
    if (m_status < 200) {
        m_headers.clear();
        m_part = Part::StatusLine;
        return;
    }
    const QByteArray connection = header("connection").value_or(QByteArray()).toLower();
    m_keepAlive = m_minorVersion == 1 ? !connection.contains("close") : connection.contains("keep-alive");
    if (m_status == 204 || m_status == 304)
        m_part = Part::Done;
    else
        readFraming();
}

bool HttpParser::readFraming()
{
    std::optional<qsizetype> length;
    bool chunked = false;
    for (const HttpHeader &header : m_headers) {
        if (header.name == "content-length") {
            const auto value = contentLength(header.value);
            if (!value)
                return false;
            if (length && *length != *value) {
                fail(Failure::Protocol, u"the answer has two different lengths"_s);
                return false;
            }
            length = value;
        } else if (header.name == "transfer-encoding") {
            if (chunked || header.value.toLower() != "chunked") {
                fail(Failure::Protocol, u"the answer has an unknown transfer encoding"_s);
                return false;
            }
            chunked = true;
        }
    }
    if (chunked && length) {
        fail(Failure::Protocol, u"the answer has both a length and chunks"_s);
        return false;
    }
    if (chunked) {
        m_part = Part::ChunkSize;
    } else if (length) {
        m_bodyLeft = *length;
        m_part = m_bodyLeft > 0 ? Part::Body : Part::Done;
    } else {
        m_keepAlive = false;
        m_part = Part::BodyToEnd;
    }
    return true;
}

std::optional<qsizetype> HttpParser::contentLength(const QByteArray &value)
{
    if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigit)) {
        fail(Failure::Protocol, u"the length of the answer is not a number"_s);
        return std::nullopt;
    }
    qsizetype length = 0;
    for (const char digit : value) {
        length = length * 10 + (digit - '0');
        if (length > kMaxBodyBytes) {
            fail(Failure::TooLarge, u"the body of the answer is larger than 16 MiB"_s);
            return std::nullopt;
        }
    }
    return length;
}

void HttpParser::chunkSize(const QByteArray &line)
{
    qsizetype size = 0;
    qsizetype at = 0;
    for (; at < line.size() && hexValue(line[at]) >= 0; ++at) {
        size = size * 16 + hexValue(line[at]);
        if (size > kMaxBodyBytes - m_body.size()) {
            fail(Failure::TooLarge, u"the body of the answer is larger than 16 MiB"_s);
            return;
        }
    }
    // Extensions may follow the size; none means anything here.
    const bool ends = at == line.size() || line[at] == ';' || line[at] == ' ' || line[at] == '\t';
    if (at == 0 || !ends) {
        fail(Failure::Protocol, u"a chunk of the answer has no size"_s);
        return;
    }
    m_bodyLeft = size;
    m_part = size > 0 ? Part::ChunkData : Part::Trailers;
}

void HttpParser::fail(Failure failure, const QString &text)
{
    m_part = Part::Broken;
    m_failure = failure;
    m_failureText = text;
    m_keepAlive = false;
}

} // namespace sparkler::gui
