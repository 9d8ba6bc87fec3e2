#include "manager/asset_library.h"

#include "manager/disk_work.h"
#include "manager/file_copy.h"
#include "manager/process_step.h"
#include "manager/store_files.h"
#include "manager/worker.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kVersion = 1; ///< of asset.json

struct KindWord {
    AssetKind kind;
    QLatin1StringView word;
    QLatin1StringView file; ///< what the file is called in its folder
};
constexpr std::array<KindWord, 3> kKinds{{{AssetKind::Kernel, "kernel"_L1, "kernel"_L1},
                                          {AssetKind::Initrd, "initrd"_L1, "initrd"_L1},
                                          {AssetKind::RootFilesystem, "root_filesystem"_L1, "rootfs"_L1}}};

const KindWord &wordOf(AssetKind kind)
{
    return *std::ranges::find(kKinds, kind, &KindWord::kind);
}

Failure failure(const QString &what, const QString &why, const QString &remedy = {})
{
    Failure result;
    result.what = what;
    result.why = why;
    result.remedy = remedy;
    return result;
}

QByteArray assetToText(const Asset &asset)
{
    const QJsonObject object{
        {u"version"_s, kVersion},    {u"kind"_s, QString(wordOf(asset.kind).word)},
        {u"name"_s, asset.name},     {u"format"_s, asset.format},
        {u"size"_s, asset.size},     {u"sha256"_s, QString::fromLatin1(asset.sha256)},
        {u"source"_s, asset.source}, {u"added_at"_s, asset.addedAt.toUTC().toString(Qt::ISODateWithMs)}};
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

std::expected<Asset, QString> readAsset(const QString &folder)
{
    const auto text = readSmallFile(folder + u"/asset.json"_s);
    if (!text)
        return std::unexpected(text.error());
    const QJsonObject object = QJsonDocument::fromJson(*text).object();
    const int version = object.value("version"_L1).toInt(0);
    if (version > kVersion)
        return std::unexpected(AssetLibrary::tr("It was written by a newer version of Sparkler."));
    const QString word = object.value("kind"_L1).toString();
    const auto *kind = std::ranges::find_if(kKinds, [&](const KindWord &known) { return known.word == word; });
    if (version < 1 || kind == kKinds.end())
        return std::unexpected(AssetLibrary::tr("Its asset.json is damaged."));
    Asset asset;
    asset.id = QFileInfo(folder).fileName();
    asset.kind = kind->kind;
    asset.name = object.value("name"_L1).toString();
    asset.path = folder + u'/' + kind->file;
    asset.format = object.value("format"_L1).toString();
    asset.size = object.value("size"_L1).toInteger();
    asset.sha256 = object.value("sha256"_L1).toString().toLatin1();
    asset.source = object.value("source"_L1).toString();
    asset.addedAt = QDateTime::fromString(object.value("added_at"_L1).toString(), Qt::ISODateWithMs);
    if (!QFileInfo(asset.path).isFile())
        return std::unexpected(AssetLibrary::tr("There is no file %1.").arg(asset.path));
    return asset;
}

/// Hex; errno. `goOn(done)`: false stops with ECANCELED.
std::expected<QByteArray, int> sha256Of(int fd, const std::function<bool(qint64 done)> &goOn)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (qint64 at = 0;;) {
        if (!goOn(at))
            return std::unexpected(ECANCELED);
        const ssize_t got = pread(fd, buffer.data(), static_cast<size_t>(buffer.size()), at);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return std::unexpected(errno);
        if (got == 0)
            return hash.result().toHex();
        hash.addData(QByteArrayView(buffer.constData(), got));
        at += got;
    }
}

/// A folder that goes unless it is kept.
struct NewFolder {
    QString path;
    ~NewFolder()
    {
        if (!path.isEmpty())
            QDir(path).removeRecursively();
    }
};

/// Of the folders that this process is importing into.
QString newFolderPrefix(const QString &assets)
{
    return assets + u"/.new-%1-"_s.arg(getpid());
}

/// Those that a crash left behind.
void removeDeadImports(const QString &assets)
{
    const QStringList names = QDir(assets).entryList({u".new-*"_s}, QDir::Dirs | QDir::Hidden);
    for (const QString &name : names) {
        if (!ProcessIdentity::of(name.section(u'-', 1, 1).toLongLong()))
            static_cast<void>(removeInBackground(assets + u'/' + name)); // else the next start tries again
    }
}

