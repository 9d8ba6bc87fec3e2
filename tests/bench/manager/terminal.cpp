// bench_manager_terminal [MIB [RUNS]] - output like that of a booting guest through the terminal, in turns with
// libvterm alone: MB/s and the ratio. Medians.

#include "widgets/terminal/terminal_surface.h"
#include "widgets/terminal/terminal_view.h"

#include <QApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vterm.h>

using namespace sparkler::gui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kPiece = 4096; ///< as it comes from a socket

QByteArray bootLog(qsizetype bytes)
{
    QByteArray text;
    for (int i = 0; text.size() < bytes; ++i) {
        text += "[" + QByteArray::number(i * 0.0123, 'f', 6).rightJustified(12) + "] ";
        switch (i % 4) {
        case 0:
            text += "pci 0000:00:" + QByteArray::number(i % 32, 16) + ".0: [8086:1237] type 00 class 0x060000\r\n";
            break;
        case 1:
            text += "BIOS-e820: [mem 0x0000000000100000-0x000000000fffffff] usable\r\n";
            break;
        case 2:
            text += "\x1b[0;1;31mvirtio_blk\x1b[0m virtio0: [vda] 1048576 512-byte logical blocks (537 MB/512 MiB)\r\n";
            break;
        default:
            text +=
                "[\x1b[0;32m  OK  \x1b[0m] Started \x1b[0;1;39msystemd-journald.service\x1b[0m - Journal Service.\r\n";
        }
    }
    text.truncate(bytes);
    return text;
}

/// libvterm with a screen and nothing around it.
void throughVterm(const QByteArray &text)
{
    VTerm *terminal = vterm_new(24, 80);
    vterm_set_utf8(terminal, 1);
    VTermScreen *screen = vterm_obtain_screen(terminal);
    vterm_screen_reset(screen, 1);
    for (qsizetype at = 0; at < text.size(); at += kPiece)
        vterm_input_write(terminal, text.constData() + at,
                          static_cast<std::size_t>(std::min(kPiece, text.size() - at)));
    vterm_screen_flush_damage(screen);
    vterm_free(terminal);
}

void throughSurface(const QByteArray &text)
{
    TerminalSurface surface;
    for (qsizetype at = 0; at < text.size(); at += kPiece) {
        surface.write(text.mid(at, kPiece));
        surface.flush();
    }
}

/// In sight: the event loop turns, and the view paints as often as it wants to.
void throughView(const QByteArray &text)
{
    TerminalSurface surface;
    TerminalView view(surface);
    view.resize(800, 500);
    view.show();
    for (qsizetype at = 0; at < text.size(); at += kPiece) {
        surface.write(text.mid(at, kPiece));
        QCoreApplication::processEvents();
    }
    surface.flush();
    QCoreApplication::processEvents();
}

double megabytesPerSecond(const std::function<void(const QByteArray &)> &way, const QByteArray &text)
{
    QElapsedTimer timer;
    timer.start();
    way(text);
    return static_cast<double>(text.size()) / 1e6 / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const qsizetype bytes = std::max(1, arguments.value(1, u"16"_s).toInt()) * qsizetype{1024} * 1024;
    const int runs = std::max(1, arguments.value(2, u"7"_s).toInt());
    const QByteArray text = bootLog(bytes);
    QList<double> plain, surface, view;
    for (int run = 0; run < runs; ++run) {
        plain.append(megabytesPerSecond(throughVterm, text));
        surface.append(megabytesPerSecond(throughSurface, text));
        view.append(megabytesPerSecond(throughView, text));
    }
    std::printf("libvterm alone        %6.1f MB/s\n", median(plain));
    std::printf("surface (scrollback)  %6.1f MB/s   %.2f of it\n", median(surface), median(surface) / median(plain));
    std::printf("surface and view      %6.1f MB/s   %.2f of it\n", median(view), median(view) / median(plain));
}
