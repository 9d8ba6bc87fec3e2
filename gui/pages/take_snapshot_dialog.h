#pragma once

#include "manager/paths.h"
#include "manager/snapshots/requests.h"
#include "pages/snapshot_dialog.h"
#include "pages/snapshot_space.h"

#include <optional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace sparkler::gui {

class FormSection;
class HelpedNote;

/// Asks for kind, name and note of a new snapshot, and says beforehand what it takes: how the drives are copied, how
/// much space is needed, and that the guest stands still meanwhile.
class TakeSnapshotDialog : public SnapshotDialog {
    Q_OBJECT
public:
    struct Context {
        QString name; ///< proposed
        QString whyNotFull, whyNotDiff;
        bool running = false; ///< else it is paused already
        quint64 memoryMib = 0;
        QList<Drive> drives;
        QString directory; ///< of the machine
        QString from;      ///< name of the snapshot that a diff would need; empty: none
        Paths paths;
    };
    TakeSnapshotDialog(Context context, QWidget *parent);

    SnapshotKind kind() const;
    QString name() const;
    QString note() const;

private:
    void build();
    void measure();
    void showSpace();
    void check();
    QString driveLine(const DriveSpace &drive) const;

    Context m_context;
    std::optional<SnapshotSpace> m_space;
    QRadioButton *m_full = nullptr;
    QRadioButton *m_diff = nullptr;
    QLineEdit *m_name = nullptr;
    QPlainTextEdit *m_note = nullptr;
    QLabel *m_drives = nullptr;
    QLabel *m_needed = nullptr;
    HelpedNote *m_warning = nullptr;
};

} // namespace sparkler::gui