/// Copies the file into the new folder and fills in what is learned of it. Worker's thread.
Outcome<QString> importInto(const QString &folder, const QString &from, Asset &asset, const WorkerControl &control)
{
    const auto refused = [&](const QString &why) {
        return std::unexpected(failure(AssetLibrary::tr("%1 was not imported.").arg(from), why));
    };
    const OwnedFd source(open(QFile::encodeName(from).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!source)
        return refused(errorText(errno));
    if (!QDir().mkpath(folder))
        return refused(AssetLibrary::tr("The folder %1 cannot be made.").arg(folder));
    const QString to = folder + u'/' + wordOf(asset.kind).file;
    auto file = NewFile::create(to);
    if (!file)
        return refused(errorText(file.error()));
    const auto copied = copyContent(source.get(), file->fd(), [&](qint64 done, qint64 total) {
        control.setProgress(total > 0 ? 0.5 * static_cast<double>(done) / static_cast<double>(total) : 0);
        return !control.cancelled();
    });
    if (!copied)
        return refused(errorText(copied.error().error));
    // What was copied is what gets recognised and hashed, whatever becomes of the original meanwhile.
    const auto format = AssetLibrary::recognise(file->partialPath(), asset.kind);
    if (!format)
        return refused(format.error());
    asset.format = *format;
    struct stat info = {};
    fstat(file->fd(), &info);
    asset.size = info.st_size;
    const auto sum = sha256Of(file->fd(), [&](qint64 done) {
        control.setProgress(0.5 +
                            0.5 * static_cast<double>(done) / static_cast<double>(std::max<qint64>(asset.size, 1)));
        return !control.cancelled();
    });
    if (!sum)
        return refused(errorText(sum.error()));
    asset.sha256 = *sum;
    if (const auto synced = file->sync(); !synced)
        return refused(errorText(synced.error()));
    if (const auto done = file->commit(); !done)
        return refused(errorText(done.error()));
    if (const auto written = writeAtomically(folder + u"/asset.json"_s, assetToText(asset)); !written)
        return refused(written.error());
    return asset.id;
}

} // namespace

struct AssetLibrary::Private {
    Paths paths;
    TaskList *tasks = nullptr;
    QList<Asset> assets;
    QStringList problems;

    QString folder(const QString &id) const { return paths.assets() + u'/' + id; }
    QString demo() const { return paths.assets() + u"/demo"_s; }
};

AssetLibrary::AssetLibrary(Paths paths, TaskList *tasks, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->paths = std::move(paths);
    d->tasks = tasks;
}

AssetLibrary::~AssetLibrary() = default;

void AssetLibrary::load()
{
    d->assets.clear();
    d->problems.clear();
    removeLeftovers(d->paths.assets());
    removeDeadImports(d->paths.assets());
    const QFileInfoList folders = QDir(d->paths.assets()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QFileInfo &folder : folders) {
        if (folder.filePath() == d->demo())
            continue;
        if (const auto asset = readAsset(folder.filePath()))
            d->assets << *asset;
        else
            d->problems << tr("%1 cannot be used: %2").arg(folder.filePath(), asset.error());
    }
    std::ranges::stable_sort(d->assets, {}, &Asset::addedAt);
    emit changed();
}

QList<Asset> AssetLibrary::assets() const
{
    return d->assets;
}

QList<Asset> AssetLibrary::assets(AssetKind kind) const
{
    QList<Asset> list;
    std::ranges::copy_if(d->assets, std::back_inserter(list), [&](const Asset &asset) { return asset.kind == kind; });
    return list;
}

std::optional<Asset> AssetLibrary::find(const QString &id) const
{
    const auto found = std::ranges::find(d->assets, id, &Asset::id);
    return found == d->assets.end() ? std::nullopt : std::optional(*found);
}

QStringList AssetLibrary::problems() const
{
    return d->problems;
}

