#pragma once

#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace sparkler {

/// What went wrong, as far as a caller can act on it. The API layer picks the status code from it.
enum class ErrorKind {
    InvalidInput, ///< the request, the file or the configuration is wrong
    WrongPhase,   ///< right request, wrong moment (before or after boot)
    NotFound,     ///< an id, device or file that does not exist
    Host,         ///< the host refused: system call, KVM, resources
    GuestFault,   ///< the guest handed over something impossible
    TooLarge,     ///< over a documented limit (HTTP 413 where the API says so)
};

/// An error as a value. `text` is the sentence the client reads: it goes out as fault_message unchanged.
struct Error {
    ErrorKind kind = ErrorKind::InvalidInput;
    std::string text;
    int hostErrno = 0; ///< errno of the failed system call, 0 where there was none
};

template <typename T = void>
using Result = std::expected<T, Error>;

/// Shorthand for `return fail(kind, text)` in a function that returns Result<...>.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorKind kind, std::string text, int hostErrno = 0)
{
    return std::unexpected<Error>(Error{kind, std::move(text), hostErrno});
}

/// `error` with words in front of its text.
[[nodiscard]] inline std::unexpected<Error> prefixed(std::string_view words, const Error &error)
{
    return std::unexpected<Error>(Error{error.kind, std::string(words) + error.text, error.hostErrno});
}

/// The error of a Result, moved out, for returning it from a function with another value type.
template <typename R>
[[nodiscard]] std::unexpected<Error> propagate(R &&result)
{
    return std::unexpected<Error>(std::forward<R>(result).error());
}

} // namespace sparkler

/// Evaluates to the value of a Result, or returns its error from the enclosing function. One per line, never inside an
/// argument list or the braces of an object (what stands before it there would leak). (A GNU statement expression; both supported compilers have it.)
#define TRY(expression)                                                                                                \
    __extension__({                                                                                                    \
        auto sparklerTryResult = (expression);                                                                         \
        if (!sparklerTryResult)                                                                                        \
            return std::unexpected<sparkler::Error>(std::move(sparklerTryResult).error());                             \
        sparkler::detail::takeValue(std::move(sparklerTryResult));                                                     \
    })

namespace sparkler::detail {
template <typename T>
T takeValue(std::expected<T, Error> &&result)
{
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}
} // namespace sparkler::detail
