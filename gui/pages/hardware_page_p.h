#pragma once

#include "pages/hardware_page.h"

#include "pages/boot_source_form.h"
#include "pages/config_rules.h"
#include "pages/device_forms.h"
#include "pages/drive_dialog.h"
#include "pages/resources_form.h"

namespace sparkler::gui {

class DrivesCard;

struct HardwarePage::Private {
    explicit Private(HardwarePage *page);

    void build();
    void connectParts();
    void showDrives(const HardwareDraft &shown);
    QString deviceProblem() const;

    // hardware_page_changes.cpp
    DriveDialog::Context dialogContext(const QString &exceptId);
    void addDrive(DriveDialog::Start start);
    void editDrive(const QString &driveId);
    void takeDrive(const QString &formerId, const DriveDialog &dialog);
    void editLimits(const QString &driveId);
    void applyLimits(const QString &driveId, const std::optional<RateLimiter> &limiter);
    void makeDisks(const QPointer<Machine> &target, const std::function<void()> &next);

    HardwarePage *q;
    ResourcesForm *resources = nullptr;
    BootSourceForm *boot = nullptr;
    DrivesCard *drives = nullptr;
    BalloonForm *balloon = nullptr;
    VsockForm *vsock = nullptr;
    EntropyForm *entropy = nullptr;
    SerialForm *serial = nullptr;
    QMap<HardwarePart, InlineMessage *> messages;
};

} // namespace sparkler::gui
