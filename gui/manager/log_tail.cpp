#include "manager/log_tail.h"

#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {
namespace {

constexpr std::size_t kMaxLines = 20000;
constexpr qsizetype kMaxLineBytes = 8 * 1024;
constexpr qint64 kFirstReadBytes = 4 * 1024 * 1024; ///< of a longer file only the end is read
constexpr qsizetype kPieceBytes = 256 * 1024;       ///< read at once, so that a large log does not stop the GUI
constexpr int kLookIntervalMs = 250;

bool isStampAt(const QString &line)
{
    static constexpr const char *kPattern = "dddd-dd-ddTdd:dd:dd.";
    static constexpr qsizetype kPatternLength = 20;
    if (line.size() < kPatternLength)
        return false;
    for (qsizetype at = 0; at < kPatternLength; ++at) {
        const QChar expected = QLatin1Char(kPattern[at]);
        const bool fits = expected == QLatin1Char('d') ? line[at] >= u'0' && line[at] <= u'9' : line[at] == expected;
        if (!fits)
            return false;
    }
    return true;
}

QDateTime stampOf(const QString &line)
{
    const auto number = [&line](qsizetype at, qsizetype digits) { return QStringView(line).mid(at, digits).toInt(); };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), number(20, 3));
    return QDateTime(date, time);
}

std::optional<LogLevel> levelOf(QStringView word)
{
    static constexpr std::pair<QLatin1StringView, LogLevel> kLevels[] = {{QLatin1StringView("ERROR"), LogLevel::Error},
                                                                         {QLatin1StringView("WARN"), LogLevel::Warn},
                                                                         {QLatin1StringView("INFO"), LogLevel::Info},
                                                                         {QLatin1StringView("DEBUG"), LogLevel::Debug},
                                                                         {QLatin1StringView("TRACE"), LogLevel::Trace}};
    for (const auto &[name, level] : kLevels) {
        if (word == name)
            return level;
    }
    return std::nullopt;
}

} // namespace

struct LogTail::Private {
    explicit Private(LogTail *owner) : q(owner), timer(owner)
    {
        timer.setInterval(kLookIntervalMs);
        QObject::connect(&timer, &QTimer::timeout, q, [this] { look(); });
    }
    ~Private() { closeFile(); }

    void look();
    void openFile();
    void closeFile();
    void startOver();
    /// False: nothing was there.
    bool readPiece();
    void take(const char *bytes, qsizetype count);
    void endLine();

    LogTail *q;
    QTimer timer;
    QString file;
    int fd = -1;
    ino_t inode = 0;
    dev_t device = 0;
    qint64 position = 0;
    bool skipToLineEnd = false; ///< reading began in the middle of a line
    QByteArray partial;         ///< the line that has not ended yet; bytes, since a character may be split
    bool partialFull = false;
    std::deque<LogLine> lines;
    int appended = 0;
    int dropped = 0;
};

void LogTail::Private::closeFile()
{
    if (fd >= 0)
        ::close(fd);
    fd = -1;
}

void LogTail::Private::openFile()
{
    fd = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat info {};
    if (fd < 0 || ::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        closeFile();
        return;
    }
    inode = info.st_ino;
    device = info.st_dev;
    position = std::max<qint64>(0, info.st_size - kFirstReadBytes);
    skipToLineEnd = position > 0;
}

void LogTail::Private::startOver()
{
    closeFile();
    position = 0;
    partial.clear();
    partialFull = false;
    skipToLineEnd = false;
    if (!lines.empty()) {
        lines.clear();
        emit q->cleared();
    }
}

void LogTail::Private::look()
{
    struct stat info {};
    const bool exists = ::stat(QFile::encodeName(file).constData(), &info) == 0;
    if (fd >= 0) {
        while (readPiece()) {
            if (appended > 0 || dropped > 0)
                break; // the rest after those who watch have seen this
        }
        const bool replaced = exists && (info.st_ino != inode || info.st_dev != device);
        const bool truncated = exists && !replaced && info.st_size < position;
        if (replaced || truncated) {
            // What was just read belongs to the file that is no longer there.
            appended = dropped = 0;
            startOver();
        }
    }
    if (fd < 0 && exists) {
        openFile();
        while (fd >= 0 && readPiece() && appended == 0) {
        }
    }
    if (appended == 0 && dropped == 0)
        return;
    const int gone = std::exchange(dropped, 0);
    const int come = std::exchange(appended, 0);
    emit q->linesChanged(gone, come);
    if (timer.isActive() && !file.isEmpty())
        QMetaObject::invokeMethod(
            q,
            [this] {
                if (timer.isActive())
                    look();
            },
            Qt::QueuedConnection);
}