Task *AssetLibrary::import(const QString &file, AssetKind kind, const QString &name)
{
    Task *task = d->tasks->add(new Task(tr("Import %1").arg(QFileInfo(file).fileName())));
    const auto asset = std::make_shared<Asset>();
    asset->id = QString::number(QRandomGenerator::system()->bounded(0x40000000U, 0xffffffffU), 16);
    asset->kind = kind;
    asset->name = name.simplified().isEmpty() ? QFileInfo(file).completeBaseName() : name.simplified();
    asset->source = file;
    asset->addedAt = QDateTime::currentDateTimeUtc();
    // Under a hidden name until it is complete.
    const auto folder = std::make_shared<NewFolder>(NewFolder{newFolderPrefix(d->paths.assets()) + asset->id});
    // The quick look first, so that a wrong file is not copied at all.
    if (const auto format = recognise(file, kind); !format) {
        QMetaObject::invokeMethod(
            task,
            [task, file, why = format.error()] {
                task->fail(failure(tr("%1 was not imported.").arg(file), why, tr("Choose another file.")));
            },
            Qt::QueuedConnection);
        return task;
    }
    const QPointer<AssetLibrary> self = this;
    runInWorker(
        task,
        [folder, file, asset](const WorkerControl &control) { return importInto(folder->path, file, *asset, control); },
        [self, task, folder, file](const QString &id) {
            if (!self)
                return task->finishCancelled();
            if (const auto moved = moveFolder(folder->path, self->d->folder(id)); !moved)
                return task->fail(failure(tr("%1 was not imported.").arg(file), moved.error()));
            folder->path.clear();
            self->load();
            task->finish(id);
        });
    return task;
}

Task *AssetLibrary::verify(const QString &id)
{
    const std::optional<Asset> asset = find(id);
    Task *task = d->tasks->add(new Task(tr("Verify %1").arg(asset ? asset->name : id)));
    runInWorker(
        task,
        [asset](const WorkerControl &control) -> Outcome<QString> {
            if (!asset)
                return std::unexpected(failure(tr("The file was not verified."), tr("It is not in the library.")));
            const QString what = tr("%1 was not verified.").arg(asset->name);
            const OwnedFd fd(open(QFile::encodeName(asset->path).constData(), O_RDONLY | O_CLOEXEC));
            if (!fd)
                return std::unexpected(failure(what, errorText(errno)));
            const auto sum = sha256Of(fd.get(), [&](qint64 done) {
                control.setProgress(static_cast<double>(done) / static_cast<double>(std::max<qint64>(asset->size, 1)));
                return !control.cancelled();
            });
            if (!sum)
                return std::unexpected(failure(what, errorText(sum.error())));
            if (*sum != asset->sha256)
                return std::unexpected(failure(tr("%1 is not what was imported.").arg(asset->name),
                                               tr("Its checksum is %1; it was %2.")
                                                   .arg(QString::fromLatin1(*sum), QString::fromLatin1(asset->sha256)),
                                               tr("Remove it and import it again.")));
            return asset->path;
        },
        [task](const QString &path) { task->finish(path); });
    return task;
}

Outcome<void> AssetLibrary::remove(const QString &id)
{
    const std::optional<Asset> asset = find(id);
    if (!asset)
        return std::unexpected(failure(tr("The file was not removed."), tr("It is not in the library any more.")));
    if (const auto removed = removeInBackground(d->folder(id)); !removed)
        return std::unexpected(failure(tr("%1 was not removed.").arg(asset->name), removed.error()));
    load();
    return {};
}

std::optional<AssetLibrary::DemoGuest> AssetLibrary::demoGuest() const
{
    const auto there = [](const QString &file) { return QFileInfo(file).isFile() && QFileInfo(file).size() > 0; };
    // The console on the serial port, nothing on it but what matters until the login prompt; the i8042 options spare
    // the guest the search for a mouse.
    const DemoGuest guest{d->demo() + u"/vmlinux"_s, d->demo() + u"/initrd"_s, d->demo() + u"/rootfs.ext4"_s,
                          u"console=ttyS0 reboot=k panic=1 quiet loglevel=3 i8042.noaux i8042.nomux i8042.dumbkbd"_s};
    // The stamp is what a build writes last.
    if (!there(d->demo() + u"/.stamp"_s) || !there(guest.kernel) || !there(guest.initrd) || !there(guest.rootfs))
        return std::nullopt;
    return guest;
}

