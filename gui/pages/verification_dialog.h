#pragma once

#include "manager/paths.h"
#include "manager/snapshots/requests.h"

#include <QDialog>

namespace sparkler::gui {

/// What a verification has found, file by file.
class VerificationDialog : public QDialog {
    Q_OBJECT
public:
    VerificationDialog(const QString &snapshotName, const Verification &verification, const Paths &paths,
                       QWidget *parent);
};

} // namespace sparkler::gui
