#pragma once

// Between machine.json and MachineDefinition.

#include "manager/machine_definition.h"

#include <QByteArray>

#include <expected>

namespace sparkler::gui {

/// The text of machine.json: indented, keys in a fixed order.
QByteArray definitionToText(const MachineDefinition &definition);
/// And back. Strict: what this version would lose on writing it again is refused. Error: a translated sentence.
std::expected<MachineDefinition, QString> definitionFromText(const QByteArray &text);

/// The keys inside of the sections of a Firecracker configuration that have a form here but that we do not know
/// ("drives[0].socket"). Whole sections are not listed.
QStringList unknownConfigKeys(const QJsonObject &config);
/// The first key that stands twice in one object of this valid document; empty: none.
QString duplicateKey(const QByteArray &text);

} // namespace sparkler::gui
