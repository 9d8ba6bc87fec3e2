#pragma once

#include "jailer/privileged/beneath.h"

namespace sparkler::jail {

/// Copies the engine's program into the jail under its own name, with its permission bits (no set-id bits), owned by
/// `owner`. A copy, never a link: no two machines share its pages. `jailPath` is for the error texts.
///
/// Others may write to the jail's directory, so what is there under that name is never written to: a link of either
/// kind is refused, an old copy is replaced by a file that nobody else has open.
/// Errors: the whole sentence.
Result<> copyExecutable(const std::string &source, const Fd &jail, const std::string &jailPath, const Owner &owner);

} // namespace sparkler::jail
