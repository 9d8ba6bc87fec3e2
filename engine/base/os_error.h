#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace sparkler {

/// The message of an errno as Firecracker's released binaries print it (they are linked against musl, whose texts
/// differ from glibc's and are part of what clients assert).
std::string_view osErrorMessage(int error);

/// Display form: "No such file or directory (os error 2)".
std::string osErrorText(int error);

/// Debug form: `Os { code: 2, kind: NotFound, message: "No such file or directory" }`.
std::string osErrorDebug(int error);

/// An Error of kind Host (NotFound for ENOENT) whose text is `prefix` + the display form.
[[nodiscard]] std::unexpected<Error> hostError(int error, std::string_view prefix = {});

} // namespace sparkler
