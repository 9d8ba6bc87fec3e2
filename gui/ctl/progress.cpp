#include "ctl/progress.h"

#include "ctl/output.h"

#include <algorithm>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kIntervalMs = 100;
constexpr int kBarColumns = 20;

int terminalColumns()
{
    winsize size{};
    return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

} // namespace

Progress::Progress(bool wanted) : m_shown(wanted && isatty(STDERR_FILENO) == 1)
{
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &Progress::draw);
    if (m_shown)
        m_timer.start();
}

Progress::~Progress()
{
    clear();
}

void Progress::setText(const QString &text)
{
    m_text = text;
}

void Progress::follow(const TaskList *tasks)
{
    m_tasks = tasks;
}

void Progress::clear()
{
    if (std::exchange(m_drawn, false))
        std::fputs("\r\x1b[K", stderr);
}

QString Progress::bar(const QString &text, std::optional<double> progress, int columns)
{
    QString line;
    if (progress) {
        const int full = static_cast<int>(*progress * kBarColumns);
        line = u'[' + QString(full, u'#') + QString(kBarColumns - full, u'.') + u']' +
               QString::number(static_cast<int>(*progress * 100)).rightJustified(4) + u" %  "_s;
    }
    line += printable(text).replace(u'\n', u' ');
    while (columnsOf(line) > std::max(columns - 1, 1))
        line.chop(1);
    return line;
}

void Progress::draw()
{
    QString text = m_text;
    std::optional<double> progress;
    const QList<Task *> tasks = m_tasks ? m_tasks->tasks() : QList<Task *>();
    for (const Task *task : tasks) {
        if (task->ended())
            continue;
        text = task->step().isEmpty() ? task->title() : task->title() + u": "_s + task->step();
        progress = task->progress();
    }
    if (text.isEmpty())
        return clear();
    m_drawn = true;
    std::fprintf(stderr, "\r%s\x1b[K", bar(text, progress, terminalColumns()).toUtf8().constData());
}

} // namespace sparkler::gui
