#include "attempt.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace escape {

const char kMemorySecret[32] = "secret in a victim's memory";

Verdict escaped(std::string what)
{
    return {true, std::move(what)};
}

Verdict stopped(std::string why)
{
    return {false, std::move(why)};
}

Verdict stoppedByErrno(const std::string &what)
{
    return {false, what + ": " + std::strerror(errno)};
}

Verdict bySystemCall(const char *name, long result)
{
    return result < 0 ? stoppedByErrno(name) : escaped(name);
}

const std::string &Targets::text(const char *name) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end()) {
        std::fprintf(stderr, "no target %s\n", name);
        std::exit(2);
    }
    return found->second;
}

int Targets::number(const char *name) const
{
    return std::atoi(text(name).c_str());
}

Verdict readFile(const std::string &path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return stoppedByErrno("open " + path);
    char content[256];
    const ssize_t got = ::read(fd, content, sizeof content);
    ::close(fd);
    if (got <= 0)
        return stoppedByErrno("read " + path);
    return escaped("read " + path);
}

} // namespace escape
