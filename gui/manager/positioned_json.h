#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace sparkler::gui {

/// A JSON value that knows where it stands in its text, for messages about what it means.
struct PositionedJson {
    enum class Kind { Object, Array, String, Number, Literal };
    struct Member;
    Kind kind = Kind::Literal;
    qsizetype at = 0;     ///< of its first character
    qsizetype length = 0; ///< in characters of the text
    QString text{};       ///< a string's value; of numbers and literals the text
    QList<PositionedJson> items{};
    QList<Member> members{}; ///< in their order, repeated ones too
};
struct PositionedJson::Member {
    PositionedJson name;
    PositionedJson value;
};

/// Reads what QJsonDocument takes as well. Nothing: it is no JSON, or nested deeper than kDeepestJson.
std::optional<PositionedJson> readPositioned(const QString &text);
inline constexpr int kDeepestJson = 32;

} // namespace sparkler::gui
