#include "manager/disk_work.h"

#include "manager/file_copy.h"
#include "manager/process_step.h"
#include "manager/worker.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>

#include <cerrno>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("DiskWork", source);
}

/// The work on one disk, shared by its steps. The unfinished file goes with it.
struct DiskJob {
    DiskPlan plan;
    QString title;
    NewFile file;
    std::function<void()> next;

    Failure failure(const QString &why, const QString &remedy = {}) const
    {
        Failure result;
        result.what = title;
        result.why = why;
        result.remedy = remedy;
        return result;
    }
};
using Job = std::shared_ptr<DiskJob>;

/// Empty: the plan can be tried.
QString whyNot(const DiskPlan &plan)
{
    if (!plan.fileSystem.isEmpty() && plan.fileSystem != u"ext4"_s)
        return text(QT_TRANSLATE_NOOP("DiskWork", "Only ext4 file systems can be made."));
    if (plan.from.isEmpty() && (plan.bytes < kLeastDiskBytes || plan.bytes > kMostDiskBytes)) {
        const QLocale locale;
        return text(QT_TRANSLATE_NOOP("DiskWork", "The size must be between %1 and %2."))
            .arg(locale.formattedDataSize(kLeastDiskBytes), locale.formattedDataSize(kMostDiskBytes));
    }
    if (plan.bytes % 512 != 0)
        return text(QT_TRANSLATE_NOOP("DiskWork", "The size must be a multiple of 512 bytes."));
    return {};
}

/// Copies and sizes the file. Worker's thread.
Outcome<QString> fill(DiskJob &job, const WorkerControl &control)
{
    auto created = NewFile::create(job.plan.to);
    if (!created)
        return std::unexpected(job.failure(job.plan.to + u": "_s + errorText(created.error()),
                                           text(QT_TRANSLATE_NOOP("DiskWork", "Choose another name or folder."))));
    job.file = std::move(*created);
    if (!job.plan.from.isEmpty()) {
        const OwnedFd source(open(QFile::encodeName(job.plan.from).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        struct stat info = {};
        if (!source || fstat(source.get(), &info) != 0)
            return std::unexpected(job.failure(job.plan.from + u": "_s + errorText(errno)));
        if (!S_ISREG(info.st_mode))
            return std::unexpected(
                job.failure(text(QT_TRANSLATE_NOOP("DiskWork", "%1 is not a regular file.")).arg(job.plan.from)));
        if (job.plan.bytes != 0 && job.plan.bytes < info.st_size)
            return std::unexpected(
                job.failure(text(QT_TRANSLATE_NOOP("DiskWork", "The copy of %1 cannot be smaller than it is."))
                                .arg(job.plan.from)));
        const auto copied = copyContent(source.get(), job.file.fd(), [&](qint64 done, qint64 total) {
            if (total > 0)
                control.setProgress(static_cast<double>(done) / static_cast<double>(total));
            return !control.cancelled();
        });
        if (!copied)
            return std::unexpected(job.failure((copied.error().reading ? job.plan.from : job.plan.to) + u": "_s +
                                               errorText(copied.error().error)));
    }
    if (job.plan.bytes != 0 && ftruncate(job.file.fd(), job.plan.bytes) != 0)
        return std::unexpected(job.failure(errorText(errno)));
    // The tables of an empty ext4 take a little; more free space is the user's business, the file is sparse.
    constexpr qint64 kExt4Share = 512;
    if (const qint64 free = freeBytes(job.file.fd());
        !job.plan.fileSystem.isEmpty() && free >= 0 && free < kLeastDiskBytes + job.plan.bytes / kExt4Share)
        return std::unexpected(job.failure(errorText(ENOSPC)));
    return QString();
}

void complete(Task *task, const Job &job)
{
    runInWorker(
        task,
        [job](const WorkerControl &) -> Outcome<QString> {
            if (const auto synced = job->file.sync(); !synced)
                return std::unexpected(job->failure(errorText(synced.error())));
            return QString();
        },
        [task, job](const QString &) {
            if (const auto done = job->file.commit(); !done)
                return task->fail(job->failure(job->plan.to + u": "_s + errorText(done.error())));
            job->next();
        });
}

/// Runs one of the e2fsprogs on the unfinished file.
void runTool(Task *task, const Job &job, const QString &name, QStringList arguments, QList<int> goodCodes,
             std::function<void()> next)
{
    ProcessStep step;
    step.program = systemProgram(name);
    step.failure = job->failure({});
    if (step.program.isEmpty())
        return task->fail(job->failure(text(QT_TRANSLATE_NOOP("DiskWork", "There is no program %1 here.")).arg(name),
                                       text(QT_TRANSLATE_NOOP("DiskWork", "Install the package e2fsprogs."))));
    step.arguments = std::move(arguments) << job->file.partialPath();
    step.goodExitCodes = std::move(goodCodes);
    runProcess(task, step, std::move(next));
}

bool holdsExt(int fd)
{
    char magic[2] = {};
    return pread(fd, magic, sizeof magic, 1080) == 2 && magic[0] == '\x53' && magic[1] == '\xef';
}

void format(Task *task, const Job &job)
{
    task->setProgress(std::nullopt);
    if (job->plan.fileSystem == u"ext4"_s) {
        task->setStep(text(QT_TRANSLATE_NOOP("DiskWork", "Making the file system")));
        runTool(task, job, u"mke2fs"_s, {u"-q"_s, u"-F"_s, u"-t"_s, u"ext4"_s}, {0},
                [task, job] { complete(task, job); });
    } else if (!job->plan.from.isEmpty() && job->plan.bytes != 0 && holdsExt(job->file.fd())) {
        task->setStep(text(QT_TRANSLATE_NOOP("DiskWork", "Growing the file system")));
        // resize2fs wants a checked file system. 1: checked and put right.
        runTool(task, job, u"e2fsck"_s, {u"-f"_s, u"-p"_s}, {0, 1},
                [task, job] { runTool(task, job, u"resize2fs"_s, {}, {0}, [task, job] { complete(task, job); }); });
    } else {
        complete(task, job);
    }
}

} // namespace

void makeDisk(Task *task, const DiskPlan &plan, const QString &title, std::function<void()> next)
{
    const Job job = std::make_shared<DiskJob>();
    job->plan = plan;
    job->title = title;
    job->next = std::move(next);
    if (const QString why = whyNot(plan); !why.isEmpty())
        return task->fail(job->failure(why));
    task->setStep(plan.from.isEmpty() ? text(QT_TRANSLATE_NOOP("DiskWork", "Making the disk"))
                                      : text(QT_TRANSLATE_NOOP("DiskWork", "Copying the disk")));
    runInWorker(
        task, [job](const WorkerControl &control) { return fill(*job, control); },
        [task, job](const QString &) { format(task, job); });
}

} // namespace sparkler::gui
