#include "manager/machine_store.h"

#include "manager/definition_json.h"
#include "manager/device_rules.h"
#include "manager/machine_directory.h"
#include "manager/machine_store_p.h"

#include <QDir>
#include <QFileInfo>
#include <QRandomGenerator>

#include <algorithm>

namespace sparkler::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDebounceMs = 100; ///< editors write in several steps
constexpr qsizetype kIdLength = 8;

} // namespace

bool isMachineId(const QString &name)
{
    return name.size() == kIdLength &&
           std::ranges::all_of(name, [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'); });
}

Failure storeFailure(const QString &what, const QString &why, const QString &state, const QString &remedy)
{
    Failure failure;
    failure.what = what;
    failure.why = why;
    failure.state = state;
    failure.remedy = remedy;
    return failure;
}

MachineStore::Private::Private(MachineStore *store, QString machinesFolder, QString trashFolder)
    : q(store), machines(QDir::cleanPath(machinesFolder)), trash(QDir::cleanPath(trashFolder))
{
    debounce.setSingleShot(true);
    debounce.setInterval(kDebounceMs);
    const auto note = [this](const QString &path) {
        dirty.insert(path);
        if (!debounce.isActive())
            debounce.start();
    };
    connect(&watcher, &QFileSystemWatcher::directoryChanged, q, note);
    connect(&watcher, &QFileSystemWatcher::fileChanged, q, note);
    connect(&debounce, &QTimer::timeout, q, [this] {
        const QSet<QString> paths = std::exchange(dirty, {});
        QSet<QString> ids;
        for (const QString &path : paths) {
            if (path == machines)
                return scan();
            ids.insert(path.mid(machines.size() + 1).section(u'/', 0, 0));
        }
        for (const QString &id : std::as_const(ids))
            scanOne(id);
    });
}

void MachineStore::Private::scan()
{
    watcher.addPath(machines);
    QSet<QString> found;
    const QStringList names = QDir(machines).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        if (isMachineId(name))
            found.insert(name);
    }
    QStringList known;
    for (const auto &[id, entry] : entries)
        known << id;
    for (const auto &[path, reason] : reasons) {
        const QString id = QFileInfo(path).dir().dirName();
        if (isMachineId(id))
            known << id;
    }
    for (const QString &id : std::as_const(known))
        found.insert(id);
    for (const QString &id : std::as_const(found))
        scanOne(id);
}

void MachineStore::Private::scanOne(const QString &id)
{
    if (!QFileInfo(folder(id)).isDir())
        return forget(id);
    watch(id);
    const auto known = entries.find(id);
    if (known != entries.end()) {
        auto marker = IncompleteMarker::read(folder(id));
        const bool differs = marker.has_value() != known->second.marker.has_value();
        known->second.marker = std::move(marker);
        if (differs)
            emit q->preparingChanged(id);
    }
    if (!QFileInfo::exists(file(id)))
        return setProblem(file(id), tr("The folder has no machine.json."));
    const auto text = readSmallFile(file(id));
    if (!text)
        return setProblem(file(id), text.error());
    if (known != entries.end() && known->second.text == *text)
        return setProblem(file(id), {});
    readOne(id, *text);
}

void MachineStore::Private::readOne(const QString &id, const QByteArray &text)
{
    auto definition = definitionFromText(text);
    if (!definition)
        return setProblem(file(id), definition.error());
    if (definition->id != id)
        return setProblem(
            file(id), tr("It is the definition of machine %1 but lies in the folder of %2.").arg(definition->id, id));
    setProblem(file(id), {});
    const auto known = entries.find(id);
    if (known == entries.end()) {
        definition->basis.generation = 1;
        entries[id] = Entry{std::move(*definition), text, IncompleteMarker::read(folder(id)), {}};
        sortIds();
        emit q->added(id);
        return;
    }
    definition->basis.generation = known->second.definition.basis.generation + 1;
    known->second.definition = std::move(*definition);
    known->second.text = text;
    sortIds();
    emit q->changed(id);
}

void MachineStore::Private::forget(QString id)
{
    setProblem(file(id), {});
    if (entries.erase(id) == 0)
        return;
    order.removeOne(id);
    watcher.removePaths({folder(id), file(id), folder(id) + u"/files"_s});
    emit q->removed(id);
}

void MachineStore::Private::setProblem(const QString &path, const QString &reason)
{
    const auto known = reasons.find(path);
    if (reason.isEmpty() ? known == reasons.end() : known != reasons.end() && known->second == reason)
        return;
    if (reason.isEmpty())
        reasons.erase(known);
    else
        reasons[path] = reason;
    emit q->problemsChanged();
}

void MachineStore::Private::watch(const QString &id)
{
    // The folder tells of replaced files, the file of those written in place. A replaced file is no longer watched.
    QStringList wanted{folder(id), file(id)};
    if (IncompleteMarker::read(folder(id)))
        wanted << folder(id) + u"/files"_s;
    const QStringList watched = watcher.directories() + watcher.files();
    for (const QString &path : std::as_const(wanted)) {
        if (!watched.contains(path) && QFileInfo::exists(path) && !watcher.addPath(path) && path == folder(id))
            setProblem(machines,
                       tr("The system's limit of watched folders is used up; changes by other programs may not "
                          "be seen. Raise fs.inotify.max_user_watches."));
    }
}

void MachineStore::Private::sortIds()
{
    order.clear();
    for (const auto &[id, entry] : entries)
        order << id;
    std::ranges::stable_sort(order, {}, [this](const QString &id) { return entries.at(id).definition.createdAt; });
}

/// Of machines that were made and have not been seen yet.
QStringList MachineStore::Private::namesOfOthers(const QString &forId) const
{
    QStringList names;
    const QStringList folders = QDir(machines).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &id : folders) {
        if (!isMachineId(id) || id == forId || entries.contains(id))
            continue;
        const auto text = readSmallFile(file(id));
        if (const auto definition = text ? definitionFromText(*text) : std::unexpected(text.error()))
            names << definition->name;
    }
    return names;
}