bool LogTail::Private::readPiece()
{
    QByteArray buffer(kPieceBytes, Qt::Uninitialized);
    const ssize_t bytes = ::pread(fd, buffer.data(), static_cast<std::size_t>(buffer.size()), position);
    if (bytes <= 0)
        return false;
    position += bytes;
    take(buffer.constData(), bytes);
    return true;
}

void LogTail::Private::take(const char *bytes, qsizetype count)
{
    const char *const end = bytes + count;
    while (bytes < end) {
        const char *const lineEnd = std::find(bytes, end, '\n');
        if (!skipToLineEnd && !partialFull) {
            const qsizetype room = kMaxLineBytes - partial.size();
            partial.append(bytes, std::min<qsizetype>(room, lineEnd - bytes));
            partialFull = lineEnd - bytes > room;
        }
        if (lineEnd == end)
            return;
        if (!skipToLineEnd)
            endLine();
        skipToLineEnd = false;
        bytes = lineEnd + 1;
    }
}

void LogTail::Private::endLine()
{
    if (partial.endsWith('\r'))
        partial.chop(1);
    QString text = QString::fromUtf8(partial);
    if (partialFull) {
        // The cut may have gone through a character.
        while (text.endsWith(QChar::ReplacementCharacter))
            text.chop(1);
        text += QChar(0x2026);
    }
    partial.clear();
    partialFull = false;
    if (lines.size() == kMaxLines) {
        lines.pop_front();
        if (appended == static_cast<int>(kMaxLines))
            --appended; // came and went within this look
        else
            ++dropped;
    }
    lines.push_back(parse(text));
    ++appended;
}

LogTail::LogTail(QObject *parent) : QObject(parent), d(std::make_unique<Private>(this)) {}

LogTail::~LogTail() = default;

void LogTail::follow(const QString &file)
{
    if (d->file == file && d->timer.isActive())
        return;
    d->startOver();
    d->file = file;
    d->timer.start();
    // Not within this call: whoever asked has not connected everything yet, perhaps.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (d->timer.isActive())
                d->look();
        },
        Qt::QueuedConnection);
}

void LogTail::stop()
{
    d->timer.stop();
    d->closeFile();
}

const std::deque<LogLine> &LogTail::lines() const
{
    return d->lines;
}

QStringList LogTail::lastLines(int count) const
{
    QStringList last;
    const std::size_t wanted = std::min(d->lines.size(), static_cast<std::size_t>(std::max(count, 0)));
    for (std::size_t at = d->lines.size() - wanted; at < d->lines.size(); ++at)
        last << d->lines[at].whole;
    return last;
}

QStringList LogTail::readLastLines(const QString &file, int count)
{
    QFile source(file);
    // A named pipe must not hold us up.
    if (count <= 0 || !QFileInfo(file).isFile() || !source.open(QIODevice::ReadOnly))
        return {};
    const qint64 want = std::min<qint64>(source.size(), 64 * 1024);
    const bool cut = want < source.size();
    source.seek(source.size() - want);
    QStringList lines = QString::fromUtf8(source.read(want)).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    if (cut && lines.size() > 1)
        lines.removeFirst();
    return lines.mid(std::max<qsizetype>(0, lines.size() - count));
}

// {time} [{id}:{thread}:{LEVEL}:{file}:{line}] {message}, the last two parts of the bracket optional.
LogLine LogTail::parse(const QString &line)
{
    LogLine parsed;
    parsed.whole = line;
    parsed.text = line;
    if (!isStampAt(line))
        return parsed;
    const qsizetype space = line.indexOf(QLatin1Char(' '));
    const qsizetype close = line.indexOf(QStringLiteral("] "), space);
    if (space < 0 || close < 0 || line.size() <= space + 1 || line[space + 1] != QLatin1Char('['))
        return parsed;
    parsed.at = stampOf(line);
    parsed.text = line.mid(close + 2);
    const QStringList parts = line.mid(space + 2, close - space - 2).split(QLatin1Char(':'));
    if (parts.size() > 1)
        parsed.origin = parts[1];
    if (parts.size() > 2)
        parsed.level = levelOf(parts[2]);
    const qsizetype source = parsed.level ? 3 : 2;
    if (parts.size() == source + 2)
        parsed.origin = parts[source] + QLatin1Char(':') + parts[source + 1];
    return parsed;
}

} // namespace sparkler::gui
