#pragma once

// A pull reader for JSON whose error messages and positions are those of the JSON library Firecracker uses
// (serde_json). Both are part of the wire: clients assert texts such as "missing field `vcpu_count` at line 1 column
// 21". No C++ library gives these texts and positions, hence a reader of our own.
//
// Every read function returns false once the document is found wrong; errorText() then says why. The first error wins.
// Positions are counted in bytes: a column is the number of bytes taken from the current line so far.

#include "base/json_number.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sparkler {

/// Integer types as messages name them.
enum class JsonInteger { U8, U16, U32, U64, Usize };

enum class JsonKind { Null, Boolean, Number, String, Array, Object };

class JsonReader {
public:
    /// `text` is borrowed.
    explicit JsonReader(std::string_view text) : m_text(text) {}

    [[nodiscard]] bool readBool(bool &out);
    [[nodiscard]] bool readUnsigned(JsonInteger type, std::uint64_t &out);
    /// `expected` ends the message for other kinds of values ("a string", "path string").
    [[nodiscard]] bool readString(std::string &out, std::string_view expected = "a string");
    /// A string out of `names`, or the same as {"name":null}. `index` is its place in `names`.
    [[nodiscard]] bool readVariant(std::span<const std::string_view> names, std::size_t &index);
    /// Any value, checked but not kept, except that a string lands in `text`. Nesting is limited.
    [[nodiscard]] bool readAny(JsonKind &kind, std::string &text);
    /// Passes over any value; nesting costs no stack.
    [[nodiscard]] bool skipValue();
    /// Only white space may follow.
    [[nodiscard]] bool finish();

    /// "message at line L column C", or the bare message for errors that have no position.
    std::string errorText() const;

    // For readers of composed values.

    /// The first byte of the next value, not taken; -1 with an error set at the end of the text.
    int peekValue();
    /// Takes `null` if that comes next (`taken`).
    [[nodiscard]] bool takeNull(bool &taken);
    /// Takes an opening bracket; refuses too deep nesting.
    [[nodiscard]] bool enter();
    /// Takes the next key; `atEnd` when `}` follows instead (not taken). `first` starts as true.
    [[nodiscard]] bool nextKey(bool &first, std::string &key, bool &atEnd);
    [[nodiscard]] bool takeColon();
    /// Whether another element follows; `atEnd` when `]` does (not taken). `first` starts as true.
    [[nodiscard]] bool nextElement(bool &first, bool &atEnd);
    /// Closes what enter() opened. With `ok` false an error is set already: it gets the position behind the bracket if
    /// the bracket follows, as the original reports it.
    [[nodiscard]] bool leaveObject(bool ok);
    [[nodiscard]] bool leaveArray(bool ok);

    /// Reads a number of any kind.
    [[nodiscard]] bool readNumber(JsonNumber &number);

    /// "invalid type: …, expected …" for the value that comes next. Always false.
    bool invalidType(std::string_view expected);
    /// An error whose position is that of the end of the enclosing value. Always false.
    bool failLater(std::string message);
    /// An error at the end of the value that was just read. Always false.
    bool failHere(std::string_view message);

private:
    bool atEnd() const { return m_at == m_text.size(); }
    char peekOrNul() const { return atEnd() ? '\0' : m_text[m_at]; }
    int skipWhitespace();
    bool takeIdent(std::string_view rest);
    bool takeDigits();
    bool scanNumber();
    bool takeNumber(JsonNumber &number);
    bool readStringBody(std::string &out);
    bool readEscape(std::string &out);
    bool readHexEscape(std::uint32_t &unit);
    bool readSurrogatePair(std::uint32_t first, std::string &out);
    bool readVariantName(std::span<const std::string_view> names, std::size_t &index);
    bool readUnit();
    bool readAnyArray();
    bool readAnyObject();
    bool skipScalar(int first);
    bool skipToNextItem(std::string &open, bool accepted, bool &done);
    bool skipKey();

    bool failAhead(std::string_view message);
    bool settle();
    void place(std::size_t index);

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depthLeft = 128;
    std::string m_error;
    bool m_failed = false;
    std::size_t m_errorLine = 0; ///< 0: no position yet
    std::size_t m_errorColumn = 0;
};

/// "`a`", "`a` or `b`", "one of `a`, `b`, `c`".
std::string jsonNameList(std::span<const std::string_view> names);

} // namespace sparkler
