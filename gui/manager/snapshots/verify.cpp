#include "manager/snapshots/verify.h"

#include "manager/file_copy.h"
#include "manager/snapshots/snapshot_folder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kBufferBytes = qsizetype{1} << 20;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Snapshots)
};

} // namespace

bool Verification::good() const
{
    return std::ranges::all_of(files, [](const VerifiedFile &file) {
        return file.state == VerifiedFile::State::Good || file.state == VerifiedFile::State::Recorded;
    });
}

QStringList checkedFiles(const Snapshot &snapshot)
{
    QStringList names{SnapshotFolder::stateName(), SnapshotFolder::memoryName()};
    for (const SnapshotDrive &drive : snapshot.drives) {
        if (!drive.file.isEmpty())
            names << drive.file;
    }
    return names;
}

std::expected<QByteArray, QString> fileChecksum(const QString &path, const std::function<bool(qint64)> &goOn)
{
    const OwnedFd fd(open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat info = {};
    if (!fd || fstat(fd.get(), &info) != 0)
        return std::unexpected(errorText(errno));
    if (!S_ISREG(info.st_mode))
        return std::unexpected(Text::tr("It is not a regular file."));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto buffer = std::make_unique<char[]>(kBufferBytes);
    for (;;) {
        const ssize_t got = read(fd.get(), buffer.get(), kBufferBytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(errorText(errno));
        if (got == 0)
            return hash.result();
        hash.addData(QByteArrayView(buffer.get(), got));
        if (!goOn(got))
            return QByteArray();
    }
}

Verification verifySnapshot(const QString &folder, const Snapshot &snapshot,
                            const std::function<bool(double progress)> &goOn)
{
    Verification found;
    found.at = QDateTime::currentDateTimeUtc();
    const QStringList names = checkedFiles(snapshot);
    qint64 total = 0;
    for (const QString &name : names)
        total += QFileInfo(folder + u'/' + name).size();
    qint64 done = 0;
    for (const QString &name : names) {
        VerifiedFile file{.file = name, .state = VerifiedFile::State::Good, .detail = {}};
        const QString path = folder + u'/' + name;
        if (!QFileInfo(path).exists() && !QFileInfo(path).isSymLink()) {
            file.state = VerifiedFile::State::Missing;
            file.detail = Text::tr("It is missing.");
            found.files.append(file);
            continue;
        }
        const auto sum = fileChecksum(path, [&](qint64 bytes) {
            done += bytes;
            return goOn(total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 1.0);
        });
        if (sum && sum->isEmpty())
            return found;
        const QByteArray wanted = snapshot.checksums.value(name);
        if (!sum) {
            file.state = VerifiedFile::State::Unreadable;
            file.detail = sum.error();
        } else if (wanted.isEmpty()) {
            file.state = VerifiedFile::State::Recorded;
            file.detail = Text::tr("It had no checksum yet. It has one from now on.");
            found.recorded.insert(name, *sum);
        } else if (*sum != wanted) {
            file.state = VerifiedFile::State::Changed;
            file.detail = Text::tr("Its content is not what it was when the snapshot was made.");
        }
        found.files.append(file);
    }
    return found;
}

} // namespace sparkler::gui
