#pragma once

#include <QJsonObject>

namespace sparkler::gui {

/// A JSON merge patch, RFC 7396: names of `patch` replace those of `target`, objects are merged, null takes away. No
/// deeper than a parsed document can be.
QJsonObject mergePatch(QJsonObject target, const QJsonObject &patch);

} // namespace sparkler::gui
