#pragma once

#include "pages/hardware_page.h"

#include "pages/boot_source_form.h"
#include "pages/change_bar.h"
#include "pages/config_rules.h"
#include "pages/drive_dialog.h"
#include "pages/drives_card.h"
#include "pages/hardware_draft.h"
#include "pages/resources_form.h"
#include "widgets/inline_message.h"

#include <QPointer>
#include <QSet>

#include <map>

namespace sparkler::gui {

class PageColumn;

struct HardwarePage::Private {
    Private(HardwarePage *page, Workspace *where);

    void build();
    void connectParts();
    void bind(Machine *next);
    /// The saved definition has changed.
    void follow();
    void edit(const std::function<void(HardwareDraft &)> &change);
    void show();
    void showDrives(const HardwareDraft &shown);
    QString whyNotApply();
    bool live() const;
    HardwareDraft &draft(); ///< of the machine that is bound
    void clearMessages();
    /// What the engine said, beside the part that caused it.
    void showEngineAnswer(const Failure &failure);

    // hardware_page_changes.cpp
    DriveDialog::Context dialogContext(const QString &exceptId);
    void addDrive(DriveDialog::Start start);
    void editDrive(const QString &driveId);
    void takeDrive(const QString &formerId, const DriveDialog &dialog);
    void editLimits(const QString &driveId);
    void applyLimits(const QString &driveId, const std::optional<RateLimiter> &limiter);
    void discard();
    void apply();
    void makeDisks(QPointer<Machine> target);
    void save(QPointer<Machine> target);
    void finish(const QPointer<Machine> &target, const Outcome<QStringList> &outcome);
    /// In the page when `target` is shown, else in the window.
    void report(const QPointer<Machine> &target, const Failure &failure);

    HardwarePage *q;
    Workspace *workspace;
    QPointer<Machine> machine;
    std::map<QString, HardwareDraft> drafts; ///< by machine, so that nothing typed is lost when another is looked at
    QSet<QString> busy;                      ///< machines whose changes are being applied
    PageColumn *column = nullptr;
    ResourcesForm *resources = nullptr;
    BootSourceForm *boot = nullptr;
    DrivesCard *drives = nullptr;
    InlineMessage *general = nullptr;
    ChangeBar *bar = nullptr;
    QMap<HardwarePart, InlineMessage *> messages;
};

} // namespace sparkler::gui
