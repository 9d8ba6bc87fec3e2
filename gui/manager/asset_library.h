#pragma once

#include "manager/failure.h"
#include "manager/paths.h"
#include "manager/task.h"

#include <QList>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace sparkler::gui {

enum class AssetKind { Kernel, Initrd, RootFilesystem };

/// A file that machines are made of.
struct Asset {
    QString id; ///< name of its folder
    AssetKind kind = AssetKind::Kernel;
    QString name;
    QString path;   ///< the file itself
    QString format; ///< "ELF kernel, x86-64", "bzImage 6.1.0-…", "ext4", "squashfs", …
    qint64 size = 0;
    QByteArray sha256; ///< hex
    QString source;    ///< where it came from
    QDateTime addedAt;
};

/// Kernels and root filesystems that the user keeps, under assets/; and the work of making disks. Long work is a Task
/// in the list given at construction. GUI thread.
class AssetLibrary : public QObject {
    Q_OBJECT
public:
    AssetLibrary(Paths paths, TaskList *tasks, QObject *parent = nullptr);
    ~AssetLibrary() override;

    void load();
    QList<Asset> assets() const;
    QList<Asset> assets(AssetKind kind) const;
    std::optional<Asset> find(const QString &id) const;
    QStringList problems() const; ///< folders that cannot be read, a sentence each

    /// Copies (reflink where possible) and checks the file; result(): the asset's id.
    Task *import(const QString &file, AssetKind kind, const QString &name);
    /// Compares the file with its recorded checksum.
    Task *verify(const QString &id);
    Outcome<void> remove(const QString &id);

    /// The demo guest (a stock Debian kernel and a small root file system), built once from Debian packages.
    struct DemoGuest {
        QString kernel, initrd, rootfs, bootArgs;
    };
    std::optional<DemoGuest> demoGuest() const; ///< nothing: not built yet
    Task *buildDemoGuest();
    /// The same as one step of `task`; `next` when it has worked, else the task ends.
    void buildDemoGuest(Task *task, std::function<void()> next);

    /// A sparse raw file of 1 MiB to 16 TiB; `fileSystem` "": none, or "ext4". result(): the path. An existing file is
    /// never overwritten, and the file has its name only when it is complete.
    Task *createDisk(const QString &path, qint64 bytes, const QString &fileSystem);
    /// A copy that shares blocks where the file system can, else a real one. result(): the path.
    Task *copyDisk(const QString &from, const QString &to);
    /// Makes a disk that no machine uses now larger, with the ext2/3/4 file system on it. A larger copy takes its place
    /// when it is complete, so nothing is lost by a failure, a cancel or a crash. result(): the path.
    Task *resizeDisk(const QString &path, qint64 bytes);

    /// What the file is, by its content. Error text (translated) when it is none of this kind. Reads a few KiB.
    static std::expected<QString, QString> recognise(const QString &file, AssetKind kind);

signals:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace sparkler::gui