QString MachineStore::Private::uniqueName(const QString &wanted, const QString &forId) const
{
    const QString base = wanted.simplified().isEmpty() ? tr("Machine") : wanted.simplified();
    const QStringList others = namesOfOthers(forId);
    const auto taken = [&](const QString &name) {
        return others.contains(name) ||
               std::ranges::any_of(entries, [&](const auto &item) { return item.second.definition.name == name; });
    };
    QString name = base;
    for (int number = 2; taken(name); ++number)
        name = base + u' ' + QString::number(number);
    return name;
}

bool MachineStore::Private::wantsMissingFiles(const Entry &entry) const
{
    if (!entry.marker)
        return false;
    const VmConfig &config = entry.definition.config;
    const QString root = folder(entry.definition.id);
    const auto isMissing = [&](const QString &path) {
        return std::ranges::any_of(entry.marker->files, [&](const QString &file) {
            return QDir::cleanPath(path) == QDir::cleanPath(root + u'/' + file);
        });
    };
    return entry.marker->files.isEmpty() || isMissing(config.bootSource.kernelImagePath) ||
           isMissing(config.bootSource.initrdPath) ||
           std::ranges::any_of(config.drives, [&](const Drive &drive) { return isMissing(drive.pathOnHost); });
}

Outcome<void> MachineStore::Private::write(const QString &id, const MachineDefinition &definition)
{
    Entry &entry = entries.at(id);
    const QByteArray text = definitionToText(definition);
    if (const auto written = writeAtomically(file(id), text); !written)
        return std::unexpected(storeFailure(tr("The settings of “%1” were not saved.").arg(entry.definition.name),
                                            written.error(), tr("The file has its old content.")));
    const quint64 generation = entry.definition.basis.generation;
    entry.definition = definition;
    entry.definition.basis.generation = generation;
    entry.text = text;
    watch(id);
    return {};
}

MachineStore::MachineStore(QString machinesDirectory, QString trashDirectory, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(this, std::move(machinesDirectory), std::move(trashDirectory)))
{
}

MachineStore::~MachineStore()
{
    // Work that we have not finished ends with us, even if the process lives on.
    for (auto &[id, entry] : d->entries) {
        if (entry.marker && entry.marker->ours() && entry.marker->why.isEmpty())
            entry.marker->writeAbandoned(d->folder(id));
    }
}

