#pragma once

#include "manager/asset_library.h"
#include "manager/disk_work.h"
#include "pages/edit_parts.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace sparkler::gui {

class ByteSizeField;
class FileChoice;
class RateLimiterEditor;

/// One drive: which file, or a new disk, and how it is attached.
class DriveDialog : public QDialog {
    Q_OBJECT
public:
    enum class Start { File, NewDisk };
    struct Context {
        AssetLibrary *library = nullptr;
        QStringList takenIds;   ///< of the other drives
        QStringList takenPaths; ///< of disks that are planned, too
        QString currentRoot;    ///< id of the other drive that is the root device; empty: none
        QString diskFolder;     ///< where new disks go
        bool live = false;      ///< this drive is in a running engine
    };
    /// For a new drive.
    DriveDialog(Context context, Start start, QWidget *parent);
    /// For `drive` as it is. `planned`: the disk it will have when it does not exist yet.
    DriveDialog(Context context, const Drive &drive, const std::optional<DiskPlan> &planned, QWidget *parent);

    Drive drive() const;
    /// The disk to make before the drive can be used; nothing: the file is there.
    std::optional<DiskPlan> newDisk() const;

private:
    void build(const QString &title, const QString &acceptText);
    void addFileRows();
    void addAttachmentRows();
    QWidget *buildLimits();
    void suggestId();
    void check();
    bool makesDisk() const;
    QString whenText(bool liveField) const;
    QString diskPath() const;

    Context m_context;
    Drive m_drive; ///< what the form has no field for stays
    std::optional<DiskPlan> m_planned;
    bool m_adding;
    bool m_idTyped = false;
    FormSection *m_section = nullptr;
    QRadioButton *m_useFile = nullptr;
    QRadioButton *m_makeDisk = nullptr;
    FileChoice *m_file = nullptr;
    ByteSizeField *m_size = nullptr;
    QComboBox *m_fileSystem = nullptr;
    QLineEdit *m_id = nullptr;
    std::optional<SectionNote> m_sizeNote;
    std::optional<SectionNote> m_idNote;
    std::optional<SectionNote> m_rootNote;
    QCheckBox *m_root = nullptr;
    QCheckBox *m_readOnly = nullptr;
    QComboBox *m_cache = nullptr;
    QComboBox *m_engine = nullptr;
    RateLimiterEditor *m_limits = nullptr;
    QPushButton *m_accept = nullptr;
};

/// Only the rate limits of one drive.
class LimitsDialog : public QDialog {
    Q_OBJECT
public:
    LimitsDialog(const QString &driveId, const std::optional<RateLimiter> &limiter, bool live, QWidget *parent);
    std::optional<RateLimiter> limiter() const;

private:
    std::optional<RateLimiter> m_before;
    RateLimiterEditor *m_editor;
};

} // namespace sparkler::gui
