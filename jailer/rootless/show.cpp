#include "jailer/rootless/show.h"

#include "base/format.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace sparkler::jail {
namespace {

/// What the jail makes itself. The engine's name comes to that.
constexpr std::array<std::string_view, 4> kOwnPlaces{"/dev", "/proc", "/tmp", "/machine"};

std::unexpected<Error> refuse(std::string_view text, std::string_view why)
{
    return fail(ErrorKind::InvalidInput, fmt::format("Cannot show {}: {}.", text, why));
}

bool isOwnPlace(std::string_view inside, std::string_view engineName)
{
    const auto takes = [inside](std::string_view place) { return inside == place || isBelow(inside, place); };
    if (takes("/" + std::string(engineName)))
        return true;
    // /machine is where things are shown, but not itself a place to show something at.
    return std::ranges::any_of(
        kOwnPlaces, [&](std::string_view place) { return place == "/machine" ? inside == place : takes(place); });
}

} // namespace

bool isBelow(std::string_view path, std::string_view directory)
{
    if (directory == "/")
        return path.size() > 1 && path.front() == '/';
    return path.size() > directory.size() + 1 && path.starts_with(directory) && path[directory.size()] == '/';
}

bool isPlainPath(std::string_view path)
{
    if (path.size() < 2 || path.front() != '/' || path.find('\0') != std::string_view::npos)
        return false;
    for (std::size_t begin = 1; begin <= path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..")
            return false;
        begin = end + 1;
    }
    return true;
}

Result<Show> parseShow(std::string_view text, std::string_view machineDirectory)
{
    Show show;
    std::string_view rest = text;
    if (rest.ends_with(":ro") || rest.ends_with(":rw")) {
        show.mode = rest.ends_with("w") ? ShowMode::ReadWrite : ShowMode::ReadOnly;
        rest.remove_suffix(3);
    }
    // The last "=/": names may hold a "=", and what follows is always an absolute path.
    if (const std::size_t at = rest.rfind("=/"); at != std::string_view::npos) {
        show.inside = rest.substr(at + 1);
        rest = rest.substr(0, at);
    }
    show.path = rest;
    if (!isPlainPath(show.path))
        return refuse(text, "the path has to be absolute, without empty parts, \".\" and \"..\"");
    if (show.path == machineDirectory || isBelow(machineDirectory, show.path))
        return refuse(text, "it holds the machine's directory, and with it what no engine may see");
    if (show.inside.empty()) {
        if (!isBelow(show.path, machineDirectory))
            return refuse(text, fmt::format("it is not below {}, so its place in the jail has to be told (PATH=INSIDE)",
                                            machineDirectory));
        show.inside = "/machine" + show.path.substr(machineDirectory.size());
    }
    if (!isPlainPath(show.inside))
        return refuse(text, "its place in the jail has to be absolute, without empty parts, \".\" and \"..\"");
    return show;
}

Result<std::vector<Show>> arrangeShows(std::vector<Show> shows, std::string_view engineName)
{
    // What lies below a directory comes after it.
    std::ranges::sort(shows, {}, [](const Show &show) { return std::tie(show.inside, show.path); });
    for (std::size_t i = 0; i < shows.size(); ++i) {
        Show &show = shows[i];
        if (isOwnPlace(show.inside, engineName))
            return refuse(show.path, show.inside + " belongs to the jail itself");
        for (const Show &before : std::span(shows).first(i)) {
            if (before.inside == show.inside)
                return refuse(show.path, fmt::format("{} shows {} already", show.inside, before.path));
            show.nested = show.nested || isBelow(show.inside, before.inside);
        }
    }
    return shows;
}

} // namespace sparkler::jail