void MachineStore::load()
{
    if (!QDir().mkpath(d->machines) || !QDir().mkpath(d->trash)) {
        d->setProblem(d->machines, tr("The folder cannot be made."));
        return;
    }
    d->setProblem(d->machines, {});
    // Nobody is in the middle of anything while we hold the lock, so what looks unfinished is from a crash.
    if (const auto lock = StoreLock::take(d->machines)) {
        const QStringList names = QDir(d->machines).entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
        for (const QString &name : names) {
            const QString folder = d->folder(name);
            if (name.startsWith(u".new-"_s)) {
                QDir(folder).removeRecursively();
            } else if (isMachineId(name)) {
                removePartialFiles(folder);
                const auto marker = IncompleteMarker::read(folder);
                if (marker && !marker->maker.alive())
                    removePartialFiles(folder + u"/files"_s);
            }
        }
    }
    removeLeftovers(d->trash);
    d->scan();
}

QStringList MachineStore::ids() const
{
    return d->order;
}

const MachineDefinition *MachineStore::find(const QString &id) const
{
    const auto found = d->entries.find(id);
    return found == d->entries.end() ? nullptr : &found->second.definition;
}

QString MachineStore::directory(const QString &id) const
{
    return d->folder(id);
}

QList<MachineStore::Problem> MachineStore::problems() const
{
    QList<Problem> list;
    for (const auto &[file, reason] : d->reasons)
        list << Problem{file, reason};
    return list;
}

QString MachineStore::newId() const
{
    for (;;) {
        QString id;
        for (qsizetype i = 0; i < kIdLength; ++i)
            id += QChar(u"abcdefghijklmnopqrstuvwxyz0123456789"[QRandomGenerator::system()->bounded(36)]);
        if (!QFileInfo::exists(d->folder(id)) && !QFileInfo::exists(d->trashFolder(id)))
            return id;
    }
}

