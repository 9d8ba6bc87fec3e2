#include "ctl/signals.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <unistd.h>

namespace sparkler::gui {
namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

/// Written to by the handler, read by the loop.
std::array<int, 2> wake{-1, -1};

extern "C" void noteSignal(int number)
{
    const int error = errno;
    const char byte = static_cast<char>(number);
    [[maybe_unused]] const auto written = write(wake[1], &byte, 1);
    errno = error;
}

} // namespace

Signals::Signals()
{
    if (pipe2(wake.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return; // signals end the process then, as they do without us
    auto *notifier = new QSocketNotifier(wake[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Signals::read);
    struct sigaction action = {};
    action.sa_handler = noteSignal;
    action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
    for (const int number : kSignals)
        sigaction(number, &action, nullptr);
}

Signals::~Signals()
{
    for (const int number : kSignals)
        signal(number, SIG_DFL);
    for (int &fd : wake) {
        close(fd);
        fd = -1;
    }
}

void Signals::read()
{
    char byte = 0;
    while (::read(wake[0], &byte, 1) == 1) {
        m_last = byte;
        emit came(m_last);
    }
}

} // namespace sparkler::gui
