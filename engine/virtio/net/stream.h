#pragma once

#include "base/fd.h"
#include "base/result.h"
#include "virtio/net/backend.h"

#include <memory>
#include <string>

namespace sparkler::virtio {

// A back end that needs neither a tap nor a privilege: a Unix stream socket of a process that plays the network (passt,
// or whatever speaks the protocol of QEMU's stream netdev). Frames cross it as frame_stream.h says, without virtio
// header, so there are no offloads: every checksum is complete, both ways.
//
// Back-pressure goes both ways. Nothing is read that the guest has no buffers for, and when the socket is full, write()
// says so until the peer has read. A peer that goes, or breaks the protocol, takes the link down for good; frames of
// the guest are then dropped.

/// Connects to the process that listens at `path`, once: a socket that is not there is a mistake to be told. Logs in
/// plain words what to do about it. Errors: Host or InvalidInput, with the text that follows "Could not create the
/// network device: ".
Result<std::unique_ptr<NetBackend>> openStream(const std::string &path);

/// The same over a connected, non-blocking stream socket; `name` is for the log. Error: Host.
Result<std::unique_ptr<NetBackend>> streamOver(Fd socket, const std::string &name);

} // namespace sparkler::virtio
