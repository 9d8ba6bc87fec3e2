#include "base/os_error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace sparkler {
namespace {

struct OsErrorRow {
    int code;
    std::string_view message;
    std::string_view kind;
};

constexpr std::array kOsErrors{
    OsErrorRow{EPERM, "Operation not permitted", "PermissionDenied"},
    OsErrorRow{ENOENT, "No such file or directory", "NotFound"},
    OsErrorRow{EINTR, "Interrupted system call", "Interrupted"},
    OsErrorRow{EIO, "I/O error", "Uncategorized"},
    OsErrorRow{ENXIO, "No such device or address", "Uncategorized"},
    OsErrorRow{E2BIG, "Argument list too long", "ArgumentListTooLong"},
    OsErrorRow{EBADF, "Bad file descriptor", "Uncategorized"},
    OsErrorRow{EAGAIN, "Resource temporarily unavailable", "WouldBlock"},
    OsErrorRow{ENOMEM, "Out of memory", "OutOfMemory"},
    OsErrorRow{EACCES, "Permission denied", "PermissionDenied"},
    OsErrorRow{EFAULT, "Bad address", "Uncategorized"},
    OsErrorRow{EBUSY, "Resource busy", "ResourceBusy"},
    OsErrorRow{EEXIST, "File exists", "AlreadyExists"},
    OsErrorRow{EXDEV, "Cross-device link", "CrossesDevices"},
    OsErrorRow{ENODEV, "No such device", "Uncategorized"},
    OsErrorRow{ENOTDIR, "Not a directory", "NotADirectory"},
    OsErrorRow{EISDIR, "Is a directory", "IsADirectory"},
    OsErrorRow{EINVAL, "Invalid argument", "InvalidInput"},
    OsErrorRow{ENFILE, "Too many open files in system", "Uncategorized"},
    OsErrorRow{EMFILE, "No file descriptors available", "Uncategorized"},
    OsErrorRow{ENOTTY, "Not a tty", "Uncategorized"},
    OsErrorRow{ETXTBSY, "Text file busy", "ExecutableFileBusy"},
    OsErrorRow{EFBIG, "File too large", "FileTooLarge"},
    OsErrorRow{ENOSPC, "No space left on device", "StorageFull"},
    OsErrorRow{ESPIPE, "Invalid seek", "NotSeekable"},
    OsErrorRow{EROFS, "Read-only file system", "ReadOnlyFilesystem"},
    OsErrorRow{ERANGE, "Result not representable", "Uncategorized"},
    OsErrorRow{EPIPE, "Broken pipe", "BrokenPipe"},
    OsErrorRow{ENAMETOOLONG, "Filename too long", "InvalidFilename"},
    OsErrorRow{ENOSYS, "Function not implemented", "Unsupported"},
    OsErrorRow{ELOOP, "Symbolic link loop", "FilesystemLoop"},
    OsErrorRow{EOPNOTSUPP, "Not supported", "Uncategorized"},
    OsErrorRow{EADDRINUSE, "Address in use", "AddrInUse"},
    OsErrorRow{EADDRNOTAVAIL, "Address not available", "AddrNotAvailable"},
    OsErrorRow{ECONNRESET, "Connection reset by peer", "ConnectionReset"},
    OsErrorRow{ETIMEDOUT, "Operation timed out", "TimedOut"},
    OsErrorRow{ECONNREFUSED, "Connection refused", "ConnectionRefused"},
};

const OsErrorRow *findRow(int error)
{
    const auto row = std::ranges::find(kOsErrors, error, &OsErrorRow::code);
    return row == kOsErrors.end() ? nullptr : &*row;
}

} // namespace

std::string_view osErrorMessage(int error)
{
    if (const OsErrorRow *row = findRow(error))
        return row->message;
    // strerrordesc_np returns static text, or null for numbers that do not exist.
    const char *text = ::strerrordesc_np(error);
    return text ? std::string_view(text) : std::string_view("No error information");
}

std::string osErrorText(int error)
{
    return std::string(osErrorMessage(error)) + " (os error " + std::to_string(error) + ")";
}

std::string osErrorDebug(int error)
{
    const OsErrorRow *row = findRow(error);
    const std::string_view kind = row ? row->kind : std::string_view("Uncategorized");
    return "Os { code: " + std::to_string(error) + ", kind: " + std::string(kind) + ", message: \"" +
           std::string(osErrorMessage(error)) + "\" }";
}

std::unexpected<Error> hostError(int error, std::string_view prefix)
{
    const ErrorKind kind = error == ENOENT ? ErrorKind::NotFound : ErrorKind::Host;
    return fail(kind, std::string(prefix) + osErrorText(error), error);
}

} // namespace sparkler
