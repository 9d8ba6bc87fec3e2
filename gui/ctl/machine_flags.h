#pragma once

#include "ctl/arguments.h"
#include "manager/machine_definition.h"

#include <QSet>

#include <expected>

namespace sparkler::gui {

/// "disk.img:ro:root": what `--drive` says. A path may have colons of its own; only these two words at the end count.
/// The id is left empty. Error: a translated sentence.
std::expected<Drive, QString> driveFromFlag(const QString &text);
/// "user", or the name of a TAP device. The id is left empty. Error: a translated sentence.
std::expected<NetworkInterface, QString> interfaceFromFlag(const QString &text);
/// "[tcp:|udp:][ADDRESS:]HOST_PORT:GUEST_PORT". Error: a translated sentence.
std::expected<PortForward, QString> forwardFromFlag(const QString &text);
/// An id that none of `taken` is: `first`, or `other` with a number.
QString freeDeviceId(const QString &first, const QString &other, const QStringList &taken);
/// The full path of a file that is there. Error: a translated sentence.
std::expected<QString, QString> existingFile(const QString &path);

/// Puts what the flags of `create` say on top of `definition`. `macs`: those of other machines, lower case. Error: a
/// translated sentence.
std::expected<void, QString> applyFlags(const Arguments &flags, const QSet<QString> &macs,
                                        MachineDefinition &definition);

} // namespace sparkler::gui