Outcome<QString> MachineStore::create(MachineDefinition definition, const QStringList &stillToMake)
{
    if (definition.id.isEmpty())
        definition.id = newId();
    const QString id = definition.id;
    if (!definition.createdAt.isValid()) {
        definition.createdAt = QDateTime::currentDateTimeUtc();
        // Those made in the same millisecond keep their order.
        for (const auto &[other, entry] : d->entries) {
            const qint64 behind = definition.createdAt.msecsTo(entry.definition.createdAt);
            if (behind >= 0 && behind < 1000)
                definition.createdAt = entry.definition.createdAt.addMSecs(1);
        }
    }
    const auto refused = [&](const QString &why) {
        return std::unexpected(storeFailure(tr("The machine “%1” was not made.").arg(definition.name), why));
    };
    if (!isMachineId(id))
        return refused(tr("“%1” is no machine id.").arg(id));
    if (!QDir().mkpath(d->machines))
        return refused(tr("The folder %1 cannot be made.").arg(d->machines));

    const auto lock = StoreLock::take(d->machines);
    if (!lock)
        return refused(lock.error());
    definition.name = d->uniqueName(definition.name);
    // Complete under another name first: nobody ever sees a half-made machine.
    const QString folder = d->machines + u"/.new-"_s + id;
    QDir(folder).removeRecursively();
    if (!QDir().mkpath(folder + u"/files"_s))
        return refused(tr("The folder %1 cannot be made.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    std::optional<IncompleteMarker> marker;
    std::expected<void, QString> done;
    if (!stillToMake.isEmpty()) {
        marker = IncompleteMarker{};
        for (const QString &path : stillToMake)
            marker->files << QDir(d->folder(id)).relativeFilePath(path);
        done = marker->write(folder);
        marker = IncompleteMarker::read(folder);
    }
    const QByteArray text = definitionToText(definition);
    // What could not be read again must not be written in the first place.
    if (const auto readable = definitionFromText(text); done && !readable)
        done = std::unexpected(readable.error());
    if (done)
        done = writeAtomically(folder + u"/machine.json"_s, text);
    if (done)
        done = moveFolder(folder, d->folder(id));
    if (!done) {
        QDir(folder).removeRecursively();
        return refused(done.error());
    }
    definition.basis.generation = 1;
    d->entries[id] = Private::Entry{definition, text, marker, {}};
    d->watcher.addPath(d->machines);
    d->watch(id);
    d->sortIds();
    emit added(id);
    return id;
}

Outcome<void> MachineStore::save(const MachineDefinition &definition)
{
    const QString id = definition.id;
    const auto known = d->entries.find(id);
    const QString what = tr("The settings of “%1” were not saved.").arg(definition.name);
    if (known == d->entries.end())
        return std::unexpected(storeFailure(what, tr("There is no such machine any more.")));
    const auto lock = StoreLock::take(d->machines);
    if (!lock)
        return std::unexpected(storeFailure(what, lock.error(), {}, tr("Try again.")));

    const auto text = readSmallFile(d->file(id));
    const bool foreign = !text || *text != known->second.text;
    const quint64 generation = definition.basis.generation;
    if (foreign || (generation != 0 && generation != known->second.definition.basis.generation)) {
        d->dirty.insert(d->folder(id)); // look at it soon, not in the middle of the caller's work
        d->debounce.start();
        return std::unexpected(storeFailure(what, tr("Another program has changed %1 meanwhile.").arg(d->file(id)),
                                            tr("The file was left as it is."),
                                            tr("Look at the settings as they are now, then make your change again.")));
    }
    if (definition.name != known->second.definition.name && d->uniqueName(definition.name) != definition.name)
        return std::unexpected(storeFailure(what,
                                            definition.name.simplified().isEmpty()
                                                ? tr("A machine must have a name.")
                                                : tr("The name is taken, or has surplus blanks."),
                                            {}, tr("Choose another name.")));
    if (const auto readable = definitionFromText(definitionToText(definition)); !readable)
        return std::unexpected(storeFailure(what, readable.error()));
    const bool wasMissing = known->second.marker.has_value();
    if (const auto written = d->write(id, definition); !written)
        return written;
    if (wasMissing && !known->second.marker->ours() && !d->wantsMissingFiles(known->second)) {
        known->second.marker.reset();
        IncompleteMarker::remove(d->folder(id));
        emit preparingChanged(id);
    }
    emit changed(id);
    return {};
}

QString MachineStore::preparing(const QString &id) const
{
    const auto found = d->entries.find(id);
    if (found == d->entries.end())
        return {};
    const Private::Entry &entry = found->second;
    if (!entry.busy.isEmpty())
        return entry.busy;
    if (!d->wantsMissingFiles(entry))
        return {};
    const QString remedy = u' ' + tr("Choose another disk for the machine, or delete it.");
    if (!entry.marker->why.isEmpty())
        return tr("Its disk could not be made.") + u' ' + entry.marker->why + remedy;
    if (entry.marker->ours())
        return tr("Its disk is still being made.");
    if (entry.marker->maker.alive())
        return tr("Another program is still making its disk.");
    return tr("Making its disk was interrupted.") + remedy;
}

bool MachineStore::incomplete(const QString &id) const
{
    const auto found = d->entries.find(id);
    return found != d->entries.end() && d->wantsMissingFiles(found->second) &&
           (!found->second.marker->why.isEmpty() || !found->second.marker->maker.alive());
}

void MachineStore::setPreparing(const QString &id, const QString &text)
{
    const auto found = d->entries.find(id);
    if (found == d->entries.end() || found->second.busy == text)
        return;
    found->second.busy = text;
    emit preparingChanged(id);
}

void MachineStore::finishPreparing(const QString &id)
{
    const auto found = d->entries.find(id);
    if (found == d->entries.end() || !found->second.marker)
        return;
    IncompleteMarker::remove(d->folder(id));
    found->second.marker.reset();
    emit preparingChanged(id);
}

void MachineStore::failPreparing(const QString &id, const QString &why)
{
    const auto found = d->entries.find(id);
    if (found == d->entries.end() || !found->second.marker)
        return;
    found->second.marker->why = why;
    // When even this cannot be written, the marker that is there says "interrupted" after the next start.
    static_cast<void>(found->second.marker->write(d->folder(id)));
    emit preparingChanged(id);
}

QSet<QString> MachineStore::macs() const
{
    QSet<QString> all;
    for (const auto &[id, entry] : d->entries)
        all.unite(macsOf(entry.definition.config));
    return all;
}

QStringList MachineStore::groups() const
{
    QSet<QString> found;
    for (const auto &[id, entry] : d->entries) {
        if (!entry.definition.group.isEmpty())
            found.insert(entry.definition.group);
    }
    QStringList list = found.values();
    list.sort(Qt::CaseInsensitive);
    return list;
}

QStringList MachineStore::tags() const
{
    QSet<QString> found;
    for (const auto &[id, entry] : d->entries) {
        for (const QString &tag : entry.definition.tags)
            found.insert(tag);
    }
    QStringList list = found.values();
    list.sort(Qt::CaseInsensitive);
    return list;
}

} // namespace sparkler::gui