Task *AssetLibrary::buildDemoGuest()
{
    Task *task = d->tasks->add(new Task(tr("Make the demo guest")));
    // Later, so that the caller can connect first even when it fails at once.
    QMetaObject::invokeMethod(
        this,
        [this, task = QPointer<Task>(task)] {
            if (task)
                buildDemoGuest(task, [this, task] { task->finish(d->demo()); });
        },
        Qt::QueuedConnection);
    return task;
}

void AssetLibrary::buildDemoGuest(Task *task, std::function<void()> next)
{
    const QString what = tr("The demo guest was not made.");
    const auto notMade = [what](const QString &why, const QString &remedy) {
        Failure result = failure(what, why, remedy);
        result.help = HelpTopic::DemoGuest;
        return result;
    };
    ProcessStep step;
    step.program = d->paths.resources + u"/guest/build-guest"_s;
    if (d->paths.resources.isEmpty() || !QFileInfo(step.program).isExecutable())
        return task->fail(notMade(tr("The program that makes it (guest/build-guest) was not found."),
                                  tr("Reinstall Sparkler, or set SPARKLER_RESOURCES.")));
    if (!QDir().mkpath(d->paths.assets()))
        return task->fail(notMade(tr("The folder %1 cannot be made.").arg(d->paths.assets()), {}));
    step.arguments = {u"--out"_s, d->demo()};
    step.environment.insert(u"SPARKLER_CACHE"_s, d->paths.cache);
    step.stepsFromOutput = true;
    step.failure = notMade({}, tr("Look at the last lines for the reason, then try again."));
    task->setStep(tr("Making the demo guest from Debian packages"));
    const QPointer<AssetLibrary> self = this;
    runProcess(task, step, [self, task, notMade, next = std::move(next)] {
        if (!self)
            return task->finishCancelled();
        emit self->changed();
        if (!self->demoGuest())
            return task->fail(
                notMade(tr("Making it ended well, but there are files missing in %1.").arg(self->d->demo()), {}));
        next();
    });
    // A build that was stopped leaves copies under its own temporary names.
    connect(task, &Task::finished, this, [this, task] {
        if (task->state() == Task::State::Done)
            return;
        const QStringList names = QDir(d->demo()).entryList({u".*.new"_s}, QDir::Files | QDir::Hidden);
        for (const QString &name : names)
            QFile::remove(d->demo() + u'/' + name);
    });
}

Task *AssetLibrary::createDisk(const QString &path, qint64 bytes, const QString &fileSystem)
{
    Task *task = d->tasks->add(new Task(tr("Create disk %1").arg(QFileInfo(path).fileName())));
    QMetaObject::invokeMethod(
        task,
        [=] {
            makeDisk(task, {{}, path, bytes, fileSystem}, tr("The disk was not made."),
                     [task, path] { task->finish(path); });
        },
        Qt::QueuedConnection);
    return task;
}

Task *AssetLibrary::copyDisk(const QString &from, const QString &to)
{
    Task *task = d->tasks->add(new Task(tr("Copy %1").arg(QFileInfo(from).fileName())));
    QMetaObject::invokeMethod(
        task,
        [=] {
            makeDisk(task, {from, to, 0, {}}, tr("The disk was not copied."), [task, to] { task->finish(to); });
        },
        Qt::QueuedConnection);
    return task;
}

Task *AssetLibrary::resizeDisk(const QString &path, qint64 bytes)
{
    Task *task = d->tasks->add(new Task(tr("Resize %1").arg(QFileInfo(path).fileName())));
    const QString failed = tr("The disk was not resized.");
    const QString larger = path + u".resized"_s;
    QMetaObject::invokeMethod(
        task,
        [=] {
            makeDisk(task, {path, larger, bytes, {}}, failed, [=] {
                if (std::rename(QFile::encodeName(larger).constData(), QFile::encodeName(path).constData()) == 0)
                    return task->finish(path);
                Failure failure;
                failure.what = failed;
                failure.why = path + u": "_s + errorText(errno);
                QFile::remove(larger);
                task->fail(failure);
            });
        },
        Qt::QueuedConnection);
    return task;
}

} // namespace sparkler::gui
