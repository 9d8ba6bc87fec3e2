#include "base/json_text.h"

#include "base/format.h"

#include <array>

namespace sparkler {
namespace {

constexpr char32_t kReplacement = 0xfffd;

/// What the first byte of a character allows. `length` 0: the byte starts nothing.
struct LeadByte {
    std::size_t length;
    unsigned char secondLow, secondHigh; ///< range of the second byte; the others are 0x80..0xbf
};

LeadByte classify(unsigned char lead)
{
    if (lead < 0x80)
        return {1, 0, 0};
    if (lead >= 0xc2 && lead <= 0xdf)
        return {2, 0x80, 0xbf};
    if (lead == 0xe0)
        return {3, 0xa0, 0xbf};
    if (lead == 0xed)
        return {3, 0x80, 0x9f};
    if (lead >= 0xe1 && lead <= 0xef)
        return {3, 0x80, 0xbf};
    if (lead == 0xf0)
        return {4, 0x90, 0xbf};
    if (lead >= 0xf1 && lead <= 0xf3)
        return {4, 0x80, 0xbf};
    if (lead == 0xf4)
        return {4, 0x80, 0x8f};
    return {0, 0, 0};
}

unsigned char byteAt(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

bool isUnprintable(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

} // namespace

std::optional<Utf8Flaw> findUtf8Flaw(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const LeadByte lead = classify(byteAt(text, at));
        if (lead.length == 0)
            return Utf8Flaw{at, 1};
        for (std::size_t i = 1; i < lead.length; ++i) {
            if (at + i == text.size())
                return Utf8Flaw{at, 0};
            const unsigned char next = byteAt(text, at + i);
            const unsigned char low = i == 1 ? lead.secondLow : 0x80;
            const unsigned char high = i == 1 ? lead.secondHigh : 0xbf;
            if (next < low || next > high)
                return Utf8Flaw{at, i};
        }
        at += lead.length;
    }
    return std::nullopt;
}

std::string lossyUtf8(std::string_view text)
{
    std::string out;
    while (const auto flaw = findUtf8Flaw(text)) {
        out.append(text.substr(0, flaw->offset));
        appendUtf8(out, kReplacement);
        if (flaw->length == 0)
            return out;
        text.remove_prefix(flaw->offset + flaw->length);
    }
    out.append(text);
    return out;
}

void appendUtf8(std::string &out, char32_t codePoint)
{
    const auto tail = [&](unsigned shift) { out += static_cast<char>(0x80 | ((codePoint >> shift) & 0x3f)); };
    if (codePoint < 0x80) {
        out += static_cast<char>(codePoint);
    } else if (codePoint < 0x800) {
        out += static_cast<char>(0xc0 | (codePoint >> 6));
        tail(0);
    } else if (codePoint < 0x10000) {
        out += static_cast<char>(0xe0 | (codePoint >> 12));
        tail(6);
        tail(0);
    } else {
        out += static_cast<char>(0xf0 | (codePoint >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

char32_t takeUtf8(std::string_view text, std::size_t &at)
{
    const unsigned char first = byteAt(text, at);
    const std::size_t length = classify(first).length;
    if (length <= 1 || at + length > text.size()) {
        ++at;
        return length == 1 ? first : kReplacement;
    }
    char32_t codePoint = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i)
        codePoint = (codePoint << 6) | (byteAt(text, at + i) & 0x3fU);
    at += length;
    return codePoint;
}

void appendJsonString(std::string &out, std::string_view text)
{
    constexpr std::string_view kHexDigits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
                out += "\\u00";
                out += kHexDigits[byte >> 4];
                out += kHexDigits[byte & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

std::string debugQuoted(std::string_view text)
{
    const std::string valid = lossyUtf8(text);
    std::string out = "\"";
    for (std::size_t at = 0; at < valid.size();) {
        const std::size_t start = at;
        const char32_t c = takeUtf8(valid, at);
        switch (c) {
        case U'"':
            out += "\\\"";
            break;
        case U'\\':
            out += "\\\\";
            break;
        case U'\n':
            out += "\\n";
            break;
        case U'\r':
            out += "\\r";
            break;
        case U'\t':
            out += "\\t";
            break;
        case U'\0':
            out += "\\0";
            break;
        default:
            if (isUnprintable(c))
                out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(c));
            else
                out.append(valid, start, at - start);
        }
    }
    out += '"';
    return out;
}

} // namespace sparkler
